"""A card was put in: it is being read, or it is not a badge."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.cards import card_words
from kiosk.words import mark, say


class BadgeSeenView(View):
    choices: ClassVar = (Choice(Action.LEAVE_STAFF, "filled", mark("Continuer"), "arrow_right"),)

    @property
    def title(self) -> str:
        fault = self.facts.fault
        return say(self.language, card_words(fault)[0] if fault else mark("Je lis le badge."))

    @property
    def remedy(self) -> str:
        fault = self.facts.fault
        return say(self.language, card_words(fault)[1] if fault else mark("Laissez-le dans le lecteur."))
