"""The application without a core or a loop: frames are put into it one by one, and each is drawn at once."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.clock import FakeClock
from kiosk.journey.views import Frame
from kiosk.languages import language_of
from kiosk.screens.configure import set_config, set_environment
from kiosk.screens.display import choose_display
from kiosk.screens.gallery.samples import MONDAY
from kiosk.screens.panels import PANELS
from kiosk.screens.pictures import decode_pictures
from kiosk.screens.speech import Mute

if TYPE_CHECKING:
    from PIL import Image

    from kiosk.screens.app import KioskApp

NO_PANELS = Path("/nonexistent")


class _Voice(Mute):
    """Says nothing, but is there: the gallery shows the bar as it is where a voice exists."""

    available = True

    def knows(self, language: str) -> bool:
        return bool(language_of(language).voice)


class Studio:
    """One window for many panels and comforts."""

    def __init__(self, app: "KioskApp") -> None:
        self.app = app
        self.taps: list[Any] = []

    def use(self, panel_name: str) -> None:
        """Change the panel and the layout; pictures keep the size of the first panel."""
        from kivy.core.window import Window

        panel = PANELS[panel_name]
        self.app.panel = panel
        if (Window.width, Window.height) != (panel.width, panel.height):
            Window.size = (panel.width, panel.height)
        self.pump()

    def show(self, frame: Frame) -> None:
        """Lay `frame` out, ready to be measured or photographed."""
        self.app.show(frame, decode_pictures(frame.screen))
        self.settle()

    def settle(self) -> None:
        """Let the layouts come to rest, without drawing."""
        from kivy.clock import Clock
        from kivy.lang import Builder

        for _ in range(2):
            Clock.tick()
            Builder.sync()
            Clock.tick_draw()
            Builder.sync()

    def pump(self, ticks: int = 3) -> None:
        """Run the loop for some ticks: inputs, layouts, drawing."""
        from kivy.base import EventLoop

        for _ in range(ticks):
            EventLoop.idle()

    def picture(self) -> "Image.Image":
        from kiosk.screens.shots import grab

        return grab()


def configure_studio(panel_name: str) -> None:
    """Choose the size of the pictures; before Kivy's first import. Raises `NothingToDrawOn`."""
    panel = PANELS[panel_name]
    # Pictures are made off screen even where there is a screen: no window flashes by, and any size can be had.
    hidden = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    set_environment(panel, choose_display(hidden, drm=NO_PANELS))
    set_config(panel, windowed=True, frames_per_second=0)


@contextmanager
def open_studio(panel_name: str) -> Iterator[Studio]:
    """A studio; one at a time in a process. Raises `NothingToDrawOn`."""
    configure_studio(panel_name)
    panel = PANELS[panel_name]
    from kiosk.screens.app import KioskApp

    taps: list[Any] = []
    app = KioskApp(panel, FakeClock(MONDAY), _Voice(), taps.append, still=True, settle=0.0)
    app.prepare()
    studio = Studio(app)
    studio.taps = taps
    try:
        yield studio
    finally:
        app.stop()
