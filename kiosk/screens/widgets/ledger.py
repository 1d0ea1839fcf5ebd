"""Short lines in two columns, each with its sign: what works, what does not."""

import math
from typing import Any

from kivy.app import App
from kivy.properties import ListProperty, NumericProperty
from kivy.uix.widget import Widget

from kiosk.screens.widgets.icon import Icon
from kiosk.screens.widgets.text import Text

GOOD, BAD, UNKNOWN = "check", "cross", "question"


class Ledger(Widget):
    """A block of a column. `lines` are (sign, words)."""

    lines = ListProperty()
    gap_before = NumericProperty(4.0)
    across = NumericProperty(2)

    def __init__(self, **kwargs: Any) -> None:
        self._rows: list[tuple[Icon, Text]] = []
        super().__init__(**kwargs)

    @property
    def text(self) -> str:
        """What is said aloud."""
        return " ".join(words for _, words in self.lines)

    def on_lines(self, *_: object) -> None:
        self.clear_widgets()
        palette = App.get_running_app().look.palette
        self._rows = []
        for sign, words in self.lines:
            shade = {GOOD: palette.action_line, BAD: palette.problem}.get(sign, palette.quiet)
            icon, text = Icon(name=sign, color=shade), Text(text=words, role="small", color=palette.text)
            self._rows.append((icon, text))
            self.add_widget(icon)
            self.add_widget(text)

    def block_height(self, width: float, scale: float) -> tuple[float, bool]:
        heights, whole = self._heights(width, scale)
        return sum(heights), whole

    def block_place(self, x: float, top: float, width: float, scale: float) -> None:
        heights, _ = self._heights(width, scale)
        self.size, self.pos = (width, sum(heights)), (x, top - sum(heights))
        side, between, room = self._shares(width, scale)
        for index, (icon, text) in enumerate(self._rows):
            row, place = divmod(index, self.across)
            left = x + place * (room + side + 3 * between)
            high = top - sum(heights[:row])
            setting = text.measure(room, scale)
            text.place(left + side + between, high, setting, room)
            icon.size = (side, side)
            icon.pos = (left, high - setting.size * 0.72 - side / 2)

    def _shares(self, width: float, scale: float) -> tuple[float, float, float]:
        look = App.get_running_app().look
        side = max(look.least("small"), look.font("small") * scale)
        between = side * 0.45
        room = (width - (self.across - 1) * 2 * between) / self.across - side - between
        return side, between, room

    def _heights(self, width: float, scale: float) -> tuple[list[float], bool]:
        room = self._shares(width, scale)[2]
        settings = [text.measure(room, scale) for _, text in self._rows]
        rows = math.ceil(len(settings) / self.across)
        heights = [max(s.height for s in settings[r * self.across : (r + 1) * self.across]) for r in range(rows)]
        return heights, all(setting.whole for setting in settings)
