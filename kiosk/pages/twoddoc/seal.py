"""Is the seal true? Answered here, without network."""

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from kiosk.pages.model import Seal
from kiosk.pages.twoddoc.message import Message
from kiosk.pages.twoddoc.trust import Trust

_HASHES: dict[int, hashes.HashAlgorithm] = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict, and who holds the certificate where it is valid."""

    seal: Seal
    holder: str | None = None


def check(message: Message, trust: Trust) -> Checked:
    """Verify the signature of `message` with the certificates of `trust` that were in force on its day."""
    signers = trust.on(message.sealed, message.authority, message.certificate)
    if not signers:
        return Checked(Seal.UNCHECKED)
    for signer in signers:
        if _verifies(message, signer.key):
            return Checked(Seal.VALID, signer.holder)
    return Checked(Seal.INVALID)


def _verifies(message: Message, key: ec.EllipticCurvePublicKey) -> bool:
    algorithm = _HASHES.get(key.key_size)
    half = (key.key_size + 7) // 8
    if algorithm is None or len(message.signature) != 2 * half:
        return False
    r, s = (int.from_bytes(part, "big") for part in (message.signature[:half], message.signature[half:]))
    try:
        key.verify(encode_dss_signature(r, s), message.signed, ec.ECDSA(algorithm))
    except InvalidSignature:
        return False
    return True
