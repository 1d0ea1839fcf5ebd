"""The photo is being taken, by the scanner or by the camera: then what the camera sees is shown."""

from typing import Any, ClassVar

from kivy.properties import StringProperty

from kiosk.journey.actions import Action
from kiosk.journey.frames import Glimpse
from kiosk.journey.views import Frame
from kiosk.screens.pictures import Pixels
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say

CALM_GLIMPSES = 4
"""A hint changes when so many glimpses agree: about half a second. One that flickers helps nobody."""


class ScanningView(View):
    choices: ClassVar = (Choice(Action.CANCEL_SCAN),)
    hint = StringProperty()

    def __init__(self, frame: Frame, **kwargs: Any) -> None:
        super().__init__(frame, **kwargs)
        self.hint = self._hold_still if self.facts.photo else say(self.language, mark("Laissez la feuille en place."))
        self._agree = 0
        self._heard = {self.hint}

    def see(self, glimpse: Glimpse, pixels: Pixels) -> tuple[str, ...]:
        """Draw what the camera sees; a hint to say aloud, the first time it is shown."""
        self.ids.picture.see(pixels, glimpse.corners, steady=glimpse.steady)
        wanted = (
            self._hold_still if glimpse.corners else say(self.language, mark("Placez toute la feuille dans le cadre."))
        )
        self._agree = self._agree + 1 if wanted != self.hint else 0
        if self._agree < CALM_GLIMPSES:
            return ()
        self.hint, self._agree = wanted, 0
        if self.column is not None:
            self.column.lay_out()
        said = () if wanted in self._heard else (wanted,)
        self._heard.add(wanted)
        return said

    @property
    def _hold_still(self) -> str:
        return say(self.language, mark("Ne bougez plus. La photo se fait seule."))

    @property
    def title(self) -> str:
        if self.facts.photo:
            return say(self.language, mark("Posez la feuille sous l’appareil photo."))
        return say(self.language, mark("Je prends la photo."))

    @property
    def wait(self) -> str:
        return say(self.language, mark("Attendez quelques secondes."))
