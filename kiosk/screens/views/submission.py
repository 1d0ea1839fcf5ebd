"""A submission found again: when, for whom, how far, and what may be done with it."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.tap import Card
from kiosk.screens.widgets.view import View
from kiosk.screens.words.dates import day
from kiosk.screens.words.jobs import DOSSIER, ICONS_OF_STATES, STATES
from kiosk.words import say, say_many


class SubmissionView(View):
    on_cards: ClassVar = frozenset({Action.CHOOSE})

    def _fill(self) -> None:
        super()._fill()
        if self.column is not None:
            self.column.across = len(DOSSIER)
            self.column.cards = [
                Card(action=Action.CHOOSE, value=value, title=say(self.language, words.title), icon=words.icon)
                for value, words in DOSSIER.items()
                if value in self.facts.dossier.offers
            ]

    @property
    def title(self) -> str:
        return day(self.language, self.facts.dossier.issued_at.date())

    @property
    def what(self) -> str:
        dossier = self.facts.dossier
        return say_many(
            self.language,
            "{count} page pour : {body}",
            "{count} pages pour : {body}",
            dossier.pages,
            body=dossier.body,
        )

    @property
    def state(self) -> str:
        return say(self.language, STATES.get(self.facts.dossier.state, ""))

    @property
    def state_icon(self) -> str:
        return ICONS_OF_STATES.get(self.facts.dossier.state, "check")

    def spoken(self) -> tuple[str, ...]:
        return (self.title, self.what, self.state)
