"""Where and how to lay the sheet down."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.journey.visit_views import KeyTicket
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.problems import mending_gesture
from kiosk.words import mark, say

ALREADY_THERE = "duplicate"


class PlaceSheetView(View):
    choices: ClassVar = (Choice(Action.SHEET_PLACED, "filled"),)

    @property
    def drawing(self) -> str:
        return "receipt" if self.waits else self.facts.again or "place"

    @property
    def waits(self) -> bool:
        """No sheet is taken before the key ticket is there."""
        return self.facts.key_ticket is KeyTicket.COMING

    @property
    def title(self) -> str:
        if self.waits:
            return say(self.language, mark("Un petit ticket s’imprime."))
        if self.facts.again and self.facts.again != ALREADY_THERE:
            return say(self.language, mark("Posez encore la feuille."))
        if self.facts.number == 1:
            return say(self.language, mark("Posez une feuille sur la vitre."))
        return say(self.language, mark("Posez la feuille {number}."), number=self.facts.number)

    @property
    def how(self) -> str:
        if self.waits:
            return say(self.language, mark("C’est la clé de vos papiers."))
        if self.facts.again:
            return mending_gesture(self.language, self.facts.again)
        return say(self.language, mark("Mettez le côté écrit vers la vitre."))

    @property
    def close(self) -> str:
        if self.waits:
            return say(self.language, mark("Attendez quelques secondes."))
        return say(self.language, mark("Fermez le couvercle."))

    @property
    def then(self) -> str:
        if self.waits:
            return ""
        if self.facts.number > 1 or self.facts.again:
            return say(self.language, mark("Puis touchez : C’est fait."))
        if self.facts.key_ticket is KeyTicket.MISSING:
            return say(self.language, mark("Le petit ticket n’est pas sorti. Vous pouvez continuer."))
        return say(self.language, mark("Gardez le petit ticket. C’est votre clé."))
