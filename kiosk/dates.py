"""Days, months and hours in words, in each language. Figures are Western everywhere, as on the papers."""

import datetime as dt
from collections.abc import Sequence

from babel.dates import format_date, format_time
from babel.lists import format_list

from kiosk.languages import language_of


def day_of(language: str, when: dt.date) -> str:
    """« 22 novembre 2026 »."""
    known = language_of(language)
    return str(format_date(when, known.day, locale=known.locale))


def weekday_of(language: str, when: dt.date) -> str:
    """« dimanche 22 novembre »."""
    known = language_of(language)
    return str(format_date(when, known.weekday, locale=known.locale))


def name_of_weekday(language: str, when: dt.date) -> str:
    """« dimanche »."""
    return str(format_date(when, "EEEE", locale=language_of(language).locale))


def month_of(language: str, year: int, month: int) -> str:
    """« novembre 2026 »."""
    known = language_of(language)
    return str(format_date(dt.date(year, month, 1), known.month, locale=known.locale))


def hour_of(language: str, when: dt.datetime) -> str:
    """« 14 h 05 », as the clock on the wall shows it: 24 hours in every language."""
    known = language_of(language)
    return str(format_time(when.time(), known.hour, locale=known.locale))


def list_of(language: str, items: Sequence[str]) -> str:
    """Several things in one phrase, with the language's own « et »."""
    return str(format_list(list(items), locale=language_of(language).locale))
