"""A call stands and nobody touches the screen. It covers the whole screen below, and so what is private on it."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.calls import call_title, when_sentence
from kiosk.words import mark, say


class CallCoverView(View):
    """Touching anywhere brings the screen below back."""

    choices: ClassVar = (Choice(Action.STILL_HERE, "filled", mark("Continuer")),)
    anywhere: ClassVar = Action.STILL_HERE

    @property
    def title(self) -> str:
        return call_title(self.language, self.frame.help)

    @property
    def queue(self) -> str:
        return when_sentence(self.language, self.frame.help)

    @property
    def touch(self) -> str:
        return say(self.language, mark("Touchez l’écran pour continuer."))

    @property
    def kept(self) -> str:
        return say(self.language, mark("Je cache vos papiers. Rien n’est perdu."))
