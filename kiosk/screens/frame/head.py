"""The top line: the mark, and the day and hour or how far the visit has come."""

import datetime as dt
import math
from collections.abc import Callable
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.graphics import Color, Rectangle, SmoothRoundedRectangle
from kivy.uix.widget import Widget

from kiosk.journey.views import Frame
from kiosk.screens.widgets.icon import picture
from kiosk.screens.words.dates import now_line

NAME = "Témoin"
LOOK_AT_CLOCK_S = 5.0


class Head(Widget):
    """The mark is an eye that witnesses: green ring, yellow centre."""

    def __init__(self, frame: Frame, now: Callable[[], dt.datetime], **kwargs: Any) -> None:
        self.frame = frame
        self._now = now
        self.name = NAME
        super().__init__(**kwargs)
        trigger = Clock.create_trigger(self._arrange, -1)
        self.bind(pos=trigger, size=trigger)
        self._tick = Clock.schedule_interval(self._tell_time, LOOK_AT_CLOCK_S)
        self._tell_time()

    def stop(self) -> None:
        """Look at the clock no more."""
        self._tick.cancel()

    def _tell_time(self, *_: object) -> None:
        words = now_line(self.frame.language, self._now()) if self.frame.progress is None else ""
        if self.ids.time.text != words:
            self.ids.time.text = words
            self._arrange()

    def _arrange(self, *_: object) -> None:
        look = App.get_running_app().look
        middle = self.center_y
        side = look.space(8)
        self.canvas.before.clear()
        with self.canvas.before:
            for part, shade in (("mark_ring", look.palette.action_line), ("mark_centre", look.palette.mark)):
                Color(rgba=shade)
                x = look.along(self, self.x, side)
                Rectangle(texture=picture("lines", part), pos=(x, round(middle - side / 2)), size=(side, side))
            self._draw_progress(look, middle)
        self._place(self.ids.name, self.x + side + look.space(4), middle)
        time = self.ids.time
        self._place(time, self.right - time.measure(self.width * 0.8).width - 2, middle)

    def _place(self, text: Any, x: float, middle: float) -> None:
        setting = text.measure(self.width * 0.8)
        # The eye centres small letters: the line box is centred a little low.
        width = math.ceil(setting.width) + 1
        x = App.get_running_app().look.along(self, x, width)
        text.place(x, middle + setting.height / 2 + setting.size * 0.02, setting, width)

    def _draw_progress(self, look: Any, middle: float) -> None:
        if self.frame.progress is None:
            return
        reached, steps = self.frame.progress
        width, height, between = look.space(8.4), look.space(2.6), look.space(2.6)
        x = self.right - steps * width - (steps - 1) * between
        for step in range(steps):
            Color(rgba=look.palette.action_line if step < reached else look.palette.idle)
            SmoothRoundedRectangle(
                pos=(round(look.along(self, x, width)), round(middle - height / 2)),
                size=(width, height),
                radius=[height / 2],
            )
            x += width + between
