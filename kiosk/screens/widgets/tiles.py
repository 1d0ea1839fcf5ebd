"""Tiles of one word or one letter, in rows that fill the room: a keyboard without a keyboard."""

import math
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.properties import NumericProperty
from kivy.uix.widget import Widget

from kiosk.screens.widgets.tap import WordButton, level_words

TALLEST_MM = 34.0


class Tiles(Widget):
    """Give it `tiles`; each is at least a full target where the panel has the room for as many."""

    across = NumericProperty(0)
    lead = NumericProperty(0)
    """Cells at the start that are left to a title."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.tiles: list[WordButton] = []
        self._digits = False
        self._trigger = Clock.create_trigger(self._arrange, -1)
        for name in ("pos", "size", "children"):
            self.fbind(name, self._trigger)

    def fill(self, tiles: list[WordButton], across: int, lead: int = 0, *, digits: bool = False) -> None:
        """Show `tiles`, in reading order, `across` in a row, after `lead` empty cells.

        `digits` stand from left to right in every language, as on a telephone.
        """
        self.clear_widgets()
        self.tiles, self.across, self.lead, self._digits = tiles, across, lead, digits
        for tile in tiles:
            self.add_widget(tile)
        self._trigger()

    def lead_size(self, look: Any) -> tuple[float, float]:
        """Width and height of the cells that are left to a title."""
        width, height = self._cell(look)
        return width * self.lead + look.gap * (self.lead - 1), height

    def _cell(self, look: Any) -> tuple[float, float]:
        across = int(self.across)
        rows = math.ceil((len(self.tiles) + self.lead) / across)
        width = (self.width - look.gap * (across - 1)) / across
        height = (self.height - look.gap * (rows - 1)) / rows
        return width, max(look.target, min(height, look.mm(TALLEST_MM)))

    def _arrange(self, *_: object) -> None:
        if not self.tiles:
            return
        look: Any = App.get_running_app().look
        across = int(self.across)
        width, height = self._cell(look)
        for index, tile in enumerate(self.tiles, int(self.lead)):
            row, place = divmod(index, across)
            tile.size = (width, height)
            x = self.x + place * (width + look.gap)
            tile.pos = (
                x if self._digits else look.along(self, x, width),
                self.top - (row + 1) * height - row * look.gap,
            )
        level_words(self.tiles)
