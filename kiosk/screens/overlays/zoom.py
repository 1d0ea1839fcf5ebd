"""The page as wide as the window, one half at a time."""

from typing import Any, ClassVar

from kivy.app import App

from kiosk.journey.actions import Action
from kiosk.journey.zoom import ZoomPart
from kiosk.screens.widgets.tap import WordButton
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say

OTHER = {
    ZoomPart.TOP: (ZoomPart.BOTTOM, mark("Voir le bas")),
    ZoomPart.BOTTOM: (ZoomPart.TOP, mark("Voir le haut")),
}
SIDE = 0.27


class ZoomView(View):
    choices: ClassVar = (Choice(Action.CLOSE, "filled", mark("C’est bien"), "check"),)
    on_cards: ClassVar = frozenset({Action.ZOOM})

    def _fill(self) -> None:
        other, words = OTHER[self.overlay.part]
        self.turn = WordButton(
            kind="outlined", action=Action.ZOOM, value=other.value, text=say(self.language, words), icon="zoom"
        )
        self.end = [self.turn, *self._buttons()]
        for button in self.end:
            self.add_widget(button)

    @property
    def lower(self) -> bool:
        return self.overlay.part is ZoomPart.BOTTOM

    @property
    def title(self) -> str:
        return say(self.language, mark("Regardez bien."))

    def spoken(self) -> tuple[str, ...]:
        return (self.title,)

    def _arrange(self, *_: object) -> None:
        look: Any = App.get_running_app().look
        between, side = look.space(8), self.width * SIDE
        room = self.width - side - between
        self.ids.page.pos = (look.along(self, self.x, room), self.y)
        self.ids.page.size = (room, self.height)
        x = look.along(self, self.right - side, side)
        setting = self.ids.title.fit(side, look.font("title") * 3)
        self.ids.title.place(x, self.top, setting, side)
        height = max(look.target, look.font("text") * 2.7)
        for rank, button in enumerate(reversed(self.end)):
            button.size = (side, height)
            button.pos = (x, self.y + rank * (height + look.gap))
