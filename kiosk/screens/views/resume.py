"""The machine stopped in the middle of a visit: how many pages are safe, and nothing else of them."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say, say_many


class ResumeView(View):
    choices: ClassVar = (Choice(Action.NOT_ME), Choice(Action.RESUME, "filled"))

    @property
    def title(self) -> str:
        return say(self.language, mark("Est-ce que c’est vous ?"))

    @property
    def stopped(self) -> str:
        return say(self.language, mark("La machine s’est arrêtée pendant une visite."))

    @property
    def safe(self) -> str:
        if self.facts.sent:
            return say(self.language, mark("L’envoi est enregistré. Il manque le reçu."))
        return say_many(self.language, "{count} page est gardée.", "{count} pages sont gardées.", self.facts.pages)
