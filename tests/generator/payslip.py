"""One month's pay: its lines and totals add up as on a true payslip."""

import calendar
import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from tests.generator.people import Employer, Person, draw_employer, draw_person

MONTHS = (
    "Janvier", "Février", "Mars", "Avril", "Mai", "Juin",
    "Juillet", "Août", "Septembre", "Octobre", "Novembre", "Décembre",
)  # fmt: skip
NET_SOCIAL_SINCE = dt.date(2023, 7, 1)
FULL_TIME = Decimal("151.67")

# Group, wording, share of the gross that is the base, employee's rate and employer's rate in per cent.
RATES = (
    ("Santé", "Sécurité sociale - Maladie Maternité Invalidité Décès", "1", "0", "7.00"),
    ("Santé", "Complémentaire Incapacité Invalidité Décès", "1", "0.350", "0.350"),
    ("Accidents du travail", "Accidents du travail - Maladies professionnelles", "1", "0", "2.10"),
    ("Retraite", "Sécurité sociale plafonnée", "1", "6.900", "8.550"),
    ("Retraite", "Sécurité sociale déplafonnée", "1", "0.400", "2.020"),
    ("Retraite", "Complémentaire Tranche 1", "1", "4.010", "6.010"),
    ("Famille", "Allocations familiales", "1", "0", "3.450"),
    ("Assurance chômage", "Chômage", "1", "0", "4.250"),
    ("Cotisations statutaires", "Autres contributions dues par l’employeur", "1", "0", "1.480"),
    ("CSG", "CSG déductible de l’impôt sur le revenu", "0.9825", "6.800", "0"),
    ("CSG", "CSG/CRDS non déductible de l’impôt sur le revenu", "0.9825", "2.900", "0"),
)


def cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Contribution:
    group: str
    wording: str
    base: Decimal
    employee_rate: Decimal
    employer_rate: Decimal

    @property
    def employee(self) -> Decimal:
        return cents(self.base * self.employee_rate / 100)

    @property
    def employer(self) -> Decimal:
        return cents(self.base * self.employer_rate / 100)


@dataclass(frozen=True, slots=True)
class Payslip:
    """What one bulletin says; amounts in euros, `tax_rate` in per cent."""

    employer: Employer
    employee: Person
    month: dt.date
    pay_date: dt.date
    job: str
    hours: Decimal
    hourly: Decimal
    bonus: Decimal
    tax_rate: Decimal

    @property
    def start(self) -> dt.date:
        return self.month.replace(day=1)

    @property
    def end(self) -> dt.date:
        return self.month.replace(day=calendar.monthrange(self.month.year, self.month.month)[1])

    @property
    def salary(self) -> Decimal:
        return cents(self.hours * self.hourly)

    @property
    def gross(self) -> Decimal:
        return self.salary + self.bonus

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        return tuple(
            Contribution(group, wording, cents(self.gross * Decimal(share)), Decimal(employee), Decimal(employer))
            for group, wording, share, employee, employer in RATES
        )

    @property
    def employee_total(self) -> Decimal:
        return sum((line.employee for line in self.contributions), Decimal(0))

    @property
    def employer_total(self) -> Decimal:
        return sum((line.employer for line in self.contributions), Decimal(0))

    @property
    def net_social(self) -> Decimal | None:
        return self.gross - self.employee_total if self.start >= NET_SOCIAL_SINCE else None

    @property
    def net_before_tax(self) -> Decimal:
        return self.gross - self.employee_total

    @property
    def net_taxable(self) -> Decimal:
        return self.net_before_tax + self.contributions[-1].employee

    @property
    def tax(self) -> Decimal:
        return cents(self.net_taxable * self.tax_rate / 100)

    @property
    def net_paid(self) -> Decimal:
        return self.net_before_tax - self.tax

    @property
    def month_name(self) -> str:
        return f"{MONTHS[self.month.month - 1]} {self.month.year}"

    def truth(self) -> dict[str, str]:
        """The fields of `kiosk read` that a drawing of this payslip shows."""
        truth = {
            "period": f"{self.month:%Y-%m}",
            "period_start": self.start.isoformat(),
            "period_end": self.end.isoformat(),
            "pay_date": self.pay_date.isoformat(),
            "employer_name": self.employer.name,
            "employer_siret": self.employer.siret,
            "employee_name": self.employee.name,
            "gross": str(self.gross),
            "net_paid": str(self.net_paid),
            "net_taxable": str(self.net_taxable),
            "hours": str(self.hours),
            "pages": "1",
        }
        if self.net_social is not None:
            truth["net_social"] = str(self.net_social)
        return truth


def french(value: Decimal) -> str:
    """`value` as printed: spaces between thousands, a comma, at least two decimals."""
    places = max(2, -int(value.as_tuple().exponent))
    return f"{value:,.{places}f}".replace(",", " ").replace(".", ",")


def day(date: dt.date) -> str:
    return f"{date:%d/%m/%Y}"


def draw_payslip(
    random: Random, month: dt.date | None = None, employer: Employer | None = None, employee: Person | None = None
) -> Payslip:
    """A payslip of `month`; whatever is not given is drawn."""
    first = (month or dt.date(random.randint(2022, 2026), random.randint(1, 12), 1)).replace(day=1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    hours = random.choice((FULL_TIME, FULL_TIME, Decimal("86.67"), Decimal("130.00"), Decimal("169.00")))
    return Payslip(
        employer=employer or draw_employer(random),
        employee=employee or draw_person(random),
        month=first,
        pay_date=last + dt.timedelta(days=random.choice((-2, 0, 3, 5))),
        job=random.choice(("Employé polyvalent", "Agent d’entretien", "Vendeuse", "Aide-soignante", "Chauffeur")),
        hours=hours,
        hourly=Decimal(random.randint(1188, 1950)) / 100,
        bonus=random.choice((Decimal(0), Decimal("60.00"), Decimal(random.randint(2000, 22000)) / 100)),
        tax_rate=Decimal(random.choice(("0", "1.30", "2.90", "5.30", "7.50"))),
    )
