"""One month's pay with what makes payslips differ: overtime, absence, health cover, transport, meals, advances."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from tests.generator.names import draw_company, draw_household, draw_individual, draw_public_body
from tests.generator.payslip import Payslip, cents, draw_payslip
from tests.generator.people import Employer, Person, draw_siret

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Pay:
    """`slip` and what is added to it. Amounts in euros; the sums close to the cent."""

    slip: Payslip
    overtime: Decimal = NOTHING
    absence: Decimal = NOTHING
    health: Decimal = NOTHING
    """What the employee pays for health cover; the employer pays as much, which is taxable."""
    transport: Decimal = NOTHING
    meals: Decimal = NOTHING
    advance: Decimal = NOTHING

    @property
    def overtime_amount(self) -> Decimal:
        return cents(self.overtime * self.slip.hourly * Decimal("1.25"))

    @property
    def extra(self) -> Decimal:
        return self.overtime_amount - self.absence

    @property
    def taxed(self) -> Payslip:
        """The payslip with the same gross, which the contributions are taken of."""
        return replace(self.slip, bonus=self.slip.bonus + self.extra)

    @property
    def gross(self) -> Decimal:
        return self.taxed.gross

    @property
    def employee_total(self) -> Decimal:
        return self.taxed.employee_total + self.health

    @property
    def employer_total(self) -> Decimal:
        return self.taxed.employer_total + self.health

    @property
    def net_social(self) -> Decimal | None:
        return self.gross - self.taxed.employee_total if self.taxed.net_social is not None else None

    @property
    def net_before_tax(self) -> Decimal:
        return self.gross - self.employee_total + self.transport - self.meals - self.advance

    @property
    def net_taxable(self) -> Decimal:
        return self.gross - self.employee_total + self.taxed.contributions[-1].employee + self.health

    @property
    def tax(self) -> Decimal:
        return cents(self.net_taxable * self.slip.tax_rate / 100)

    @property
    def net_paid(self) -> Decimal:
        return self.net_before_tax - self.tax

    @property
    def hours(self) -> Decimal:
        return self.slip.hours

    def truth(self, *hidden: str) -> dict[str, str]:
        """The fields of `kiosk read`, those that a layout does not print left out."""
        found = self.slip.truth() | {
            "gross": str(self.gross),
            "net_paid": str(self.net_paid),
            "net_taxable": str(self.net_taxable),
        }
        if self.net_social is not None:
            found["net_social"] = str(self.net_social)
        return {name: value for name, value in found.items() if name not in hidden}

    def also_right(self) -> Mapping[str, tuple[str, ...]]:
        """Other values that a reader may give: hours with the overtime."""
        return {"hours": (str(self.hours + self.overtime),)} if self.overtime else {}


def draw_pay(random: Random, employer: str = "company") -> Pay:
    """A month's pay by a "company", a "public" body or a "household"."""
    name = {"company": draw_company, "public": draw_public_body, "household": draw_household}[employer](random)
    base = draw_payslip(random)
    paid_by = Employer(
        name,
        draw_siret(random),
        base.employer.activity,
        base.employer.agreement,
        base.employer.street,
        base.employer.town,
    )
    slip = replace(base, employer=paid_by, employee=_renamed(base.employee, random))

    def sometimes(low: int, high: int, chance: float) -> Decimal:
        return Decimal(random.randint(low, high)) / 100 if random.random() < chance else NOTHING

    hourly_absence = cents(slip.hourly * random.choice((3, 7, 14)))
    return Pay(
        slip,
        overtime=random.choice((NOTHING, NOTHING, Decimal("4.00"), Decimal("8.50"), Decimal("17.33"))),
        absence=hourly_absence if random.random() < 0.25 else NOTHING,
        health=sometimes(1500, 4500, 0.6) if employer != "household" else NOTHING,
        transport=sometimes(1500, 4200, 0.3),
        meals=sometimes(3000, 8800, 0.3) if employer == "company" else NOTHING,
        advance=random.choice((NOTHING, NOTHING, NOTHING, Decimal("100.00"), Decimal("250.00"))),
    )


def _renamed(person: Person, random: Random) -> Person:
    first, last = draw_individual(random, person.title)
    return replace(person, first_name=first, last_name=last)


def next_day(date: dt.date) -> dt.date:
    return date + dt.timedelta(days=1)
