"""What those who work here see: how each device does, and what can be done now."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.journey.staff_views import DeviceFacts, Readiness
from kiosk.screens.widgets.ledger import BAD, GOOD, UNKNOWN
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.staff import ALL_READY, TRIED, device_line, remedy_line, role_line, said_line
from kiosk.words import mark, say

_SIGNS = {Readiness.READY: GOOD, Readiness.FAULTY: BAD, Readiness.UNTRIED: UNKNOWN}


class StaffRoomView(View):
    for_staff = True
    choices: ClassVar = (
        # Five in a row: words alone.
        Choice(Action.TRY_DEVICES, icon=""),
        Choice(Action.READ_TEST_SHEET, icon=""),
        Choice(Action.REPRINT, icon=""),
        Choice(Action.PAIR_CONSOLE, label=mark("Code"), icon=""),
        Choice(Action.LEAVE_STAFF, "filled", icon=""),
    )

    def spoken(self) -> tuple[str, ...]:
        return (self.title, self.state)

    @property
    def title(self) -> str:
        return say(self.language, mark("Espace conseiller"))

    @property
    def whose(self) -> str:
        line = role_line(self.language, self.facts.holder, self.facts.role)
        if not self.facts.visitor_waits:
            return line
        below = say(self.language, mark("La visite est gardée dessous."))
        return f"{line}. {below}"

    @property
    def state(self) -> str:
        if self.facts.busy:
            return say(self.language, mark("J’essaie. Attendez un instant."))
        tried = self.facts.said in (TRIED, ALL_READY)
        remedy = remedy_line(self.language, self.facts.devices) if tried else ""
        return remedy or said_line(self.language, self.facts.said)

    @property
    def lines(self) -> list[tuple[str, str]]:
        devices = self.facts.devices or (DeviceFacts("scanner"), DeviceFacts("printer"), DeviceFacts("ticket"))
        return [(_SIGNS[facts.readiness], device_line(self.language, facts)) for facts in devices]
