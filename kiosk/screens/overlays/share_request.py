"""A mediator asks to see the screen. It is the visitor's to say; no answer is no."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say


class ShareRequestView(View):
    choices: ClassVar = (Choice(Action.SHARE_NO), Choice(Action.SHARE_YES, "filled"))

    @property
    def title(self) -> str:
        name = self.overlay.mediator
        if name:
            return say(self.language, mark("{name} peut voir votre écran ?"), name=name)
        return say(self.language, mark("Un conseiller peut voir votre écran ?"))

    @property
    def meaning(self) -> str:
        return say(self.language, mark("Cette personne verra la même page que vous."))

    @property
    def choice(self) -> str:
        return say(self.language, mark("Vous pouvez arrêter quand vous voulez."))
