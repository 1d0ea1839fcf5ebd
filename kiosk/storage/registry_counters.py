"""Counters by day: how many, never who."""

import datetime as dt

from sqlalchemy import insert, select, update

from kiosk.storage.registry_base import Store
from kiosk.storage.tables import counters


class Counters(Store):
    """What happened how many times, e.g. "refused.blurred" or "abandoned.place_sheet"."""

    def count(self, name: str, day: dt.date, by: int = 1) -> int:
        """Add `by` to a counter and return what it says."""
        here = (counters.c.day == day) & (counters.c.name == name)
        with self._writing() as connection:
            before = connection.execute(select(counters.c.value).where(here)).scalar_one_or_none()
            if before is None:
                connection.execute(insert(counters).values(day=day, name=name, value=by))
                return by
            after = int(before) + by
            connection.execute(update(counters).where(here).values(value=after))
            return after

    def counts(self, first: dt.date, last: dt.date) -> dict[str, int]:
        """The counters added up from `first` to `last`, both included."""
        query = (
            select(counters.c.name, counters.c.value)
            .where(counters.c.day.between(first, last))
            .order_by(counters.c.name)
        )
        totals: dict[str, int] = {}
        with self._reading() as connection:
            for name, value in connection.execute(query):
                totals[name] = totals.get(name, 0) + value
        return totals
