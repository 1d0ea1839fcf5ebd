"""How many pages the public body shows, or which one to prove, on big digits."""

from typing import Any, ClassVar

from kivy.app import App

from kiosk.journey.actions import Action
from kiosk.screens.widgets.tap import WordButton
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say

ACROSS = 5
DIGITS = "1234567890"
COUNT_SHARE = 0.33
BUTTON_SHARES = (0.4, 0.6)


class CountPagesView(View):
    choices: ClassVar = (Choice(Action.CONFIRM, "filled", mark("C’est ce nombre"), "check"),)
    on_cards: ClassVar = frozenset({Action.DIGIT})

    def _fill(self) -> None:
        tiles = [
            WordButton(kind="card", action=Action.DIGIT, value=digit, text=digit, role="title", lowest="text")
            for digit in DIGITS
        ]
        self.ids.pad.fill(tiles, ACROSS, digits=True)
        less = WordButton(
            action=Action.DIGIT, value="less", text=say(self.language, mark("Effacer")), role="text", lowest="small"
        )
        less.deaf = not self.facts.digits
        if less.deaf:
            less.kind = "idle"
        self.end = [less, *self._buttons()]
        for button in self.end:
            self.add_widget(button)

    @property
    def title(self) -> str:
        which = self.facts.question == "which"
        return say(self.language, mark("Quelle page prouver ?") if which else mark("Combien de pages ?"))

    @property
    def so_far(self) -> str:
        shown = self.facts.digits or "…"
        return say(self.language, mark("{shown} sur {count}"), shown=shown, count=self.facts.pages)

    def spoken(self) -> tuple[str, ...]:
        return (self.title, self.so_far)

    def _arrange(self, *_: object) -> None:
        look: Any = App.get_running_app().look
        title, count = self.ids.title, self.ids.count
        setting = title.fit(self.width, look.font("title") * 1.5)
        title.place(self.x, self.top, setting, self.width)
        top = self.top - setting.height - look.space(3)
        shown = count.fit(self.width * COUNT_SHARE, look.target)
        room = self.width * COUNT_SHARE
        start = look.along(self, self.x, room)
        count.place(start, top - max(0.0, (look.target - shown.height) / 2), shown, room)
        x, room = self.x + self.width * COUNT_SHARE, self.width * (1 - COUNT_SHARE)
        for button, share in zip(self.end, BUTTON_SHARES, strict=False):
            button.size = ((room - look.gap) * share, look.target)
            button.pos = (look.along(self, x, button.width), top - look.target)
            x += button.width + look.gap
        self.ids.pad.pos = self.pos
        self.ids.pad.size = (self.width, top - look.target - look.gap - self.y)
