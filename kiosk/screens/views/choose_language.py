"""The first question, in every language at once."""

from typing import ClassVar

from babel import Locale

from kiosk.journey.actions import Action
from kiosk.screens.widgets.tap import Card
from kiosk.screens.widgets.view import View
from kiosk.words import mark, say

QUESTION = mark("Quelle langue parlez-vous ?")
HELLO = mark("Bonjour")


def own_name(language: str) -> str:
    """What a language calls itself: « Français », “English”."""
    name = str(Locale(language).get_display_name(language))
    return name[:1].upper() + name[1:]


class ChooseLanguageView(View):
    on_cards: ClassVar = frozenset({Action.CHOOSE_LANGUAGE})

    def _fill(self) -> None:
        super()._fill()
        if self.column is not None:
            self.column.cards = [
                Card(
                    action=Action.CHOOSE_LANGUAGE,
                    value=language,
                    title=own_name(language),
                    subtitle=say(language, HELLO),
                    icon="globe",
                )
                for language in self.facts.languages
            ]

    @property
    def title(self) -> str:
        return say(self.language, QUESTION)

    @property
    def others(self) -> str:
        others = [language for language in self.facts.languages if language != self.language]
        return " · ".join(say(language, QUESTION) for language in others[:2])
