"""How the visitor wants to see and hear the screen. It shows at once what each choice does."""

from typing import Any, ClassVar

from kivy.app import App

from kiosk.journey.actions import Action
from kiosk.journey.views import TextSize, Theme, Volume
from kiosk.screens.widgets.tap import WordButton
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say

SIZES = {
    TextSize.NORMAL: mark("Petit"),
    TextSize.LARGE: mark("Moyen"),
    TextSize.LARGEST: mark("Grand"),
}
THEMES = {
    Theme.CLEAR: (mark("Clair"), "sun"),
    Theme.NIGHT: (mark("Nuit"), "moon"),
    Theme.SOFT: (mark("Doux"), "soft"),
    Theme.CONTRAST: (mark("Net"), "contrast"),
}
VOLUMES = {
    Volume.QUIET: mark("Moins fort"),
    Volume.LOUD: mark("Plus fort"),
}


class ComfortPanelView(View):
    choices: ClassVar = (Choice(Action.CLOSE, "filled", mark("C’est bien"), "check"),)
    on_cards: ClassVar = frozenset({Action.SET_TEXT_SIZE, Action.SET_THEME, Action.SET_SLOW, Action.SET_VOLUME})

    def _fill(self) -> None:
        comfort = self.frame.comfort
        chosen = {comfort.text_size.value, comfort.theme.value}
        self.rows = [
            self._row(
                Action.SET_TEXT_SIZE, {size.value: (words, "letter_size") for size, words in SIZES.items()}, chosen
            ),
            self._row(Action.SET_THEME, {theme.value: words for theme, words in THEMES.items()}, chosen),
            [self._switch(Action.SET_SLOW, "yes", "no", mark("Plus lent"), "slow", on=comfort.slow), *self._volumes()],
        ]
        self.end = self._buttons()
        for button in (*(button for row in self.rows for button in row), *self.end):
            self.add_widget(button)

    def _volumes(self) -> list[WordButton]:
        """Nothing where nothing can be heard."""
        if not App.get_running_app().voice.available:
            return []
        return [
            self._switch(
                Action.SET_VOLUME, volume, Volume.NORMAL, words, "speaker", on=self.frame.comfort.volume is volume
            )
            for volume, words in VOLUMES.items()
        ]

    def _switch(self, action: Action, value: str, usual: str, words: str, icon: str, *, on: bool) -> WordButton:
        """A button that is pressed again to have it as usual."""
        (button,) = self._row(action, {value: (words, icon)}, {value} if on else set())
        button.value = usual if on else value
        return button

    def _row(self, action: Action, options: dict[str, tuple[str, str]], chosen: set[str]) -> list[WordButton]:
        return [
            WordButton(
                action=action,
                value=value,
                kind="chosen" if value in chosen else "card",
                text=say(self.language, words),
                icon="check" if value in chosen else icon,
                role="bar",
                bold=value in chosen,
            )
            for value, (words, icon) in options.items()
        ]

    def spoken(self) -> tuple[str, ...]:
        return (self.title,)

    @property
    def title(self) -> str:
        return say(self.language, mark("Choisissez ce qui vous convient."))

    def _arrange(self, *_: object) -> None:
        look: Any = App.get_running_app().look
        title = self.ids.title
        setting = title.fit(self.width, look.font("title") * 1.5)
        title.place(self.x, self.top, setting, self.width)
        top = self.top - setting.height - look.space(5)
        end_width = look.mm(62) if look.panel.width_mm > 300 else look.mm(46)
        width = self.width - end_width - look.space(12)
        height = (top - self.y - (len(self.rows) - 1) * look.gap) / len(self.rows)
        for row in self.rows:
            x, each = self.x, (width - (len(row) - 1) * look.gap) / len(row)
            for button in row:
                button.pos, button.size = (look.along(self, x, each), top - height), (each, height)
                x += each + look.gap
            top -= height + look.gap
        for button in self.end:
            button.pos = (look.along(self, self.right - end_width, end_width), self.y)
            button.size = (end_width, max(look.target, height))
