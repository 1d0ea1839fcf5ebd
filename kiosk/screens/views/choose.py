"""One question and its tiles."""

import datetime as dt
from typing import Any, ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.tap import Card
from kiosk.screens.widgets.view import View
from kiosk.screens.words.dates import weekday
from kiosk.screens.words.jobs import QUESTIONS, TILES, TileWords
from kiosk.words import say


class ChooseView(View):
    on_cards: ClassVar = frozenset({Action.CHOOSE})

    def _fill(self) -> None:
        super()._fill()
        if self.column is not None:
            self.column.cards = [self._card(option) for option in self.facts.options]

    def _words(self, option: Any) -> TileWords:
        """A name or a date stands for itself; a code has words."""
        if not option.text:
            words = TILES[self.facts.question, option.value]
            return TileWords(say(self.language, words.title), say(self.language, words.subtitle), words.icon)
        if self.facts.question == "letter_received":
            return TileWords(weekday(self.language, dt.date.fromisoformat(option.text)), "", "calendar")
        return TileWords(option.text, "", "home")

    def _card(self, option: Any) -> Card:
        words = self._words(option)
        return Card(
            action=Action.CHOOSE, value=option.value, title=words.title, subtitle=words.subtitle, icon=words.icon
        )

    @property
    def title(self) -> str:
        return say(self.language, QUESTIONS[self.facts.question])

    def spoken(self) -> tuple[str, ...]:
        return (self.title, *(self._words(option).title for option in self.facts.options))
