"""The sheets of one payslip put together: whole, incomplete, or there twice."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.cases.papers import PaperFacts, gather, one_employer, one_person


@dataclass(frozen=True, slots=True)
class Pile:
    """The sheets of one month, one person and one employer, in the order they came."""

    sheets: tuple[PaperFacts, ...]

    @property
    def announced(self) -> int:
        """Pages that the payslip says it has."""
        return max((sheet.pages or 1 for sheet in self.sheets), default=1)

    @property
    def incomplete(self) -> bool:
        """Whether a page that the payslip announces is lacking; a sheet without a number may be that page."""
        numbers = {sheet.page for sheet in self.sheets if sheet.page is not None}
        nameless = sum(sheet.page is None for sheet in self.sheets)
        lacking = sum(number not in numbers for number in range(1, self.announced + 1))
        return lacking > nameless

    def duplicates(self) -> tuple[tuple[str, ...], ...]:
        """Sheets that are one another again, by page identifiers."""
        spare = self.announced - len({sheet.page for sheet in self.sheets if sheet.page is not None})
        counted: list[PaperFacts] = []
        for sheet in self.sheets:
            if sheet.page is None and spare > 0 and self.announced > 1:
                spare -= 1
                continue
            counted.append(sheet)
        groups = gather(counted, _same_sheet)
        return tuple(tuple(sheet.page_id for sheet in group) for group in groups if len(group) > 1)


def piles(payslips: Sequence[PaperFacts]) -> tuple[Pile, ...]:
    """Payslips whose month is known, by month, person and employer."""
    return tuple(Pile(group) for group in gather(payslips, _one_document))


def _one_document(one: PaperFacts, other: PaperFacts) -> bool:
    if one.period != other.period or _two_people(one, other):
        return False
    return one_employer(one, other) or _one_after_the_other(one, other)


def _one_after_the_other(one: PaperFacts, other: PaperFacts) -> bool:
    """Two numbered sheets of one payslip, the employer being read on one of them only."""
    unread = not all(sheet.employer or sheet.employer_siret for sheet in (one, other))
    return unread and None not in (one.page, other.page) and one.page != other.page and one.pages == other.pages


def _two_people(one: PaperFacts, other: PaperFacts) -> bool:
    return bool(one.employee and other.employee) and not one_person(one, other)


def _same_sheet(one: PaperFacts, other: PaperFacts) -> bool:
    if (one.page or 1) != (other.page or 1):
        return False
    # One reading may have found fewer of the marks: only marks that disagree tell two papers.
    left, right = frozenset(one.marks), frozenset(other.marks)
    return left <= right or right <= left
