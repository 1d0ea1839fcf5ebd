"""When the space is open."""

import datetime as dt

import pytest

from kiosk.mediation.hours import read_hours

PARIS = dt.timezone(dt.timedelta(hours=1))
WEEK = ("9:00-12:30 13:30-17:00",) * 5 + ("", "")
TUESDAY = dt.datetime(2026, 11, 24, 10, 0, tzinfo=PARIS)


def at(hour: int, minute: int = 0, day: int = 24) -> dt.datetime:
    return TUESDAY.replace(day=day, hour=hour, minute=minute)


def test_open_at_lunch_no_and_on_sunday_no() -> None:
    hours = read_hours(WEEK)
    assert hours.is_open(at(9)) and hours.is_open(at(16, 59))
    assert not hours.is_open(at(12, 30)) and not hours.is_open(at(17)) and not hours.is_open(at(10, day=29))
    assert hours.closes_at(at(10)) == dt.time(17)


def test_the_next_opening_jumps_over_closed_days() -> None:
    hours = read_hours(WEEK, {dt.date(2026, 11, 25)})
    assert hours.next_opening(at(12, 45)) == at(13, 30)
    assert hours.next_opening(at(18)) == at(9, day=26)
    assert hours.next_opening(at(18, day=27)) == at(9, day=30)


def test_unknown_hours_close_nothing() -> None:
    hours = read_hours(())
    assert hours.is_open(at(3)) and hours.next_opening(at(3)) is None and not hours.known


def test_a_closed_day_is_closed_even_where_the_hours_are_not_known() -> None:
    assert not read_hours((), {TUESDAY.date()}).is_open(TUESDAY)


@pytest.mark.parametrize("day", ["9-12", "12:00-9:00", "9:00-12:00 11:00-14:00", "25:00-26:00"])
def test_hours_that_cannot_be_are_refused(day: str) -> None:
    with pytest.raises(ValueError):
        read_hours((day,) * 7)


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError):
        read_hours(("9:00-12:00",))
