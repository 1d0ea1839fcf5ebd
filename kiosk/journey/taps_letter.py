"""What a tap does for someone who received a letter. The letter is looked at, and nothing of it is kept."""

import datetime as dt
from dataclasses import replace

from kiosk.journey.actions import Action
from kiosk.journey.effects import CountDays, EndVisit, PrintDeadline, ScanLetter
from kiosk.journey.endings import Outcome
from kiosk.journey.model import Rules, Step, Visit
from kiosk.journey.taps import Handler, to

DAYS_OFFERED = 5
BEFORE = "before"
"""Longer ago than the tiles go: then the day of the letter itself counts, which is never too late."""


def days_offered(visit: Visit) -> tuple[str, ...]:
    """The days on which the letter may have come, the latest first, none before the letter was written."""
    letter = visit.letter
    if letter is None:
        return ()
    days = [letter.today - dt.timedelta(days=ago) for ago in range(DAYS_OFFERED)]
    return tuple(day.isoformat() for day in days if letter.dated is None or day >= letter.dated)


def _scan(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    attempt = visit.attempt + 1
    after = replace(
        visit,
        step=Step.LETTER_SCANNING,
        attempt=attempt,
        scan_retried=False,
        breakdown=None,
        letter=None,
        plan=None,
    )
    return after, (ScanLetter(attempt),)


def _out(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    """Nothing of the letter stays, on this side or on the other."""
    return replace(visit, step=Step.HOME, letter=None, plan=None), (EndVisit("finished"),)


def _received(visit: Visit, value: str | None, _rules: Rules) -> Outcome:
    if visit.letter is None or value is None or value not in (*days_offered(visit), BEFORE):
        return visit, ()
    if value == BEFORE:
        oldest = visit.letter.today - dt.timedelta(days=DAYS_OFFERED)
        value = (visit.letter.dated or oldest).isoformat()
    return replace(visit, step=Step.LETTER_COUNTING), (CountDays(value),)


def _print(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, step=Step.WORKING, breakdown=None), (PrintDeadline(visit.language),)


def _answer_now(visit: Visit, _value: str | None, rules: Rules) -> Outcome:
    guide = visit.plan.guide_id if visit.plan is not None else None
    clean = replace(visit, letter=None, plan=None)
    if guide is None or guide not in rules.guides:
        return replace(clean, step=Step.GUIDE), (EndVisit("finished"),)
    return replace(clean, step=Step.CONSENT, guide_id=guide), (EndVisit("finished"),)


LETTER: dict[tuple[Step, Action], Handler] = {
    (Step.LETTER_PLACE, Action.SCAN): _scan,
    (Step.LETTER_PLACE, Action.BACK): _out,
    (Step.LETTER_SCANNING, Action.CANCEL_SCAN): to(Step.LETTER_PLACE),
    (Step.LETTER_CHECK, Action.CONFIRM): to(Step.LETTER_RECEIVED),
    (Step.LETTER_CHECK, Action.REFUSE): to(Step.LETTER_UNSURE),
    (Step.LETTER_CHECK, Action.BACK): to(Step.LETTER_PLACE),
    (Step.LETTER_UNSURE, Action.TRY_AGAIN): to(Step.LETTER_PLACE),
    (Step.LETTER_UNSURE, Action.ANSWER_NOW): _answer_now,
    (Step.LETTER_UNSURE, Action.BACK): _out,
    (Step.LETTER_RECEIVED, Action.CHOOSE): _received,
    (Step.LETTER_RECEIVED, Action.BACK): to(Step.LETTER_CHECK),
    (Step.LETTER_PLAN, Action.PRINT): _print,
    (Step.LETTER_PLAN, Action.ANSWER_NOW): _answer_now,
    (Step.LETTER_PLAN, Action.BACK): _out,
}
