"""What to change before sending."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.tap import Card
from kiosk.screens.widgets.view import View
from kiosk.screens.words.defaults import LABELS
from kiosk.screens.words.kinds import page_name
from kiosk.words import mark, say


class ChangePagesView(View):
    on_cards: ClassVar = frozenset({Action.ADD_SHEET, Action.REMOVE_LAST, Action.OPEN_KEEPING, Action.ERASE_ALL})

    def _fill(self) -> None:
        super()._fill()
        if self.column is None:
            return
        about = {Action.REMOVE_LAST: self.last, Action.ERASE_ALL: self.asks_again}
        order = (Action.ERASE_ALL, Action.REMOVE_LAST, Action.OPEN_KEEPING, Action.ADD_SHEET)
        self.column.cards = [
            Card(
                action=action,
                title=say(self.language, LABELS[action][0]),
                subtitle=about.get(action, ""),
                icon=LABELS[action][1],
            )
            for action in order
            if action in self.frame.actions
        ]

    @property
    def title(self) -> str:
        return say(self.language, mark("Que voulez-vous changer ?"))

    @property
    def last(self) -> str:
        return page_name(self.language, self.facts.pages[-1]) if self.facts.pages else ""

    @property
    def asks_again(self) -> str:
        return say(self.language, mark("Je vous redemande avant."))
