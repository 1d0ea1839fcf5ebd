"""The machine works for more than an instant, and shows that it does."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.jobs import WORK
from kiosk.words import mark, say


class WorkingView(View):
    choices: ClassVar = (Choice(Action.CANCEL_SCAN),)

    @property
    def drawing(self) -> str:
        return WORK[self.facts.what][1]

    @property
    def title(self) -> str:
        return say(self.language, WORK[self.facts.what][0])

    @property
    def wait(self) -> str:
        return say(self.language, mark("Attendez quelques secondes."))
