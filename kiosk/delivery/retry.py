"""When to try again: waiting longer each time, up to a limit, for as long as it is worth it. Pure."""

import datetime as dt
from dataclasses import dataclass
from typing import assert_never

from kiosk.delivery.api import Delivered, DeliveryOutcome, Failed, Unsure, WaitingForMediator, WaitingForVisitor


@dataclass(frozen=True, slots=True)
class BackOff:
    """The delays between attempts. `attempts` None: never give up (printing, where a person puts paper back)."""

    first: dt.timedelta = dt.timedelta(seconds=5)
    factor: float = 2.0
    longest: dt.timedelta = dt.timedelta(minutes=15)
    attempts: int | None = None

    def delay(self, attempt: int) -> dt.timedelta:
        """How long to wait after the failure of `attempt` (1 is the first)."""
        if attempt < 1:
            raise ValueError("attempts are counted from 1")
        # Beyond 64 doublings the power would overflow long after the limit is reached.
        seconds = self.first.total_seconds() * self.factor ** min(attempt - 1, 64)
        return min(dt.timedelta(seconds=min(seconds, self.longest.total_seconds())), self.longest)

    def next_attempt(self, attempt: int, now: dt.datetime) -> dt.datetime | None:
        """When to try again after the failure of `attempt`; None to give up."""
        if self.attempts is not None and attempt >= self.attempts:
            return None
        return now + self.delay(attempt)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The obligation is met. `sent` is False while the bundle waits for a person: it has not left the site."""

    sent: bool
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class TryAgain:
    """The obligation stays, until `at`."""

    fault: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A person must look at it."""

    fault: str


@dataclass(frozen=True, slots=True)
class PerhapsSent:
    """Nobody knows whether it left. A person looks; it is never sent again blindly."""

    fault: str


NextStep = HandedOver | TryAgain | GivenUp | PerhapsSent


def settle(outcome: DeliveryOutcome, attempt: int, now: dt.datetime, back_off: BackOff) -> NextStep:
    """What becomes of the obligation to deliver after `attempt` ended in `outcome`."""
    match outcome:
        case Delivered(reference):
            return HandedOver(sent=True, reference=reference)
        case WaitingForMediator():
            return HandedOver(sent=False)
        case WaitingForVisitor(reference, _):
            return HandedOver(sent=False, reference=reference)
        case Unsure(fault):
            return PerhapsSent(fault.value)
        case Failed(fault):
            at = back_off.next_attempt(attempt, now) if fault.worth_retrying else None
            return GivenUp(fault.value) if at is None else TryAgain(fault.value, at)
        case _:
            assert_never(outcome)
