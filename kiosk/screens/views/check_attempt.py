"""What will be noted of a failed attempt. Nothing is noted yet."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.jobs import TILES
from kiosk.words import mark, say


class CheckAttemptView(View):
    choices: ClassVar = (
        Choice(Action.REFUSE, label=mark("Non, rien noter"), icon="cross"),
        Choice(Action.CONFIRM, "filled", mark("Oui, je note"), "check"),
    )

    @property
    def title(self) -> str:
        return say(self.language, mark("C’est bien cela ?"))

    @property
    def body(self) -> str:
        body = self.facts.attempt.body or "other"
        words = TILES.get(("failed_who", body))
        return say(self.language, words.title) if words is not None else body

    @property
    def what(self) -> str:
        return self._tile("failed_what", self.facts.attempt.tried)

    @property
    def how_often(self) -> str:
        when = self._tile("failed_when", self.facts.attempt.when)
        return f"{when} · {self._tile('failed_times', self.facts.attempt.times)}"

    @property
    def not_yet(self) -> str:
        return say(self.language, mark("Rien n’est encore noté."))

    def _tile(self, question: str, value: str | None) -> str:
        words = TILES.get((question, value or ""))
        return say(self.language, words.title) if words is not None else ""
