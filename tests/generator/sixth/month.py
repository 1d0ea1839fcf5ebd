"""A month's pay in lines: what is earned, what is due of it, what is paid besides. The sums close to the cent."""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.generator.payslip import MONTHS, cents
from tests.generator.people import Employer, Person

NOTHING = Decimal(0)
NET_SOCIAL_SINCE = dt.date(2023, 7, 1)
TAXED_SINCE = dt.date(2019, 1, 1)


@dataclass(frozen=True, slots=True)
class Item:
    """An amount given, or taken where it is below zero; `base` × `rate` is it, where they are printed."""

    wording: str
    amount: Decimal
    base: Decimal | None = None
    rate: Decimal | None = None


def product(wording: str, base: Decimal, rate: Decimal) -> Item:
    return Item(wording, cents(base * rate), base, rate)


@dataclass(frozen=True, slots=True)
class Due:
    """A contribution; rates in per cent, the employee's `own_rate` and the employer's `their_rate`.

    `health`: for health cover, of which the employer's part is taxed. `untaxable`: not deducted from the taxable net.
    """

    group: str
    wording: str
    base: Decimal
    own_rate: Decimal
    their_rate: Decimal
    health: bool = False
    untaxable: bool = False

    @property
    def own(self) -> Decimal:
        return cents(self.base * self.own_rate / 100)

    @property
    def theirs(self) -> Decimal:
        return cents(self.base * self.their_rate / 100)


@dataclass(frozen=True, slots=True)
class Month:
    """`besides` stands before the net before tax, `afterwards` after the tax; `tax_rate` in per cent."""

    employer: Employer
    person: Person
    start: dt.date
    end: dt.date
    paid_on: dt.date
    job: str
    hours: Decimal
    earned: tuple[Item, ...]
    dues: tuple[Due, ...]
    besides: tuple[Item, ...] = ()
    afterwards: tuple[Item, ...] = ()
    tax_rate: Decimal = NOTHING

    @property
    def gross(self) -> Decimal:
        return sum((one.amount for one in self.earned), NOTHING)

    @property
    def own(self) -> Decimal:
        return sum((one.own for one in self.dues), NOTHING)

    @property
    def theirs(self) -> Decimal:
        return sum((one.theirs for one in self.dues), NOTHING)

    @property
    def cost(self) -> Decimal:
        return self.gross + self.theirs

    @property
    def net_social(self) -> Decimal | None:
        if self.start < NET_SOCIAL_SINCE:
            return None
        return self.gross - self.own + sum((one.own for one in self.dues if one.health), NOTHING)

    @property
    def net_taxable(self) -> Decimal:
        untaxable = sum((one.own for one in self.dues if one.untaxable), NOTHING)
        return self.gross - self.own + untaxable + sum((one.theirs for one in self.dues if one.health), NOTHING)

    @property
    def before_tax(self) -> Decimal:
        return self.gross - self.own + sum((one.amount for one in self.besides), NOTHING)

    @property
    def tax(self) -> Decimal:
        return cents(self.net_taxable * self.tax_rate / 100) if self.start >= TAXED_SINCE else NOTHING

    @property
    def after_tax(self) -> Decimal:
        return self.before_tax - self.tax

    @property
    def net_paid(self) -> Decimal:
        return self.after_tax + sum((one.amount for one in self.afterwards), NOTHING)

    @property
    def name_of_month(self) -> str:
        return f"{MONTHS[self.start.month - 1]} {self.start.year}"

    def since_january(self, amount: Decimal) -> Decimal:
        """What `amount` came to in the year so far: other months were not quite like this one."""
        before = self.start.month - 1
        return amount * (before + 1) + cents(amount * before * Decimal("0.0173"))

    def truth(self, *shown: str, pages: int = 0) -> dict[str, str]:
        """The fields named in `shown`; "dates" stands for the first and last day."""
        every = {
            "period": f"{self.start:%Y-%m}",
            "period_start": self.start.isoformat(),
            "period_end": self.end.isoformat(),
            "pay_date": self.paid_on.isoformat(),
            "employer_name": self.employer.name,
            "employer_siret": self.employer.siret,
            "employee_name": self.person.name,
            "gross": str(self.gross),
            "net_paid": str(self.net_paid),
            "net_taxable": str(self.net_taxable),
            "hours": str(self.hours),
        }
        if self.net_social is not None:
            every["net_social"] = str(self.net_social)
        wanted = [*shown, *(("period_start", "period_end") if "dates" in shown else ())]
        return {name: every[name] for name in wanted if name in every} | ({"pages": str(pages)} if pages else {})


HEAD = ("period", "employer_name", "employer_siret", "employee_name")
SUMS = ("gross", "net_social", "net_taxable", "net_paid")


def draw_dates(random: Random, first: int = 2023, last: int = 2026) -> tuple[dt.date, dt.date]:
    """The first and last day of a month."""
    start = dt.date(random.randint(first, last), random.randint(1, 12), 1)
    return start, start.replace(day=monthrange(start.year, start.month)[1])


def tax_rate(random: Random) -> Decimal:
    return Decimal(random.choice(("0.00", "0.50", "1.80", "2.10", "3.50", "4.10", "6.90")))


def euros(random: Random, low: float, high: float) -> Decimal:
    return Decimal(random.randint(round(low * 100), round(high * 100))) / 100


_CLEAR = (
    ("Santé", "Sécurité sociale - Maladie, maternité, invalidité, décès", "1", "0", "7.00"),
    ("Accidents du travail", "Accidents du travail - mal. professionnelles", "1", "0", "1.74"),
    ("Retraite", "Sécurité sociale plafonnée", "1", "6.90", "8.55"),
    ("Retraite", "Sécurité sociale déplafonnée", "1", "0.40", "2.02"),
    ("Retraite", "Complémentaire tranche 1", "1", "4.01", "6.01"),
    ("Famille", "Allocations familiales", "1", "0", "3.45"),
    ("Assurance chômage", "Chômage", "1", "0", "4.30"),
    ("Autres contributions dues par l'employeur", "FNAL, formation, AGS", "1", "0", "1.356"),
    ("CSG CRDS", "CSG déductible de l'impôt sur le revenu", "0.9825", "6.80", "0"),
    ("CSG CRDS", "CSG/CRDS non déductible", "0.9825", "2.90", "0"),
)
_DETAILED = (
    ("", "Assurance maladie", "1", "0.75", "12.84"),
    ("", "Vieillesse plafonnée", "1", "6.90", "8.55"),
    ("", "Vieillesse déplafonnée", "1", "0.35", "1.85"),
    ("", "Allocations familiales", "1", "0", "3.45"),
    ("", "Accident du travail", "1", "0", "2.30"),
    ("", "F.N.A.L.", "1", "0", "0.10"),
    ("", "Contribution solidarité autonomie", "1", "0", "0.30"),
    ("", "Contribution dialogue social", "1", "0", "0.016"),
    ("", "Assurance chômage TA", "1", "2.40", "4.00"),
    ("", "A.G.S.", "1", "0", "0.25"),
    ("", "Retraite ARRCO non cadre T1", "1", "3.10", "4.65"),
    ("", "A.G.F.F. T1", "1", "0.80", "1.20"),
    ("", "Prévoyance non cadre", "1", "0.46", "0.46"),
    ("", "Taxe d'apprentissage", "1", "0", "0.68"),
    ("", "Formation professionnelle", "1", "0", "0.55"),
    ("", "C.S.G. déductible", "0.9825", "5.10", "0"),
    ("", "C.S.G. et C.R.D.S. non déductibles", "0.9825", "2.90", "0"),
)


def dues(
    gross: Decimal, table: Sequence[tuple[str, str, str, str, str]] = _CLEAR, health: Decimal = NOTHING
) -> tuple[Due, ...]:
    """The contributions of `gross`; `health` is what employee and employer pay each for health cover."""
    found = [
        Due(
            group, wording, cents(gross * Decimal(share)), Decimal(own), Decimal(theirs), untaxable="non déd" in wording
        )
        for group, wording, share, own, theirs in table
    ]
    if health:
        place = 1 if table is _CLEAR else len(found)
        half = Decimal(50)
        found.insert(place, Due("Santé", "Complémentaire santé (50/50)", 2 * health, half, half, health=True))
    return tuple(found)


def detailed(gross: Decimal) -> tuple[Due, ...]:
    """As it was printed before 2018: each contribution in a line of its own."""
    return dues(gross, _DETAILED)
