"""What the démarche asks against what the pages give.

A page that could not be read is never held against the visitor: it is `unread`, and as long as there is one,
what seems missing is only a question (`certain` is false).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.cases.documents import piles
from kiosk.cases.holes import MissingMonth, holes
from kiosk.cases.names import share_a_name
from kiosk.cases.papers import PAYSLIP, PaperFacts, gather, one_employer, one_person, with_loose_pages
from kiosk.guides.months import expected_months, is_month
from kiosk.guides.pieces import Persons, Piece, Required
from kiosk.guides.schema import Guide

__all__ = ["Checklist", "MissingMonth", "PaperFacts", "checklist"]

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Checklist:
    """The state of a file.

    `duplicates` are groups of identifiers of pages that are one another again; `other_person` pages that bear another
    name than the rest; `incomplete` pages of a payslip that announces more pages than were given; `unread` pages whose
    kind or month could not be told. `certain` says that nothing unread could be what is missing.
    """

    months_there: tuple[str, ...] = ()
    months_missing: tuple[MissingMonth, ...] = ()
    papers_missing: tuple[str, ...] = ()
    duplicates: tuple[tuple[str, ...], ...] = ()
    other_person: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    complete: bool = True
    certain: bool = True


def checklist(guide: Guide, papers: Sequence[PaperFacts], today: dt.date) -> Checklist:
    """Compare the `papers`, in the order they were scanned, with what `guide` asks for on the day `today`."""
    placed = with_loose_pages(papers)
    piece = _payslip_piece(guide)
    household = piece is not None and piece.persons is Persons.HOUSEHOLD
    dated = [paper for paper in placed if paper.kind == PAYSLIP and paper.period and is_month(paper.period)]
    strangers = _strangers(placed)
    ours = dated if household else [paper for paper in dated if paper.page_id not in strangers]
    documents = piles(dated)
    unread = tuple(paper.page_id for paper in placed if _unread(paper))
    missing = _missing_months(piece, ours, today, told_otherwise=_misnamed_months(dated, ours))
    absent = _missing_papers(guide, placed, asked_by_month=bool(missing))
    incomplete = {sheet.page_id for pile in documents if pile.incomplete for sheet in pile.sheets}
    return Checklist(
        months_there=tuple(sorted({paper.period for paper in ours if paper.period})),
        months_missing=missing,
        papers_missing=absent,
        duplicates=tuple(group for pile in documents for group in pile.duplicates()),
        other_person=tuple(paper.page_id for paper in placed if paper.page_id in strangers),
        incomplete=tuple(paper.page_id for paper in placed if paper.page_id in incomplete),
        unread=unread,
        complete=not (missing or absent or incomplete or (strangers and not household)),
        certain=not unread and not (absent and any(paper.kind == OTHER for paper in placed)),
    )


def _payslip_piece(guide: Guide) -> Piece | None:
    return next((piece for piece in guide.pieces if PAYSLIP in piece.kinds), None)


def _unread(paper: PaperFacts) -> bool:
    return paper.kind is None or (paper.kind == PAYSLIP and not (paper.period and is_month(paper.period)))


def _strangers(papers: Sequence[PaperFacts]) -> frozenset[str]:
    """Payslips of another person than the one most payslips name; the first one scanned when they are even."""
    named = [paper for paper in papers if paper.kind == PAYSLIP and paper.employee]
    people = gather(named, one_person)
    if len(people) < 2:
        return frozenset()
    order = {paper.page_id: place for place, paper in enumerate(named)}
    visitor = max(people, key=lambda group: (len(group), -min(order[paper.page_id] for paper in group)))
    return frozenset(paper.page_id for group in people if group is not visitor for paper in group)


def _misnamed_months(dated: Sequence[PaperFacts], ours: Sequence[PaperFacts]) -> frozenset[str]:
    """Months whose payslip, of the visitor's own employer, bears a name that is not quite the same.

    That name is asked about: the month is not called missing as well. It is, once the page is taken out.
    """
    others = (paper for paper in dated if paper not in ours)
    return frozenset(paper.period for paper in others if paper.period and any(_misnamed(paper, own) for own in ours))


def _misnamed(paper: PaperFacts, own: PaperFacts) -> bool:
    return one_employer(paper, own) and share_a_name(paper.employee or "", own.employee or "")


def _missing_months(
    piece: Piece | None, payslips: Sequence[PaperFacts], today: dt.date, *, told_otherwise: frozenset[str]
) -> tuple[MissingMonth, ...]:
    if piece is None or piece.required is not Required.ALWAYS:
        return ()
    gaps = holes(payslips) if piece.count.continuity else ()
    told = {paper.period for paper in payslips} | {gap.month for gap in gaps}
    asked = (month for month in expected_months(piece.count.months, today) if month not in told)
    every = (*gaps, *(MissingMonth(month) for month in asked))
    missing = (hole for hole in every if hole.month not in told_otherwise)
    return tuple(sorted(missing, key=lambda hole: (hole.month, hole.employer or "")))


def _missing_papers(guide: Guide, papers: Sequence[PaperFacts], *, asked_by_month: bool) -> tuple[str, ...]:
    """The first kind of each piece that is always asked and not there; payslips told by month are not told twice."""
    there = {paper.kind for paper in papers}
    return tuple(
        piece.kinds[0]
        for piece in guide.pieces
        if piece.required is Required.ALWAYS
        and there.isdisjoint(piece.kinds)
        and not (asked_by_month and PAYSLIP in piece.kinds)
    )
