"""Dates as French papers write them, in figures and in words."""

import calendar
import datetime as dt
import re

MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
_SHORT = {
    "janv": 1,
    "jan": 1,
    "fevr": 2,
    "fev": 2,
    "avr": 4,
    "juil": 7,
    "sept": 9,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_NUMBER = {**{name: place for place, name in enumerate(MONTHS, 1)}, **_SHORT}
_NAME = "|".join(sorted(_NUMBER, key=len, reverse=True))
_FIGURES = re.compile(r"(?<!\d)(?<!\d[/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d{2}|\d{2})(?!\d)")
_WORDS = re.compile(rf"(?<!\d)(\d{{1,2}}|1er)\s+({_NAME})\.?\s+((?:19|20)\d{{2}})(?!\d)")
_MONTH_WORDS = re.compile(rf"(?<![a-z])({_NAME})\.?[ -]+((?:19|20)\d{{2}})(?!\d)")
_MONTH_FIGURES = re.compile(r"(?<![\d/.,-])(?:(0?[1-9]|1[0-2])\s?[/-]\s?|(0[1-9]|1[0-2])\.)((?:19|20)\d{2})(?![\d/.,])")
EARLIEST, LATEST = 1990, 2060
"""Years outside are misreadings, not dates of a paper someone brings to a kiosk."""


def make(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where there is no such day or the year is out of reason."""
    if year < 100:
        year += 2000
    if not (EARLIEST <= year <= LATEST):
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def find_dates(folded: str) -> list[tuple[int, dt.date]]:
    """Every date in a folded text, with the place where it starts."""
    found = [(match.start(), make(int(match[3]), int(match[2]), int(match[1]))) for match in _FIGURES.finditer(folded)]
    found += [
        (match.start(), make(int(match[3]), _NUMBER[match[2]], 1 if match[1] == "1er" else int(match[1])))
        for match in _WORDS.finditer(folded)
    ]
    return sorted((place, date) for place, date in found if date is not None)


def find_months(folded: str) -> list[tuple[int, int, int]]:
    """Every month given as "mars 2024" or "03/2024" without a day: (place, year, month)."""
    found = [
        (match.start(), int(match[2]), _NUMBER[match[1]])
        for match in _MONTH_WORDS.finditer(folded)
        if not re.search(r"\d\s*$|1er\s*$", folded[: match.start()][-5:])
        or re.search(r"\d{4}\s*$", folded[: match.start()][-6:])
    ]
    found += [(match.start(), int(match[3]), int(match[1] or match[2])) for match in _MONTH_FIGURES.finditer(folded)]
    return sorted(item for item in found if EARLIEST <= item[1] <= LATEST)


def last_day(date: dt.date) -> dt.date:
    return date.replace(day=calendar.monthrange(date.year, date.month)[1])
