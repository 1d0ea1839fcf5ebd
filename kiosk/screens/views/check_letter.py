"""What was read on a letter, for its owner to confirm."""

import datetime as dt
from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.cases import plain_case
from kiosk.screens.words.dates import day
from kiosk.words import mark, say, say_many


class CheckLetterView(View):
    choices: ClassVar = (
        Choice(Action.REFUSE, label=mark("Non"), icon="cross"),
        Choice(Action.CONFIRM, "filled", mark("Oui, c’est ça"), "check"),
    )

    def spoken(self) -> tuple[str, ...]:
        """Nothing of the letter is said aloud."""
        return (self.title, self.forget)

    def private(self) -> tuple[str, ...]:
        return tuple(text for text in (self.sender, self.dated, self.days) if text)

    @property
    def title(self) -> str:
        return say(self.language, mark("Est-ce bien cette lettre ?"))

    @property
    def sender(self) -> str:
        return say(self.language, mark("De : {sender}"), sender=plain_case(self.facts.sender))

    @property
    def dated(self) -> str:
        if self.facts.dated is None:
            return ""
        when = day(self.language, dt.date.fromisoformat(self.facts.dated))
        return say(self.language, mark("Date : {date}"), date=when)

    @property
    def days(self) -> str:
        if self.facts.days is None:
            return ""
        return say_many(
            self.language,
            "Elle donne {count} jour pour répondre.",
            "Elle donne {count} jours pour répondre.",
            self.facts.days,
        )

    @property
    def forget(self) -> str:
        return say(self.language, mark("Regardez sur la lettre."))
