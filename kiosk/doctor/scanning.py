"""Is there a scanner?"""

from collections.abc import Iterator

from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark

SIMULATED_INSTEAD = mark("Sans scanner, la borne montre des pages d’essai.")


def scanner(machine: Machine) -> Iterator[Finding]:
    """SANE, and the devices it finds."""
    program = machine.which("scanimage")
    if program is None:
        yield Finding("scanner", Health.LIMITED, SIMULATED_INSTEAD, "apt install sane-utils sane-airscan")
        return
    listed = machine.run([program, "--formatted-device-list=%v %m (%d)%n"])
    if listed is None:
        yield Finding(
            "scanner",
            Health.LIMITED,
            mark("La recherche de scanner ne finit pas."),
            mark("Débranchez le scanner, rebranchez-le, puis recommencez."),
        )
        return
    devices = [line for line in listed.output.splitlines() if line.endswith(")")]
    if devices:
        yield Finding("scanner", Health.GOOD, phrase(mark("Scanner trouvé : {device}."), device=devices[0]))
    else:
        yield Finding(
            "scanner",
            Health.LIMITED,
            mark("SANE est installé, mais aucun scanner ne répond."),
            mark("Branchez et allumez le scanner. Ajoutez l’utilisateur kiosk au groupe scanner."),
        )
