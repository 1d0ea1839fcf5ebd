"""Where the interface can be drawn on this machine."""

import ctypes.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


class NothingToDrawOn(Exception):
    """Nothing can be drawn here. The message is one sentence for people, in French, with the remedy."""


@dataclass(frozen=True, slots=True)
class Display:
    """`driver` is SDL's name of the video driver, None to let SDL choose; `visible` when a person sees it."""

    driver: str | None
    visible: bool
    explanation: str


def _connected(drm: Path) -> bool:
    return any(status.read_text().strip() == "connected" for status in drm.glob("card*-*/status"))


def choose_display(
    environ: Mapping[str, str],
    drm: Path = Path("/sys/class/drm"),
    find_library: Callable[[str], str | None] = ctypes.util.find_library,
) -> Display:
    """The display of the session, else the panel wired to the machine, else an off-screen one.

    Raises `NothingToDrawOn` when even the off-screen one is impossible: the system's OpenGL libraries are missing.
    """
    if driver := environ.get("SDL_VIDEODRIVER"):
        return Display(driver, driver not in ("offscreen", "dummy"), f"Affichage choisi : {driver}.")
    if environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY"):
        return Display(None, True, "La fenêtre s’ouvre sur l’écran de la session.")
    if _connected(drm):
        return Display("kmsdrm", True, "L’écran de la machine est utilisé directement.")
    missing = [name for name in ("EGL", "GLESv2") if find_library(name) is None]
    if missing:
        raise NothingToDrawOn(
            "Aucun écran, et le dessin hors écran est impossible : "
            f"il manque {' et '.join(f'lib{name}' for name in missing)}. "
            "Sous Debian : apt install libegl1 libgles2 libgl1-mesa-dri."
        )
    return Display("offscreen", False, "Aucun écran : l’interface est dessinée hors écran.")
