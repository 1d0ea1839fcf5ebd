"""Before the kept pages are erased for good."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say, say_many


class EraseKeptView(View):
    choices: ClassVar = (
        Choice(Action.CONFIRM, "problem", mark("Oui, j’efface"), "trash"),
        Choice(Action.REFUSE, "filled", mark("Non, je garde"), "check"),
    )

    @property
    def title(self) -> str:
        return say(self.language, mark("Voulez-vous effacer vos pages ?"))

    @property
    def loss(self) -> str:
        return say_many(
            self.language, "{count} page sera effacée ici.", "{count} pages seront effacées ici.", self.facts.pages
        )

    @property
    def body(self) -> str:
        return say(self.language, mark("Rien ne change chez l’organisme."))

    @property
    def receipt(self) -> str:
        return say(self.language, mark("Un papier dira que c’est effacé."))
