"""The key opens nothing here: why, and what can still be done."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.jobs import KEY_FAULTS
from kiosk.words import mark, say


class KeyUnknownView(View):
    choices: ClassVar = (Choice(Action.OPEN_WORDS), Choice(Action.TRY_AGAIN, "filled"))

    @property
    def title(self) -> str:
        return say(self.language, KEY_FAULTS.get(self.facts.reason, KEY_FAULTS["no_code"])[0])

    @property
    def why(self) -> str:
        return say(self.language, KEY_FAULTS.get(self.facts.reason, KEY_FAULTS["no_code"])[1])

    @property
    def valid(self) -> str:
        return say(self.language, mark("Votre reçu sur papier reste valable."))
