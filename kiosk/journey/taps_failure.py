"""What a tap does for someone who tried in vain and wants it noted. Nothing is noted before the last tap."""

from dataclasses import replace

from kiosk.journey.actions import Action
from kiosk.journey.effects import NoteFailure, PrintFailure
from kiosk.journey.endings import Outcome, say_goodbye
from kiosk.journey.jobs import FailedAttempt, Tried
from kiosk.journey.model import Rules, Step, Visit
from kiosk.journey.taps import Handler, to

OTHER_BODY = "other"
WHEN = ("now", "today", "yesterday")
TIMES = ("once", "twice", "often")


def _what(visit: Visit, value: str | None, _rules: Rules) -> Outcome:
    if value not in tuple(Tried):
        return visit, ()
    return replace(visit, step=Step.FAILED_WHO, failed=replace(visit.failed, tried=Tried(value))), ()


def _who(visit: Visit, value: str | None, rules: Rules) -> Outcome:
    if value != OTHER_BODY and value not in rules.bodies:
        return visit, ()
    return replace(visit, step=Step.FAILED_WHEN, failed=replace(visit.failed, body=value)), ()


def _when(visit: Visit, value: str | None, _rules: Rules) -> Outcome:
    if value not in WHEN:
        return visit, ()
    return replace(visit, step=Step.FAILED_TIMES, failed=replace(visit.failed, when=value)), ()


def _times(visit: Visit, value: str | None, _rules: Rules) -> Outcome:
    if value not in TIMES:
        return visit, ()
    return replace(visit, step=Step.FAILED_CHECK, failed=replace(visit.failed, times=value)), ()


def _note(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    if not visit.failed.whole:
        return visit, ()
    return replace(visit, step=Step.FAILED_NOTING, breakdown=None), (NoteFailure(visit.failed, visit.language),)


def _print_again(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, step=Step.FAILED_NOTING), (PrintFailure(),)


def _taken(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return say_goodbye(visit, "finished")


def _out(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, step=Step.HOME, failed=FailedAttempt()), ()


FAILURE: dict[tuple[Step, Action], Handler] = {
    (Step.FAILED_WHAT, Action.CHOOSE): _what,
    (Step.FAILED_WHAT, Action.BACK): _out,
    (Step.FAILED_WHO, Action.CHOOSE): _who,
    (Step.FAILED_WHO, Action.BACK): to(Step.FAILED_WHAT),
    (Step.FAILED_WHEN, Action.CHOOSE): _when,
    (Step.FAILED_WHEN, Action.BACK): to(Step.FAILED_WHO),
    (Step.FAILED_TIMES, Action.CHOOSE): _times,
    (Step.FAILED_TIMES, Action.BACK): to(Step.FAILED_WHEN),
    (Step.FAILED_CHECK, Action.CONFIRM): _note,
    (Step.FAILED_CHECK, Action.REFUSE): _out,
    (Step.FAILED_CHECK, Action.BACK): to(Step.FAILED_TIMES),
    (Step.FAILED_NOTED, Action.RECEIPT_TAKEN): _taken,
    (Step.FAILED_NOTED, Action.RECEIPT_MISSING): _print_again,
}
