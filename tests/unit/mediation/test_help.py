"""The life of a call, move by move."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.journey.views import HelpState
from kiosk.mediation.help import OPEN_STATES, HelpRequest, Moved, Refusal, Refused, move, position
from kiosk.mediation.sentences import refusal_sentence

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


def later(seconds: float) -> dt.datetime:
    return NOON + dt.timedelta(seconds=seconds)


def call(name: str = "a", seconds: float = 0) -> HelpRequest:
    return HelpRequest(name, "visit", "place_sheet", "fr", HelpState.SENT, later(seconds))


def moved(request: HelpRequest, state: HelpState, seconds: float, mediator: str | None = None) -> HelpRequest:
    outcome = move(request, state, later(seconds), mediator)
    assert isinstance(outcome, Moved)
    return outcome.request


def test_a_call_that_goes_well() -> None:
    seen = moved(call(), HelpState.SEEN, 5, "Sofia")
    coming = moved(seen, HelpState.COMING, 8)
    here = moved(coming, HelpState.HERE, 40)
    closed = moved(here, HelpState.CLOSED, 200)
    assert (seen.mediator, coming.mediator, here.mediator) == ("Sofia", "Sofia", "Sofia")
    assert (here.seen_at, here.coming_at, here.here_at) == (later(5), later(8), later(40))
    assert here.waited == dt.timedelta(seconds=40)
    assert (closed.state, closed.ended_at, closed.open) == (HelpState.CLOSED, later(200), False)
    assert closed.mediator is None


def test_a_mediator_may_walk_up_without_touching_a_screen_first() -> None:
    here = moved(call(), HelpState.HERE, 20, "Sofia")
    assert (here.seen_at, here.coming_at, here.here_at) == (later(20), None, later(20))


def test_the_first_of_two_mediators_wins_and_the_second_is_told_who() -> None:
    coming = moved(call(), HelpState.COMING, 5, "Sofia")
    outcome = move(coming, HelpState.COMING, later(6), "Karim")
    assert outcome == Refused(Refusal.TAKEN, coming)
    assert refusal_sentence(outcome) == "Sofia répond déjà à cet appel."


def test_asking_twice_does_no_harm() -> None:
    coming = moved(call(), HelpState.COMING, 5, "Sofia")
    assert moved(coming, HelpState.COMING, 9, "Sofia") == coming
    closed = moved(coming, HelpState.CLOSED, 10)
    assert moved(closed, HelpState.CLOSED, 99) == closed


def test_a_colleague_may_take_over_on_the_way() -> None:
    coming = moved(call(), HelpState.COMING, 5, "Sofia")
    assert moved(coming, HelpState.HERE, 30, "Karim").mediator == "Karim"


@pytest.mark.parametrize("state", OPEN_STATES)
def test_the_visitor_may_cancel_at_any_moment(state: HelpState) -> None:
    request = call() if state is HelpState.SENT else moved(call(), state, 5, "Sofia")
    assert moved(request, HelpState.CANCELLED, 9).state is HelpState.CANCELLED


@pytest.mark.parametrize(("after", "before"), list(itertools.combinations(OPEN_STATES, 2)))
def test_a_call_never_goes_back(before: HelpState, after: HelpState) -> None:
    request = moved(call(), before, 5, "Sofia")
    outcome = move(request, after, later(9), "Sofia")
    assert outcome == Refused(Refusal.BACKWARDS, request)
    assert "déjà" in refusal_sentence(Refused(Refusal.BACKWARDS, request))


@pytest.mark.parametrize("end", [HelpState.CLOSED, HelpState.CANCELLED])
def test_a_call_that_is_over_stays_over(end: HelpState) -> None:
    over = moved(call(), end, 5)
    for state in set(HelpState) - {end}:
        assert move(over, state, later(9), "Sofia") == Refused(Refusal.OVER, over)


def test_a_console_whose_clock_is_slow_makes_no_negative_wait() -> None:
    assert moved(call(), HelpState.SEEN, -300, "Sofia").seen_at == NOON


def test_the_queue_is_first_come_first_served_and_who_is_helped_no_longer_waits() -> None:
    first, second, third = call("a", 0), call("b", 10), call("c", 20)
    helped = moved(first, HelpState.HERE, 30, "Sofia")
    assert [position(one.id, [third, first, second]) for one in (first, second, third)] == [1, 2, 3]
    assert [position(one.id, [third, helped, second]) for one in (first, second, third)] == [1, 1, 2]
    assert position("unknown", []) == 1


MOVES = st.lists(
    st.tuples(st.sampled_from(HelpState), st.integers(-100, 500), st.sampled_from(["Sofia", "Karim", None])),
    max_size=12,
)


@given(MOVES)
def test_whatever_is_asked_times_never_go_back_and_the_end_is_final(
    moves: list[tuple[HelpState, int, str | None]],
) -> None:
    request = call()
    for state, seconds, mediator in moves:
        outcome = move(request, state, later(seconds), mediator)
        if isinstance(outcome, Refused):
            assert outcome.request == request
        if not request.open:
            assert outcome.request == request
        request = outcome.request
    times = [request.sent_at, request.seen_at, request.coming_at, request.here_at, request.ended_at]
    known = [time for time in times if time is not None]
    assert known == sorted(known)
    assert request.open is (request.ended_at is None)
