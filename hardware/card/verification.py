"""Did the key of this certificate sign this challenge? And is the certificate one of ours?"""

import datetime as dt
from collections.abc import Collection
from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec


def is_signed_by(certificate: bytes, challenge: bytes, signature: bytes) -> bool:
    """ECDSA over SHA-256 with the P-256 key of `certificate` (DER). False for anything else."""
    try:
        key = x509.load_der_x509_certificate(certificate).public_key()
        if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
            return False
        key.verify(signature, challenge, ec.ECDSA(hashes.SHA256()))
    except (ValueError, InvalidSignature):
        return False
    return True


class Distrust(StrEnum):
    """Why a badge whose signature is right is not let in."""

    UNKNOWN_AUTHORITY = "unknown_authority"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    REVOKED = "revoked"


def distrust(
    certificate: bytes, authorities: Collection[bytes], revoked: Collection[int], now: dt.datetime
) -> Distrust | None:
    """None when one of `authorities` (DER) issued the certificate, it is in its dates and its serial is not `revoked`.

    The list of revoked serial numbers is kept on the kiosk: it works without a network. Raises ValueError for a
    certificate that cannot be read.
    """
    badge = x509.load_der_x509_certificate(certificate)
    if not any(_issued(badge, x509.load_der_x509_certificate(authority)) for authority in authorities):
        return Distrust.UNKNOWN_AUTHORITY
    if badge.serial_number in revoked:
        return Distrust.REVOKED
    if now < badge.not_valid_before_utc:
        return Distrust.NOT_YET
    return Distrust.EXPIRED if now > badge.not_valid_after_utc else None


def _issued(badge: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        badge.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
