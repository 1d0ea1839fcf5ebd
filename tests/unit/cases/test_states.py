"""The states of a submission: no shortcut makes "sent" of what was only prepared."""

import itertools

import pytest

from kiosk.cases.states import SubmissionState as State
from kiosk.cases.states import followers, may_move

ALLOWED = {
    (State.PREPARING, State.PREPARED),
    (State.PREPARED, State.SENT),
    (State.PREPARED, State.UNSURE),
    (State.PREPARED, State.FAILED),
    (State.UNSURE, State.SENT),
    (State.UNSURE, State.FAILED),
    (State.SENT, State.RECEIVED),
    (State.SENT, State.COUNTED),
    (State.SENT, State.DECIDED),
    (State.SENT, State.FAILED),
    (State.RECEIVED, State.COUNTED),
    (State.RECEIVED, State.DECIDED),
    (State.COUNTED, State.DECIDED),
    (State.FAILED, State.PREPARED),
}


@pytest.mark.parametrize(("before", "after"), list(itertools.product(State, State)))
def test_every_pair_is_decided(before: State, after: State) -> None:
    assert may_move(before, after) is ((before, after) in ALLOWED)


def test_nothing_is_received_or_counted_that_was_not_sent() -> None:
    reachable: set[State] = set()
    front = {State.PREPARING}
    while front:
        reachable |= front
        front = {after for state in front for after in followers(state) if after is not State.SENT} - reachable
    assert reachable == {State.PREPARING, State.PREPARED, State.UNSURE, State.FAILED}


def test_a_decision_is_the_end() -> None:
    assert followers(State.DECIDED) == frozenset()
