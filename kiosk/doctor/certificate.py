"""Does the certificate that signs the receipts still run? It is changed in time, not on the day."""

from collections.abc import Iterator

from cryptography import x509

from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark

CERTIFICATE = "keys/kiosk.cert.pem"
PLAN, PREPARE, NOW = 60, 30, 7
"""Days before its end at which to act."""


def certificate(machine: Machine) -> Iterator[Finding]:
    """Nothing to say before the first start, which makes it."""
    path = machine.data_dir / CERTIFICATE
    try:
        end = x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc
    except FileNotFoundError:
        return
    except (OSError, ValueError):
        yield Finding(
            "certificate",
            Health.MISSING,
            mark("Le certificat de la borne est illisible."),
            mark("Remettez la copie du dossier keys."),
            essential=True,
        )
        return
    days = (end - machine.now()).days
    found = phrase(mark("Le certificat de la borne finit dans {days} jours."), days=days)
    if days < 0:
        yield Finding(
            "certificate",
            Health.LIMITED,
            mark("Le certificat de la borne est périmé."),
            mark("Faites un nouveau certificat avant d’ouvrir."),
        )
    elif days <= PLAN:
        yield Finding("certificate", Health.LIMITED, found, _remedy(days))
    else:
        yield Finding("certificate", Health.GOOD, found)


def _remedy(days: int) -> str:
    if days <= NOW:
        return mark("Faites un nouveau certificat cette semaine.")
    if days <= PREPARE:
        return mark("Faites un nouveau certificat ce mois-ci.")
    return mark("Prévoyez un nouveau certificat.")
