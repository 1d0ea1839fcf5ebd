"""Public holidays, against the dates that were published."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.guides.calendar import Territory, easter, is_holiday, public_holidays


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1999, 4, 4),
        (2000, 4, 23),
        (2008, 3, 23),
        (2011, 4, 24),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2038, 4, 25),
    ],
)
def test_easter_falls_where_it_was_published(year: int, month: int, day: int) -> None:
    assert easter(year) == dt.date(year, month, day)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert dt.date(year, 3, 22) <= day <= dt.date(year, 4, 25)


def test_france_has_eleven_holidays_in_2026() -> None:
    assert public_holidays(2026) == {
        dt.date(2026, 1, 1),
        dt.date(2026, 4, 6),
        dt.date(2026, 5, 1),
        dt.date(2026, 5, 8),
        dt.date(2026, 5, 14),
        dt.date(2026, 5, 25),
        dt.date(2026, 7, 14),
        dt.date(2026, 8, 15),
        dt.date(2026, 11, 1),
        dt.date(2026, 11, 11),
        dt.date(2026, 12, 25),
    }


def test_alsace_moselle_has_good_friday_and_saint_stephen() -> None:
    more = public_holidays(2026, Territory.ALSACE_MOSELLE) - public_holidays(2026)
    assert more == {dt.date(2026, 4, 3), dt.date(2026, 12, 26)}


@pytest.mark.parametrize(
    ("territory", "month", "day"),
    [(Territory.REUNION, 12, 20), (Territory.MARTINIQUE, 5, 22), (Territory.MAYOTTE, 4, 27)],
)
def test_overseas_keeps_the_end_of_slavery(territory: Territory, month: int, day: int) -> None:
    assert is_holiday(dt.date(2027, month, day), territory)
    assert not is_holiday(dt.date(2027, month, day))
