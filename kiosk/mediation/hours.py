"""When the space is open: hours of the week, and the days it is closed. Pure.

Hours are written as people write them, one text for each day from Monday: "9:00-12:30 13:30-17:00", empty for closed.
"""

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

_SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")
_DAYS = 7
LOOK_AHEAD_DAYS = 60
"""How far the next opening is looked for."""

Span = tuple[dt.time, dt.time]


@dataclass(frozen=True, slots=True)
class Hours:
    """`week` has the spans of each day, Monday first; without any, the hours are not known and nothing is closed."""

    week: tuple[tuple[Span, ...], ...] = ()
    closed_days: frozenset[dt.date] = frozenset()

    @property
    def known(self) -> bool:
        """Whether anybody said when the space is open."""
        return any(self.week)

    def of(self, day: dt.date) -> tuple[Span, ...]:
        """The spans of a day, in order; none when it is closed."""
        if day in self.closed_days or not self.known:
            return ()
        return self.week[day.weekday()]

    def is_open(self, now: dt.datetime) -> bool:
        """Whether somebody can be there. `now` is local time."""
        if not self.known:
            return now.date() not in self.closed_days
        return any(begin <= now.time() < end for begin, end in self.of(now.date()))

    def closes_at(self, now: dt.datetime) -> dt.time | None:
        """The hour of today until which people are there; None when that is not known, or over."""
        ends = [end for _, end in self.of(now.date()) if now.time() < end]
        return ends[-1] if ends else None

    def next_opening(self, now: dt.datetime) -> dt.datetime | None:
        """When the space opens again, in the zone of `now`; None when that is not known."""
        for ahead in range(LOOK_AHEAD_DAYS):
            day = now.date() + dt.timedelta(days=ahead)
            for begin, _ in self.of(day):
                moment = dt.datetime.combine(day, begin, now.tzinfo)
                if moment > now:
                    return moment
        return None


def read_hours(week: Sequence[str], closed_days: Collection[dt.date] = ()) -> Hours:
    """The hours that `week` says; raises ValueError, naming the day, when one cannot be understood."""
    if not week:
        return Hours((), frozenset(closed_days))
    if len(week) != _DAYS:
        raise ValueError("sept textes, un par jour depuis lundi")
    return Hours(tuple(_spans(text) for text in week), frozenset(closed_days))


def _spans(text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    for word in text.split():
        found = _SPAN.fullmatch(word)
        if found is None:
            raise ValueError(f"heures incomprises : {word}")
        hour, minute, last_hour, last_minute = map(int, found.groups())
        begin, end = dt.time(hour, minute), dt.time(last_hour, last_minute)
        if begin >= end or (spans and begin < spans[-1][1]):
            raise ValueError(f"heures dans le désordre : {word}")
        spans.append((begin, end))
    return tuple(spans)
