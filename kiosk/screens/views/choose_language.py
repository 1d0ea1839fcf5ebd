"""The first question, in every language at once."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.languages import language_of
from kiosk.screens.speech import Said
from kiosk.screens.widgets.tap import Card
from kiosk.screens.widgets.view import View
from kiosk.words import mark, say

QUESTION = mark("Quelle langue parlez-vous ?")
HELLO = mark("Bonjour")
MOST_ROOMY = 6
"""Cards of more languages hold their name and nothing else."""


class ChooseLanguageView(View):
    on_cards: ClassVar = frozenset({Action.CHOOSE_LANGUAGE})

    def _fill(self) -> None:
        super()._fill()
        roomy = len(self.facts.languages) <= MOST_ROOMY
        if self.column is not None:
            self.column.cards = [
                Card(
                    action=Action.CHOOSE_LANGUAGE,
                    value=language,
                    title=language_of(language).name,
                    subtitle=say(language, HELLO) if roomy else "",
                    icon="globe" if roomy else "",
                )
                for language in self.facts.languages
            ]

    def said(self) -> tuple[Said, ...]:
        """The question, then the name of each language, in itself: a voice of another would not be understood."""
        names = (Said(language, language_of(language).name) for language in self.facts.languages)
        return (*super().said()[:1], *names)

    @property
    def title(self) -> str:
        return say(self.language, QUESTION)

    @property
    def others(self) -> str:
        if len(self.facts.languages) > MOST_ROOMY:
            return ""
        others = [language for language in self.facts.languages if language != self.language]
        return " · ".join(say(language, QUESTION) for language in others[:2])
