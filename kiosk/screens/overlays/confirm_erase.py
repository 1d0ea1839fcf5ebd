"""Before everything is erased."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say, say_many


class ConfirmEraseView(View):
    choices: ClassVar = (
        Choice(Action.ERASE_ALL, "problem", mark("Oui, j’efface")),
        Choice(Action.CLOSE, "filled", mark("Non, je garde"), "check"),
    )

    @property
    def title(self) -> str:
        return say(self.language, mark("Voulez-vous tout effacer ?"))

    @property
    def loss(self) -> str:
        return say_many(self.language, "{count} page sera perdue.", "{count} pages seront perdues.", self.overlay.pages)

    @property
    def not_sent(self) -> str:
        return say(self.language, mark("Rien ne sera envoyé."))
