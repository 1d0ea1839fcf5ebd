"""A public body would send this page back: why, and the gesture that mends it."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.problems import mending_gesture, problem_sentence
from kiosk.words import mark, say

MANY_TRIES = 3


class PageRefusedView(View):
    choices: ClassVar = (Choice(Action.KEEP_ANYWAY), Choice(Action.RESCAN, "filled"))

    @property
    def problem(self) -> str:
        return str(self.facts.problems[0]) if self.facts.problems else ""

    @property
    def title(self) -> str:
        return problem_sentence(self.language, self.problem)

    @property
    def gesture(self) -> str:
        return mending_gesture(self.language, self.problem)

    @property
    def reassurance(self) -> str:
        if self.facts.tries >= MANY_TRIES:
            return say(self.language, mark("Quelqu’un peut vous aider."))
        return say(self.language, mark("Ce n’est pas grave."))
