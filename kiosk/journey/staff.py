"""What a badge does to the screen. The visit beneath goes on with its own events, and is back when the badge leaves.

To add something that can be done behind the badge: an `Action`, its place in `STAFF_ACTIONS`, a line in `_IN_THE_ROOM`.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from kiosk.journey.actions import Action
from kiosk.journey.effects import Effect
from kiosk.journey.model import Step, Visit
from kiosk.journey.seat import Seat, Stage
from kiosk.journey.staff_effects import CheckPin, PairConsole, ReadTestSheet, ReprintByNumber, TryDevices
from kiosk.journey.staff_events import (
    BadgeInserted,
    BadgeKnown,
    BadgeOpened,
    BadgeRefused,
    BadgeRemoved,
    DevicesTried,
    PinRefused,
    StaffActionDone,
    StaffEvent,
)
from kiosk.journey.staff_views import BadgeSeen, NumberPad, PinPad, StaffRoom, StaffScreen

SHORTEST_PIN = 6
LONGEST_PIN = 8
LONGEST_NUMBER = 7
"""Digits at the end of the number of a receipt: its place in the ledger."""

STAFF_ACTIONS = (
    Action.TRY_DEVICES,
    Action.READ_TEST_SHEET,
    Action.REPRINT,
    Action.PAIR_CONSOLE,
    Action.LEAVE_STAFF,
)
"""What can be done behind the badge, in the order of the buttons."""

AT_WORK = frozenset({Stage.READING, Stage.CHECKING, Stage.WORKING})
"""Stages in which the machine works, and nobody is hurried."""

Outcome = tuple[Visit, tuple[Effect, ...]]
Handler = Callable[[Visit, Seat], Outcome]


def allowed(seat: Seat) -> tuple[Action, ...]:
    """What may be tapped while a badge is in. A human is always among them."""
    match seat.stage:
        case Stage.READING | Stage.REFUSED:
            return (Action.LEAVE_STAFF, Action.CALL)
        case Stage.PIN if seat.tries_left == 0:
            return (Action.LEAVE_STAFF, Action.CALL)
        case Stage.PIN:
            return (*_typing(len(seat.typed), SHORTEST_PIN, LONGEST_PIN), Action.LEAVE_STAFF, Action.CALL)
        case Stage.NUMBER:
            return (*_typing(len(seat.typed), 1, LONGEST_NUMBER), Action.BACK, Action.CALL)
        case Stage.CHECKING | Stage.WORKING:
            return (Action.LEAVE_STAFF, Action.CALL)
        case Stage.OPEN:
            return (*STAFF_ACTIONS, Action.CALL)
        case _:
            assert_never(seat.stage)


def screen(visit: Visit, seat: Seat) -> StaffScreen:
    """What is shown instead of the visit."""
    match seat.stage:
        case Stage.READING | Stage.REFUSED:
            return BadgeSeen(seat.fault)
        case Stage.PIN | Stage.CHECKING:
            checking = seat.stage is Stage.CHECKING
            refused = seat.fault == "wrong_pin"
            return PinPad(seat.holder, seat.role, len(seat.typed), seat.tries_left, refused, checking)
        case Stage.NUMBER:
            return NumberPad(seat.typed)
        case Stage.OPEN | Stage.WORKING:
            busy = seat.stage is Stage.WORKING
            waits = visit.step is not Step.STANDBY
            return StaffRoom(seat.holder, seat.role, visit.devices, busy, seat.said, waits)
        case _:
            assert_never(seat.stage)


def happen(visit: Visit, event: StaffEvent) -> Outcome:
    """The outcome of what a badge or a device behind it did."""
    seat = visit.staff
    match event:
        case DevicesTried(devices):
            return replace(visit, devices=devices), ()
        case BadgeRemoved():
            return replace(visit, staff=None), ()
        case BadgeInserted():
            return replace(visit, staff=Seat()), ()
        case BadgeRefused(fault) if seat is not None or fault == "two_cards":
            return replace(visit, staff=Seat(Stage.REFUSED, fault=fault)), ()
        case BadgeKnown(holder, role, tries_left) if seat is not None:
            return replace(visit, staff=Seat(Stage.PIN, holder, role, tries_left)), ()
        case PinRefused(tries_left) if seat is not None and seat.stage is Stage.CHECKING:
            again = replace(seat, stage=Stage.PIN, tries_left=tries_left, fault="wrong_pin")
            return replace(visit, staff=again), ()
        case BadgeOpened() if seat is not None and seat.stage is Stage.CHECKING:
            return replace(visit, staff=Seat(Stage.OPEN, seat.holder, seat.role)), ()
        case StaffActionDone(said) if seat is not None and seat.stage is Stage.WORKING:
            return replace(visit, staff=replace(seat, stage=Stage.OPEN, said=said)), ()
        case _:
            return visit, ()  # it came too late: the badge is gone


def tap(visit: Visit, seat: Seat, action: Action, value: str | None) -> Outcome:
    """The outcome of a tap, which `allowed` let through."""
    if action is Action.LEAVE_STAFF:
        return replace(visit, staff=None), ()
    match seat.stage, action:
        case Stage.PIN | Stage.NUMBER, Action.TYPE_DIGIT if value is not None and value.isdecimal() and len(value) == 1:
            return replace(visit, staff=replace(seat, typed=seat.typed + value, fault="")), ()
        case Stage.PIN | Stage.NUMBER, Action.ERASE_DIGIT:
            return replace(visit, staff=replace(seat, typed=seat.typed[:-1])), ()
        case Stage.PIN, Action.ENTER:
            return replace(visit, staff=replace(seat, stage=Stage.CHECKING, typed="")), (CheckPin(seat.typed),)
        case Stage.NUMBER, Action.ENTER:
            return _working(visit, seat, ReprintByNumber(seat.typed))
        case Stage.NUMBER, Action.BACK:
            return replace(visit, staff=replace(seat, stage=Stage.OPEN, typed="")), ()
        case Stage.OPEN, chosen if chosen in _IN_THE_ROOM:
            return _IN_THE_ROOM[chosen](visit, seat)
        case _:
            return visit, ()


def _typing(count: int, least: int, most: int) -> tuple[Action, ...]:
    digit = (Action.TYPE_DIGIT,) if count < most else ()
    erase = (Action.ERASE_DIGIT,) if count else ()
    enter = (Action.ENTER,) if count >= least else ()
    return (*digit, *erase, *enter)


def _working(visit: Visit, seat: Seat, effect: Effect) -> Outcome:
    return replace(visit, staff=replace(seat, stage=Stage.WORKING, typed="", said="")), (effect,)


def _try_devices(visit: Visit, seat: Seat) -> Outcome:
    return _working(visit, seat, TryDevices())


def _read_test_sheet(visit: Visit, seat: Seat) -> Outcome:
    return _working(visit, seat, ReadTestSheet())


def _reprint(visit: Visit, seat: Seat) -> Outcome:
    return replace(visit, staff=replace(seat, stage=Stage.NUMBER, typed="", said="")), ()


def _pair_console(visit: Visit, seat: Seat) -> Outcome:
    return _working(visit, seat, PairConsole())


_IN_THE_ROOM: dict[Action, Handler] = {
    Action.TRY_DEVICES: _try_devices,
    Action.READ_TEST_SHEET: _read_test_sheet,
    Action.REPRINT: _reprint,
    Action.PAIR_CONSOLE: _pair_console,
}
