"""The submission is being made durable, then the receipt comes out."""

from kiosk.screens.widgets.view import View
from kiosk.words import mark, say


class SendingView(View):
    @property
    def title(self) -> str:
        if self.facts.printing:
            return say(self.language, mark("J’imprime votre reçu."))
        return say(self.language, mark("J’enregistre votre envoi."))

    @property
    def state(self) -> str:
        return say(self.language, mark("Votre envoi est enregistré.")) if self.facts.printing else ""

    @property
    def wait(self) -> str:
        return say(self.language, mark("Attendez quelques secondes."))
