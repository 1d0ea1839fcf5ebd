"""The visit as one pure function: what was, what happened, what is now and what must be done."""

from dataclasses import replace

from kiosk.journey import staff
from kiosk.journey.actions import Action
from kiosk.journey.allowed import allowed
from kiosk.journey.allowed_jobs import JOB_WORKS
from kiosk.journey.effects import Effect, StartTimer, StopTimer
from kiosk.journey.endings import Outcome
from kiosk.journey.events import Event, Tapped, TimerFired
from kiosk.journey.happenings import happen
from kiosk.journey.model import Rules, Step, Visit
from kiosk.journey.over import tap_over
from kiosk.journey.sharing import pointed_at_no_more
from kiosk.journey.staff_events import StaffEvent
from kiosk.journey.taps import ON_SCREEN
from kiosk.journey.taps_failure import FAILURE
from kiosk.journey.taps_letter import LETTER
from kiosk.journey.taps_return import RETURN
from kiosk.journey.views import CallCover, StillThere

IDLE = "idle"

HANDLERS = {**ON_SCREEN, **RETURN, **FAILURE, **LETTER}
_MACHINE_WORKS = frozenset({Step.SCANNING, Step.CHECKING, Step.SENDING, Step.STANDBY}) | JOB_WORKS


def reduce(visit: Visit, event: Event, rules: Rules) -> tuple[Visit, tuple[Effect, ...]]:
    """The next state and the effects to run, in order. A tap that is not allowed now changes nothing."""
    after, effects = _outcome(visit, event, rules)
    after = pointed_at_no_more(visit, after, tapped=isinstance(event, Tapped))
    if after == visit and not effects and not isinstance(event, Tapped):
        return visit, (_patience(after, rules),) if _is_timer(event) and _waits(after) else ()
    if after != visit:
        after = replace(after, serial=visit.serial + 1)
    moved = after.step is not visit.step or after.overlay != visit.overlay or after.staff != visit.staff
    touched = isinstance(event, Tapped) or moved
    return after, (*effects, _patience(after, rules)) if touched else effects


def _outcome(visit: Visit, event: Event, rules: Rules) -> Outcome:
    if isinstance(event, StaffEvent):
        return staff.happen(visit, event)
    if isinstance(event, TimerFired) and visit.staff is not None:
        return _left_in(visit)
    if not isinstance(event, Tapped):
        return happen(visit, event, rules)
    if event.action not in allowed(visit, rules):
        return visit, ()
    if visit.staff is not None:
        if event.action is not Action.CALL:
            return staff.tap(visit, visit.staff, event.action, event.value)
        visit = replace(visit, staff=None)  # whoever calls is the visitor: their screen comes back
    over = tap_over(visit, event.action, event.value, rules)
    if over is not None:
        return over
    handler = HANDLERS.get((visit.step, event.action))
    return handler(visit, event.value, rules) if handler is not None else (visit, ())


def _left_in(visit: Visit) -> Outcome:
    """A badge that was forgotten in the reader opens nothing any more; the visit is shown again."""
    busy = visit.staff is not None and visit.staff.stage in staff.AT_WORK
    return (visit if busy else replace(visit, staff=None)), ()


def _is_timer(event: Event) -> bool:
    return isinstance(event, TimerFired)


def _waits(visit: Visit) -> bool:
    if visit.staff is not None:
        return visit.staff.stage not in staff.AT_WORK
    return visit.step not in _MACHINE_WORKS


def _patience(visit: Visit, rules: Rules) -> Effect:
    """How long the machine now waits for a touch: rule T, never while it works itself."""
    if not _waits(visit):
        return StopTimer(IDLE)
    delays = rules.delays
    if visit.staff is not None:
        return StartTimer(IDLE, delays.staff)
    if isinstance(visit.overlay, StillThere):
        seconds = delays.last_call
    elif isinstance(visit.overlay, CallCover):
        seconds = delays.called
    else:
        seconds = {
            Step.RESUME: delays.resume,
            Step.RECEIPT: delays.receipt,
            Step.GOODBYE: delays.goodbye,
        }.get(visit.step, delays.idle)
    return StartTimer(IDLE, seconds * (delays.slow_factor if visit.comfort.slow else 1))
