"""Visits: opened, and finished in one of four ways."""

import datetime as dt

from sqlalchemy import RowMapping, insert, or_, select, update

from kiosk.storage.registry_base import Conflict, NotThere, Store
from kiosk.storage.registry_rows import VisitOutcome, VisitRow
from kiosk.storage.tables import visits


class Visits(Store):
    """The visits of this kiosk."""

    def open_visit(
        self,
        visit_id: str,
        opened_at: dt.datetime,
        language: str,
        guide_id: str,
        recipient: str,
        keep_until: dt.date | None = None,
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
                    id=visit_id,
                    opened_at=opened_at,
                    language=language,
                    guide_id=guide_id,
                    recipient=recipient,
                    keep_until=keep_until,
                )
            )
        return VisitRow(visit_id, opened_at, language, guide_id, recipient, None, None, keep_until)

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

    def visits_of(self, recipient: str) -> tuple[VisitRow, ...]:
        """The visits whose pages are sealed to that public key, oldest first: one, or none."""
        query = select(visits).where(visits.c.recipient == recipient).order_by(visits.c.opened_at, visits.c.id)
        with self._reading() as connection:
            return tuple(_visit(row) for row in connection.execute(query).mappings())

    def reopen_visit(self, visit_id: str) -> VisitRow:
        """Take up again a visit that was interrupted; raises `Conflict` for one that ended otherwise, `NotThere`."""
        with self._writing() as connection:
            there = connection.execute(select(visits).where(visits.c.id == visit_id)).mappings().one_or_none()
            if there is None:
                raise NotThere(f"visit {visit_id}")
            if there["outcome"] not in (None, VisitOutcome.INTERRUPTED.value):
                raise Conflict(f"visit {visit_id} is {there['outcome']}")
            connection.execute(update(visits).where(visits.c.id == visit_id).values(outcome=None, finished_at=None))
        return self.get_visit(visit_id)

    def keep_visit_until(self, visit_id: str, day: dt.date) -> None:
        """Change the last day on which the pages of a visit are kept; raises `NotThere`."""
        with self._writing() as connection:
            changed = connection.execute(update(visits).where(visits.c.id == visit_id).values(keep_until=day))
            if not changed.rowcount:
                raise NotThere(f"visit {visit_id}")

    def shorten_keeping(self, visit_id: str, day: dt.date) -> bool:
        """Make `day` the last one on which the pages of a visit are kept, if that is sooner than it was."""
        sooner = or_(visits.c.keep_until.is_(None), visits.c.keep_until > day)
        with self._writing() as connection:
            changed = connection.execute(update(visits).where(visits.c.id == visit_id, sooner).values(keep_until=day))
            return bool(changed.rowcount)

    def visits_kept(self) -> tuple[VisitRow, ...]:
        """Those that are over and whose pages were not erased yet, oldest first."""
        query = (
            select(visits)
            .where(visits.c.outcome.is_not(None), visits.c.purged_at.is_(None))
            .order_by(visits.c.opened_at, visits.c.id)
        )
        with self._reading() as connection:
            return tuple(_visit(row) for row in connection.execute(query).mappings())

    def purged_visits(self) -> frozenset[str]:
        """The visits whose pages are erased."""
        with self._reading() as connection:
            return frozenset(connection.execute(select(visits.c.id).where(visits.c.purged_at.is_not(None))).scalars())

    def mark_purged(self, visit_id: str, at: dt.datetime) -> None:
        """The pages of a visit are erased. The first time stays."""
        with self._writing() as connection:
            connection.execute(
                update(visits).where(visits.c.id == visit_id, visits.c.purged_at.is_(None)).values(purged_at=at)
            )

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
