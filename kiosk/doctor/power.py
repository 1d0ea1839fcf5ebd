"""Does the machine get enough power? A Raspberry Pi measures it. Too little ruins memory cards and USB devices."""

from collections.abc import Iterator

from kiosk.doctor.model import Finding, Health, Machine
from kiosk.words import mark

THROTTLED = "sys/devices/platform/soc/soc:firmware/get_throttled"
"""A hexadecimal number (Raspberry Pi firmware): bit 0 too little now, bit 16 too little since the start."""

NOW = 1 << 0
SINCE_THE_START = 1 << 16
_SENSOR = "rpi_volt"


def power(machine: Machine) -> Iterator[Finding]:
    """Nothing to say on machines that do not measure it."""
    flags = _flags(machine)
    if flags is None:
        return
    if flags & (NOW | SINCE_THE_START):
        found = mark("Le courant baisse.") if flags & NOW else mark("Le courant a baissé depuis le démarrage.")
        yield Finding(
            "power", Health.LIMITED, found, mark("Mettez le bloc d’alimentation d’origine, et un câble court.")
        )
    else:
        yield Finding("power", Health.GOOD, mark("Le courant suffit."))


def _flags(machine: Machine) -> int | None:
    try:
        return int(machine.read(THROTTLED).strip(), 16)
    except ValueError:
        pass
    for name in sorted((machine.root / "sys/class/hwmon").glob("hwmon*/name")):
        if name.read_text(encoding="ascii", errors="replace").strip() == _SENSOR:
            alarm = machine.read(str((name.parent / "in0_lcrit_alarm").relative_to(machine.root))).strip()
            return NOW if alarm == "1" else 0
    return None
