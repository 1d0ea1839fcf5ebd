"""Which kiosks a command believes: the certificates given, else those this kiosk keeps."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.proof.keys import Certificate, UnusableKey, read_certificates


def trusted_certificates(given: Sequence[Path]) -> list[Certificate]:
    """The certificates in the files `given`; without any, every *.cert.pem beside this kiosk's keys.

    Former keys stay there, so that a receipt issued before a renewal still verifies. Raises `UnusableKey`.
    """
    found: list[Certificate] = []
    for path in given or _kept():
        try:
            found.extend(read_certificates(path.read_bytes()))
        except OSError as error:
            raise UnusableKey(f"Ce certificat ne peut pas être lu : {path.name}") from error
    return found


def _kept() -> list[Path]:
    from kiosk.settings import load_settings

    return sorted(load_settings().keys_dir.glob("*.cert.pem"))
