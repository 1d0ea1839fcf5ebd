"""ECDSA on P-256 with one signature per message: deterministic (RFC 6979), low S, one encoding only.

ECDSA lets anybody turn a valid signature into a second valid one. A receipt must have exactly one form, so the
high half of S and any encoding but the canonical one are refused.
"""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

SIGNATURE_LENGTH = 64
_HALF = 32
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def sign(key: ec.EllipticCurvePrivateKey, message: bytes) -> bytes:
    """r‖s, 64 bytes, of SHA-256(`message`)."""
    r, s = decode_dss_signature(key.sign(message, ec.ECDSA(hashes.SHA256(), deterministic_signing=True)))
    return r.to_bytes(_HALF, "big") + min(s, _ORDER - s).to_bytes(_HALF, "big")


def holds(key: ec.EllipticCurvePublicKey, message: bytes, signature: bytes) -> bool:
    """Whether `signature` (r‖s, low S) is that of `message`."""
    if len(signature) != SIGNATURE_LENGTH or int.from_bytes(signature[_HALF:], "big") > _ORDER // 2:
        return False
    try:
        key.verify(to_der(signature), message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def to_der(signature: bytes) -> bytes:
    """The ECDSA-Sig-Value (DER) of r‖s."""
    return encode_dss_signature(int.from_bytes(signature[:_HALF], "big"), int.from_bytes(signature[_HALF:], "big"))


def from_der(encoded: bytes) -> bytes | None:
    """r‖s of an ECDSA-Sig-Value; None unless it is written in its one canonical way."""
    try:
        r, s = decode_dss_signature(encoded)
        signature = r.to_bytes(_HALF, "big") + s.to_bytes(_HALF, "big")
    except (ValueError, OverflowError):
        return None
    return signature if to_der(signature) == encoded else None
