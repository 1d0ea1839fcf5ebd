"""All the checks, in the order in which a person would mend things."""

from collections.abc import Callable, Iterator, Sequence

from kiosk.doctor.badge import card_reader
from kiosk.doctor.certificates import certificate
from kiosk.doctor.drawing import display
from kiosk.doctor.heat import heat
from kiosk.doctor.memory import memory, swap
from kiosk.doctor.model import Finding, Health, Machine
from kiosk.doctor.places import data_folder, memory_folder
from kiosk.doctor.power import power
from kiosk.doctor.printing import cups_library, queues
from kiosk.doctor.program import fonts, libraries, python
from kiosk.doctor.radios import radios
from kiosk.doctor.reading import tesseract
from kiosk.doctor.scanning import scanner
from kiosk.doctor.sound import sound_device, speech
from kiosk.doctor.times import clock, drift

CHECKS: Sequence[Callable[[Machine], Iterator[Finding]]] = (
    python,
    libraries,
    fonts,
    tesseract,
    display,
    data_folder,
    memory_folder,
    scanner,
    cups_library,
    queues,
    card_reader,
    speech,
    sound_device,
    clock,
    drift,
    memory,
    swap,
    power,
    heat,
    certificate,
    radios,
)


def examine(machine: Machine) -> list[Finding]:
    """Everything about this machine."""
    return [finding for check in CHECKS for finding in check(machine)]


def can_run(findings: Sequence[Finding]) -> bool:
    """Whether nothing essential is missing."""
    return not any(finding.essential and finding.health is Health.MISSING for finding in findings)
