"""Months, days and hours in the visitor's language."""

import datetime as dt
from collections.abc import Sequence

from babel.dates import format_date, format_time
from babel.lists import format_list

_HOURS = {"fr": "H 'h' mm"}
_DAYS = {"fr": "EEEE d MMMM", "en": "EEEE d MMMM"}


def month(language: str, period: str) -> str:
    """ "2026-06" as « juin 2026 »; the text as it came when it is no month."""
    try:
        first = dt.date.fromisoformat(f"{period}-01")
    except ValueError:
        return period
    return str(format_date(first, "MMMM y", locale=language)).replace(" ", "\u00a0")


def months(language: str, periods: Sequence[str]) -> str:
    """Several months in one phrase: « février et mars 2026 » keeps each year, to be plain."""
    return str(format_list([month(language, period) for period in periods], locale=language))


def day(language: str, moment: dt.date) -> str:
    """« 22 novembre 2026 »."""
    return str(format_date(moment, "d MMMM y", locale=language)).replace(" ", "\u00a0")


def weekday_name(language: str, moment: dt.date) -> str:
    """« Lundi »."""
    name = str(format_date(moment, "EEEE", locale=language))
    return name[:1].upper() + name[1:]


def weekday(language: str, moment: dt.date) -> str:
    """« Lundi 14 septembre »."""
    text = str(format_date(moment, _DAYS.get(language, "EEEE d MMMM"), locale=language))
    return text[:1].upper() + text[1:]


def hour(language: str, moment: dt.datetime) -> str:
    """« 14 h 05 », in the time zone of `moment`."""
    pattern = _HOURS.get(language, "short")
    return str(format_time(moment.time(), pattern, locale=language)).replace(" ", "\u00a0")


def now_line(language: str, moment: dt.datetime) -> str:
    """« Dimanche 22 novembre · 14 h 05 »."""
    today = str(format_date(moment.date(), _DAYS.get(language, "full"), locale=language))
    return f"{today[:1].upper()}{today[1:]} · {hour(language, moment)}"
