"""A month's pay as the seventh set prints it: earnings, contributions with relief, what comes after the net social."""

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from tests.generator.payslip import NET_SOCIAL_SINCE, cents
from tests.generator.people import Employer, Person
from tests.generator.seventh.places import draw_employer, draw_worker
from tests.generator.seventh.schemes import PRIVATE, Scheme

NOTHING = Decimal(0)
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Earning:
    """A line above the gross, or between the net social and the net; `amount` in euros, negative where withheld."""

    wording: str
    amount: Decimal
    base: Decimal | None = None
    rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Levy:
    """A contribution: rates in per cent, amounts in euros; an employer's relief is negative."""

    group: str
    wording: str
    base: Decimal | None
    own_rate: Decimal
    employer_rate: Decimal
    own: Decimal
    employer: Decimal


@dataclass(frozen=True, slots=True)
class Month:
    """What one payslip says; the sums close to the cent. `birth` is the name the employee was born with."""

    employer: Employer
    person: Person
    birth: str
    job: str
    number: str
    since: dt.date
    start: dt.date
    end: dt.date
    pay_date: dt.date
    contract: Decimal
    hourly: Decimal
    earnings: tuple[Earning, ...]
    paid_hours: Decimal
    tax_rate: Decimal
    health: Decimal = NOTHING
    extras: tuple[Earning, ...] = ()
    scheme: Scheme = field(default=PRIVATE)
    relief: bool = True

    @property
    def gross(self) -> Decimal:
        return sum((one.amount for one in self.earnings), NOTHING)

    @property
    def levies(self) -> tuple[Levy, ...]:
        found = []
        for group, wording, share, own, other in self.scheme:
            base = cents(self.gross * Decimal(share))
            if share != "1":
                base += self.health
            rates = Decimal(own), Decimal(other)
            paid = tuple(cents(base * rate / HUNDRED) for rate in rates)
            found.append(Levy(group, wording, base, *rates, *paid))
        if self.health:
            half = Decimal(50)
            found.insert(
                2, Levy("Santé", "Complémentaire Santé", self.health * 2, half, half, self.health, self.health)
            )
        if self.relief:
            amount = -cents(self.gross * Decimal("0.1180"))
            wording = "Exonérations et allègements de cotisations"
            found.append(Levy("Allègements", wording, None, NOTHING, NOTHING, NOTHING, amount))
        return tuple(found)

    @property
    def own_total(self) -> Decimal:
        return sum((one.own for one in self.levies), NOTHING)

    @property
    def employer_total(self) -> Decimal:
        return sum((one.employer for one in self.levies), NOTHING)

    @property
    def states_net_social(self) -> bool:
        return self.month >= NET_SOCIAL_SINCE

    @property
    def net_social(self) -> Decimal:
        return self.gross - self.own_total

    @property
    def before_tax(self) -> Decimal:
        return self.net_social + sum((one.amount for one in self.extras), NOTHING)

    @property
    def taxable(self) -> Decimal:
        not_deducted = sum((one.own for one in self.levies if one.own_rate == Decimal("2.900")), NOTHING)
        return self.net_social + not_deducted + self.health

    @property
    def tax(self) -> Decimal:
        return cents(self.taxable * self.tax_rate / HUNDRED)

    @property
    def net_paid(self) -> Decimal:
        return self.before_tax - self.tax

    @property
    def cost(self) -> Decimal:
        return self.gross + self.employer_total

    @property
    def month(self) -> dt.date:
        return self.end.replace(day=1)

    def year(self, value: Decimal) -> Decimal:
        """`value` summed since January, the months before having paid a little less."""
        return cents(value * (self.end.month - 1) * Decimal("0.96")) + value

    def truth(self, *hidden: str, pages: int = 1) -> dict[str, str]:
        """The fields of the payslip but those that the page does not print."""
        found = {
            "period": f"{self.month:%Y-%m}",
            "period_start": self.start.isoformat(),
            "period_end": self.end.isoformat(),
            "pay_date": self.pay_date.isoformat(),
            "employer_name": self.employer.name,
            "employer_siret": self.employer.siret,
            "employee_name": self.person.name,
            "gross": str(self.gross),
            "net_paid": str(self.net_paid),
            "net_social": str(self.net_social) if self.states_net_social else "",
            "net_taxable": str(self.taxable),
            "hours": str(self.paid_hours),
            "pages": str(pages),
        }
        return {name: value for name, value in found.items() if value and name not in hidden}

    def also(self) -> dict[str, tuple[str, ...]]:
        """The hours of the contract, and the name with that of birth, are right as well."""
        found = {}
        if self.paid_hours != self.contract:
            found["hours"] = (str(self.contract),)
        if self.birth:
            found["employee_name"] = (f"{self.person.name} {self.birth}",)
        return found


def draw_month(
    random: Random,
    employer: str = "firm",
    scheme: Scheme = PRIVATE,
    years: tuple[int, int] = (2022, 2026),
    hours: tuple[str, ...] = ("151.67", "151.67", "104.00", "121.33", "86.67"),
    jobs: tuple[str, ...] = ("Employé de rayon", "Agent de production", "Assistante administrative", "Cuisinier"),
    salary: str = "Salaire de base",
    extras: Callable[[Random], tuple[Earning, ...]] | None = None,
) -> Month:
    """A month's pay: overtime, a bonus and an absence come and go; `extras` draws what comes after the net social."""
    year, number = random.randint(*years), random.randint(1, 12)
    start = dt.date(year, number, 1)
    end = start.replace(day=calendar.monthrange(year, number)[1])
    person, birth = draw_worker(random)
    contract = Decimal(random.choice(hours))
    hourly = Decimal(random.randint(1195, 1890)) / HUNDRED
    lines = [Earning(salary, cents(contract * hourly), contract, hourly)]
    paid = contract
    if random.random() < 0.35:
        more = Decimal(random.choice(("3.50", "6.00", "9.25", "17.33")))
        dearer = cents(hourly * Decimal("1.25"))
        lines.append(Earning("Heures supplémentaires à 125 %", cents(more * dearer), more, dearer))
        paid += more
    elif random.random() < 0.35:
        less = Decimal(random.choice(("7.00", "14.00", "21.00")))
        lines.append(Earning("Absence non rémunérée", -cents(less * hourly), -less, hourly))
        paid -= less
    if random.random() < 0.5:
        wording = random.choice(
            ("Prime d’ancienneté", "Prime exceptionnelle", "Majoration dimanche", "Prime de panier")
        )
        lines.append(Earning(wording, Decimal(random.randint(1800, 19500)) / HUNDRED))
    later = dt.timedelta(days=random.choice((-3, -1, 0, 0, 2, 5, 9)))
    return Month(
        draw_employer(random, employer),
        person,
        birth,
        random.choice(jobs),
        str(random.randint(12, 98765)),
        dt.date(random.randint(2009, 2021), random.randint(1, 12), random.randint(1, 28)),
        start,
        end,
        end + later,
        contract,
        hourly,
        tuple(lines),
        paid,
        Decimal(random.choice(("0.00", "1.30", "2.10", "3.50", "5.30", "9.90"))),
        Decimal(random.randint(1400, 3900)) / HUNDRED if scheme is PRIVATE and random.random() < 0.7 else NOTHING,
        extras(random) if extras else usual_extras(random),
        scheme,
        scheme is PRIVATE,
    )


def usual_extras(random: Random) -> tuple[Earning, ...]:
    """Transport, meal vouchers and an advance, each sometimes."""
    found = []
    if random.random() < 0.4:
        found.append(Earning("Remboursement abonnement transport", Decimal(random.randint(1500, 4400)) / HUNDRED))
    if random.random() < 0.35:
        count = Decimal(random.randint(12, 20))
        each = Decimal(random.choice(("3.60", "4.00", "4.45")))
        found.append(Earning("Titres-restaurant (part salarié)", -count * each, count, each))
    if random.random() < 0.3:
        found.append(Earning("Acompte", -Decimal(random.choice((100, 150, 300))) - Decimal("0.00")))
    return tuple(found)
