"""Big keys for digits, beside what they are typed for. Only a key that is pressed shows which one it is."""

from typing import Any, ClassVar

from kivy.app import App

from kiosk.journey.actions import Action
from kiosk.screens.widgets.tap import WordButton
from kiosk.screens.widgets.view import View
from kiosk.words import mark, say

ROWS = (("1", "2", "3", "erase"), ("4", "5", "6", "0"), ("7", "8", "9", "enter"))
SHARE = 0.54
"""Of the width, at the right."""


class PadView(View):
    """A view with twelve keys. Those that mean nothing now are there, and idle."""

    on_cards: ClassVar = frozenset({Action.TYPE_DIGIT, Action.ERASE_DIGIT, Action.ENTER})

    def _fill(self) -> None:
        super()._fill()
        self.keys = [[self._key(name) for name in row] for row in ROWS]
        for row in self.keys:
            for key in row:
                self.add_widget(key)

    def _key(self, name: str) -> WordButton:
        action, value, text, icon = {
            "erase": (Action.ERASE_DIGIT, None, "", "arrow_left"),
            "enter": (Action.ENTER, None, say(self.language, mark("OK")), ""),
        }.get(name, (Action.TYPE_DIGIT, name, name, ""))
        kind = "idle" if action not in self.frame.actions else "filled" if name == "enter" else "card"
        return WordButton(kind=kind, action=action, value=value, text=text, icon=icon, role="title", lowest="bar")

    def _arrange(self, *_: object) -> None:
        if self.column is None:
            return
        look: Any = App.get_running_app().look
        wide = self.width * SHARE
        across, down = len(ROWS[0]), len(ROWS)
        width = (wide - look.gap * (across - 1)) / across
        height = min((self.height - look.gap * (down - 1)) / down, width * 1.1)
        top = self.top - (self.height - down * height - (down - 1) * look.gap) / 2
        for row, keys in enumerate(self.keys):
            for place, key in enumerate(keys):
                key.size = (width, height)
                x = self.right - wide + place * (width + look.gap)
                key.pos = (x, top - (row + 1) * height - row * look.gap)
        self.column.pos = self.pos
        self.column.size = (self.width - wide - look.space(12), self.height)
