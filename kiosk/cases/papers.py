"""What is known of the pages of a visit, and which of them belong together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kiosk.cases.names import EMPLOYER_LIKENESS, NEAR_CERTAIN_LIKENESS, same_employer, same_person, siren

PAYSLIP = "payslip"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What was read on a page; None where nothing was. `kind` is a code of `kiosk.pages.model.Kind`.

    `period` is "YYYY-MM"; `page` of `pages` is what the paper says of itself; `doubts` are problem codes. `marks` are
    values that tell two papers of one month apart (start of the period, gross…): an agency gives several a month.
    """

    page_id: str
    kind: str | None = None
    period: str | None = None
    employer: str | None = None
    employer_siret: str | None = None
    employee: str | None = None
    page: int | None = None
    pages: int | None = None
    doubts: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


def gather(items: Sequence[T], alike: Callable[[T, T], bool]) -> tuple[tuple[T, ...], ...]:
    """Items in groups: two alike items are in one group, and so is what a third one links. Order is kept."""
    groups: list[list[T]] = []
    for item in items:
        linked = [group for group in groups if any(alike(item, member) for member in group)]
        kept = [group for group in groups if not any(group is one for one in linked)]
        groups = [*kept, [member for group in linked for member in group] + [item]]
    return tuple(tuple(group) for group in groups)


def one_person(one: PaperFacts, other: PaperFacts) -> bool:
    """Whether two papers may be one person’s; never when a name is lacking (it links nothing)."""
    return bool(one.employee and other.employee and same_person(one.employee, other.employee))


def one_employer(one: PaperFacts, other: PaperFacts) -> bool:
    """Whether two papers may be one employer’s: the same company number, or names alike.

    Two company numbers that differ ask for names almost the same: one misread SIRET in ten still looks right.
    """
    left, right = siren(one.employer_siret), siren(other.employer_siret)
    if left and left == right:
        return True
    likeness = NEAR_CERTAIN_LIKENESS if left and right else EMPLOYER_LIKENESS
    return bool(one.employer and other.employer and same_employer(one.employer, other.employer, likeness))


def with_loose_pages(papers: Sequence[PaperFacts]) -> tuple[PaperFacts, ...]:
    """Give a page without a month (the second of a payslip) what the sheet before it says.

    Only where that sheet announces such a page, so that a payslip whose month is unreadable is not hidden.
    """
    placed: list[PaperFacts] = []
    for paper in papers:
        before = placed[-1] if placed else None
        placed.append(_continued(before, paper) if before is not None else paper)
    return tuple(placed)


def _continued(before: PaperFacts, paper: PaperFacts) -> PaperFacts:
    follows = (
        before.kind == PAYSLIP
        and paper.period is None
        and before.page is not None
        and before.pages is not None
        and paper.page == before.page + 1 <= before.pages
        and paper.pages in (None, before.pages)
        and not (paper.employee and before.employee and not one_person(before, paper))
    )
    if not follows:
        return paper
    return replace(
        paper,
        kind=PAYSLIP,
        period=before.period,
        employer=paper.employer or before.employer,
        employer_siret=paper.employer_siret or before.employer_siret,
        employee=paper.employee or before.employee,
        pages=before.pages,
    )
