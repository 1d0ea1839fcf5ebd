"""A visit played without a screen, a device or a disk."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from kiosk.journey.actions import Action
from kiosk.journey.effects import Effect
from kiosk.journey.events import Event, KeyTicketPrinted, SheetAccepted, Tapped, VisitOpened
from kiosk.journey.model import GuideFacts, Rules, Visit
from kiosk.journey.presenter import present
from kiosk.journey.reducer import reduce
from kiosk.journey.views import Frame
from kiosk.journey.visit_views import GuideCard

CARD = GuideCard("ft.bulletins", "Envoyer mes bulletins", "À France Travail", "payslip")
OFFERS = (
    "duplicate",
    "answer",
    "take",
    "erase",
    "received",
    "counted",
    "decided",
    "reminder",
    "pages",
    "stick",
    "one_page",
)
"""Everything that may be done with a submission, for who comes back with its key."""

RULES = Rules(
    languages=("fr", "en"),
    guides={"ft.bulletins": GuideFacts({"fr": CARD}, {"fr": "France Travail"})},
    keep_months=13,
)


@dataclass
class Play:
    """Feeds events to the reducer and remembers what it asked for."""

    visit: Visit = field(default_factory=Visit)
    effects: list[Effect] = field(default_factory=list)
    rules: Rules = RULES

    def happen(self, event: Event) -> tuple[Effect, ...]:
        self.visit, effects = reduce(self.visit, event, self.rules)
        self.effects.extend(effects)
        return effects

    def tap(self, action: Action, value: str | None = None) -> tuple[Effect, ...]:
        assert action in self.frame.actions, f"{action} cannot be tapped on {self.frame.screen.screen}"
        return self.happen(Tapped(action, value))

    def taps(self, actions: Sequence[Action | tuple[Action, str]]) -> "Play":
        for one in actions:
            self.tap(*one) if isinstance(one, tuple) else self.tap(one)
        return self

    @property
    def frame(self) -> Frame:
        return present(self.visit, self.rules)

    @property
    def screen(self) -> str:
        return self.frame.screen.screen

    def to_first_sheet(self) -> "Play":
        self.to_key_ticket()
        self.happen(VisitOpened("v", self.visit.turn))
        self.happen(KeyTicketPrinted("v", ok=True))
        return self

    def to_key_ticket(self) -> "Play":
        return self.taps(
            [
                Action.START,
                (Action.CHOOSE_LANGUAGE, "fr"),
                (Action.CHOOSE_JOB, "send"),
                (Action.CHOOSE_GUIDE, "ft.bulletins"),
                Action.AGREE,
            ]
        )

    def accept(self, page_id: str = "p1") -> "Play":
        self.tap(Action.SHEET_PLACED)
        self.happen(SheetAccepted(self.visit.attempt, page_id, "image", "thumb"))
        return self


@pytest.fixture
def play() -> Play:
    return Play()
