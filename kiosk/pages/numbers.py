"""Amounts as French papers print them: "6 666,67", "1.497,34", "388,92-", "−68,00", "€"."""

import re
from decimal import Decimal

_AMOUNT = re.compile(
    (
        r"(?P<sign>[-−–(+]?)\s?(?P<whole>\d{1,3}(?:[ .:/'’\u00a0\u202f]\d{3})+|"
        r"\d{1,7})[,.](?P<part>\d{2,4})(?P<after>[-−–)]?)\s?(?:€|eur|euros)?"
    ),
    re.IGNORECASE,
)


def parse_amount(text: str) -> str | None:
    """The decimal string of `text` where the whole of it is an amount with two to four decimals, else None."""
    found = _AMOUNT.fullmatch(text.strip().strip("*:;= "))
    if not found:
        return None
    whole = re.sub(r"\D", "", found["whole"])
    sign = "-" if found["sign"] in ("-", "−", "–", "(") or found["after"] in ("-", "−", "–", ")") else ""
    return f"{sign}{int(whole)}.{found['part']}"


def find_amounts(text: str) -> list[str]:
    """Every amount inside a running text."""
    return [value for match in _AMOUNT.finditer(text) if (value := parse_amount(match.group(0))) is not None]


def money(value: str) -> Decimal | None:
    """`value` as euros and cents; None for a rate, which has more decimals."""
    number = Decimal(value)
    return number if int(number.as_tuple().exponent) == -2 else None
