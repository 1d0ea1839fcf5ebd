"""Kivy's settings, which count only if they are made before its first import."""

import logging
import os
import sys
import tempfile
from pathlib import Path

from kiosk.screens.display import Display
from kiosk.screens.panels import Panel


def _runtime_directory() -> Path:
    base = os.environ.get("RUNTIME_DIRECTORY") or os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    folder = Path(base) / f"kiosk-screens-{os.getuid()}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def set_environment(panel: Panel, display: Display) -> None:
    """Environment of Kivy and SDL. Its own log files are off: they would hold what visitors do."""
    if "kivy" in sys.modules:
        if os.environ.get("KIVY_NO_CONFIG") != "1":
            raise RuntimeError("Kivy was imported before it was configured")
        return
    os.environ.update(
        KIVY_NO_ARGS="1",
        KIVY_NO_FILELOG="1",
        KIVY_LOG_MODE="PYTHON",
        KIVY_NO_CONFIG="1",
        KIVY_HOME=str(_runtime_directory()),
        KIVY_DPI=f"{panel.dpi:.1f}",
        KIVY_METRICS_DENSITY="1",
        KIVY_WINDOW="sdl2",
    )
    if display.driver is not None:
        os.environ["SDL_VIDEODRIVER"] = display.driver


def set_config(panel: Panel, *, windowed: bool, frames_per_second: int = 60) -> None:
    """Kivy's own configuration: no multisampling (5 times slower without a GPU), no way out by a key."""
    if "kivy.core.window" in sys.modules:
        return
    from kivy.config import Config

    graphics = {
        "multisamples": "0",
        "maxfps": str(frames_per_second),
        "width": str(panel.width),
        "height": str(panel.height),
        "resizable": "0",
        "show_cursor": "1" if windowed else "0",
        "fullscreen": "0" if windowed else "auto",
        "borderless": "0" if windowed else "1",
        "allow_screensaver": "0",
    }
    for name, value in graphics.items():
        Config.set("graphics", name, value)
    for name in ("exit_on_escape", "pause_on_minimize", "desktop"):
        Config.set("kivy", name, "0")
    Config.set("kivy", "log_level", "warning")
    logging.getLogger("kivy").setLevel(logging.WARNING)
    # Two providers reading one panel make every tap a double one (Kivy issues 3801 and 1903).
    for name in Config.options("input"):
        Config.remove_option("input", name)
    Config.set("input", "mouse", "mouse,disable_multitouch")
