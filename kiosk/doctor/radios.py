"""Are the radios off? Some visitors are hurt by them, and a kiosk on a cable needs none."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark


def radios(machine: Machine) -> Iterator[Finding]:
    """What the kernel's switches say (rfkill)."""
    on = sorted({_text(switch / "type") for switch in _switches(machine) if _is_on(switch)})
    if on:
        yield Finding(
            "radios",
            Health.LIMITED,
            phrase(mark("Des radios sont allumées : {radios}."), radios=", ".join(on)),
            "rfkill block all",
        )
    else:
        yield Finding("radios", Health.GOOD, mark("Aucune radio n’est allumée."))


def _switches(machine: Machine) -> Iterator[Path]:
    yield from (machine.root / "sys/class/rfkill").glob("rfkill*")


def _is_on(switch: Path) -> bool:
    return _text(switch / "soft") == "0" and _text(switch / "hard") == "0"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
