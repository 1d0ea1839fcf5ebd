"""When a delay ends. Pure: the day it starts from comes in, the last useful day comes out.

The day of the event never counts, and a delay in months ends on the same day of the month, or on its last day
(Code de procédure civile, art. 641, taken as the common way of counting). The end is moved past a day off only where
the guide says that a text allows it: told too early, nobody loses anything; told too late, somebody loses income.
"""

import calendar
import datetime as dt

from kiosk.guides.calendar import Territory, is_holiday
from kiosk.guides.months import expected_months
from kiosk.guides.schema import CountsFrom, Deadline, Unit

__all__ = ["LETTER_TRAVEL_DAYS", "expected_months", "last_day", "last_posting_day", "posting_day"]

LETTER_TRAVEL_DAYS = 5
"""Working days (Monday to Saturday) to leave for a letter that must arrive before the end; prudent, not promised."""

_ONE_DAY = dt.timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


def last_day(deadline: Deadline, start: dt.date, *, territory: Territory = Territory.METROPOLE) -> dt.date:
    """The last day of the delay that starts from the event of `start`.

    With `counts_from: month_end`, `start` is any day of the month concerned.
    """
    origin = _month_end(start) if deadline.counts_from is CountsFrom.MONTH_END else start
    match deadline.unit:
        case Unit.CALENDAR:
            end = origin + dt.timedelta(days=deadline.count)
        case Unit.MONTH:
            end = _add_months(origin, deadline.count)
        case Unit.WORKING6 | Unit.WORKING5:
            end = _add_working_days(origin, deadline.count, deadline.unit, territory)
    while deadline.rolls_forward and not is_working(end, Unit.WORKING5, territory):
        end += _ONE_DAY
    return end


def last_posting_day(deadline: Deadline, start: dt.date, *, territory: Territory = Territory.METROPOLE) -> dt.date:
    """The last day on which a letter handed in at a post office is in time for the delay that starts on `start`.

    It may come before `start`: then the post is no longer a way.
    """
    end = last_day(deadline, start, territory=territory)
    return posting_day(end, postmark_counts=deadline.postmark_counts, territory=territory)


def posting_day(end: dt.date, *, postmark_counts: bool, territory: Territory = Territory.METROPOLE) -> dt.date:
    """The last day to hand a letter in for a delay that ends on `end`.

    Where the postmark counts (CRPA L112-1) it is the last day that a post office is open before the end;
    elsewhere the letter must still arrive.
    """
    day = end
    travel = 0 if postmark_counts else LETTER_TRAVEL_DAYS
    while travel or not is_working(day, Unit.WORKING6, territory):
        travel -= is_working(day, Unit.WORKING6, territory)
        day -= _ONE_DAY
    return day


def is_working(day: dt.date, unit: Unit, territory: Territory = Territory.METROPOLE) -> bool:
    """Whether `day` counts: Monday to Friday for `WORKING5`, Monday to Saturday for `WORKING6`, no holiday."""
    off = {_SATURDAY, _SUNDAY} if unit is Unit.WORKING5 else {_SUNDAY}
    return day.weekday() not in off and not is_holiday(day, territory)


def _add_working_days(day: dt.date, count: int, unit: Unit, territory: Territory) -> dt.date:
    while count:
        day += _ONE_DAY
        count -= is_working(day, unit, territory)
    return day


def _add_months(day: dt.date, count: int) -> dt.date:
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
