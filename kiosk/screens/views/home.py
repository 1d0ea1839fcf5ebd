"""The jobs that people come for: three at once, and a way to note what could not be done."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.column import make_button
from kiosk.screens.widgets.tap import Card
from kiosk.screens.widgets.view import View
from kiosk.screens.words.jobs import HOME
from kiosk.words import mark, say

CARDS = ("send", "letter", "return")


class HomeView(View):
    on_cards: ClassVar = frozenset({Action.CHOOSE_JOB})

    def _fill(self) -> None:
        super()._fill()
        if self.column is None:
            return
        self.column.cards = [
            Card(
                action=Action.CHOOSE_JOB,
                value=job,
                title=say(self.language, HOME[job].title),
                subtitle=say(self.language, HOME[job].subtitle),
                icon=HOME[job].icon,
            )
            for job in self.facts.jobs
            if job in CARDS
        ]
        others = [job for job in self.facts.jobs if job not in CARDS]
        buttons = [
            make_button("outlined", Action.CHOOSE_JOB, say(self.language, HOME[job].title), HOME[job].icon)
            for job in others
        ]
        for button, job in zip(buttons, others, strict=True):
            button.value = job
        self.column.buttons = buttons

    @property
    def title(self) -> str:
        return say(self.language, mark("Que voulez-vous faire ?"))

    def spoken(self) -> tuple[str, ...]:
        return (self.title, *(say(self.language, HOME[job].title) for job in self.facts.jobs))
