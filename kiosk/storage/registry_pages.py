"""Pages: accepted once they are sealed, withdrawn by the visitor, never renumbered."""

import datetime as dt

from sqlalchemy import RowMapping, func, insert, select, update

from kiosk.storage.registry_base import Conflict, NotThere, Store
from kiosk.storage.registry_rows import PageRow
from kiosk.storage.tables import pages, visits


class Pages(Store):
    """The pages of the visits of this kiosk."""

    def accept_page(
        self,
        page_id: str,
        visit_id: str,
        accepted_at: dt.datetime,
        media_type: str,
        length: int,
        leaf: bytes,
        doubts: tuple[str, ...] = (),
        source_page: int = 1,
        source_pages: int = 1,
    ) -> PageRow:
        """Register a page that is sealed and on the disk; its position follows the last one of the visit.

        Accepting the same page again gives the row that is there. Raises `Conflict` if the name is another page’s,
        or if the visit is finished; `NotThere` without a visit.
        """
        with self._writing() as connection:
            there = connection.execute(select(pages).where(pages.c.id == page_id)).mappings().one_or_none()
            if there is not None:
                if (there["visit_id"], there["leaf"]) != (visit_id, leaf):
                    raise Conflict(f"page {page_id} exists already")
                return _page(there)
            visit = connection.execute(select(visits.c.outcome).where(visits.c.id == visit_id)).one_or_none()
            if visit is None:
                raise NotThere(f"visit {visit_id}")
            if visit.outcome is not None:
                raise Conflict(f"visit {visit_id} is finished")
            last = select(func.coalesce(func.max(pages.c.position), 0)).where(pages.c.visit_id == visit_id)
            position = int(connection.execute(last).scalar_one()) + 1
            connection.execute(
                insert(pages).values(
                    id=page_id,
                    visit_id=visit_id,
                    position=position,
                    accepted_at=accepted_at,
                    media_type=media_type,
                    length=length,
                    leaf=leaf,
                    doubts=" ".join(doubts),
                    source_page=source_page,
                    source_pages=source_pages,
                )
            )
        return PageRow(
            page_id, visit_id, position, accepted_at, media_type, length, leaf, doubts, source_page, source_pages
        )

    def withdraw_page(self, page_id: str, at: dt.datetime) -> None:
        """Take a page out of the file; doing it twice does no harm. Raises `NotThere`."""
        with self._writing() as connection:
            if connection.execute(select(pages.c.id).where(pages.c.id == page_id)).one_or_none() is None:
                raise NotThere(f"page {page_id}")
            connection.execute(
                update(pages).where(pages.c.id == page_id, pages.c.withdrawn_at.is_(None)).values(withdrawn_at=at)
            )

    def pages_of(self, visit_id: str) -> tuple[PageRow, ...]:
        """The pages of a visit, in the order they were accepted, without those withdrawn."""
        query = (
            select(pages).where(pages.c.visit_id == visit_id, pages.c.withdrawn_at.is_(None)).order_by(pages.c.position)
        )
        with self._reading() as connection:
            return tuple(_page(row) for row in connection.execute(query).mappings())


def _page(row: RowMapping) -> PageRow:
    values = {name: value for name, value in row.items() if name != "withdrawn_at"}
    return PageRow(**{**values, "doubts": tuple(row["doubts"].split())})
