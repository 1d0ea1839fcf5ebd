"""Months, days and hours in the visitor's language, in pieces that no line break can part."""

import datetime as dt
from collections.abc import Sequence

from kiosk.dates import day_of, hour_of, list_of, month_of, name_of_weekday, weekday_of


def _whole(text: str) -> str:
    return text.replace(" ", "\u00a0")


def month(language: str, period: str) -> str:
    """ "2026-06" as « juin 2026 »; the text as it came when it is no month."""
    try:
        first = dt.date.fromisoformat(f"{period}-01")
    except ValueError:
        return period
    return _whole(month_of(language, first.year, first.month))


def months(language: str, periods: Sequence[str]) -> str:
    """Several months in one phrase: « février et mars 2026 » keeps each year, to be plain."""
    return list_of(language, [month(language, period) for period in periods])


def day(language: str, moment: dt.date) -> str:
    """« 22 novembre 2026 »."""
    return _whole(day_of(language, moment))


def weekday_name(language: str, moment: dt.date) -> str:
    """« Lundi »."""
    name = name_of_weekday(language, moment)
    return name[:1].upper() + name[1:]


def weekday(language: str, moment: dt.date) -> str:
    """« Lundi 14 septembre »."""
    text = weekday_of(language, moment)
    return text[:1].upper() + text[1:]


def hour(language: str, moment: dt.datetime) -> str:
    """« 14 h 05 », in the time zone of `moment`."""
    return _whole(hour_of(language, moment))


def now_line(language: str, moment: dt.datetime) -> str:
    """« Dimanche 22 novembre · 14 h 05 »."""
    today = weekday_of(language, moment.date())
    return f"{today[:1].upper()}{today[1:]} · {hour(language, moment)}"
