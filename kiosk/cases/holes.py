"""Months that lie between the first and the last payslip of one employer, and were not given."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.cases.names import siren
from kiosk.cases.papers import PaperFacts, gather, one_employer, one_person
from kiosk.guides.months import months_between

LONGEST_HOLE_MONTHS = 6
"""A longer hole is another job or a misread year, not a forgotten sheet."""


@dataclass(frozen=True, slots=True)
class MissingMonth:
    """A month "YYYY-MM" that is asked for; `employer` as printed on the other payslips, when it is known whose."""

    month: str
    employer: str | None = None


def holes(payslips: Sequence[PaperFacts]) -> tuple[MissingMonth, ...]:
    """The holes of each person and employer. A payslip whose employer cannot be compared fills that of its month."""
    named = [paper for paper in payslips if paper.employer or siren(paper.employer_siret)]
    found = {
        MissingMonth(month, _printed_name(job))
        for job in gather(named, _one_job)
        for month in _absent(job)
        if not any(paper.period == month and _may_belong(paper, job) for paper in payslips)
    }
    return tuple(sorted(found, key=lambda hole: (hole.month, hole.employer or "")))


def _may_belong(paper: PaperFacts, job: Sequence[PaperFacts]) -> bool:
    """Whether nothing read on `paper` tells it from the employer of `job`."""
    return not any(
        (paper.employer and own.employer) or (siren(paper.employer_siret) and siren(own.employer_siret)) for own in job
    )


def _one_job(one: PaperFacts, other: PaperFacts) -> bool:
    known = bool(one.employee and other.employee)
    return one_employer(one, other) and (not known or one_person(one, other))


def _absent(job: Sequence[PaperFacts]) -> list[str]:
    given = sorted({paper.period for paper in job if paper.period is not None})
    absent: list[str] = []
    for before, after in itertools.pairwise(given):
        between = months_between(before, after)[1:-1]
        if len(between) <= LONGEST_HOLE_MONTHS:
            absent += between
    return absent


def _printed_name(job: Sequence[PaperFacts]) -> str | None:
    return next((paper.employer for paper in job if paper.employer), None)
