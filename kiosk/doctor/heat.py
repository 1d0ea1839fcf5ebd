"""Is the machine too hot? A Raspberry Pi slows down at 80 °C; memory cards wear out faster long before."""

from collections.abc import Iterator

from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark

HOT = 70.0
"""Degrees Celsius from which air is missing."""

MILLIDEGREES = 1000


def heat(machine: Machine) -> Iterator[Finding]:
    """The hottest of the machine's sensors; nothing to say where there is none."""
    hottest = max(_degrees(machine), default=None)
    if hottest is None:
        return
    found = phrase(mark("Température : {degrees} °C."), degrees=round(hottest))
    if hottest >= HOT:
        yield Finding("heat", Health.LIMITED, found, mark("Donnez de l’air à la machine. Nettoyez ses ouïes."))
    else:
        yield Finding("heat", Health.GOOD, found)


def _degrees(machine: Machine) -> Iterator[float]:
    for sensor in (machine.root / "sys/class/thermal").glob("thermal_zone*/temp"):
        try:
            yield int(sensor.read_text(encoding="ascii")) / MILLIDEGREES
        except (OSError, ValueError):
            continue
