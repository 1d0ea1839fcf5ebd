"""Signed notes (c2sp.org/signed-note) with Ed25519 keys: text that a log, and its witnesses, sign line by line."""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519 = b"\x01"
_KEY_ID_LENGTH, _KEY_LENGTH, _SIGNATURE_LENGTH = 4, 32, 64
_DASH = "— "
_LONGEST = 100_000
_MOST_SIGNATURES = 64


class BadNote(ValueError):
    """Text that is no signed note, or a key that is none."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """The public half of a note's key: "name+id+key", as other C2SP programs write it."""

    name: str
    key: bytes

    @classmethod
    def parse(cls, text: str) -> "Verifier":
        """The key written in `text`. Raises `BadNote`."""
        parts = text.strip().split("+", 2)
        if len(parts) != 3:
            raise BadNote("not a verifier key")
        data = decode64(parts[2])
        verifier = cls(parts[0], data[1:])
        if data[:1] != _ED25519 or len(data) != 1 + _KEY_LENGTH or str(verifier) != text.strip():
            raise BadNote("not an Ed25519 verifier key")
        return verifier

    @property
    def key_id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.key).digest()[:_KEY_ID_LENGTH]

    def holds(self, message: bytes, signature: bytes) -> bool:
        """Whether `signature` is this key's over `message`."""
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, message)
        except InvalidSignature:
            return False
        return True

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{encode64(_ED25519 + self.key)}"


@dataclass(frozen=True)
class LogKey:
    """The key that signs a ledger's checkpoints. `name` is the origin on their first line."""

    name: str
    private: Ed25519PrivateKey

    def __repr__(self) -> str:
        return f"LogKey({self.name!r})"

    @classmethod
    def generate(cls, name: str) -> "LogKey":
        return cls(_checked_name(name), Ed25519PrivateKey.generate())

    @classmethod
    def from_pem(cls, name: str, pem: bytes) -> "LogKey":
        """The key that `to_pem` wrote. Raises `BadNote`."""
        try:
            private = serialization.load_pem_private_key(pem, password=None)
        except (ValueError, TypeError) as error:
            raise BadNote("not a key") from error
        if not isinstance(private, Ed25519PrivateKey):
            raise BadNote("not an Ed25519 key")
        return cls(_checked_name(name), private)

    def to_pem(self) -> bytes:
        """Secret: to be written with mode 0600."""
        return self.private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )

    @property
    def verifier(self) -> Verifier:
        return Verifier(self.name, self.private.public_key().public_bytes_raw())

    def sign(self, text: str) -> str:
        """`text` (ending in a newline) as a note with this key's signature."""
        signature = self.private.sign(text.encode())
        return f"{text}\n{_DASH}{self.name} {encode64(self.verifier.key_id + signature)}\n"


def open_note(note: str, verifier: Verifier) -> str:
    """The text of `note` if `verifier` signed it; lines of unknown keys are passed over. Raises `BadNote`."""
    text, signatures = take_apart(note)
    held = False
    for name, data in signatures:
        if name != verifier.name or data[:_KEY_ID_LENGTH] != verifier.key_id:
            continue
        if len(data) != _KEY_ID_LENGTH + _SIGNATURE_LENGTH or not verifier.holds(text.encode(), data[_KEY_ID_LENGTH:]):
            raise BadNote("a known key's signature does not hold")
        held = True
    if not held:
        raise BadNote("no known key signed this note")
    return text


def take_apart(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The text of a note and its signatures (key's name, key id ‖ signature), unverified. Raises `BadNote`."""
    text, gap, signatures = note.rpartition("\n\n")
    if not gap or len(note) > _LONGEST or any(char < " " and char != "\n" for char in note):
        raise BadNote("not a signed note")
    lines = signatures.split("\n")
    if lines.pop() or not lines or len(lines) > _MOST_SIGNATURES:
        raise BadNote("not a signed note")
    return text + "\n", [_signature(line) for line in lines]


def encode64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def decode64(text: str) -> bytes:
    """Standard Base64 in its one form. Raises `BadNote`."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadNote("not Base64") from error
    if encode64(data) != text:
        raise BadNote("not canonical Base64")
    return data


def _signature(line: str) -> tuple[str, bytes]:
    name, space, data = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not space:
        raise BadNote("not a signature line")
    return _checked_name(name), decode64(data)


def _checked_name(name: str) -> str:
    if not name or "+" in name or any(char.isspace() for char in name):
        raise BadNote("not a key name")
    return name
