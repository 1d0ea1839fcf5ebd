"""Can the screens be drawn here, and will someone see them?"""

import ctypes.util
from collections.abc import Callable, Iterator

from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark

OFF_SCREEN_LIBRARIES = ("EGL", "GLESv2")


def display(
    machine: Machine, find_library: Callable[[str], str | None] = ctypes.util.find_library
) -> Iterator[Finding]:
    """A session's display, a panel wired to the machine, or at least drawing off screen."""
    environment = machine.environment
    if environment.get("WAYLAND_DISPLAY"):
        yield Finding("display", Health.GOOD, mark("L’écran de la session Wayland est utilisé."), essential=True)
    elif environment.get("DISPLAY"):
        yield Finding("display", Health.GOOD, mark("L’écran de la session X11 est utilisé."), essential=True)
    elif panel := _panel(machine):
        yield Finding(
            "display", Health.GOOD, phrase(mark("Un écran est branché : {panel}."), panel=panel), essential=True
        )
    elif all(find_library(name) for name in OFF_SCREEN_LIBRARIES):
        yield Finding(
            "display",
            Health.LIMITED,
            mark("Aucun écran : le dessin se fait hors écran."),
            mark("Branchez un écran pour recevoir des visiteurs."),
            essential=True,
        )
    else:
        yield Finding(
            "display",
            Health.MISSING,
            mark("Aucun écran, et le dessin hors écran est impossible."),
            "apt install libegl1 libgles2 libgl1-mesa-dri",
            essential=True,
        )


def _panel(machine: Machine) -> str:
    """The connector of the first panel that is plugged in, e.g. "HDMI-A-1"."""
    for status in sorted((machine.root / "sys/class/drm").glob("card*-*/status")):
        if status.read_text(encoding="ascii", errors="replace").strip() == "connected":
            return status.parent.name.partition("-")[2]
    return ""
