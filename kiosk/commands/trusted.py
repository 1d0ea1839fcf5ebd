"""Which kiosks a command believes: the certificates given, else those this kiosk keeps."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.proof.keys import Certificate, UnusableKey, read_certificates

if TYPE_CHECKING:
    from cryptography import x509


def trusted_certificates(given: Sequence[Path]) -> list[Certificate]:
    """The certificates in the files `given`; without any, every *.cert.pem beside this kiosk's keys.

    Former keys stay there, so that a receipt issued before a renewal still verifies. Raises `UnusableKey`.
    """
    found: list[Certificate] = []
    for path in given or _kept("*.cert.pem"):
        try:
            found.extend(read_certificates(path.read_bytes()))
        except OSError as error:
            raise UnusableKey(f"Ce certificat ne peut pas être lu : {path.name}") from error
    return found


def trusted_authorities(given: Sequence[Path]) -> "list[x509.Certificate]":
    """The time-stamp authorities in the files `given`; without any, every *.authority.pem beside this kiosk's keys.

    None is no fault: a stamp of an unknown authority is told, not believed. Raises `UnusableKey`.
    """
    from cryptography import x509

    found: list[x509.Certificate] = []
    for path in given or _kept("*.authority.pem"):
        try:
            found.extend(x509.load_pem_x509_certificates(path.read_bytes()))
        except (OSError, ValueError) as error:
            raise UnusableKey(f"Ce certificat ne peut pas être lu : {path.name}") from error
    return found


def _kept(pattern: str) -> list[Path]:
    try:
        from kiosk.settings import load_settings
    except ImportError:  # the stand-alone verifier keeps nothing
        return []
    return sorted(load_settings().keys_dir.glob(pattern))
