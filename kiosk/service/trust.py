"""Whose badge is it, and may they come in? Authorities and revoked badges are files on the kiosk: no network.

The one judge, for the reader of the kiosk (`badges.py`) as for the desk's (`admitting.py`).
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from hardware.card.verification import distrust

ROLES = frozenset({"mediator", "site_manager"})
"""What the organisational unit of a badge may say."""

REVOKED = "revoked.txt"
"""Serial numbers in hexadecimal, one a line."""

LONGEST_NAME = 40
NO_ROLE = "no_role"
UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone who may come in once their card has signed."""

    name: str
    role: str


class Trust:
    """Reads `folders` anew for each badge: a revoked one is out at once. Authorities are *.pem or *.der files there."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def holder(self, certificate: bytes, now: dt.datetime) -> Holder | str:
        """Whose badge it is, or the code of why it is not let in."""
        try:
            found = distrust(certificate, list(self._authorities()), self._revoked(), now)
            if found is not None:
                return str(found)
            subject = x509.load_der_x509_certificate(certificate).subject
        except (ValueError, OSError):
            return UNREADABLE
        role = _first(subject, NameOID.ORGANIZATIONAL_UNIT_NAME)
        if role not in ROLES:
            return NO_ROLE
        return Holder(_first(subject, NameOID.COMMON_NAME)[:LONGEST_NAME], role)

    def _authorities(self) -> Iterator[bytes]:
        for path in self._files("*.pem"):
            for certificate in x509.load_pem_x509_certificates(path.read_bytes()):
                yield certificate.public_bytes(Encoding.DER)
        for path in self._files("*.der"):
            yield path.read_bytes()

    def _revoked(self) -> frozenset[int]:
        words = (word for path in self._files(REVOKED) for word in path.read_text(encoding="ascii").split())
        return frozenset(int(word.replace(":", ""), 16) for word in words)

    def _files(self, pattern: str) -> Iterator[Path]:
        for folder in self._folders:
            yield from sorted(folder.glob(pattern))


def _first(subject: x509.Name, kind: x509.ObjectIdentifier) -> str:
    return next((str(attribute.value) for attribute in subject.get_attributes_for_oid(kind)), "")
