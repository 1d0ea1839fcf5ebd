"""A call for a human and how far it has come: sent, seen, coming, here, closed; or cancelled by the visitor. Pure."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.journey.views import HelpState

OPEN_STATES = (HelpState.SENT, HelpState.SEEN, HelpState.COMING, HelpState.HERE)
"""In the order of a call; a later one may be reached at once (a mediator who walks up without touching a screen)."""


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """A call. `step` is the screen it was made from; `mediator` the first name of who answers, forgotten at the end.

    A time is that of the first arrival in the state, None where the call never was in it.
    """

    id: str
    visit_id: str | None
    step: str
    language: str
    state: HelpState
    sent_at: dt.datetime
    seen_at: dt.datetime | None = None
    coming_at: dt.datetime | None = None
    here_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    mediator: str | None = None

    @property
    def open(self) -> bool:
        """Whether somebody still waits, or is being helped."""
        return self.state in OPEN_STATES

    @property
    def waited(self) -> dt.timedelta | None:
        """From the call to the person being there; None if nobody came."""
        return None if self.here_at is None else self.here_at - self.sent_at


REMEMBERED = dt.timedelta(minutes=15)
"""How long after a call a restart of the machine still believes that the person is at it."""


def is_remembered(request: HelpRequest, visit_id: str | None, now: dt.datetime) -> bool:
    """Whether the screen shows this call again after a restart: that of the visit, or a recent one without any."""
    if request.visit_id is not None:
        return request.visit_id == visit_id
    return dt.timedelta(0) <= now - request.sent_at < REMEMBERED


class Refusal(StrEnum):
    """Why a call did not move."""

    OVER = "over"
    BACKWARDS = "backwards"
    TAKEN = "taken"
    """Another mediator already answers it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The call after the move, or as it was when the move had already been made."""

    request: HelpRequest


@dataclass(frozen=True, slots=True)
class Refused:
    """The call stays as it is."""

    refusal: Refusal
    request: HelpRequest


MoveOutcome = Moved | Refused


def move(request: HelpRequest, state: HelpState, at: dt.datetime, mediator: str | None = None) -> MoveOutcome:
    """Bring `request` into `state`. Asking twice for the same move does no harm; the first of two mediators wins.

    `at` is never taken as earlier than the last move: clocks of consoles disagree, waiting times are not negative.
    """
    if not request.open:
        return Moved(request) if state is request.state else Refused(Refusal.OVER, request)
    if state is request.state:
        return _again(request, mediator)
    moment = max(at, _last_move(request))
    if state in (HelpState.CLOSED, HelpState.CANCELLED):
        return Moved(replace(request, state=state, ended_at=moment, mediator=None))
    if OPEN_STATES.index(state) < OPEN_STATES.index(request.state):
        return Refused(Refusal.BACKWARDS, request)
    moved = replace(request, state=state, mediator=mediator or request.mediator)
    match state:
        case HelpState.SEEN:
            return Moved(replace(moved, seen_at=moment))
        case HelpState.COMING:
            return Moved(replace(moved, seen_at=request.seen_at or moment, coming_at=moment))
        case _:
            return Moved(replace(moved, seen_at=request.seen_at or moment, here_at=moment))


def position(request_id: str, requests: Iterable[HelpRequest]) -> int:
    """The place of a call among those nobody has reached yet; 1 is next. Also 1 once somebody is there."""
    waiting = sorted(
        (one for one in requests if one.open and one.state is not HelpState.HERE),
        key=lambda one: (one.sent_at, one.id),
    )
    places = {one.id: place for place, one in enumerate(waiting, start=1)}
    return places.get(request_id, 1)


def _again(request: HelpRequest, mediator: str | None) -> MoveOutcome:
    if mediator is None or mediator == request.mediator or request.state is HelpState.SENT:
        return Moved(request)
    if request.mediator is None:
        return Moved(replace(request, mediator=mediator))
    return Refused(Refusal.TAKEN, request)


def _last_move(request: HelpRequest) -> dt.datetime:
    times = (request.sent_at, request.seen_at, request.coming_at, request.here_at)
    return max(time for time in times if time is not None)
