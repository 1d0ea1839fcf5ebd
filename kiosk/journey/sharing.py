"""A mediator sees the visitor's screen: only after a yes on it, for a while, and never more than sees and points."""

from dataclasses import replace

from kiosk.journey.actions import Action
from kiosk.journey.allowed import allowed
from kiosk.journey.effects import StartTimer, StopTimer
from kiosk.journey.endings import Outcome
from kiosk.journey.events import Highlighted, ShareAsked
from kiosk.journey.model import Rules, Step, Visit
from kiosk.journey.views import CallCover, ShareRequest, StillThere

ANSWER, SHARING = "share_answer", "sharing"
SHARE_TIMERS = frozenset({ANSWER, SHARING})

NOBODY_THERE = frozenset({Step.STANDBY, Step.RESUME, Step.GOODBYE})
"""Nobody can say yes for somebody else."""


def nobody_answers(visit: Visit) -> bool:
    """Whether nobody may be at the machine to say yes."""
    return visit.step in NOBODY_THERE or isinstance(visit.overlay, StillThere | CallCover)


def share_asked(visit: Visit, event: ShareAsked, rules: Rules) -> Outcome:
    """Ask the visitor, whatever overlay of theirs is open; where nobody answers for sure, the answer is no."""
    if visit.sharing or nobody_answers(visit):
        return visit, ()
    asked = replace(visit, overlay=ShareRequest(event.mediator))
    return asked, (StartTimer(ANSWER, rules.delays.share_answer * _pace(visit, rules)),)


def share_tapped(visit: Visit, action: Action, rules: Rules) -> Outcome:
    """The visitor's yes or no, or that it is enough."""
    if action is Action.SHARE_YES:
        shown = replace(visit, overlay=None, sharing=True, highlight=None)
        return shown, (StopTimer(ANSWER), StartTimer(SHARING, rules.delays.sharing))
    ended, effects = share_ended(visit)
    return replace(ended, overlay=None), (StopTimer(ANSWER), *effects)


def share_ended(visit: Visit) -> Outcome:
    overlay = None if isinstance(visit.overlay, ShareRequest) else visit.overlay
    return replace(visit, sharing=False, highlight=None, overlay=overlay), (StopTimer(SHARING),)


def share_timer_fired(visit: Visit, name: str) -> Outcome:
    if name == ANSWER and not isinstance(visit.overlay, ShareRequest):
        return visit, ()
    return share_ended(visit)


def highlighted(visit: Visit, event: Highlighted, rules: Rules) -> Outcome:
    """Only what the visitor could tap anyway, and only while the screen is shared."""
    if not visit.sharing or (event.action is not None and event.action not in allowed(visit, rules)):
        return visit, ()
    return replace(visit, highlight=event.action), ()


def pointed_at_no_more(before: Visit, after: Visit, *, tapped: bool) -> Visit:
    """A tap or another screen is the answer to a button that was pointed at."""
    if after.highlight is None or (not tapped and after.step is before.step and after.overlay == before.overlay):
        return after
    return replace(after, highlight=None)


def _pace(visit: Visit, rules: Rules) -> float:
    return rules.delays.slow_factor if visit.comfort.slow else 1.0
