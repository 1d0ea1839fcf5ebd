"""The photo is being taken."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say


class ScanningView(View):
    choices: ClassVar = (Choice(Action.CANCEL_SCAN),)

    @property
    def title(self) -> str:
        if self.facts.photo:
            return say(self.language, mark("Posez la feuille sous l’appareil photo."))
        return say(self.language, mark("Je prends la photo."))

    @property
    def wait(self) -> str:
        return say(self.language, mark("Attendez quelques secondes."))

    @property
    def still(self) -> str:
        if self.facts.photo:
            return say(self.language, mark("Ne bougez plus. La photo se fait seule."))
        return say(self.language, mark("Laissez la feuille en place."))
