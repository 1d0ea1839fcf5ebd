"""The end: take every sheet back."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say


class GoodbyeView(View):
    choices: ClassVar = (Choice(Action.START_AGAIN), Choice(Action.ALL_TAKEN, "filled"))

    @property
    def title(self) -> str:
        return say(self.language, mark("Reprenez toutes vos feuilles."))

    @property
    def done(self) -> str:
        if self.facts.sent:
            return say(self.language, mark("Votre envoi est enregistré."))
        return say(self.language, mark("Rien n’est envoyé. Tout est effacé."))

    @property
    def farewell(self) -> str:
        return say(self.language, mark("Merci et au revoir."))
