"""Something could not be done: it is said by tiles, noted once, and printed."""

import datetime as dt
from dataclasses import replace

import pytest

from kiosk.journey.actions import Action
from kiosk.journey.effects import EndVisit, NoteFailure, PrintFailure
from kiosk.journey.events import DeviceFailed, FailureNoted
from kiosk.journey.job_views import AttemptNoted
from kiosk.journey.jobs import FailedAttempt, NotedAttempt, Tried

NOTED = NotedAttempt("K7-000002-0", dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC))
TILES = [(Action.CHOOSE, "portal"), (Action.CHOOSE, "CAF"), (Action.CHOOSE, "now"), (Action.CHOOSE, "often")]


@pytest.fixture
def told(play):
    play.rules = replace(play.rules, bodies=("France Travail", "CAF"))
    return play.taps([Action.START, (Action.CHOOSE_LANGUAGE, "fr"), (Action.CHOOSE_JOB, "failure"), *TILES])


def test_four_tiles_then_a_check_and_nothing_is_noted_before(told):
    assert told.screen == "check_attempt"
    assert not any(isinstance(effect, NoteFailure) for effect in told.effects)
    assert NoteFailure(FailedAttempt(Tried.PORTAL, "CAF", "now", "often"), "fr") in told.tap(Action.CONFIRM)


def test_it_is_noted_printed_and_over(told):
    told.tap(Action.CONFIRM)
    told.happen(FailureNoted(NOTED))
    assert told.frame.screen == AttemptNoted(NOTED)
    assert EndVisit("finished") in told.tap(Action.RECEIPT_TAKEN)
    assert told.screen == "goodbye" and told.visit.noted is None and told.visit.failed == FailedAttempt()


def test_a_ticket_that_did_not_come_out_is_printed_again(told):
    told.tap(Action.CONFIRM)
    told.happen(FailureNoted(replace(NOTED, fault="paper_out")))
    assert PrintFailure() in told.tap(Action.RECEIPT_MISSING)


def test_going_back_keeps_what_was_said(told):
    told.taps([Action.BACK, Action.BACK, Action.BACK, Action.BACK])
    assert told.screen == "choose" and told.visit.failed.times == "often"


def test_who_wants_nothing_noted_leaves_nothing(told):
    told.tap(Action.REFUSE)
    assert told.screen == "home" and told.visit.failed == FailedAttempt()


def test_a_full_disk_is_told_and_what_was_said_stays(told):
    told.tap(Action.CONFIRM)
    told.happen(DeviceFailed("storage", "disk_full"))
    assert told.screen == "trouble"
    told.tap(Action.TRY_AGAIN)
    assert told.screen == "check_attempt"


@pytest.mark.parametrize(("tiles", "value"), [(0, "cat"), (1, "nobody"), (2, "never"), (3, "7")])
def test_a_tile_that_is_not_there_does_nothing(play, tiles, value):
    play.rules = replace(play.rules, bodies=("France Travail", "CAF"))
    play.taps([Action.START, (Action.CHOOSE_LANGUAGE, "fr"), (Action.CHOOSE_JOB, "failure"), *TILES[:tiles]])
    before = play.visit
    play.tap(Action.CHOOSE, value)
    assert play.visit == before
