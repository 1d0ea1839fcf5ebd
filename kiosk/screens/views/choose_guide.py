"""What the visitor came for."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.tap import Card
from kiosk.screens.widgets.view import View
from kiosk.words import mark, say


class ChooseGuideView(View):
    on_cards: ClassVar = frozenset({Action.CHOOSE_GUIDE})

    def _fill(self) -> None:
        super()._fill()
        if self.column is not None:
            self.column.cards = [
                Card(
                    action=Action.CHOOSE_GUIDE,
                    value=guide.id,
                    title=guide.title,
                    subtitle=guide.subtitle,
                    icon=guide.pictogram,
                )
                for guide in self.facts.guides
            ]

    @property
    def title(self) -> str:
        return say(self.language, mark("Que voulez-vous faire ?"))

    def spoken(self) -> tuple[str, ...]:
        return (self.title, *(guide.title for guide in self.facts.guides))
