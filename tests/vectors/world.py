"""What the vectors are made of: kiosks, pages and receipts that come out the same each time."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.proof.keys import Certificate, KioskKey
from kiosk.proof.model import LedgerPosition, Manifest, PageEntry, ProofLevel
from kiosk.proof.pades import sign_pdf

ISSUED_AT = dt.datetime(2026, 11, 22, 14, 5, 33, tzinfo=dt.timezone(dt.timedelta(hours=1)))
POSITION = LedgerPosition(42, hashlib.sha256(b"head").digest())


def kiosk_key(name: str, start: dt.datetime = ISSUED_AT, valid_from: dt.datetime | None = None) -> KioskKey:
    """A kiosk whose key and certificate follow from its name and `start`; renewed if it is `valid_from` later."""
    seed = hashlib.sha256(f"temoin test vectors, {name}, {start.isoformat()}".encode()).digest()
    private = ec.derive_private_key(int.from_bytes(seed, "big") >> 1, ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    day = dt.timedelta(days=1)
    builder = (
        x509.CertificateBuilder(subject, subject, private.public_key(), int.from_bytes(seed[:16], "big") >> 1)
        .not_valid_before((valid_from or start) - day)
        .not_valid_after((valid_from or start) + 5 * 365 * day)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
    )
    certificate = builder.sign(private, hashes.SHA256(), ecdsa_deterministic=True)
    return KioskKey(private, Certificate(certificate.public_bytes(serialization.Encoding.DER)))


def page_bytes(number: int) -> bytes:
    """The file of a page; the verifiers never look inside."""
    return f"page {number} ".encode() * 20


def manifest_of(count: int, **changes: object) -> Manifest:
    """A submission of `count` payslips."""
    pages = tuple(
        PageEntry(
            number=number,
            digest=hashlib.sha256(page_bytes(number)).digest(),
            salt=hashlib.sha256(f"salt {number}".encode()).digest(),
            media_type="image/jpeg",
            length=len(page_bytes(number)),
            label=f"Bulletin de salaire · {number:02d}/2026",
        )
        for number in range(1, count + 1)
    )
    values: dict[str, object] = {
        "kiosk": "perpignan-01",
        "site": "France services Perpignan",
        "submission_id": "5f1c0a",
        "guide_id": "ft.bulletins",
        "guide_version": "2026.11.1",
        "guide_title": "Envoyer mes bulletins de salaire",
        "body": "France Travail",
        "channel": "desk",
        "language": "fr",
        "issued_at": ISSUED_AT,
        "clock_source": "réseau (NTP)",
        "level": ProofLevel.SENT,
        "pages": pages,
        "missing": ("février 2026",),
        "deadline_notes": (),
        "remedies": (),
        "keep_until": dt.date(2027, 12, 22),
    }
    return Manifest(**(values | changes))  # type: ignore[arg-type]


def signed(pdf: bytes, key: KioskKey) -> bytes:
    """`pdf` signed by the kiosk."""
    return sign_pdf(pdf, key, ISSUED_AT)


@contextmanager
def still() -> Iterator[None]:
    """pyHanko draws an identifier, and both PDF libraries read the clock for the metadata; here all stands still."""
    with (
        mock.patch("fpdf.output.datetime", _Still),
        mock.patch("pyhanko.pdf_utils.incremental_writer.os.urandom", lambda length: b"\x5a" * length),
        mock.patch("pyhanko.pdf_utils.metadata.xmp_xml.datetime", _Still),
    ):
        yield


class _AnyDate(type):
    def __call__(cls, *arguments: Any, **named: Any) -> dt.datetime:
        return dt.datetime(*arguments, **named)  # noqa: DTZ001 - whoever calls gives the zone

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, dt.datetime)


class _Still(metaclass=_AnyDate):
    """Stands for the class `datetime`, whose `now` is always the same."""

    @staticmethod
    def now(tz: dt.tzinfo | None = None) -> dt.datetime:
        return ISSUED_AT.astimezone(tz)
