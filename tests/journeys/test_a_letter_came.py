"""A letter is looked at, confirmed by its owner, and forgotten."""

import datetime as dt
from dataclasses import replace

import pytest

from kiosk.journey.actions import Action
from kiosk.journey.effects import CountDays, EndVisit, PrintDeadline, ScanLetter
from kiosk.journey.events import LetterExplained, LetterRead, PaperGiven
from kiosk.journey.job_views import CheckLetter, LetterAnswer, LetterUnsure
from kiosk.journey.jobs import LetterPlan, Paper, PaperResult, ReadLetter

TODAY = dt.date(2026, 11, 22)
LETTER = ReadLetter("notice_before_sanction", "France Travail", dt.date(2026, 11, 19), 10, TODAY, "SECRET")
PLAN = LetterPlan(dt.date(2026, 12, 2), "loss", "ft.bulletins")


@pytest.fixture
def scanned(play):
    play.taps([Action.START, (Action.CHOOSE_LANGUAGE, "fr"), (Action.CHOOSE_JOB, "letter")])
    assert ScanLetter(1) in play.tap(Action.SCAN)
    return play


@pytest.fixture
def explained(scanned):
    scanned.happen(LetterRead(1, LETTER))
    scanned.taps([Action.CONFIRM, (Action.CHOOSE, TODAY.isoformat())])
    scanned.happen(LetterExplained(PLAN))
    return scanned


def test_what_was_read_is_confirmed_before_days_are_counted(scanned):
    scanned.happen(LetterRead(1, LETTER))
    assert scanned.frame.screen == CheckLetter("France Travail", "notice_before_sanction", "2026-11-19", 10, "SECRET")
    scanned.tap(Action.CONFIRM)
    assert CountDays("2026-11-20") in scanned.tap(Action.CHOOSE, "2026-11-20")


def test_no_day_before_the_letter_was_written_is_offered(scanned):
    scanned.happen(LetterRead(1, LETTER))
    scanned.tap(Action.CONFIRM)
    offered = [option.value for option in scanned.frame.screen.options]
    assert offered == ["2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "before"]


@pytest.mark.parametrize(("dated", "counted"), [(dt.date(2026, 11, 1), "2026-11-01"), (None, "2026-11-17")])
def test_longer_ago_counts_from_the_letter_itself(scanned, dated, counted):
    scanned.happen(LetterRead(1, replace(LETTER, dated=dated)))
    scanned.tap(Action.CONFIRM)
    assert CountDays(counted) in scanned.tap(Action.CHOOSE, "before")


@pytest.mark.parametrize("how", ["refused", "unread"])
def test_a_letter_that_is_not_understood_goes_to_a_person(scanned, how):
    scanned.happen(LetterRead(1, LETTER if how == "refused" else replace(LETTER, sender=None)))
    if how == "refused":
        scanned.tap(Action.REFUSE)
    assert scanned.frame.screen == LetterUnsure() and Action.CALL in scanned.frame.actions


def test_the_card_is_printed_and_the_plan_comes_back(explained):
    assert explained.frame.screen == LetterAnswer("France Travail", PLAN)
    assert PrintDeadline("fr") in explained.tap(Action.PRINT)
    explained.happen(PaperGiven(PaperResult(Paper.DEADLINE_CARD)))
    explained.tap(Action.DONE)
    assert explained.screen == "letter_answer"


def test_answering_opens_the_guide_and_forgets_the_letter(explained):
    effects = explained.tap(Action.ANSWER_NOW)
    assert explained.screen == "consent" and explained.visit.guide_id == "ft.bulletins"
    assert EndVisit("finished") in effects and "SECRET" not in repr(explained.visit)


def test_a_letter_without_a_known_day_prints_no_card(scanned):
    scanned.happen(LetterRead(1, LETTER))
    scanned.taps([Action.CONFIRM, (Action.CHOOSE, "before")])
    scanned.happen(LetterExplained(LetterPlan(None, None, None)))
    assert Action.PRINT not in scanned.frame.actions
    scanned.tap(Action.ANSWER_NOW)
    assert scanned.screen == "choose_guide"


def test_going_home_forgets_the_letter(explained):
    assert EndVisit("finished") in explained.tap(Action.BACK)
    assert explained.screen == "home" and "SECRET" not in repr(explained.visit)


def test_a_late_reading_is_ignored(scanned):
    scanned.tap(Action.CANCEL_SCAN)
    scanned.tap(Action.SCAN)
    scanned.happen(LetterRead(1, LETTER))
    assert scanned.screen == "working"
