"""A month's pay reckoned as of 2022 to 2026: minimum wage, levies, lowered levies, exempt overtime, net social."""

import calendar
import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from tests.generator.eighth.month import NOTHING, Gain, Levy, Month, summed
from tests.generator.ninth.folk import draw_individual, draw_place
from tests.generator.payslip import FULL_TIME, cents
from tests.generator.people import Employer, Person, draw_siret

LEAST = {
    2022: Decimal("11.07"),
    2023: Decimal("11.52"),
    2024: Decimal("11.88"),
    2025: Decimal("11.88"),
    2026: Decimal("12.02"),
}
"""Gross minimum wage by the hour, as it stood last in each year."""
Scheme = tuple[tuple[str, str, str, str, str, str], ...]
"""Group, wording, share of the gross that is the base, employee's and employer's per cent, and kind of `Levy`.

Kinds: "lost" the CSG that tax is due on, "cover" provident cover, which the net social does not deduct.
"""


@dataclass(frozen=True, slots=True)
class Wage(Month):
    """`exempt`: pay for overtime free of tax. The net social is before provident cover."""

    exempt: Decimal = NOTHING

    @property
    def net_social(self) -> Decimal:
        return self.gross - summed(one.own for one in self.levies if one.kind != "cover")

    @property
    def before_tax(self) -> Decimal:
        return self.gross - self.own + summed(one.amount for one in self.after)

    @property
    def taxable(self) -> Decimal:
        back = summed(one.own for one in self.levies if one.kind == "lost")
        back += summed(one.firm for one in self.levies if one.kind == "health")
        return self.gross - self.own + back - self.exempt

    @property
    def lowered(self) -> Decimal:
        """What the employer's levies are lowered by."""
        return -summed(one.firm for one in self.levies if one.firm < 0)

    @property
    def full_name(self) -> str:
        return f"{self.person.first_name} {self.person.last_name.upper()}"


def levied(scheme: Scheme, gross: Decimal, overtime: Decimal = NOTHING) -> list[Levy]:
    """The scheme's levies of `gross`; the CSG of `overtime`, which is within it, is a line of its own elsewhere."""
    found = []
    for group, label, share, own, firm, kind in scheme:
        whole = gross if share == "1" else gross - overtime
        base, rates = cents(whole * Decimal(share)), (Decimal(own), Decimal(firm))
        amounts = [cents(base * rate / 100) for rate in rates]
        found.append(Levy(group, label, base, rates[0], rates[1], amounts[0], amounts[1], kind))
    return found


def health(group: str, label: str, each: Decimal) -> Levy:
    """Health cover of which each side pays `each`."""
    return Levy(group, label, each * 2, Decimal(50), Decimal(50), each, each, "health")


def overtime_levies(group: str, amount: Decimal) -> list[Levy]:
    """The employee's relief on overtime, in place of the CSG that is deductible: both sides of its being exempt."""
    relief, csg = cents(amount * Decimal("11.31") / 100), cents(amount * Decimal("0.9825"))
    return [
        Levy(
            group,
            "CSG/CRDS sur heures suppl. non imposables",
            csg,
            Decimal("9.700"),
            NOTHING,
            cents(csg * Decimal("0.097")),
            NOTHING,
            "lost",
        ),
        Levy(
            group,
            "Exonération salariale heures suppl.",
            amount,
            Decimal("-11.310"),
            NOTHING,
            -relief,
            NOTHING,
        ),
    ]


def lowering(group: str, label: str, gross: Decimal, hours: Decimal, year: int) -> list[Levy]:
    """The general lowering of the employer's levies up to 1.6 times the minimum wage; no line above it."""
    least = LEAST[year] * hours
    coefficient = max(Decimal("0.3194") / Decimal("0.6") * (Decimal("1.6") * least / gross - 1), NOTHING)
    amount = cents(gross * min(coefficient, Decimal("0.3194")))
    return [Levy(group, label, NOTHING, NOTHING, NOTHING, NOTHING, -amount)] if amount else []


def hourly(random: Random, year: int, low: int = 100, high: int = 150) -> Decimal:
    """Pay by the hour, from `low` to `high` per cent of the minimum wage."""
    return cents(LEAST[year] * random.randint(low, high) / 100)


def worked(label: str, count: Decimal, price: Decimal) -> Gain:
    return Gain(label, cents(count * price), count, price)


def drawn_frame(
    random: Random, employer: str, activity: str, agreement: str, person: Person | None = None
) -> dict[str, Any]:
    """What every month has before its amounts: a whole month at `employer`, paid around its end."""
    first = dt.date(random.randint(2022, 2026), random.randint(1, 12), 1)
    if random.random() < 0.6:
        first = first.replace(year=random.randint(2024, 2026))
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    street, town = draw_place(random)
    drawn, birth = draw_individual(random)
    return {
        "employer": Employer(employer, draw_siret(random), activity, agreement, street, town),
        "person": person or drawn,
        "birth": "" if person else birth,
        "number": random.randint(1, 9999),
        "start": first,
        "end": last,
        "pay_date": last + dt.timedelta(days=random.choice((-4, -2, 0, 0, 3, 5))),
        "tax_rate": Decimal(random.choice(("0", "0", "0.50", "1.30", "2.10", "2.90", "3.50", "4.80", "7.90"))),
    }


def part_time(random: Random, *weekly: str) -> Decimal:
    """Hours of a month for one of the `weekly` hours."""
    return cents(Decimal(random.choice(weekly)) * 52 / 12) if weekly else FULL_TIME
