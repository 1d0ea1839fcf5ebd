"""One of the twelve words of a key, by its first letters. Those chosen before are not shown: they are a secret."""

from typing import Any, ClassVar

from kivy.app import App

from kiosk.journey.actions import Action
from kiosk.screens.widgets.tap import WordButton
from kiosk.screens.widgets.view import View
from kiosk.words import mark, say

LETTERS_ACROSS, WORDS_ACROSS = 8, 3
ROWS_UNDER_TITLE = 3
"""More rows than that, and the title stands in the first of them."""
TITLE_TILES = 4


class KeyWordView(View):
    on_cards: ClassVar = frozenset({Action.CHOOSE_LETTER, Action.CHOOSE_WORD})
    secret: ClassVar = True

    def _fill(self) -> None:
        whole = self.facts.whole_words
        action = Action.CHOOSE_WORD if whole else Action.CHOOSE_LETTER
        tiles = [
            WordButton(
                kind="card",
                action=action,
                value=choice,
                text=choice if whole else choice.upper(),
                role="text",
                lowest="small",
            )
            for choice in self.facts.choices
        ]
        self.crowded = len(tiles) > ROWS_UNDER_TITLE * LETTERS_ACROSS
        self.ids.pad.fill(tiles, WORDS_ACROSS if whole else LETTERS_ACROSS, TITLE_TILES if self.crowded else 0)

    def spoken(self) -> tuple[str, ...]:
        return (self.place,)

    @property
    def place(self) -> str:
        return say(self.language, mark("Mot {place} sur {of}"), place=self.facts.place, of=self.facts.of)

    @property
    def title(self) -> str:
        place = self.place
        return f"{place}\u00a0: {self.facts.letters.upper()}…" if self.facts.letters else place

    def _arrange(self, *_: object) -> None:
        look: Any = App.get_running_app().look
        title, pad = self.ids.title, self.ids.pad
        if self.crowded:
            pad.pos, pad.size = self.pos, self.size
            width, height = pad.lead_size(look)
            setting = title.fit(width, height)
            title.place(
                look.along(self, self.x, width), self.top - max(0.0, (height - setting.height) / 2), setting, width
            )
            return
        setting = title.fit(self.width, look.font("title") * 1.5)
        title.place(self.x, self.top, setting, self.width)
        between = look.space(4)
        pad.pos = self.pos
        pad.size = (self.width, self.height - setting.height - between)
