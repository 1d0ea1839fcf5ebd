"""Whose seals are believed: the authorities of the State's list, and the certificates that they signed.

The list has the authorities only. The certificate that a seal names is got from its authority, which needs a network:
an operator puts it on the kiosk (`KIOSK_SEALS_FOLDER`), where it counts only if a listed authority signed it.
"""

import base64
import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.x509.oid import NameOID

from kiosk.assets import asset

ENDINGS = (".cer", ".crt", ".der", ".pem")
LARGEST = 64 * 1024
"""Bytes of a certificate's file."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A certificate that seals: its key, who holds it, and the days on which it may seal."""

    key: EllipticCurvePublicKey
    holder: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Trust:
    """Signers by the names of their authority and of their certificate, e.g. ("FR03", "0001")."""

    signers: Mapping[tuple[str, str], Sequence[Signer]]

    def on(self, day: dt.date | None, authority: str, certificate: str) -> list[Signer]:
        """Those that could seal that day; a renewed certificate may keep its name."""
        known = self.signers.get((authority, certificate), ())
        return [signer for signer in known if day is not None and signer.first <= day <= signer.last]


NOBODY = Trust({})


def signer_of(certificate: x509.Certificate) -> tuple[tuple[str, str], Signer]:
    """The signer in a certificate, with its names. Raises `ValueError` where it cannot be one."""
    key = certificate.public_key()
    if not isinstance(key, EllipticCurvePublicKey):
        raise ValueError("not an elliptic key")
    names = (_named(certificate.issuer, NameOID.COMMON_NAME), _named(certificate.subject, NameOID.COMMON_NAME))
    return names, Signer(
        key,
        _named(certificate.subject, NameOID.ORGANIZATION_NAME),
        certificate.not_valid_before_utc.date(),
        certificate.not_valid_after_utc.date(),
    )


@functools.cache
def authorities() -> tuple[x509.Certificate, ...]:
    """The authorities in force of the State's list, as shipped."""
    listed = yaml.safe_load(asset("seals", "authorities.yaml").read_text(encoding="utf-8"))
    return tuple(x509.load_der_x509_certificate(base64.b64decode(one["certificate"])) for one in listed["authorities"])


def trust_in(folder: Path | None) -> Trust:
    """The signers of `folder` that a listed authority signed. Other files there count for nothing."""
    signers: dict[tuple[str, str], list[Signer]] = {}
    for path in sorted(folder.iterdir()) if folder is not None and folder.is_dir() else ():
        if path.suffix.lower() not in ENDINGS or path.stat().st_size > LARGEST:
            continue
        for certificate in _certificates(path.read_bytes()):
            if any(_signed_by(certificate, authority) for authority in authorities()):
                try:
                    names, signer = signer_of(certificate)
                except (ValueError, UnsupportedAlgorithm):
                    continue
                signers.setdefault(names, []).append(signer)
    return Trust(signers)


def _certificates(data: bytes) -> list[x509.Certificate]:
    try:
        if b"-----BEGIN" in data:
            return x509.load_pem_x509_certificates(data)
        return [x509.load_der_x509_certificate(data)]
    except ValueError:
        return []


def _signed_by(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    """Whether `authority` signed it while it was in force itself."""
    try:
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return authority.not_valid_before_utc <= certificate.not_valid_before_utc <= authority.not_valid_after_utc


def _named(name: x509.Name, part: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(part)
    if not found:
        raise ValueError("a name is missing")
    return str(found[0].value)
