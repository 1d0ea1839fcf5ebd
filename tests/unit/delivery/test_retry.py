"""Waiting longer each time."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.delivery.api import Delivered, DeliveryFault, Failed, Unsure, WaitingForMediator, WaitingForVisitor
from kiosk.delivery.retry import BackOff, GivenUp, HandedOver, PerhapsSent, TryAgain, settle

NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def test_the_delays_double_up_to_the_longest() -> None:
    back_off = BackOff(first=5 * SECOND, longest=60 * SECOND)
    assert [back_off.delay(attempt) // SECOND for attempt in range(1, 7)] == [5, 10, 20, 40, 60, 60]


@given(st.integers(1, 10**6), st.floats(1, 10), st.integers(1, 3600))
def test_no_delay_is_shorter_than_the_first_nor_longer_than_the_longest(
    attempt: int, factor: float, seconds: int
) -> None:
    back_off = BackOff(first=SECOND, factor=factor, longest=seconds * SECOND)
    assert SECOND <= back_off.delay(attempt) <= seconds * SECOND
    assert back_off.delay(attempt) <= back_off.delay(attempt + 1)


def test_it_gives_up_only_where_it_was_told_to() -> None:
    assert BackOff().next_attempt(10**6, NOW) == NOW + BackOff().longest
    assert BackOff(attempts=3).next_attempt(2, NOW) is not None
    assert BackOff(attempts=3).next_attempt(3, NOW) is None
    with pytest.raises(ValueError, match="1"):
        BackOff().delay(0)


def test_waiting_for_a_mediator_is_handed_over_but_not_sent() -> None:
    assert settle(WaitingForMediator(), 1, NOW, BackOff()) == HandedOver(sent=False)
    assert settle(Delivered("R-7"), 1, NOW, BackOff()) == HandedOver(sent=True, reference="R-7")


def test_a_draft_on_the_other_side_is_not_sent_and_a_lost_answer_is_never_tried_again() -> None:
    assert settle(WaitingForVisitor("12", {}), 1, NOW, BackOff()) == HandedOver(sent=False, reference="12")
    assert settle(Unsure(), 1, NOW, BackOff()) == PerhapsSent("answer_lost")


@pytest.mark.parametrize("fault", DeliveryFault)
def test_only_what_may_work_later_is_tried_again(fault: DeliveryFault) -> None:
    step = settle(Failed(fault), 1, NOW, BackOff())
    if fault in (DeliveryFault.UNREACHABLE, DeliveryFault.TIMED_OUT, DeliveryFault.LATER, DeliveryFault.OTHER):
        assert step == TryAgain(fault.value, NOW + 5 * SECOND)
    else:
        assert step == GivenUp(fault.value)
