"""Something of the machine failed: what, what is safe, and what to do. Never a code."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.devices import trouble_words
from kiosk.words import mark, say, say_many


class TroubleView(View):
    choices: ClassVar = (Choice(Action.TRY_AGAIN, "filled"),)

    @property
    def drawing(self) -> str:
        return f"broken_{trouble_words(self.facts.device, self.facts.fault).part}"

    @property
    def title(self) -> str:
        return say(self.language, trouble_words(self.facts.device, self.facts.fault).happened)

    @property
    def safe(self) -> str:
        if not self.facts.pages_safe:
            return say(self.language, mark("Ce n’est pas votre faute."))
        return say_many(
            self.language, "Votre page est bien gardée.", "Vos {count} pages sont bien gardées.", self.facts.pages_safe
        )

    @property
    def remedy(self) -> str:
        return say(self.language, trouble_words(self.facts.device, self.facts.fault).remedy)
