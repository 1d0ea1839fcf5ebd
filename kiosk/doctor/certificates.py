"""Does the kiosk's certificate still last? A receipt signed after its end would not verify."""

import datetime as dt
from collections.abc import Iterator

from kiosk.clock import SystemClock
from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark

WARNINGS = (60, 30, 7)
"""Days before the end from which it is said, each time louder."""
_RENEW = mark("Renouvelez le certificat : kiosk keys request, sign, install.")


def certificate(machine: Machine) -> Iterator[Finding]:
    """The end of the certificate; nothing before the first start."""
    from kiosk.proof.keys import UnusableKey, read_certificates

    path = machine.data_dir / "keys" / "kiosk.cert.pem"
    if not path.is_file():
        return
    try:
        end = read_certificates(path.read_bytes())[0].valid_until
    except (OSError, UnusableKey):
        yield Finding("certificate", Health.MISSING, mark("Le certificat de la borne est illisible."), essential=True)
        return
    yield finding(end, SystemClock().now())


def finding(end: dt.datetime, now: dt.datetime) -> Finding:
    """What is to be said `now` of a certificate that ends at `end`."""
    days = (end - now) // dt.timedelta(days=1)
    if days < 0:
        found = mark("Le certificat de la borne a expiré : elle ne peut plus faire de reçus.")
        return Finding("certificate", Health.MISSING, found, _RENEW, essential=True)
    if days > WARNINGS[0]:
        return Finding("certificate", Health.GOOD, phrase(mark("Certificat valable encore {days} jours."), days=days))
    if days > WARNINGS[1]:
        found = mark("Le certificat finit dans {days} jours.")
    elif days > WARNINGS[2]:
        found = mark("Le certificat finit bientôt : {days} jours.")
    else:
        found = mark("Le certificat finit cette semaine : {days} jours. Après, plus aucun reçu.")
    return Finding("certificate", Health.LIMITED, phrase(found, days=days), _RENEW)
