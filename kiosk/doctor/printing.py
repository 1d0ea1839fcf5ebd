"""Is there a printer?"""

from collections.abc import Iterator

from kiosk.doctor.fixes import restart
from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark


def cups_library(machine: Machine) -> Iterator[Finding]:
    """pycups, by which the jobs are followed to their end."""
    if machine.can_import("cups"):
        yield Finding("pycups", Health.GOOD, mark("La bibliothèque d’impression est installée."))
    else:
        yield Finding(
            "pycups",
            Health.LIMITED,
            mark("Sans pycups, les reçus restent dans des fichiers."),
            "apt install python3-cups",
        )


def queues(machine: Machine) -> Iterator[Finding]:
    """The print service and its queues."""
    program = machine.which("lpstat")
    running = machine.run([program, "-r"]) if program else None
    if program is None or running is None or "is running" not in running.output:
        yield Finding(
            "cups",
            Health.LIMITED,
            mark("Le service d’impression ne répond pas."),
            "apt install cups cups-client && systemctl enable --now cups",
            fix=restart(machine, "cups.service") if program else (),
        )
        return
    listed = machine.run([program, "-e"])
    names = listed.output.split() if listed is not None and listed.status == 0 else []
    if names:
        yield Finding("cups", Health.GOOD, phrase(mark("Imprimantes connues : {names}."), names=", ".join(names)))
    else:
        yield Finding(
            "cups",
            Health.LIMITED,
            mark("Le service d’impression marche, sans imprimante."),
            "lpadmin -p recu -E -v ipp://ADRESSE/ipp/print -m everywhere",
        )
    yield from _stopped(machine, program)


def _stopped(machine: Machine, program: str) -> Iterator[Finding]:
    """Queues that CUPS has stopped after an error: they take jobs, and print none."""
    shown = machine.run([program, "-p"])
    lines = shown.output.splitlines() if shown is not None else []
    names = [line.split()[1] for line in lines if line.startswith("printer ") and " disabled since " in line]
    if names:
        yield Finding(
            "queue",
            Health.LIMITED,
            phrase(mark("Files d’impression arrêtées : {names}."), names=", ".join(names)),
            f"cupsenable {' '.join(names)}",
            fix=(machine.which("cupsenable") or "cupsenable", *names),
        )
