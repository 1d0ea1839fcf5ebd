"""Can mediators identify themselves by a badge?"""

from collections.abc import Iterator

from kiosk.doctor.fixes import restart
from kiosk.doctor.model import Finding, Health, Machine
from kiosk.words import mark

SOCKET = "run/pcscd/pcscd.comm"


def card_reader(machine: Machine) -> Iterator[Finding]:
    """pyscard and the card service."""
    has_library = machine.can_import("smartcard")
    has_service = (machine.root / SOCKET).exists()
    if has_library and has_service:
        yield Finding("badge", Health.GOOD, mark("Le service des cartes à puce répond."))
    elif has_library:
        yield Finding(
            "badge",
            Health.LIMITED,
            mark("Le service des cartes à puce ne répond pas."),
            "apt install pcscd && systemctl enable --now pcscd.socket",
            fix=restart(machine, "pcscd.socket"),
        )
    else:
        yield Finding(
            "badge",
            Health.LIMITED,
            mark("La lecture des badges n’est pas installée."),
            "apt install pcscd python3-pyscard",
        )
