"""French public holidays, computed (Code du travail L3133-1; overseas L3422-2; Alsace-Moselle L3134-13)."""

import datetime as dt
import functools
from enum import StrEnum

_FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))


class Territory(StrEnum):
    """Where the site is, as far as public holidays differ."""

    METROPOLE = "metropole"
    ALSACE_MOSELLE = "alsace_moselle"
    GUADELOUPE = "guadeloupe"
    GUYANE = "guyane"
    MARTINIQUE = "martinique"
    MAYOTTE = "mayotte"
    REUNION = "reunion"


_ABOLITION = {
    Territory.GUADELOUPE: (5, 27),
    Territory.GUYANE: (6, 10),
    Territory.MARTINIQUE: (5, 22),
    Territory.MAYOTTE: (4, 27),
    Territory.REUNION: (12, 20),
}


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


@functools.cache
def public_holidays(year: int, territory: Territory = Territory.METROPOLE) -> frozenset[dt.date]:
    """The public holidays of `year` in `territory`."""
    sunday = easter(year)
    moving = {sunday + dt.timedelta(days=days) for days in (1, 39, 50)}
    days = {dt.date(year, month, day) for month, day in _FIXED} | moving
    if territory is Territory.ALSACE_MOSELLE:
        days |= {sunday - dt.timedelta(days=2), dt.date(year, 12, 26)}
    elif territory in _ABOLITION:
        days.add(dt.date(year, *_ABOLITION[territory]))
    return frozenset(days)


def is_holiday(day: dt.date, territory: Territory = Territory.METROPOLE) -> bool:
    """Whether `day` is a public holiday in `territory`."""
    return day in public_holidays(day.year, territory)


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))
