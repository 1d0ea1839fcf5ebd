"""The last day of a delay, by example and by property."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.guides.calendar import Territory, is_holiday
from kiosk.guides.deadlines import LETTER_TRAVEL_DAYS, is_working, last_day, last_posting_day
from kiosk.guides.schema import Deadline, Unit

DATES = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))
TERRITORIES = st.sampled_from(Territory)
ONE_DAY = dt.timedelta(days=1)


def delay(count: int, unit: Unit | str, **more: object) -> Deadline:
    fields: dict[str, object] = {
        "id": "answer",
        "label": {"fr": "Réponse", "en": "Answer"},
        "note": {"fr": "Répondez.", "en": "Answer."},
        "count": count,
        "unit": unit,
        "from": "receipt",
        "postmark_counts": True,
        "severity": "loss",
        "verified": True,
        "checked_on": "2026-11-22",
    }
    return Deadline.model_validate(fields | more)


def test_ten_days_to_answer_a_warning_received_on_the_2nd_end_on_the_12th() -> None:
    assert last_day(delay(10, "calendar"), dt.date(2026, 11, 2)) == dt.date(2026, 11, 12)


def test_five_ouvres_days_jump_the_week_end_and_armistice_day() -> None:
    assert last_day(delay(5, "working5"), dt.date(2026, 11, 6)) == dt.date(2026, 11, 16)


def test_ouvrable_days_count_saturday() -> None:
    assert last_day(delay(5, "working6"), dt.date(2026, 11, 6)) == dt.date(2026, 11, 13)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ((2026, 1, 31), 1, (2026, 2, 28)),
        ((2028, 1, 31), 1, (2028, 2, 29)),
        ((2026, 11, 15), 2, (2027, 1, 15)),
        ((2026, 12, 31), 12, (2027, 12, 31)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(
    start: tuple[int, int, int], months: int, end: tuple[int, int, int]
) -> None:
    assert last_day(delay(months, "month"), dt.date(*start)) == dt.date(*end)


@pytest.mark.parametrize("day", [1, 15, 31])
def test_the_monthly_update_of_october_ends_on_15_november_whatever_the_day(day: int) -> None:
    update = delay(15, "calendar", **{"from": "month_end"})
    assert last_day(update, dt.date(2026, 10, day)) == dt.date(2026, 11, 15)


def test_the_end_is_moved_only_where_a_text_says_so() -> None:
    start = dt.date(2026, 11, 1)
    assert last_day(delay(14, "calendar"), start) == dt.date(2026, 11, 15)
    assert last_day(delay(14, "calendar", rolls_forward=True), start) == dt.date(2026, 11, 16)


def test_saint_stephen_counts_only_in_alsace_moselle() -> None:
    start = dt.date(2025, 12, 24)
    assert last_day(delay(1, "working5"), start) == dt.date(2025, 12, 26)
    assert last_day(delay(1, "working5"), start, territory=Territory.ALSACE_MOSELLE) == dt.date(2025, 12, 29)


def test_a_letter_goes_on_the_last_day_where_the_postmark_counts_and_before_where_it_must_arrive() -> None:
    start = dt.date(2026, 11, 2)
    assert last_posting_day(delay(10, "calendar"), start) == dt.date(2026, 11, 12)
    assert last_posting_day(delay(10, "calendar", postmark_counts=False), start) == dt.date(2026, 11, 5)
    ends_on_a_sunday = dt.date(2026, 11, 5)
    assert last_posting_day(delay(10, "calendar"), ends_on_a_sunday) == dt.date(2026, 11, 14)


@given(DATES, st.integers(1, 60), st.sampled_from([Unit.WORKING5, Unit.WORKING6]), TERRITORIES)
def test_working_days_are_counted_one_by_one(start: dt.date, count: int, unit: Unit, territory: Territory) -> None:
    end = last_day(delay(count, unit), start, territory=territory)
    days = [start + dt.timedelta(days=ahead) for ahead in range(1, (end - start).days + 1)]
    assert sum(is_working(day, unit, territory) for day in days) == count
    assert is_working(end, unit, territory)
    assert not is_holiday(end, territory)


@given(DATES, st.integers(1, 60))
def test_the_more_days_off_the_later_the_end(start: dt.date, count: int) -> None:
    calendar, working6, working5 = (
        last_day(delay(count, unit), start) for unit in (Unit.CALENDAR, Unit.WORKING6, Unit.WORKING5)
    )
    assert start < calendar <= working6 <= working5


@given(DATES, st.integers(1, 24), st.sampled_from(Unit))
def test_a_day_later_never_ends_earlier(start: dt.date, count: int, unit: Unit) -> None:
    deadline = delay(count, unit)
    assert last_day(deadline, start) <= last_day(deadline, start + ONE_DAY)


@given(DATES, st.integers(1, 24), st.sampled_from(Unit), TERRITORIES)
def test_rolling_forward_ends_on_the_first_working_day(
    start: dt.date, count: int, unit: Unit, territory: Territory
) -> None:
    strict = last_day(delay(count, unit), start, territory=territory)
    rolled = last_day(delay(count, unit, rolls_forward=True), start, territory=territory)
    skipped = [strict + dt.timedelta(days=ahead) for ahead in range((rolled - strict).days)]
    assert is_working(rolled, Unit.WORKING5, territory)
    assert not any(is_working(day, Unit.WORKING5, territory) for day in skipped)


@given(DATES, st.integers(1, 60), st.sampled_from(Unit), st.booleans())
def test_a_letter_posted_on_the_day_told_is_in_time(start: dt.date, count: int, unit: Unit, postmark: bool) -> None:
    deadline = delay(count, unit, postmark_counts=postmark)
    end = last_day(deadline, start)
    posting = last_posting_day(deadline, start)
    travel = [posting + dt.timedelta(days=ahead) for ahead in range(1, (end - posting).days + 1)]
    assert posting <= end
    assert is_working(posting, Unit.WORKING6)
    if not postmark:
        assert sum(is_working(day, Unit.WORKING6) for day in travel) >= LETTER_TRAVEL_DAYS
