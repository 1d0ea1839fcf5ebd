"""The visit as one pure function: what was, what happened, what is now and what must be done."""

from dataclasses import replace

from kiosk.journey.allowed import allowed
from kiosk.journey.allowed_jobs import JOB_WORKS
from kiosk.journey.effects import Effect, StartTimer, StopTimer
from kiosk.journey.endings import Outcome
from kiosk.journey.events import Event, Tapped, TimerFired
from kiosk.journey.happenings import happen
from kiosk.journey.model import Rules, Step, Visit
from kiosk.journey.over import tap_over
from kiosk.journey.sharing import pointed_at_no_more
from kiosk.journey.taps import ON_SCREEN
from kiosk.journey.taps_failure import FAILURE
from kiosk.journey.taps_letter import LETTER
from kiosk.journey.taps_return import RETURN
from kiosk.journey.views import StillThere

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
    touched = isinstance(event, Tapped) or after.step is not visit.step or after.overlay != visit.overlay
    return after, (*effects, _patience(after, rules)) if touched else effects


def _outcome(visit: Visit, event: Event, rules: Rules) -> Outcome:
    if not isinstance(event, Tapped):
        return happen(visit, event, rules)
    if event.action not in allowed(visit, rules):
        return visit, ()
    over = tap_over(visit, event.action, event.value, rules)
    if over is not None:
        return over
    handler = HANDLERS.get((visit.step, event.action))
    return handler(visit, event.value, rules) if handler is not None else (visit, ())


def _is_timer(event: Event) -> bool:
    return isinstance(event, TimerFired)


def _waits(visit: Visit) -> bool:
    return visit.step not in _MACHINE_WORKS


def _patience(visit: Visit, rules: Rules) -> Effect:
    """How long the machine now waits for a touch: rule T, never while it works itself."""
    if not _waits(visit):
        return StopTimer(IDLE)
    delays = rules.delays
    if isinstance(visit.overlay, StillThere):
        seconds = delays.last_call
    else:
        seconds = {
            Step.RESUME: delays.resume,
            Step.RECEIPT: delays.receipt,
            Step.GOODBYE: delays.goodbye,
        }.get(visit.step, delays.idle)
    return StartTimer(IDLE, seconds * (delays.slow_factor if visit.comfort.slow else 1))
