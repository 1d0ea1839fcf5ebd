"""Can the kiosk speak, and be heard?"""

from collections.abc import Iterator

from kiosk.doctor.model import Finding, Health, Machine
from kiosk.words import mark

CARDS = "proc/asound/cards"


def speech(machine: Machine) -> Iterator[Finding]:
    """The program that reads sentences aloud."""
    if machine.which("espeak-ng") and machine.which("aplay"):
        yield Finding("speech", Health.GOOD, mark("La lecture à voix haute est installée."))
    else:
        yield Finding(
            "speech", Health.LIMITED, mark("La borne ne sait pas parler."), "apt install espeak-ng alsa-utils"
        )


def sound_device(machine: Machine) -> Iterator[Finding]:
    """Something that makes a noise."""
    if "PULSE_SERVER" in machine.environment or "[" in machine.read(CARDS):
        yield Finding("sound", Health.GOOD, mark("Une sortie de son est là."))
    else:
        yield Finding(
            "sound",
            Health.LIMITED,
            mark("Aucune sortie de son : la borne restera muette."),
            mark("Branchez un haut-parleur ou un casque."),
        )
