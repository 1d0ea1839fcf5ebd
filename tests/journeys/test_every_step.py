"""Rules that hold on every step: the human, the clock, the faults, and nothing left for the next visitor."""

import datetime as dt
from dataclasses import replace

import pytest

from kiosk.journey.actions import Action
from kiosk.journey.allowed import allowed
from kiosk.journey.allowed_jobs import IN_JOBS, JOB_WORKS
from kiosk.journey.effects import EndVisit, LetHelpStand, StartTimer, StopTimer
from kiosk.journey.endings import fresh
from kiosk.journey.events import DeviceFailed, Tapped, TimerFired
from kiosk.journey.jobs import Dossier, FailedAttempt, LetterPlan, NotedAttempt, Paper, PaperResult, ReadLetter, Tried
from kiosk.journey.model import Breakdown, Page, Step, Visit
from kiosk.journey.presenter import present
from kiosk.journey.reducer import HANDLERS, IDLE, reduce
from kiosk.journey.views import CallCover, Comfort, HelpState, HelpView, StillThere, TextSize, Theme
from kiosk.journey.visit_views import KeyTicket
from kiosk.proof.key_words import all_words
from tests.journeys.conftest import OFFERS, RULES

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
FULL = Visit(
    language="en",
    comfort=Comfort(TextSize.LARGEST, Theme.NIGHT),
    guide_id="ft.bulletins",
    visit_id="v",
    key_ticket=KeyTicket.OUT,
    pages=(Page("p1", "SECRET"),),
    words=("abaisser",),
    letters="a",
    dossier=Dossier("n", NOON, 3, "France Travail", "sent", NOON, None, None, OFFERS),
    digits="1",
    answer="received",
    paper=PaperResult(Paper.DUPLICATE),
    failed=FailedAttempt(Tried.PORTAL, "CAF", "now", "once"),
    noted=NotedAttempt("n", NOON),
    letter=ReadLetter("other", "CAF", NOON.date(), 10, NOON.date(), "SECRET"),
    plan=LetterPlan(NOON.date(), "loss", "ft.bulletins"),
)
WORKS = JOB_WORKS | {Step.SCANNING, Step.CHECKING, Step.SENDING}
OWN_WAY_OUT = {Step.STANDBY, Step.RESUME, Step.RECEIPT, Step.GOODBYE}
RULES_OF_JOBS = replace(RULES, bodies=("CAF",), key_words=all_words())


@pytest.mark.parametrize("step", Step)
def test_a_human_is_one_tap_away(step):
    assert Action.CALL in allowed(replace(FULL, step=step), RULES_OF_JOBS)


@pytest.mark.parametrize("step", Step)
def test_every_button_does_something(step):
    """What is offered is handled by the step, or lies over all of them."""
    bar = {Action.CALL, Action.OPEN_COMFORT, Action.ZOOM}
    for action in set(allowed(replace(FULL, step=step), RULES_OF_JOBS)) - bar:
        assert (step, action) in HANDLERS


@pytest.mark.parametrize(("step", "action"), sorted(HANDLERS, key=str))
def test_nothing_is_handled_that_is_never_offered(step, action):
    jammed = Breakdown("scanner", "jammed", Step.PLACE, photo=True)
    states = [replace(FULL, step=step, breakdown=jammed), replace(FULL, step=step, letters="aba")]
    assert any(action in allowed(state, RULES_OF_JOBS) for state in states)


@pytest.mark.parametrize("step", sorted(set(Step) - WORKS - OWN_WAY_OUT))
def test_rule_t_warns_then_forgets_everything(step):
    warned, effects = reduce(replace(FULL, step=step), TimerFired(IDLE), RULES_OF_JOBS)
    assert warned.overlay == StillThere(30) and StartTimer(IDLE, 30) in effects
    left, effects = reduce(warned, TimerFired(IDLE), RULES_OF_JOBS)
    assert replace(left, serial=0) == replace(fresh(FULL), serial=0)
    assert any(isinstance(effect, EndVisit) for effect in effects)


@pytest.mark.parametrize("step", sorted(set(Step) - WORKS - OWN_WAY_OUT))
def test_rule_t_covers_first_and_waits_longer_where_a_call_stands(step):
    called = replace(FULL, step=step, help=HelpView(HelpState.SENT))
    covered, effects = reduce(called, TimerFired(IDLE), RULES_OF_JOBS)
    assert covered.overlay == CallCover() and StartTimer(IDLE, 600) in effects
    assert allowed(covered, RULES_OF_JOBS) == (Action.STILL_HERE, Action.CALL)
    warned, _ = reduce(covered, TimerFired(IDLE), RULES_OF_JOBS)
    left, effects = reduce(warned, TimerFired(IDLE), RULES_OF_JOBS)
    assert replace(left, serial=0) == replace(fresh(FULL), serial=0)
    assert any(isinstance(effect, EndVisit) for effect in effects) and LetHelpStand() in effects


@pytest.mark.parametrize("step", sorted(WORKS))
def test_the_clock_never_runs_while_the_machine_works(step):
    waiting = replace(FULL, step=step)
    after, _ = reduce(waiting, TimerFired(IDLE), RULES_OF_JOBS)
    assert after == waiting
    _, effects = reduce(waiting, Tapped(Action.STIR), RULES_OF_JOBS)
    assert StopTimer(IDLE) in effects


@pytest.mark.parametrize("step", sorted(set(Step) - WORKS - {Step.STANDBY}))
def test_a_hand_that_moves_begins_the_wait_anew_and_changes_nothing_else(step):
    there = replace(FULL, step=step)
    after, effects = reduce(there, Tapped(Action.STIR), RULES_OF_JOBS)
    assert after == there and any(isinstance(effect, StartTimer) for effect in effects)


@pytest.mark.parametrize("step", sorted(IN_JOBS))
@pytest.mark.parametrize("way", [Action.TRY_AGAIN, Action.BACK])
def test_rule_f_leads_back_to_a_screen_where_something_can_be_done(step, way):
    broken, _ = reduce(replace(FULL, step=step), DeviceFailed("core", "failed"), RULES_OF_JOBS)
    assert present(broken, RULES_OF_JOBS).screen.screen == "trouble"
    back, _ = reduce(broken, Tapped(way), RULES_OF_JOBS)
    assert back.step not in WORKS and set(allowed(back, RULES_OF_JOBS)) - {Action.CALL, Action.OPEN_COMFORT}
    assert back.pages == FULL.pages
