"""Does the machine know what time it is? Receipts bear the date, and say where it comes from."""

from collections.abc import Iterator

from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark

TOLERATED = 2.0
"""Seconds."""


def clock(machine: Machine) -> Iterator[Finding]:
    """Set by the network, kept by a battery, or neither."""
    has_battery = bool(list((machine.root / "sys/class/rtc").glob("rtc*")))
    if _synchronised(machine):
        yield Finding("clock", Health.GOOD, mark("L’heure vient du réseau."))
    elif has_battery:
        yield Finding(
            "clock",
            Health.LIMITED,
            mark("L’heure vient de la pile de la machine."),
            mark("Reliez la borne au réseau : timedatectl set-ntp true."),
        )
    else:
        yield Finding(
            "clock",
            Health.LIMITED,
            mark("L’heure n’est garantie par rien."),
            mark("Activez l’heure du réseau, ou ajoutez une horloge à pile."),
        )


def drift(machine: Machine) -> Iterator[Finding]:
    """How far the clock with the battery is from the machine's: it decides after a power cut."""
    try:
        battery = int(machine.read("sys/class/rtc/rtc0/since_epoch"))
    except ValueError:
        return
    seconds = abs(machine.now().timestamp() - battery)
    if seconds > TOLERATED:
        yield Finding(
            "drift",
            Health.LIMITED,
            phrase(mark("L’horloge à pile s’écarte de {seconds} secondes."), seconds=round(seconds)),
            "hwclock --systohc",
        )
    else:
        yield Finding("drift", Health.GOOD, mark("L’horloge à pile est à l’heure."))


def _synchronised(machine: Machine) -> bool:
    if (machine.root / "run/systemd/timesync/synchronized").exists():
        return True
    program = machine.which("timedatectl")
    shown = machine.run([program, "show", "--property=NTPSynchronized"]) if program else None
    return shown is not None and shown.status == 0 and "NTPSynchronized=yes" in shown.output
