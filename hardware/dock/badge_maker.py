"""Badges for tests and training: a town's authority, and people with a key and a certificate."""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Authority:
    """Whoever gives out badges."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)


@dataclass(frozen=True, slots=True)
class Badge:
    """A key and its certificate (DER)."""

    key: ec.EllipticCurvePrivateKey
    certificate: bytes


def new_authority(now: dt.datetime, name: str = "Essai") -> Authority:
    """An authority of its own, good for ten years."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        _draft(subject, subject, key, now, 3650)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Authority(key, certificate)


def new_badge(authority: Authority, now: dt.datetime, holder: str, role: str = "mediator", days: int = 365) -> Badge:
    """A badge for `holder`, its `role` in the organisational unit; negative `days`: it has expired."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, role),
            x509.NameAttribute(NameOID.COMMON_NAME, holder),
        ]
    )
    certificate = _draft(subject, authority.certificate.subject, key, now, days).sign(authority.key, hashes.SHA256())
    return Badge(key, certificate.public_bytes(serialization.Encoding.DER))


def _draft(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: dt.datetime, days: int
) -> x509.CertificateBuilder:
    end = now + days * DAY
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(min(now, end) - DAY)
        .not_valid_after(end)
    )


def lay_down(badge: Badge, folder: Path, pin: str = "123456") -> None:
    """Put a badge into a simulated reader's `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    pem = badge.key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "badge.pem").write_bytes(pem)
    (folder / "badge.json").write_text(json.dumps({"pin": pin, "tries": 3}), encoding="utf-8")
    (folder / "badge.der").write_bytes(badge.certificate)
