"""Amounts as French papers print them: "6 666,67", "1.497,34", "388,92-", "−68,00", "€ 12,00", "1 561 €"."""

import re
from decimal import Decimal

CURRENCY = r"(?:€|euros?|eur)"
_WHOLE = r"(?:\d{1,3}(?:[ .:/'’\u00a0\u202f]\d{3})+|\d{1,7})"
_AMOUNT = re.compile(
    rf"(?:{CURRENCY}\s?)?(?P<sign>[-−–(+]?)\s?(?P<whole>{_WHOLE})[,.](?P<part>\d{{2,4}})"
    rf"(?P<after>[-−–)]?)(?:\s?{CURRENCY}(?P<last>[-−–)]?))?",
    re.IGNORECASE,
)
_ROUND = re.compile(rf"(?P<sign>[-−–(+]?)\s?(?P<whole>{_WHOLE})(?:[,.][-−–]?)?\s?{CURRENCY}", re.IGNORECASE)
"""Without cents only the currency tells a sum from a number."""
_MINUS = ("-", "−", "–", "(", ")")


def parse_amount(text: str) -> str | None:
    """The decimal string of `text` where the whole of it is an amount, else None.

    Two to four decimals, or none before a currency: "1 561 €" is "1561.00".
    """
    bare = text.strip().strip("*:;= ")
    found = _AMOUNT.fullmatch(bare)
    if not found:
        found = _ROUND.fullmatch(bare)
        return f"{'-' if found['sign'] in _MINUS else ''}{_figures(found['whole'])}.00" if found else None
    sign = "-" if any(found[name] in _MINUS for name in ("sign", "after", "last")) else ""
    return f"{sign}{_figures(found['whole'])}.{found['part']}"


def _figures(whole: str) -> int:
    return int(re.sub(r"\D", "", whole))


def find_amounts(text: str) -> list[str]:
    """Every amount inside a running text."""
    return [value for match in _AMOUNT.finditer(text) if (value := parse_amount(match.group(0))) is not None]


def money(value: str) -> Decimal | None:
    """`value` as euros and cents; None for a rate, which has more decimals."""
    number = Decimal(value)
    return number if int(number.as_tuple().exponent) == -2 else None
