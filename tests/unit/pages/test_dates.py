"""Dates and months in figures and in words."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kiosk.pages.dates import MONTHS, find_dates, find_months, last_day, make
from kiosk.pages.layout import fold
from tests.generator.payslip import MONTHS as PRINTED_MONTHS

DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2055, 12, 31))


@given(DAYS, st.sampled_from("/.-"))
def test_figures(day: dt.date, separator: str) -> None:
    for printed in (
        f"{day:%d}{separator}{day:%m}{separator}{day:%Y}",
        f"{day.day}{separator}{day.month}{separator}{day.year}",
    ):
        assert [found for _, found in find_dates(f"paiement le {printed} par virement")] == [day]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2055, 12, 31)), st.sampled_from("/.-"), st.sampled_from(("", " ")))
def test_short_years_and_spaces(day: dt.date, separator: str, space: str) -> None:
    printed = f"{space}{separator}{space}".join(f"{part:02d}" for part in (day.day, day.month, day.year % 100))
    assert [found for _, found in find_dates(f"du {printed} au")] == [day]


@given(DAYS)
def test_the_first_of_a_month_in_words(day: dt.date) -> None:
    first = day.replace(day=1)
    printed = fold(f"Le 1er {PRINTED_MONTHS[day.month - 1]} {day.year}")
    assert [found for _, found in find_dates(printed)] == [first]
    assert last_day(day).month == day.month
    assert (last_day(day) + dt.timedelta(days=1)).day == 1


@given(DAYS, DAYS)
def test_two_days_in_one_line_keep_their_order(first: dt.date, second: dt.date) -> None:
    found = find_dates(f"du {first:%d/%m/%Y} au {second:%d/%m/%Y}")
    assert [day for _, day in found] == [first, second]


@given(DAYS)
def test_words(day: dt.date) -> None:
    printed = fold(f"Guéret, le {day.day} {PRINTED_MONTHS[day.month - 1]} {day.year}")
    assert [found for _, found in find_dates(printed)] == [day]
    assert find_months(printed) == []


@given(DAYS)
def test_months(day: dt.date) -> None:
    printed = fold(f"Bulletin de paie {PRINTED_MONTHS[day.month - 1].upper()} {day.year}")
    assert [(year, month) for _, year, month in find_months(printed)] == [(day.year, day.month)]


@given(st.text(max_size=40))
def test_any_text_is_survived(text: str) -> None:
    for _, date in find_dates(fold(text)):
        assert 1990 <= date.year <= 2060


def test_impossible_days_are_refused() -> None:
    assert make(2023, 2, 29) is None
    assert make(1895, 2, 1) is None
    assert find_dates("du 31/02/2024 au 30/04/2024") == [(17, dt.date(2024, 4, 30))]
    assert last_day(dt.date(2024, 2, 3)) == dt.date(2024, 2, 29)
    assert len(MONTHS) == 12
