"""docs/faults.md: every fault, what the visitor reads, and what happens then. `python -m tests.faults` writes it."""

from collections.abc import Iterator
from pathlib import Path

from hardware.faults import FAULTS, Device, Effect, Fault
from kiosk.screens.words.devices import trouble_words
from kiosk.screens.words.staff import badge_fault_words, camera_fault_words

PLACE = Path(__file__).resolve().parents[2] / "docs" / "faults.md"
HEAD = """# Faults

Every fault by name, as `hardware/faults.py` lists them. Made by `python -m tests.faults`; what it says is tried
through a real core by `tests/faults/test_every_fault_in_every_state.py`, each fault of the scanner, of the printers and
of the badge reader in thirteen states of a visit. `kiosk dock DEVICE FAULT` gives a simulated device any of them.

- **The scanner** is used when a sheet is laid down. A fault then shows the screen of trouble, with "try again",
  "back" and "call someone"; the pages already accepted stay. While the scanner itself says that it is away, the
  seconds are counted; once it is back the screen says so and asks for the page again
  ([decision 39](decisions/0039-what-moves-without-a-frame.md)). In every other state the visit goes on untouched.
- **The printers** are used when the papers have been handed over. The receipt is then on the screen, with its
  number and its code, and can be printed again on the same screen once the printer works. In every other state the
  visit goes on untouched.
- **The badge reader** belongs to mediators. A card put in at any state shows its own screen; the visit is back when it
  leaves. Every fault is tried with a badge going in, and in every state without one.
- **The camera** takes a page where the scanner cannot ("take a photo"). Its faults are tried there, in the state in
  which it is used; it is let go in all the others.
- What a device reports by itself is said on the standby screen, before anyone starts in vain (column "seen at
  rest").
"""
SHOWS = {
    Effect.REFUSES: "at once",
    Effect.FAILS: "when used",
    Effect.HANGS: "when used, after its time",
    Effect.DIES: "when used; started again",
    Effect.DAWDLES: "not: it is waited for",
}


def document() -> str:
    """The whole page."""
    return HEAD + "".join(section for device in Device for section in _section(device))


def _section(device: Device) -> Iterator[str]:
    yield f"\n## {device.value.capitalize()}\n\n"
    yield "| fault | what it is | shows | seen at rest | the visitor reads | next step |\n|---|---|---|---|---|---|\n"
    for fault in FAULTS:
        if fault.device is device:
            yield _row(fault)


def _row(fault: Fault) -> str:
    at_rest = "yes" if fault.effect is Effect.REFUSES else "no"
    happened = remedy = "–"
    if fault.device is Device.CARD:
        happened, remedy = badge_fault_words(fault.name)
    elif fault.device is Device.CAMERA:
        happened, remedy = camera_fault_words(fault.name)
    elif fault.effect is not Effect.DAWDLES:
        words = trouble_words(fault.device, fault.name)
        happened, remedy = words.happened, words.remedy
    return f"| `{fault.name}` | {fault.meaning} | {SHOWS[fault.effect]} | {at_rest} | {happened} | {remedy} |\n"
