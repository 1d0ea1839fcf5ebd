"""What speaks for a value and against it, beside its label: named checks, each with its weight."""

import itertools
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kiosk.pages.payslip.tax import CENT, Tax


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the page while a value is weighed."""

    tax: Tax
    printed: Counter[Decimal]
    """How often each amount stands on the page."""
    nets: Collection[Decimal] = ()
    """Values that may be the net before tax or the net social."""
    chosen: Mapping[str, Decimal] = field(default_factory=dict)
    """Values chosen before, by field."""

    @property
    def before_tax(self) -> Decimal | None:
        return self.chosen.get("before_tax")

    @property
    def gross(self) -> Decimal | None:
        return self.chosen.get("gross")

    def left_after_tax(self, value: Decimal) -> bool:
        if self.before_tax is None or self.tax.amount is None:
            return False
        return abs(self.before_tax - self.tax.amount - value) <= CENT

    def lines_from_after_tax(self, value: Decimal) -> bool:
        """Whether what is left after tax and up to three of the lines after it, advances or costs, make `value`."""
        if self.before_tax is None or self.tax.amount is None:
            return False
        between = value - (self.before_tax - self.tax.amount)
        if abs(between) <= CENT:
            return False
        lines = [line for line in self.tax.after if 0 < line != value]
        sums = (
            sum(line * sign for line, sign in zip(some, signs, strict=True))
            for count in (1, 2, 3)
            for some in itertools.combinations(lines, count)
            for signs in itertools.product((1, -1), repeat=count)
        )
        return self.printed[abs(between)] > 0 or between in sums

    def contributions_printed(self, gross: Decimal) -> bool:
        """Whether what lies between `gross` and a net is printed: to the cent, that is no accident."""
        return any(self.printed[gross - net] for net in self.nets if net < gross)


@dataclass(frozen=True, slots=True)
class Check:
    """`weight` is added to the confidence as many times as `holds` says: 0 or 1 for most."""

    name: str
    weight: float
    holds: Callable[[Decimal, Known], int]


def _above(value: Decimal, other: Decimal | None, times: str) -> bool:
    return other is not None and value > other * Decimal(times)


def _under(value: Decimal, other: Decimal | None, times: str) -> bool:
    return other is not None and value < other * Decimal(times)


def _untaxed(value: Decimal, known: Known) -> bool:
    return value == known.before_tax and not known.left_after_tax(value)


def _near_gross(value: Decimal, known: Known) -> bool:
    return not _under(value, known.gross, "0.6") and not _above(value, known.gross, "1.05")


AN_HOUR = Decimal(8)
"""Euros that the shortest month pays more than."""
CHECKS: Mapping[str, tuple[Check, ...]] = {
    "net_paid": (
        Check("the net before tax less the tax", 0.3, lambda value, known: known.left_after_tax(value)),
        Check("the same, and lines after it", 0.25, lambda value, known: known.lines_from_after_tax(value)),
        Check(
            "the net before tax, no tax found", 0.05, lambda v, known: known.tax.amount is None and _untaxed(v, known)
        ),
        Check(
            "the net before tax, though taxed", -0.25, lambda v, known: bool(known.tax.amount) and _untaxed(v, known)
        ),
        Check("over twice the net before tax", -0.4, lambda value, known: _above(value, known.before_tax, "2")),
    ),
    "gross": (
        Check("printed again", 0.06, lambda value, known: min(known.printed[value] - 1, 5)),
        Check("a net and its contributions", 0.25, lambda value, known: known.contributions_printed(value)),
        Check("under the net before tax", -0.4, lambda value, known: _under(value, known.before_tax, "0.8")),
        Check("over thrice the net before tax", -0.3, lambda value, known: _above(value, known.before_tax, "3")),
        Check("less than an hour's pay", -0.6, lambda value, _: value < AN_HOUR),
    ),
    "net_taxable": (
        Check("the base of the tax", 0.25, lambda value, known: value == known.tax.base),
        Check("printed again", 0.05, lambda value, known: known.printed[value] > 1),
        Check("gives the tax at its rate", 0.25, lambda value, known: known.tax.fits(value) is True),
        Check("gives another tax at its rate", -0.25, lambda value, known: known.tax.fits(value) is False),
        Check("over the gross", -0.4, lambda value, known: _above(value, known.gross, "1.02")),
        Check("far under the net paid", -0.4, lambda value, known: _under(value, known.chosen.get("net_paid"), "0.6")),
    ),
    "net_social": (
        Check("near the gross", 0.05, lambda value, known: known.gross is not None and _near_gross(value, known)),
        Check("far from the gross", -0.4, lambda value, known: not _near_gross(value, known)),
    ),
}  # fmt: skip


def support(name: str, value: Decimal, known: Known) -> float:
    """What all checks of field `name` add to the confidence in `value`."""
    return sum(check.weight * check.holds(value, known) for check in CHECKS.get(name, ()))
