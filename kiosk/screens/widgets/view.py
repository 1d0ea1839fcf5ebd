"""What every screen and every overlay has: a picture at the side, words, and one decision."""

from dataclasses import dataclass
from typing import Any, ClassVar

from kivy.app import App
from kivy.clock import Clock
from kivy.uix.widget import Widget

from kiosk.journey.actions import Action
from kiosk.journey.views import Frame
from kiosk.screens.speech import Said
from kiosk.screens.widgets.column import Column, make_button
from kiosk.screens.widgets.tap import WordButton
from kiosk.screens.words.defaults import LABELS, TRAILING
from kiosk.words import SOURCE_LANGUAGE, STAFF_LANGUAGES, say

BAR_ACTIONS = frozenset({Action.BACK, Action.OPEN_COMFORT, Action.CALL})
SIDE_SHRINKS = (1.0, 0.85, 0.7, 0.55, 0.42)
FIRM_SHRINKS = (1.0, 0.9)
READABLE = 0.93
"""Words may shrink to this before the picture beside them does."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A main button. `label` is French; the words and pictogram of the action where they are not given."""

    action: Action
    kind: str = "outlined"
    label: str | None = None
    icon: str | None = None


class View(Widget):
    """A whole screen drawn from one frame. `choices` are in order: the way forward last, at the right."""

    choices: ClassVar[tuple[Choice, ...]] = ()
    on_cards: ClassVar[frozenset[Action]] = frozenset()
    anywhere: ClassVar[Action | None] = None
    """What a touch beside the buttons stands for, where the whole screen is one."""
    secret: ClassVar[bool] = False
    """Whether what is chosen here must not be overheard."""
    for_staff: ClassVar[bool] = False

    def __init__(self, frame: Frame, **kwargs: Any) -> None:
        self.frame = frame
        self.facts: Any = frame.screen
        self.overlay: Any = frame.overlay
        self.language = _of_staff(frame.language) if self.for_staff else frame.language
        self.column: Column | None = None
        super().__init__(**kwargs)
        self._trigger = Clock.create_trigger(self._arrange, -1)
        self.bind(pos=self._trigger, size=self._trigger)
        self._fill()
        self._trigger()

    def on_touch_up(self, touch: Any) -> bool:
        if super().on_touch_up(touch):
            return True
        if touch.grab_list or self.anywhere not in self.frame.actions or not self.collide_point(*touch.pos):
            return False
        App.get_running_app().act(self.anywhere)
        return True

    def said(self) -> tuple[Said, ...]:
        """What to say, in which language: what is private comes last, and into headphones only."""
        aloud = tuple(Said(self.language, sentence) for sentence in self.spoken())
        return aloud + tuple(Said(self.language, sentence, private=True) for sentence in self.private())

    def private(self) -> tuple[str, ...]:
        """What the visitor's papers say: for one person's ears."""
        return ()

    def spoken(self) -> tuple[str, ...]:
        """The sentences to say aloud: those of the column, which hold nothing private unless a view says so."""
        if self.column is None:
            return ()
        blocks = (child for child in reversed(self.column.children) if hasattr(child, "block_height"))
        return tuple(block.text for block in blocks if block.text)

    def _fill(self) -> None:
        self.column = next((child for child in self.children if isinstance(child, Column)), None)
        if self.column is not None:
            self.column.buttons = self._buttons()

    def _buttons(self) -> list[WordButton]:
        offered = self.frame.actions
        known = {choice.action for choice in self.choices} | BAR_ACTIONS | self.on_cards
        others = [Choice(action) for action in offered if action not in known and action in LABELS]
        return [self._button(choice) for choice in (*others, *self.choices) if choice.action in offered]

    def _button(self, choice: Choice) -> WordButton:
        label, icon = LABELS[choice.action]
        icon = icon if choice.icon is None else choice.icon
        words = say(self.language, choice.label or label)
        return make_button(choice.kind, choice.action, words, icon, trailing=icon in TRAILING)

    def _arrange(self, *_: object) -> None:
        if self.column is None:
            return
        sides = [child for child in self.children if child is not self.column]
        if not sides:
            self.column.pos, self.column.size = self.pos, self.size
            return
        side = sides[0]
        look = App.get_running_app().look
        between = look.space(10)
        for shrink in FIRM_SHRINKS if side.firm else SIDE_SHRINKS:
            width = min(
                self.width * side.share * look.picture_share * shrink, self.height * getattr(side, "shape", 1.0) * 1.02
            )
            room = self.width - width - between
            side.pos, side.size = (look.along(self, self.x, width), self.y), (width, self.height)
            self.column.pos = (look.along(self, self.x + width + between, room), self.y)
            self.column.size = (room, self.height)
            if self.column.scale_that_fits() >= READABLE:
                return


def _of_staff(language: str) -> str:
    """The language of a staff screen that a visit in `language` is under."""
    return language if language in STAFF_LANGUAGES else SOURCE_LANGUAGE
