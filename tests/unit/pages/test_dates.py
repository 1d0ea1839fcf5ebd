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
