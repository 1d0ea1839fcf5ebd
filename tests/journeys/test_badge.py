"""A badge in the reader: the staff screen comes over the visit, and the visit is back when the badge leaves."""

import datetime as dt

import pytest

from kiosk.journey.actions import Action
from kiosk.journey.effects import StartTimer
from kiosk.journey.events import PageRead, SheetAccepted, Tapped, TimerFired
from kiosk.journey.frames import encode_frame
from kiosk.journey.reducer import IDLE
from kiosk.journey.staff import STAFF_ACTIONS
from kiosk.journey.staff_effects import CheckPin, ReprintByNumber, TryDevices
from kiosk.journey.staff_events import (
    BadgeInserted,
    BadgeKnown,
    BadgeOpened,
    BadgeRefused,
    BadgeRemoved,
    DevicesTried,
    PinRefused,
    StaffActionDone,
)
from kiosk.journey.staff_views import BadgeSeen, DeviceFacts, NumberPad, PinPad, Readiness, StaffRoom
from tests.journeys.conftest import Play

NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


def to_pin(play: Play) -> Play:
    play.happen(BadgeInserted())
    play.happen(BadgeKnown("Sofia Martin", "mediator", 3))
    return play


def to_room(play: Play) -> Play:
    to_pin(play).taps([*[(Action.TYPE_DIGIT, digit) for digit in "123456"], Action.ENTER])
    play.happen(BadgeOpened())
    return play


def test_the_role_is_known_before_the_pin(play: Play) -> None:
    play.happen(BadgeInserted())
    assert play.frame.screen == BadgeSeen()
    play.happen(BadgeKnown("Sofia Martin", "mediator", 2))
    assert play.frame.screen == PinPad("Sofia Martin", "mediator", 0, 2)


def test_digits_are_counted_and_never_shown(play: Play) -> None:
    to_pin(play)
    for count, digit in enumerate("907531", 1):
        play.tap(Action.TYPE_DIGIT, digit)
        assert play.frame.screen == PinPad("Sofia Martin", "mediator", count, 3)
        assert b"907531" not in encode_frame(play.frame)
    assert "907531" not in repr(play.visit)
    (checked, *_) = play.tap(Action.ENTER)
    assert checked == CheckPin("907531")
    assert "907531" not in repr(checked)
    assert play.visit.staff is not None and play.visit.staff.typed == ""


def test_a_short_pin_cannot_be_given_and_a_digit_can_be_taken_back(play: Play) -> None:
    to_pin(play).taps([(Action.TYPE_DIGIT, digit) for digit in "12345"])
    assert Action.ENTER not in play.frame.actions
    play.tap(Action.TYPE_DIGIT, "6")
    assert Action.ENTER in play.frame.actions
    play.tap(Action.ERASE_DIGIT)
    assert Action.ENTER not in play.frame.actions


@pytest.mark.parametrize("value", [None, "12", "x", "", "²"])
def test_only_one_digit_at_a_time(play: Play, value: str | None) -> None:
    to_pin(play).tap(Action.TYPE_DIGIT, value)
    assert play.frame.screen == PinPad("Sofia Martin", "mediator", 0, 3)


def test_the_cards_own_counter_is_shown_until_it_is_blocked(play: Play) -> None:
    to_pin(play)
    for left in (2, 1, 0):
        play.taps([*[(Action.TYPE_DIGIT, "1")] * 6, Action.ENTER])
        play.happen(PinRefused(left))
        assert play.frame.screen == PinPad("Sofia Martin", "mediator", 0, left, refused=True)
    assert Action.TYPE_DIGIT not in play.frame.actions


@pytest.mark.parametrize("fault", ["wrong_card", "unreadable", "two_cards", "expired", "timed_out"])
def test_a_card_that_is_no_badge_is_said_to_be_so(play: Play, fault: str) -> None:
    play.to_first_sheet().happen(BadgeInserted())
    play.happen(BadgeRefused(fault))
    assert play.frame.screen == BadgeSeen(fault)
    play.tap(Action.LEAVE_STAFF)
    assert play.screen == "place_sheet"


def test_the_visitor_keeps_the_seat(play: Play) -> None:
    play.to_first_sheet().accept()
    before = play.frame
    to_room(play)
    assert play.frame.screen == StaffRoom("Sofia Martin", "mediator", (), visitor_waits=True)
    assert b"thumb" not in encode_frame(play.frame)  # nothing of the visit is sent to the screen
    play.happen(BadgeRemoved())
    assert (play.frame.screen, play.frame.actions, play.frame.language) == (
        before.screen,
        before.actions,
        before.language,
    )


def test_the_visit_goes_on_beneath(play: Play) -> None:
    play.to_first_sheet().tap(Action.SHEET_PLACED)
    to_room(play)
    play.happen(SheetAccepted(play.visit.attempt, "p1", "image", "thumb"))
    play.happen(PageRead("p1", "payslip", "2026-01", "Garage"))
    assert play.screen == "staff_room"
    play.happen(BadgeRemoved())
    assert play.screen == "page_accepted"
    assert play.visit.pages[0].read


def test_a_forgotten_badge_gives_the_screen_back_to_the_visitor(play: Play) -> None:
    to_room(play.to_first_sheet())
    effects = play.happen(TimerFired(IDLE))
    assert play.screen == "place_sheet"
    assert StartTimer(IDLE, play.rules.delays.idle) in effects


def test_a_device_being_tried_is_not_hurried(play: Play) -> None:
    to_room(play)
    assert play.tap(Action.TRY_DEVICES)[0] == TryDevices()
    play.happen(TimerFired(IDLE))
    facts = (DeviceFacts("scanner", Readiness.FAULTY, "dirty_glass", NOON),)
    play.happen(DevicesTried(facts))
    assert play.frame.screen == StaffRoom("Sofia Martin", "mediator", facts, busy=True)
    play.happen(StaffActionDone("tried"))
    assert play.frame.screen == StaffRoom("Sofia Martin", "mediator", facts, said="tried")
    assert play.frame.actions[: len(STAFF_ACTIONS)] == STAFF_ACTIONS


def test_a_receipt_is_printed_again_by_its_number(play: Play) -> None:
    to_room(play).taps([Action.REPRINT, (Action.TYPE_DIGIT, "4"), (Action.TYPE_DIGIT, "2")])
    assert play.frame.screen == NumberPad("42")
    assert play.tap(Action.ENTER)[0] == ReprintByNumber("42")
    play.happen(StaffActionDone("no_such_number"))
    assert play.frame.screen == StaffRoom("Sofia Martin", "mediator", (), said="no_such_number")


def test_what_comes_after_the_badge_left_opens_nothing(play: Play) -> None:
    to_pin(play).taps([*[(Action.TYPE_DIGIT, "1")] * 6, Action.ENTER])
    play.happen(BadgeRemoved())
    for event in (BadgeOpened(), BadgeKnown("X", "mediator", 3), PinRefused(1), StaffActionDone("tried")):
        play.happen(event)
        assert play.screen == "standby"


def test_a_signature_without_a_pin_opens_nothing(play: Play) -> None:
    to_pin(play).happen(BadgeOpened())
    assert play.screen == "pin_pad"


def test_the_visitor_can_call_over_a_badge(play: Play) -> None:
    to_pin(play.to_first_sheet()).tap(Action.CALL)
    assert play.screen == "place_sheet"
    assert play.frame.overlay is not None and play.frame.overlay.overlay == "call"


def test_taps_of_the_visit_do_nothing_behind_the_badge(play: Play) -> None:
    to_room(play.to_first_sheet())
    before = play.visit
    for action in set(Action) - set(play.frame.actions):
        play.happen(Tapped(action, "fr"))
        assert play.visit == before
