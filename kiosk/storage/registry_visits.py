"""Visits: opened, and finished in one of four ways."""

import datetime as dt

from sqlalchemy import RowMapping, insert, select, update

from kiosk.storage.registry_base import Conflict, NotThere, Store
from kiosk.storage.registry_rows import VisitOutcome, VisitRow
from kiosk.storage.tables import visits


class Visits(Store):
    """The visits of this kiosk."""

    def open_visit(
        self, visit_id: str, opened_at: dt.datetime, language: str, guide_id: str, recipient: str
    ) -> VisitRow:
        """Register a visit that begins; raises `Conflict` if the name is taken by another one."""
        with self._writing() as connection:
            there = connection.execute(select(visits).where(visits.c.id == visit_id)).mappings().one_or_none()
            if there is not None:
                if (there["guide_id"], there["recipient"]) != (guide_id, recipient):
                    raise Conflict(f"visit {visit_id} exists already")
                return _visit(there)
            connection.execute(
                insert(visits).values(
                    id=visit_id, opened_at=opened_at, language=language, guide_id=guide_id, recipient=recipient
                )
            )
        return VisitRow(visit_id, opened_at, language, guide_id, recipient, None, None)

    def get_visit(self, visit_id: str) -> VisitRow:
        """The visit; raises `NotThere`."""
        with self._reading() as connection:
            row = connection.execute(select(visits).where(visits.c.id == visit_id)).mappings().one_or_none()
        if row is None:
            raise NotThere(f"visit {visit_id}")
        return _visit(row)

    def unfinished_visits(self) -> tuple[VisitRow, ...]:
        """Those that a stop of the machine left open, oldest first."""
        query = select(visits).where(visits.c.outcome.is_(None)).order_by(visits.c.opened_at, visits.c.id)
        with self._reading() as connection:
            return tuple(_visit(row) for row in connection.execute(query).mappings())

    def finish_visit(self, visit_id: str, outcome: VisitOutcome | str, at: dt.datetime) -> VisitRow:
        """Close the visit. The first outcome stays: a visit ends once. Raises `NotThere`."""
        with self._writing() as connection:
            connection.execute(
                update(visits)
                .where(visits.c.id == visit_id, visits.c.outcome.is_(None))
                .values(outcome=VisitOutcome(outcome).value, finished_at=at)
            )
        return self.get_visit(visit_id)


def _visit(row: RowMapping) -> VisitRow:
    outcome = row["outcome"]
    return VisitRow(**{**row, "outcome": None if outcome is None else VisitOutcome(outcome)})
