"""A paper goes onto the glass that is not a page of a visit, or a USB stick into its hole."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.jobs import PLACE_NOTES, PLACES
from kiosk.words import mark, say


class PlacePaperView(View):
    choices: ClassVar = (Choice(Action.OPEN_WORDS), Choice(Action.SCAN, "filled"), Choice(Action.DONE, "filled"))

    @property
    def drawing(self) -> str:
        return PLACES[self.facts.what][2]

    @property
    def title(self) -> str:
        return say(self.language, PLACES[self.facts.what][0])

    @property
    def how(self) -> str:
        return say(self.language, PLACES[self.facts.what][1])

    @property
    def lid(self) -> str:
        return "" if self.facts.what == "stick" else say(self.language, mark("Fermez le couvercle."))

    @property
    def note(self) -> str:
        return say(self.language, PLACE_NOTES[self.facts.what])
