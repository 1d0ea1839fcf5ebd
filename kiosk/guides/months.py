"""Months as "YYYY-MM", and the rules that say which ones a démarche asks for."""

import datetime as dt
import re
from dataclasses import dataclass

_WINDOW = re.compile(r"M-(\d{1,2})\.\.M-(\d{1,2})")
_LAST = re.compile(r"last:([1-9]\d?)")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class MonthRule:
    """From `oldest` to `newest` months before the present one; 0 is the present month."""

    oldest: int
    newest: int


def parse_rule(rule: str) -> MonthRule:
    """Read "M-4..M-2" (either way round) or "last:3"; raises `ValueError` with one sentence."""
    if window := _WINDOW.fullmatch(rule):
        ends = sorted(int(end) for end in window.groups())
        return MonthRule(oldest=ends[1], newest=ends[0])
    if last := _LAST.fullmatch(rule):
        return MonthRule(oldest=int(last[1]), newest=1)
    raise ValueError(f"«\u00a0{rule}\u00a0» n’est ni «\u00a0M-4..M-2\u00a0» ni «\u00a0last:3\u00a0»")


def expected_months(rule: str | None, today: dt.date) -> tuple[str, ...]:
    """The months that `rule` asks for on the day `today`, oldest first; none without a rule."""
    if rule is None:
        return ()
    parsed = parse_rule(rule)
    present = _index(today.year, today.month)
    return tuple(_name(present - back) for back in range(parsed.oldest, parsed.newest - 1, -1))


def is_month(text: str) -> bool:
    """Whether `text` is a month written "YYYY-MM"."""
    return _MONTH.fullmatch(text) is not None


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Every month from `first` to `last`, both included; none when `last` is earlier."""
    return tuple(_name(index) for index in range(_parse(first), _parse(last) + 1))


def _parse(month: str) -> int:
    found = _MONTH.fullmatch(month)
    if found is None:
        raise ValueError(f"«\u00a0{month}\u00a0» n’est pas un mois")
    return _index(int(found[1]), int(found[2]))


def _index(year: int, month: int) -> int:
    return year * 12 + month - 1


def _name(index: int) -> str:
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
