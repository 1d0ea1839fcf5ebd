"""What can be touched. Each knows the action it stands for, and nothing of what the action does."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.properties import (
    BooleanProperty,
    ListProperty,
    NumericProperty,
    ObjectProperty,
    OptionProperty,
    StringProperty,
)
from kivy.uix.behaviors import ButtonBehavior

from kiosk.screens.typeset import Setting
from kiosk.screens.widgets.plate import Plate

RISE_S = 0.2
"""A button that was let go rises after its answer: the window would be drawn twice, and the answer wait for it."""


class Tap(ButtonBehavior, Plate):
    """A pressable plate. `kind` is filled (the way forward), outlined, card, bar, call, problem or idle."""

    action = ObjectProperty(None, allownone=True)
    value = ObjectProperty(None, allownone=True)
    kind = OptionProperty(
        "outlined", options=("filled", "outlined", "card", "bar", "call", "called", "problem", "idle", "chosen")
    )
    ink = ListProperty([0, 0, 0, 1])
    deaf = BooleanProperty(False)

    @property
    def words(self) -> str:
        """What it says, for who does not see it."""
        return " ".join(text for text in (getattr(self, "title", ""), getattr(self, "text", "")) if text)

    @property
    def listens(self) -> bool:
        """Whether a touch on it does anything now."""
        return not self.deaf and self.kind != "idle"

    def on_press(self) -> None:
        self.pressed = True

    def on_touch_up(self, touch: Any) -> bool:
        if not (self in touch.ud and self.collide_point(*touch.pos)):
            self.pressed = False
        return bool(super().on_touch_up(touch))

    def on_release(self) -> None:
        Clock.schedule_once(self._rise, RISE_S)
        App.get_running_app().tapped(self)

    def _rise(self, *_: object) -> None:
        self.pressed = False

    def on_touch_down(self, touch: Any) -> bool:
        if not self.listens:
            return False
        return bool(super().on_touch_down(touch))


class WordButton(Tap):
    """A word and a pictogram side by side: `icon` before the word, or after it when `trailing`."""

    text = StringProperty()
    icon = StringProperty()
    trailing = BooleanProperty(False)
    role = StringProperty("text")
    lowest = StringProperty("bar")
    bold = BooleanProperty(True)
    most_px = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        trigger = Clock.create_trigger(self._arrange, -1)
        for name in ("pos", "size", "text", "icon", "pressed", "most_px"):
            self.fbind(name, trigger)
        trigger()

    def natural_width(self) -> float:
        """Width in pixels that the word and its pictogram would take on one line."""
        look = App.get_running_app().look
        size = look.font(self.role)
        return float(self.ids.word.measure(float("inf")).width + (size * 1.9 if self.icon else 0) + look.space(8))

    def fit(self) -> tuple[Setting, float, float]:
        """How the word is set in the present size, the side of the pictogram, and the space between them."""
        look = App.get_running_app().look
        pad = look.space(4) + self.edge
        between = look.space(3.4) if self.icon else 0.0
        room = self.height - self.shadow - 2 * self.edge - look.space(2)
        side = min(look.font(self.role) * 1.12, room) if self.icon else 0.0
        return self.ids.word.fit(self.width - 2 * pad - side - between, room, self.most_px), side, between

    def _arrange(self, *_: object) -> None:
        setting, side, between = self.fit()
        left = self.center_x - (side + between + setting.width) / 2
        middle = self.y + self.shadow + (self.height - self.shadow) / 2 - self.sunk
        word_x = left if self.trailing else left + side + between
        # Capitals look centred when their middle, not that of the line box, is on the axis.
        look, wide = App.get_running_app().look, math.ceil(setting.width) + 1
        top = middle + setting.height / 2 + setting.size * 0.01
        self.ids.word.place(look.along(self, word_x, wide), top, setting, wide)
        icon_x = left + setting.width + between if self.trailing else left
        self.ids.icon.size = (side, side)
        self.ids.icon.pos = (look.along(self, icon_x, side), middle - side / 2)


LEAST_ICON_MM = 9.0
ICON_EM = 1.05
ICON_ROOM = 1.35
"""What a pictogram beside the words takes, with the space after it, in its own widths."""


@dataclass(frozen=True, slots=True)
class CardSizes:
    """Font sizes of the words of a card and side of its pictogram, in pixels."""

    title: float
    subtitle: float
    icon: float


class Card(Tap):
    """A choice: pictogram above, title and a quieter line below. `most` is what all the cards beside it can have."""

    title = StringProperty()
    subtitle = StringProperty()
    icon = StringProperty()
    most = ObjectProperty(None, allownone=True)
    iconless = BooleanProperty(False)
    """Without a pictogram, where one of the cards beside it has no room for its own."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        trigger = Clock.create_trigger(self._arrange, -1)
        for name in ("pos", "size", "title", "subtitle", "icon", "pressed", "most", "iconless"):
            self.fbind(name, trigger)
        trigger()

    @property
    def bare(self) -> bool:
        """A name and nothing else."""
        return not self.subtitle and not self.icon

    def _pad(self, look: Any) -> float:
        return float(look.space(4 if self.bare else 8))

    def fit(self) -> tuple[Setting, Setting | None, float]:
        """How title and subtitle are set in the present size, and the side of the pictogram."""
        look = App.get_running_app().look
        most = self.most or CardSizes(0, 0, look.space(32))
        pad = self._pad(look)
        width, room = self.width - 2 * pad, self.height - self.shadow - 1.8 * pad
        between = look.space(2)
        below = self.ids.subtitle.fit(width, room * 0.4, most.subtitle) if self.subtitle else None
        room -= below.height + between if below else 0
        heading = self.ids.title.fit(width, room, most.title)
        side = min(most.icon, room - heading.height - between)
        if side >= look.space(LEAST_ICON_MM):
            return heading, below, side
        if self.iconless:
            return heading, below, 0.0
        beside = self.ids.title.fit(width - look.font("text") * ICON_EM * ICON_ROOM, room, most.title)
        return (beside if beside.whole and beside.height <= room else heading), below, 0.0

    def bears_icon(self) -> bool:
        """Whether there is room for the pictogram, above the words or beside them."""
        heading, _, side = self.fit()
        spare = self.width - 2 * App.get_running_app().look.space(8) - heading.width
        return bool(side) or spare >= heading.size * ICON_EM * ICON_ROOM

    def sizes(self) -> CardSizes:
        """What this card can have, were it alone."""
        heading, below, side = self.fit()
        return CardSizes(heading.size, below.size if below else float("inf"), side)

    def _arrange(self, *_: object) -> None:
        look = App.get_running_app().look
        heading, below, side = self.fit()
        pad = self._pad(look)
        low, width = self.y + self.shadow + pad * 0.8 - self.sunk, self.width - 2 * pad
        if self.bare or not side:
            words = heading.height + (below.height + look.space(2) if below else 0)
            low = self.y + self.shadow + (self.height - self.shadow - words) / 2 - self.sunk
        if below:
            self.ids.subtitle.place(self.x + pad, low + below.height, below, width)
            low += below.height + look.space(2)
        self.ids.title.place(self.x + pad, low + heading.height, heading, width)
        icon_x = self.x + pad * 0.8
        if side or self.bare or not self.icon or self.iconless or not self.bears_icon():
            self.ids.icon.size = (side, side)
            self.ids.icon.pos = (look.along(self, icon_x, side), self.top - pad - self.sunk - side)
            return
        # No room above the words: beside them, on their first line.
        side, top = heading.size * ICON_EM, low + heading.height
        self.ids.icon.size = (side, side)
        self.ids.icon.pos = (look.along(self, icon_x, side), top - heading.size * 0.62 - side / 2)
        shift, room = side * ICON_ROOM, width - side * ICON_ROOM
        self.ids.title.place(look.along(self, self.x + pad + shift, room), top, heading, room)


def level(cards: Sequence[Card]) -> None:
    """Give cards that stand side by side the same sizes: those that all of them can have."""
    for card in cards:
        card.most, card.iconless = None, False
    each = [card.sizes() for card in cards]
    most = CardSizes(*(min(getattr(sizes, name) for sizes in each) for name in ("title", "subtitle", "icon")))
    for card in cards:
        card.most = most
    iconless = not all(card.bears_icon() for card in cards)
    for card in cards:
        card.iconless = iconless


def level_words(buttons: Sequence[WordButton]) -> None:
    """Give the words of buttons that stand side by side the same size."""
    for button in buttons:
        button.most_px = 0
    most = min((button.fit()[0].size for button in buttons), default=0)
    for button in buttons:
        button.most_px = most
