"""A call nobody sees."""

import datetime as dt

import pytest

from kiosk.journey.views import HelpState
from kiosk.mediation.escalation import Escalation, Patience, escalation, next_escalation
from kiosk.mediation.help import HelpRequest, Moved, move

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
CALL = HelpRequest("a", None, "standby", "en", HelpState.SENT, NOON)


def after(seconds: float) -> dt.datetime:
    return NOON + dt.timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, Escalation.NONE),
        (59.9, Escalation.NONE),
        (60, Escalation.SECOND_TONE),
        (179.9, Escalation.SECOND_TONE),
        (180, Escalation.HONEST_WORDS),
        (9999, Escalation.HONEST_WORDS),
        (-50, Escalation.NONE),
    ],
)
def test_louder_after_a_minute_honest_after_three(seconds: float, expected: Escalation) -> None:
    assert escalation(CALL, after(seconds)) is expected


def test_the_next_moment_to_look_again() -> None:
    assert next_escalation(CALL, after(0)) == after(60)
    assert next_escalation(CALL, after(60)) == after(180)
    assert next_escalation(CALL, after(180)) is None


def test_a_call_that_was_seen_no_longer_escalates() -> None:
    outcome = move(CALL, HelpState.SEEN, after(50), "Sofia")
    assert isinstance(outcome, Moved)
    assert escalation(outcome.request, after(500)) is Escalation.NONE
    assert next_escalation(outcome.request, after(51)) is None


def test_tests_may_be_in_a_hurry() -> None:
    assert escalation(CALL, after(0.2), Patience().scaled(0.001)) is Escalation.HONEST_WORDS
