"""Amounts in every way French papers print them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pages.layout import build
from kiosk.pages.numbers import find_amounts, money, parse_amount
from kiosk.pages.text import Seen
from tests.generator.payslip import french


@given(st.decimals(min_value=0, max_value=999999, places=2))
def test_what_is_printed_is_read_back(value: Decimal) -> None:
    printed = french(value)
    for variant in (
        printed,
        printed.replace(" ", "\u202f"),
        printed.replace(" ", "."),
        f"{printed} €",
        f"***{printed}",
    ):
        read = parse_amount(variant)
        assert read is not None
        assert Decimal(read) == value


@given(
    st.decimals(min_value=0, max_value=9999999, places=2),
    st.sampled_from((" ", ".", "'", "’", "\u00a0", "\u202f", "")),
    st.sampled_from(("{}", "{} €", "{}€", "{} EUR", "EUR {}", "€ {}", "€{}", "{} euros", ": {}")),
)
def test_separators_and_currencies(value: Decimal, separator: str, around: str) -> None:
    printed = around.format(french(value).replace(" ", separator))
    read = parse_amount(printed)
    assert read is not None
    assert Decimal(read) == value


@given(
    st.decimals(min_value="0.01", max_value=999999, places=2),
    st.sampled_from(("-{}", "−{}", "{}-", "{}−", "({})", "{}- €", "{} €-", "- {}", "{}-EUR")),
)
def test_signs_on_either_side(value: Decimal, around: str) -> None:
    read = parse_amount(around.format(french(value)))
    assert read is not None
    assert Decimal(read) == -value


@given(
    st.integers(min_value=0, max_value=999999),
    st.sampled_from((" ", "\u202f", "")),
    st.sampled_from(("€", " €", ",€", ", €", ",- €", "EUR", " euros")),
)
def test_sums_without_cents_need_their_currency(value: int, separator: str, after: str) -> None:
    printed = french(Decimal(value)).split(",")[0].replace(" ", separator)
    assert parse_amount(f"{printed}{after}") == f"{value}.00"
    assert parse_amount(printed) is None


def test_three_decimals_are_a_rate_even_before_a_currency() -> None:
    assert parse_amount("1.561 €") == "1.561"
    assert money("1.561") is None


@given(st.decimals(min_value=0, max_value=999999, places=2))
def test_what_is_found_in_a_sentence_is_what_stands_there(value: Decimal) -> None:
    found = find_amounts(f"Net payé : {french(value)} euros le 30/04/2023")
    assert [Decimal(one) for one in found] == [value]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("388,92-", "-388.92"),
        ("−68,00", "-68.00"),
        ("-933,96", "-933.96"),
        ("1355,12", "1355.12"),
        ("6,9000", "6.9000"),
        ("3.104,79", "3104.79"),
    ],
)
def test_signs_and_rates(printed: str, value: str) -> None:
    assert parse_amount(printed) == value


@pytest.mark.parametrize("text", ["", "abc", "12", "1 2345,00", "01/03/2024", "12,5", "1,234,56", "151,67 h"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    assert parse_amount(text) is None


@given(st.text(max_size=30))
def test_any_text_is_survived(text: str) -> None:
    parsed = parse_amount(text)
    assert parsed is None or Decimal(parsed) is not None


def test_rates_are_not_money() -> None:
    assert money("6.900") is None
    assert money("6.90") == Decimal("6.90")
    assert find_amounts("Net payé : 1 570,33 euros le 30/04/2023") == ["1570.33"]


@pytest.mark.parametrize("end", ["", "€", ":", "*"])
def test_groups_of_one_amount_are_joined_whatever_speck_follows(end: str) -> None:
    seen = [Seen("2", 100, 50, 12, 20, 0.9), Seen(f"425,09{end}", 120, 50, 80, 20, 0.9)]
    assert [token.amount for token in build(seen, 400, 400).amounts] == ["2425.09"]
