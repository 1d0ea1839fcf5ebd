"""The line of the tax deducted at source: what it says of the taxable amount and of the net paid."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kiosk.pages.layout import Layout
from kiosk.pages.payslip.labels import Place, places

CENT = Decimal("0.02")
_TAX = re.compile(
    r"\b(?:impot sur le revenu(?! preleve a la source avant)|(?:prelevement|preleve|impot|retenue) a la source|"
    r"impot preleve|pas)\b"
)
_RATE = re.compile(r"(\d{1,2}[.,]\d{1,2})\s?%")


@dataclass(frozen=True, slots=True)
class Tax:
    """The line of the tax deducted at source."""

    base: Decimal | None
    amount: Decimal | None
    proven: bool
    rate: Decimal | None = None
    after: tuple[Decimal, ...] = ()
    """The last amount of each of the next rows: advances, costs repaid."""

    def fits(self, taxable: Decimal) -> bool | None:
        """Whether `taxable` at the printed rate gives the tax; None where that cannot be told."""
        if self.rate is None or self.amount is None or self.rate == 0 or self.amount == 0:
            return None
        return abs(taxable * self.rate / 100 - self.amount) <= CENT


ROWS_AFTER = 5


def find_tax(layout: Layout) -> Tax:
    """Base, rate and amount where they multiply; otherwise what stands at the end of the line."""
    weak = Tax(None, None, proven=False)
    for place in places(layout, _TAX):
        if re.search(r"\bavant\b|\bcsg\b|\bapres\b|deductible", f"{place.before} {place.text}"):
            continue
        values = [Decimal(token.amount).copy_abs() for token in place.row.amounts if token.amount]
        for first in range(len(values) - 2):
            base, percent, amount = values[first : first + 3]
            if base > 20 and percent < 60 and abs(base * percent / 100 - amount) <= CENT:
                return Tax(base, amount, proven=True, after=_after(layout, place))
        printed = _RATE.search(place.row.text)
        rate = Decimal(printed[1].replace(",", ".")) if printed else None
        moneys = [value for value in values if value.as_tuple().exponent == -2 and value != rate]
        if len(moneys) == 1 and weak.amount is None:
            weak = Tax(None, moneys[0], proven=False, rate=rate, after=_after(layout, place))
        elif len(moneys) >= 2 and weak.amount is None:
            weak = Tax(
                moneys[0] if moneys[0] > 60 else None, moneys[-1], proven=False, rate=rate, after=_after(layout, place)
            )
    return weak


def _after(layout: Layout, place: Place) -> tuple[Decimal, ...]:
    rows = layout.rows[place.row.number + 1 : place.row.number + 1 + ROWS_AFTER]
    return tuple(Decimal(row.amounts[-1].amount or "0").copy_abs() for row in rows if row.amounts)
