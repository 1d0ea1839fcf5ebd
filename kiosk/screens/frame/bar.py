"""The fixed bar: back, repeat, comfort, call someone. Each always at the same place."""

from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.uix.widget import Widget

from kiosk.journey.actions import Action
from kiosk.journey.views import Frame
from kiosk.screens.widgets.tap import WordButton
from kiosk.screens.words.calls import bar_words, is_under_way
from kiosk.screens.words.defaults import LABELS
from kiosk.words import mark, say

REPEAT = mark("Répéter")
SILENCE = mark("Sans voix")
CALL_SHARE = 1.68
MARGIN_MM = 3.6


def bar_height(look: Any) -> float:
    """Height in pixels of the whole bar: a full target and its margins."""
    return float(look.target + 2 * look.space(MARGIN_MM))


class Repeat:
    """The one button that stays on this side of the socket: say the screen again."""


class Bar(Widget):
    """A button that leads nowhere now stays in its place, without an edge."""

    def __init__(self, frame: Frame, *, speaks: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.frame = frame
        language = frame.language
        self._shares = [1.0, *((1.0,) if speaks else ()), 1.0, CALL_SHARE]
        self._add(Action.BACK, say(language, LABELS[Action.BACK][0]), "arrow_left")
        if speaks and App.get_running_app().look.silent:
            self._add_silence(say(language, SILENCE))
        elif speaks:
            button = WordButton(
                kind="bar", value=Repeat, text=say(language, REPEAT), icon="speaker", role="bar", bold=False
            )
            self.add_widget(button)
        self._add(Action.OPEN_COMFORT, say(language, LABELS[Action.OPEN_COMFORT][0]), "letter_size")
        self._add_call(bar_words(language, frame.help, sharing=frame.sharing))
        trigger = Clock.create_trigger(self._arrange, -1)
        self.bind(pos=trigger, size=trigger)
        trigger()

    def _add(self, action: Action, words: str, icon: str) -> None:
        kind = "bar" if action in self.frame.actions else "idle"
        self.add_widget(WordButton(kind=kind, action=action, text=words, icon=icon, role="bar", bold=False))

    def _add_silence(self, words: str) -> None:
        """In the place of the button to repeat, where no voice speaks the language."""
        self.add_widget(WordButton(kind="idle", text=words, icon="speaker_off", role="bar", bold=False))

    def _add_call(self, words: str) -> None:
        offered = Action.CALL in self.frame.actions
        calling = is_under_way(self.frame.help)
        kind = "called" if calling else "call"
        button = WordButton(kind=kind, action=Action.CALL, text=words, icon="bell", role="bar", bold=True)
        button.deaf = not offered
        self.add_widget(button)

    def _arrange(self, *_: object) -> None:
        look = App.get_running_app().look
        self.canvas.before.clear()
        with self.canvas.before:
            Color(rgba=look.palette.card)
            Rectangle(pos=self.pos, size=self.size)
            Color(rgba=look.palette.edge)
            line = max(2, round(look.space(0.7)))
            Rectangle(pos=(self.x, self.top - line), size=(self.width, line))
        room = self.width - 2 * look.margin - look.gap * (len(self._shares) - 1)
        x, unit = self.x + look.margin, room / sum(self._shares)
        for button, share in zip(reversed(self.children), self._shares, strict=True):
            button.size = (unit * share, look.target)
            button.pos = (look.along(self, x, button.width), self.y + look.space(MARGIN_MM))
            x += button.width + look.gap
