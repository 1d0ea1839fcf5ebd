"""Which months a rule asks for."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.guides.months import expected_months, is_month, months_between, parse_rule


def test_a_declaration_of_june_asks_for_february_to_april() -> None:
    june = dt.date(2026, 6, 30)
    assert expected_months("M-4..M-2", june) == ("2026-02", "2026-03", "2026-04")
    assert expected_months("M-2..M-4", june) == ("2026-02", "2026-03", "2026-04")


def test_the_last_months_are_finished_ones_and_cross_the_year() -> None:
    assert expected_months("last:3", dt.date(2026, 2, 1)) == ("2025-11", "2025-12", "2026-01")
    assert expected_months("last:1", dt.date(2026, 2, 28)) == ("2026-01",)


def test_no_rule_asks_for_nothing() -> None:
    assert expected_months(None, dt.date(2026, 2, 1)) == ()


@pytest.mark.parametrize("rule", ["", "M-4", "last:0", "last:-1", "M-4..M-", "M-4..M-2 ", "LAST:3", "M+1..M-2"])
def test_other_rules_are_refused(rule: str) -> None:
    with pytest.raises(ValueError, match="ni"):
        parse_rule(rule)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)), st.integers(1, 36))
def test_last_n_gives_n_months_that_follow_and_end_before_the_present_one(today: dt.date, count: int) -> None:
    months = expected_months(f"last:{count}", today)
    assert len(months) == count
    assert months == months_between(months[0], months[-1])
    assert months[-1] < f"{today:%Y-%m}"
    assert all(is_month(month) for month in months)


def test_between_is_empty_backwards_and_refuses_what_is_no_month() -> None:
    assert months_between("2026-02", "2026-01") == ()
    with pytest.raises(ValueError, match="mois"):
        months_between("2026-13", "2026-14")
    assert not is_month("2026-1")
    assert not is_month("2026-00")
