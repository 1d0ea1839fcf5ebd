"""What is asked behind a badge, each in a task of its own: the visitor's scan or print is never waited for by it."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from hardware.card.api import CardFault
from kiosk.journey.events import Event
from kiosk.journey.staff_effects import CheckPin, PairConsole, ReadTestSheet, ReprintByNumber, StaffEffect, TryDevices
from kiosk.journey.staff_events import BadgeRefused, StaffActionDone
from kiosk.proof.manifest import receipt_number
from kiosk.service.badges import Badges
from kiosk.service.control_server import Answer, Handler
from kiosk.service.trying import Trying

log = structlog.get_logger()

FAILED = "failed"
CODE = "code."
"""Followed by the code that the console asks for."""
REPRINTED, NOT_PRINTED, NO_SUCH_NUMBER = "reprinted", "not_printed", "no_such_number"


class Staff:
    """Carries out the effects of the staff screen. `reprint` is what the mediators' command asks too."""

    def __init__(
        self,
        badges: Badges,
        trying: Trying,
        reprint: Handler,
        post: Callable[[Event], None],
        kiosk: str,
        pair: Callable[[bytes], str],
    ) -> None:
        self._badges = badges
        self._trying = trying
        self._reprint = reprint
        self._post = post
        self._kiosk = kiosk
        self._pair = pair
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, effect: StaffEffect) -> None:
        """Begin; the end is an event."""
        task = asyncio.ensure_future(self._guarded(effect))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, effect: StaffEffect) -> None:
        try:
            await self._carry_out(effect)
        except Exception:
            log.exception("effect_failed", effect=type(effect).__name__)
            self._post(
                BadgeRefused(str(CardFault.CRASHED)) if isinstance(effect, CheckPin) else StaffActionDone(FAILED)
            )

    def _carry_out(self, effect: StaffEffect) -> Awaitable[None]:
        match effect:
            case CheckPin(pin):
                return self._badges.open(pin)
            case TryDevices():
                return self._trying.for_staff()
            case ReadTestSheet():
                return self._trying.read_sheet()
            case ReprintByNumber(digits):
                return self._again(digits)
            case PairConsole():
                return self._code()

    async def _code(self) -> None:
        badge = self._badges.known
        self._post(StaffActionDone(FAILED if badge is None else f"{CODE}{self._pair(badge)}"))

    async def _again(self, digits: str) -> None:
        number = receipt_number(self._kiosk, int(digits))
        self._post(StaffActionDone(_said(await self._reprint({"number": number, "print": True}))))


def _said(answer: Answer) -> str:
    if not answer["ok"]:
        return NO_SUCH_NUMBER
    return REPRINTED if answer.get("printed") else NOT_PRINTED
