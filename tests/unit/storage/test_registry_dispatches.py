"""One way out at a time, and each planned once."""

import datetime as dt

import pytest

from kiosk.cases.states import SubmissionState
from kiosk.storage.registry import (
    OPEN_STEPS,
    Conflict,
    DispatchStep,
    NewObligation,
    NotThere,
    ObligationKind,
    Registry,
)

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def prepared(registry: Registry) -> Registry:
    registry.open_visit("v1", NOON, "fr", "caf.dtr", "age1xyz")
    registry.begin_submission("s1", "v1", "caf.dtr", "CAF", "desk", 3, "N1", NOON)
    registry.complete_submission("s1", "A-000007", 7, NOON, [NewObligation("deliver", "s1-deliver")])
    return registry


def test_a_way_is_planned_with_its_obligation_and_once(prepared: Registry) -> None:
    row = prepared.plan_dispatch("s1", "mail", NOON)
    assert (row.key, row.step, row.number) == ("s1-mail-1", DispatchStep.WAITING, 1)
    assert prepared.plan_dispatch("s1", "mail", NOON + MINUTE) == row == prepared.find_dispatch("s1-mail-1")
    owed = [one.key for one in prepared.due_obligations(NOON) if one.kind is ObligationKind.DELIVER]
    assert owed == ["s1-deliver", "s1-mail-1"]
    assert prepared.get_submission("s1").channel == "mail"


@pytest.mark.parametrize("step", OPEN_STEPS)
def test_no_second_way_while_one_is_open(prepared: Registry, step: DispatchStep) -> None:
    prepared.plan_dispatch("s1", "mail", NOON)
    prepared.move_dispatch("s1-mail-1", step, NOON)
    with pytest.raises(Conflict):
        prepared.plan_dispatch("s1", "post", NOON)
    assert [row.key for row in prepared.open_dispatches()] == ["s1-mail-1"]


def test_what_was_given_up_may_take_another_way_or_the_same_again(prepared: Registry) -> None:
    prepared.plan_dispatch("s1", "mail", NOON)
    prepared.move_dispatch("s1-mail-1", DispatchStep.GIVEN_UP, NOON, fault="refused")
    assert prepared.plan_dispatch("s1", "post", NOON + MINUTE).key == "s1-post-1"
    prepared.move_dispatch("s1-post-1", DispatchStep.CALLED_BACK, NOON)
    assert prepared.plan_dispatch("s1", "mail", NOON + 2 * MINUTE).key == "s1-mail-2"
    assert [row.number for row in prepared.dispatches_of("s1")] == [1, 1, 2]


def test_what_left_cannot_leave_again_until_it_came_back(prepared: Registry) -> None:
    prepared.plan_dispatch("s1", "mail", NOON)
    prepared.move_dispatch("s1-mail-1", DispatchStep.SENT, NOON, parts=2, passed=2)
    prepared.move_submission("s1", SubmissionState.SENT, NOON)
    with pytest.raises(Conflict):
        prepared.plan_dispatch("s1", "mail", NOON)
    prepared.move_submission("s1", SubmissionState.FAILED, NOON)
    prepared.move_dispatch("s1-mail-1", DispatchStep.RETURNED, NOON)
    assert prepared.plan_dispatch("s1", "post", NOON).key == "s1-post-1"
    assert prepared.get_submission("s1").state is SubmissionState.PREPARED


def test_what_is_not_there_is_said(prepared: Registry) -> None:
    assert prepared.find_dispatch("s1-fax-1") is None
    with pytest.raises(NotThere):
        prepared.plan_dispatch("s2", "mail", NOON)
    with pytest.raises(NotThere):
        prepared.move_dispatch("s1-fax-1", DispatchStep.SENT, NOON)
