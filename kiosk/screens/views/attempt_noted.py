"""A failed attempt is noted: its date in the largest letters, its number small."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.dates import day, hour
from kiosk.screens.words.devices import trouble_words
from kiosk.words import mark, say


class AttemptNotedView(View):
    choices: ClassVar = (
        Choice(Action.RECEIPT_MISSING),
        Choice(Action.RECEIPT_TAKEN, "filled", mark("J’ai mon papier")),
    )

    @property
    def drawing(self) -> str:
        return "broken_printer" if self.facts.noted.fault else "receipt"

    @property
    def title(self) -> str:
        if self.facts.noted.fault:
            return say(self.language, mark("C’est noté, mais pas imprimé."))
        return say(self.language, mark("C’est noté. Prenez le papier."))

    @property
    def date(self) -> str:
        return day(self.language, self.facts.noted.noted_at.date())

    @property
    def hour(self) -> str:
        return hour(self.language, self.facts.noted.noted_at)

    @property
    def remark(self) -> str:
        if self.facts.noted.fault:
            happened = say(self.language, trouble_words("printer", self.facts.noted.fault).happened)
            note = say(self.language, mark("Notez ce numéro."))
            return f"{happened} {note}"
        return say(self.language, mark("Joignez-le à votre courrier."))

    @property
    def number(self) -> str:
        return say(self.language, mark("Numéro : {number}"), number=self.facts.noted.number)
