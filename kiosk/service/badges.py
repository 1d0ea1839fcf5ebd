"""The badge reader as the core sees it: who puts a card in, whether their PIN opens it, and that it left.

The reader has a worker of its own, with a deadline for each call: a mute card is a fault like another.
The PIN goes to the card once. It is in no log, no frame and no file.
"""

import asyncio
from collections.abc import Callable

import structlog

from hardware.card.api import (
    CALL_SECONDS,
    CHALLENGE_BYTES,
    BadgeRead,
    CardAbsent,
    CardFailed,
    CardFault,
    CardPresent,
    CardStatus,
    CardUnavailable,
    SignedIn,
)
from hardware.card.verification import is_signed_by
from hardware.worker import STARTING, Worker
from hardware.worker_messages import Answer, WorkerAnswer, WorkerFailed, WorkerFault
from kiosk.clock import Clock
from kiosk.journey.events import Event
from kiosk.journey.staff_events import BadgeInserted, BadgeKnown, BadgeOpened, BadgeRefused, BadgeRemoved, PinRefused
from kiosk.service.trust import Trust

log = structlog.get_logger()

LOOK_SECONDS = 0.5
"""One turn of the watch: a PIN waits for its end."""

SHORTEST_CALL = 4.0
"""However impatient a test is: a turn of the watch and a sign-in must fit."""

REST_SECONDS = 1.0
"""After the worker failed."""

_WORKER_FAULTS = {WorkerFault.TIMED_OUT: CardFault.TIMED_OUT, WorkerFault.BUSY: CardFault.TIMED_OUT}
_PIN_FAULTS = frozenset({CardFault.WRONG_PIN, CardFault.LAST_TRY, CardFault.PIN_BLOCKED})


class Badges:
    """Watches the reader and posts what happens there."""

    def __init__(
        self,
        worker: Worker,
        trust: Trust,
        clock: Clock,
        random: Callable[[int], bytes],
        post: Callable[[Event], None],
        patience: float = 1.0,
    ) -> None:
        self._worker = worker
        self._trust = trust
        self._clock = clock
        self._random = random
        self._post = post
        self._rest = REST_SECONDS * patience
        self._seconds = max(SHORTEST_CALL, CALL_SECONDS * patience)
        self._known: bytes | None = None
        """The certificate of the badge that is in, once it is trusted."""

        self.status: CardStatus = CardAbsent(0)

    @property
    def known(self) -> bytes | None:
        """The certificate (DER) of the trusted badge that is in."""
        return self._known

    @property
    def fault(self) -> str:
        """Why no badge can be read now; empty when one could."""
        status = self.status
        two = isinstance(status, CardUnavailable) and status.fault is CardFault.TWO_CARDS
        return str(status.fault) if isinstance(status, CardUnavailable) and not two else ""

    async def watch(self) -> None:
        """Look until cancelled."""
        while True:
            answer = await self._ask("watch", self.status, LOOK_SECONDS)
            match answer:
                case Answer(value=CardAbsent() | CardPresent() | CardUnavailable() as status):
                    pass
                case WorkerFailed(fault, detail) if fault is WorkerFault.BUSY or detail == STARTING:
                    continue
                case _:
                    status = CardUnavailable(_fault(answer))
                    await asyncio.sleep(self._rest)
            if status != self.status:
                before, self.status = self.status, status
                await self._changed(before, status)

    async def open(self, pin: str) -> None:
        """Have the card sign a fresh challenge; posts what came of it."""
        known, challenge = self._known, self._random(CHALLENGE_BYTES)
        match await self._ask("sign_in", challenge, pin):
            case Answer(value=SignedIn(certificate, signature)):
                # The worker's word is not enough: the core checks both itself.
                if certificate != known or not is_signed_by(certificate, challenge, signature):
                    self._refused(CardFault.FORGED)
                else:
                    log.info("badge_opened")
                    self._post(BadgeOpened())
            case Answer(value=CardFailed(fault, tries_left)) if fault in _PIN_FAULTS:
                log.warning("pin_refused", fault=str(fault))
                self._post(PinRefused(tries_left or 0))
            case Answer(value=CardFailed(CardFault.REMOVED | CardFault.NO_CARD)):
                self._post(BadgeRemoved())
            case Answer(value=CardFailed(fault)):
                self._refused(fault)
            case answer:
                self._refused(_fault(answer))

    async def _changed(self, before: CardStatus, now: CardStatus) -> None:
        self._known = None
        match now:
            case CardPresent():
                self._post(BadgeInserted())
                await self._read()
            case CardUnavailable(CardFault.TWO_CARDS):
                self._refused(CardFault.TWO_CARDS)
            case _:
                if isinstance(now, CardUnavailable):
                    log.warning("badge_reader", fault=str(now.fault))
                if isinstance(before, CardPresent) or before == CardUnavailable(CardFault.TWO_CARDS):
                    self._post(BadgeRemoved())

    async def _read(self) -> None:
        match await self._ask("read"):
            case Answer(value=BadgeRead(certificate, tries_left)):
                holder = await asyncio.to_thread(self._trust.holder, certificate, self._clock.now())
                if isinstance(holder, str):
                    self._refused(holder)
                else:
                    self._known = certificate
                    self._post(BadgeKnown(holder.name, holder.role, tries_left))
            case Answer(value=CardFailed(CardFault.REMOVED | CardFault.NO_CARD)):
                self._post(BadgeRemoved())
            case Answer(value=CardFailed(fault)):
                self._refused(fault)
            case answer:
                self._refused(_fault(answer))

    def _refused(self, fault: str) -> None:
        log.warning("badge_refused", fault=str(fault))
        self._post(BadgeRefused(str(fault)))

    async def _ask(self, method: str, *arguments: object) -> WorkerAnswer:
        return await asyncio.to_thread(self._worker.call, method, *arguments, seconds=self._seconds)


def _fault(answer: WorkerAnswer) -> CardFault:
    if isinstance(answer, WorkerFailed):
        return _WORKER_FAULTS.get(answer.fault, CardFault.CRASHED)
    return CardFault.CRASHED
