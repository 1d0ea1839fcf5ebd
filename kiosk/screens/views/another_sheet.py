"""One more sheet, or the end of the pile."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say, say_many


class AnotherSheetView(View):
    choices: ClassVar = (
        Choice(Action.THAT_IS_ALL),
        Choice(Action.ADD_SHEET, "filled", mark("Oui, j’en ai une")),
    )

    @property
    def title(self) -> str:
        if not self.facts.pages:
            return say(self.language, mark("Avez-vous une feuille ?"))
        return say(self.language, mark("Avez-vous une autre feuille ?"))

    @property
    def take_back(self) -> str:
        return say(self.language, mark("Reprenez d’abord la feuille sur la vitre.")) if self.facts.pages else ""

    @property
    def kept(self) -> str:
        count = len(self.facts.pages)
        if not count:
            return say(self.language, mark("Aucune page pour le moment."))
        return say_many(self.language, "{count} page est gardée.", "{count} pages sont gardées.", count)
