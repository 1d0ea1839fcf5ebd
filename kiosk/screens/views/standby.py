"""Waiting for someone: what the machine does, and what does not work today."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.devices import out_of_order_sentence
from kiosk.words import LANGUAGES, mark, say

TOUCH = mark("Touchez l’écran pour commencer.")
MOST_OTHER_LANGUAGES = 2


class StandbyView(View):
    """Touching anywhere starts the visit."""

    choices: ClassVar = (Choice(Action.START, "filled"),)

    anywhere: ClassVar = Action.START

    @property
    def title(self) -> str:
        return say(self.language, mark("Bonjour."))

    @property
    def scan(self) -> str:
        return say(self.language, mark("Je scanne vos papiers."))

    @property
    def others(self) -> str:
        """The invitation in other languages, for who does not read this one."""
        others = [language for language in LANGUAGES if language != self.language][:MOST_OTHER_LANGUAGES]
        return "\n".join(say(language, TOUCH) for language in others)

    @property
    def out_of_order(self) -> str:
        codes = self.facts.out_of_order
        return say(self.language, out_of_order_sentence(codes[0])) if codes else ""

    @property
    def receipt(self) -> str:
        return say(self.language, mark("Je vous donne un reçu avec la date."))
