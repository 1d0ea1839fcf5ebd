"""The interface as a process: it connects to the core, draws, and may be killed at any moment."""

import importlib
import logging
import os
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.clock import SystemClock
from kiosk.screens.configure import set_config, set_environment
from kiosk.screens.display import Display, NothingToDrawOn, choose_display
from kiosk.screens.link import Link
from kiosk.screens.panels import DEFAULT_PANEL, PANELS
from kiosk.screens.speech import choose_voice
from kiosk.screens.switching import PERIOD_S

if TYPE_CHECKING:
    from kiosk.screens.player import Player

DONE, PLAY_FAILED, NOTHING_TO_DRAW_ON = 0, 1, 2

__all__ = ["NothingToDrawOn", "run"]


def process_age() -> float:
    """Seconds since this process was started by the system."""
    started_ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started_ticks / os.sysconf("SC_CLK_TCK")


def run(
    socket_path: Path,
    *,
    windowed: bool,
    panel: str = DEFAULT_PANEL,
    player: "Player | None" = None,
    switch_seconds: float = PERIOD_S,
) -> int:
    """Draw what the core behind `socket_path` says, until told to stop.

    `player` plays a visit by synthetic touches, then ends the program. A choice is lit for `switch_seconds` for who has
    one switch only. 0 when all went well, 1 when the play failed. Raises `NothingToDrawOn` when nothing can be drawn on
    this machine, and KeyError for an unknown `panel`.
    """
    known = PANELS[panel]
    # The words of refused pages bring numpy: loaded beside Kivy now, or the drawing would stop for it later.
    threading.Thread(target=importlib.import_module, args=("kiosk.pages.sentences",), daemon=True).start()
    display = choose_display(os.environ)
    set_environment(known, display)
    set_config(known, windowed=windowed or not display.visible)
    voice = choose_voice()

    _open_window(display)
    from kivy.clock import Clock

    from kiosk.screens.app import KioskApp

    def on_frame(frame: Any, pictures: Any) -> None:
        Clock.schedule_once(lambda _dt: app.show(frame, pictures), 0)

    def on_glimpse(glimpse: Any, pixels: Any) -> None:
        Clock.schedule_once(lambda _dt: app.glimpse(glimpse, pixels), 0)

    def on_lost() -> None:
        Clock.schedule_once(lambda _dt: app.lost(), 0)

    link = Link(socket_path, on_frame, on_glimpse, on_lost)
    born = time.monotonic() - process_age()
    app = KioskApp(known, SystemClock(), voice, link.send, born=born, switch_seconds=switch_seconds)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: Clock.schedule_once(lambda _dt: app.stop(), 0))
    link.start()
    if player is not None:
        player.attach(app)
    try:
        app.run()
    finally:
        voice.hush()
        link.close()
    return DONE if player is None else player.finish()


def _open_window(display: Display) -> None:
    """Open Kivy's window; raises `NothingToDrawOn`, without the traces that Kivy prints of each way it tried."""
    logging.disable(logging.CRITICAL)
    try:
        from kivy.core.window import Window
    finally:
        logging.disable(logging.NOTSET)
    if Window is None:
        name = display.driver or "de la session"
        raise NothingToDrawOn(f"L’affichage «\u00a0{name}\u00a0» ne s’ouvre pas sur cette machine.")
