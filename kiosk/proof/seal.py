"""Sealing: what only the holder of the key ticket, or the desk, can read again.

The format is age (age-encryption.org/v1), so a sealed file opens with the stock `age` program years from now. The
visitor's secret is 16 bytes on paper; the disk only ever holds the recipient computed from it.
"""

import re
from collections.abc import Callable, Sequence

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pyrage import DecryptError, IdentityError, RecipientError, decrypt, encrypt, x25519

from kiosk.proof import bech32
from kiosk.proof.age_format import SEALED_MAGIC as SEALED_MAGIC

SECRET_LENGTH = 16
_CONTEXT = b"temoin/v1/age-x25519"
_IDENTITY = re.compile(r"AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}")


class CannotUnseal(Exception):
    """The key is not the right one, or the sealed file was changed. The message is French, for people."""


class InvalidRecipient(Exception):
    """Nobody can be sealed to: a recipient that is not an age public key."""


def new_secret(random: Callable[[int], bytes]) -> bytes:
    """A visitor's secret, 16 bytes drawn from `random` (`os.urandom` outside tests)."""
    secret = random(SECRET_LENGTH)
    if len(secret) != SECRET_LENGTH:
        raise ValueError("the source of randomness gave too few bytes")
    return secret


def identity_text(secret: bytes) -> str:
    """The age identity ("AGE-SECRET-KEY-1…") of a visitor's secret: HKDF-SHA-256, then Bech32."""
    if len(secret) != SECRET_LENGTH:
        raise ValueError("a secret is 16 bytes")
    key = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=_CONTEXT).derive(secret)
    return bech32.encode("age-secret-key-", key).upper()


def recipient(secret: bytes) -> str:
    """The age recipient ("age1…") pages are sealed to. Public: it may be kept on disk."""
    return recipient_of(identity_text(secret))


def recipient_of(identity: str) -> str:
    """The age recipient of an age identity. Raises `CannotUnseal` if the text is no identity."""
    return str(_identity(identity).to_public())


def new_desk_identity() -> tuple[str, str]:
    """A key for the mediators' desk: (identity, recipient)."""
    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """`data`, readable only by the holders of the identities of `recipients` (at least one)."""
    if not recipients:
        raise InvalidRecipient("no recipient to seal to")
    try:
        keys = [x25519.Recipient.from_str(text) for text in recipients]
    except RecipientError as error:
        raise InvalidRecipient("not an age recipient") from error
    return bytes(encrypt(data, keys))


def unseal(data: bytes, identity: str) -> bytes:
    """What was sealed. Raises `CannotUnseal` for a wrong key and for any changed byte."""
    try:
        return bytes(decrypt(data, [_identity(identity)]))
    except DecryptError as error:
        raise CannotUnseal("La clé ne convient pas, ou le fichier a été modifié.") from error


def find_identity(text: str) -> str | None:
    """The age identity written in `text` (a key file, a stub typed or read), if there is exactly one."""
    found = set(_IDENTITY.findall("".join(text.upper().split())))
    return found.pop() if len(found) == 1 else None


def _identity(text: str) -> x25519.Identity:
    try:
        return x25519.Identity.from_str(text.strip())
    except IdentityError as error:
        raise CannotUnseal("Ce texte n’est pas une clé.") from error
