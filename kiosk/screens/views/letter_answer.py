"""What to do about a letter: the last day in the largest letters."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.cases import plain_case
from kiosk.screens.words.dates import day, weekday_name
from kiosk.screens.words.jobs import SEVERITIES
from kiosk.words import mark, say


class LetterAnswerView(View):
    choices: ClassVar = (
        Choice(Action.PRINT, label=mark("Imprimer la date"), icon="printer"),
        Choice(Action.ANSWER_NOW, "filled", mark("Répondre")),
    )

    def spoken(self) -> tuple[str, ...]:
        """Whom the letter is from is not said aloud."""
        return tuple(text for text in (self.title, self.date, self.weekday, self.risk) if text)

    def private(self) -> tuple[str, ...]:
        return (self.sender,)

    @property
    def title(self) -> str:
        if self.facts.plan.last_day is None:
            return say(self.language, mark("Je n’ai pas trouvé de date limite."))
        return say(self.language, mark("Répondez au plus tard ce jour."))

    @property
    def date(self) -> str:
        return day(self.language, self.facts.plan.last_day) if self.facts.plan.last_day is not None else ""

    @property
    def weekday(self) -> str:
        last = self.facts.plan.last_day
        return weekday_name(self.language, last) if last is not None else ""

    @property
    def sender(self) -> str:
        return say(self.language, mark("De : {sender}"), sender=plain_case(self.facts.sender))

    @property
    def risk(self) -> str:
        if self.facts.plan.last_day is None:
            return say(self.language, mark("Appelez quelqu’un pour la lire avec vous."))
        severity = self.facts.plan.severity
        return say(self.language, SEVERITIES[severity]) if severity in SEVERITIES else ""
