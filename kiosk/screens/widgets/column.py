"""The words of a screen and its one decision, from the top down, in the largest size that fits."""

import math
from collections.abc import Sequence
from typing import Any, Protocol

from kivy.app import App
from kivy.clock import Clock
from kivy.properties import ListProperty, NumericProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.screens.look import TARGET_MM
from kiosk.screens.typeset import STEP, Setting
from kiosk.screens.widgets.tap import WordButton, level, level_words
from kiosk.screens.widgets.text import Text

LEAST_SCALE = 0.5
BUTTON_MM = (40.0, 35.0, 30.0, 25.0, 21.0)
"""Heights of the main buttons to try, for the 15.6 inch panel; none is ever under the least target."""
LEAST_CARD_MM = 40.0
TWO_LINES = 2.7
MOST_AIRY = 2.2
LEAST_SHARE = 0.38
FORWARD = 1.0


class Block(Protocol):
    """What a column can hold."""

    gap_before: float

    def block_height(self, width: float, scale: float) -> tuple[float, bool]:
        """Height in pixels at `scale`, and whether every word fits in `width`."""

    def block_place(self, x: float, top: float, width: float, scale: float) -> None:
        """Take this place."""


class Sentence(Text):
    """A sentence of a column."""

    gap_before = NumericProperty(3.0)

    def block_height(self, width: float, scale: float) -> tuple[float, bool]:
        setting = self.measure(width, scale)
        return setting.height, setting.whole

    def block_place(self, x: float, top: float, width: float, scale: float) -> None:
        self.place(x, top, self.measure(width, scale), width)


class Title(Sentence):
    """What is, or what is asked."""


class Quiet(Sentence):
    """What may be skipped."""


class Fact(Widget):
    """A pictogram and a sentence on one line."""

    text = StringProperty()
    icon = StringProperty("check")
    gap_before = NumericProperty(3.0)
    color = ListProperty([0, 0, 0, 1])

    def _shares(self, width: float, scale: float) -> tuple[float, float, Setting]:
        size = self.ids.word.measure(width, scale).size
        side, between = size * 1.1, size * 0.5
        return side, between, self.ids.word.measure(width - side - between, scale)

    def block_height(self, width: float, scale: float) -> tuple[float, bool]:
        if not self.text:
            return 0.0, True
        setting = self._shares(width, scale)[2]
        return setting.height, setting.whole

    def block_place(self, x: float, top: float, width: float, scale: float) -> None:
        if not self.text:
            self.size = (0.0, 0.0)
            return
        side, between, setting = self._shares(width, scale)
        self.size, self.pos = (width, setting.height), (x, top - setting.height)
        look, room = App.get_running_app().look, width - side - between
        self.ids.word.place(look.along(self, x + side + between, room), top, setting, room)
        self.ids.icon.size = (side, side)
        self.ids.icon.pos = (look.along(self, x, side), top - setting.size * 0.62 - side / 2)


class Column(Widget):
    """Blocks from the top, then cards or buttons: the last button is the way forward, at the right."""

    buttons = ListProperty()
    cards = ListProperty()
    across = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._trigger = Clock.create_trigger(self._arrange, -1)
        for name in ("pos", "size", "children", "buttons", "cards"):
            self.fbind(name, self._trigger)
        self._trigger()

    def on_buttons(self, *_: object) -> None:
        for button in self.buttons:
            self.add_widget(button)

    def on_cards(self, *_: object) -> None:
        for card in self.cards:
            self.add_widget(card)

    def lay_out(self) -> None:
        """Find every block its place again: some words have changed."""
        self._trigger()

    def scale_that_fits(self) -> float:
        """The share of its full size that the text keeps in the column's present room."""
        return self._largest(App.get_running_app().look)[0]

    def _blocks(self) -> list[Any]:
        return [child for child in reversed(self.children) if hasattr(child, "block_height")]

    def _arrange(self, *_: object) -> None:
        look = App.get_running_app().look
        scale, button = self._largest(look)
        airy = self._airy(look, scale, button)
        top = self.top
        for block in self._blocks():
            height, _whole = block.block_height(self.width, scale)
            if height and top < self.top:
                top -= look.space(block.gap_before) * scale * airy
            block.block_place(self.x, top, self.width, scale)
            top -= height
        if self.buttons:
            self._place_buttons(look, button)
        if self.cards:
            low = self.y + (button + look.gap if self.buttons else 0.0)
            self._place_cards(look, low, top - look.space(6) - low)

    def _button_heights(self, look: Any, scale: float) -> list[float]:
        """Heights to try, from the most generous to the least that takes two lines of words."""
        if not self.buttons:
            return [0.0]
        least = max(look.target, look.font("text") * scale * TWO_LINES)
        if self.cards:
            return [least]  # what is chosen among the cards matters more
        return [*(height for mm in BUTTON_MM if (height := look.space(mm)) > least), least]

    def _cards_least(self, look: Any) -> float:
        if not self.cards:
            return 0.0
        rows = math.ceil(len(self.cards) / self._across())
        bare = all(card.bare for card in self.cards)
        tall = look.target if bare else look.space(LEAST_CARD_MM)
        return float(rows * tall + (rows - 1) * look.gap + (look.gap if self.buttons else 0))

    def _largest(self, look: Any) -> tuple[float, float]:
        """The scale of the words, and the height of the buttons."""
        blocks, cards = self._blocks(), self._cards_least(look) + look.space(6)
        scale = 1.0
        while True:
            needed, whole = self._needed(look, blocks, scale)
            heights = self._button_heights(look, scale)
            fitting = next((height for height in heights if needed + cards + height <= self.height), None)
            if (whole and fitting is not None) or scale < LEAST_SCALE:
                return scale, fitting if fitting is not None else heights[-1]
            scale *= STEP

    def _needed(self, look: Any, blocks: list[Any], scale: float) -> tuple[float, bool]:
        needed, all_whole = 0.0, True
        for block in blocks:
            height, whole = block.block_height(self.width, scale)
            if height:
                needed += height + (look.space(block.gap_before) * scale if needed else 0)
            all_whole = all_whole and whole
        return needed, all_whole

    def _airy(self, look: Any, scale: float, button: float) -> float:
        """How much wider than their least the gaps between the words may be."""
        if self.cards:
            return 1.0
        foot = button + look.space(10) if self.buttons else 0.0
        spare = self.height - foot - self._needed(look, self._blocks(), scale)[0]
        gaps = sum(look.space(b.gap_before) * scale for b in self._blocks()[1:] if b.block_height(self.width, scale)[0])
        return max(1.0, min(MOST_AIRY, 1 + spare / gaps)) if gaps else 1.0

    def _across(self) -> int:
        count = len(self.cards)
        return int(self.across) or (count if count <= 3 else 2 if count == 4 else 3 if count <= 9 else 4)

    def _place_buttons(self, look: Any, height: float) -> None:
        naturals = [button.natural_width() for button in self.buttons]
        least = sum(naturals) * (LEAST_SHARE if len(naturals) == 2 else 0.0)
        forward = max(naturals) * FORWARD
        weights = [
            max(natural, forward if button.kind == "filled" else least)
            for natural, button in zip(naturals, self.buttons, strict=True)
        ]
        room = self.width - look.gap * (len(self.buttons) - 1)
        x = self.x
        for button, width in zip(self.buttons, _shares(room, weights, look.mm(TARGET_MM)), strict=True):
            button.size = (width, height)
            button.pos = (look.along(self, x, button.width), self.y)
            x += button.width + look.gap
        level_words(self.buttons)

    def _place_cards(self, look: Any, low: float, height: float) -> None:
        across = self._across()
        rows = math.ceil(len(self.cards) / across)
        width = (self.width - look.gap * (across - 1)) / across
        tall = (height - look.gap * (rows - 1)) / rows
        for index, card in enumerate(self.cards):
            row, place = divmod(index, across)
            card.size = (width, tall)
            x = look.along(self, self.x + place * (width + look.gap), width)
            card.pos = (x, low + height - (row + 1) * tall - row * look.gap)
        level(self.cards)


def make_button(kind: str, action: Any, text: str, icon: str, *, trailing: bool = False) -> WordButton:
    """A main button."""
    return WordButton(kind=kind, action=action, text=text, icon=icon, trailing=trailing)


def _shares(room: float, weights: Sequence[float], least: float) -> list[float]:
    """`room` shared out by `weights`, none under `least` (all in pixels)."""
    short = [room * weight / sum(weights) < least for weight in weights]
    rest = sum(weight for weight, is_short in zip(weights, short, strict=True) if not is_short)
    left = room - least * sum(short)
    return [least if is_short else left * weight / rest for weight, is_short in zip(weights, short, strict=True)]
