"""A month's pay for these layouts, which closes to the cent: gains, levies, what comes before and after the tax."""

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from tests.generator.eighth.folk import draw_folk, draw_place
from tests.generator.payslip import MONTHS, NET_SOCIAL_SINCE, cents
from tests.generator.people import Employer, Person, draw_siret

NOTHING = Decimal(0)
FULL = Decimal("151.67")
"""Hours of a month at full time."""
Scheme = Sequence[tuple[str, str, str, str, str]]
"""Group, wording, share of the gross that is the base, employee's and employer's rate in per cent."""


@dataclass(frozen=True, slots=True)
class Gain:
    """An amount with its sign; `count` × `price` where it has them; `taxed` if it counts for tax all the same."""

    label: str
    amount: Decimal
    count: Decimal | None = None
    price: Decimal | None = None
    taxed: bool = False


@dataclass(frozen=True, slots=True)
class Levy:
    group: str
    label: str
    base: Decimal
    own_rate: Decimal
    firm_rate: Decimal
    own: Decimal
    firm: Decimal
    kind: str = ""
    """"health" or "lost" (the CSG that tax is due on)."""


@dataclass(frozen=True, slots=True)
class Month:
    """Amounts in euros. `after` counts before the tax is taken, `late` after it. `other_hours` are right as well."""

    employer: Employer
    person: Person
    birth: str
    number: int
    start: dt.date
    end: dt.date
    pay_date: dt.date
    job: str
    hours: Decimal
    gains: tuple[Gain, ...]
    levies: tuple[Levy, ...]
    tax_rate: Decimal
    after: tuple[Gain, ...] = ()
    late: tuple[Gain, ...] = ()
    other_hours: tuple[Decimal, ...] = ()

    @property
    def gross(self) -> Decimal:
        return summed(one.amount for one in self.gains)

    @property
    def own(self) -> Decimal:
        return summed(one.own for one in self.levies)

    @property
    def firm(self) -> Decimal:
        return summed(one.firm for one in self.levies)

    @property
    def cost(self) -> Decimal:
        return self.gross + self.firm

    @property
    def says_net_social(self) -> bool:
        return self.end >= NET_SOCIAL_SINCE

    @property
    def net_social(self) -> Decimal:
        return self.gross - self.own

    @property
    def before_tax(self) -> Decimal:
        return self.net_social + summed(one.amount for one in self.after)

    @property
    def taxable(self) -> Decimal:
        back = summed(one.own for one in self.levies if one.kind == "lost")
        back += summed(one.firm for one in self.levies if one.kind == "health")
        return self.net_social + back + summed(one.amount for one in self.after if one.taxed)

    @property
    def tax(self) -> Decimal:
        return cents(self.taxable * self.tax_rate / 100)

    @property
    def net_paid(self) -> Decimal:
        return self.before_tax - self.tax + summed(one.amount for one in self.late)

    @property
    def name(self) -> str:
        return f"{MONTHS[self.end.month - 1]} {self.end.year}"

    def year(self, amount: Decimal) -> Decimal:
        """What `amount` has come to since January: other months were a little different."""
        return amount + cents(amount * (self.end.month - 1) * Decimal("0.987"))

    def truth(self, *hidden: str, pages: int = 1) -> dict[str, str]:
        """What a page says, without the fields that are `hidden` there."""
        said = {
            "period": f"{self.end:%Y-%m}",
            "period_start": self.start.isoformat(),
            "period_end": self.end.isoformat(),
            "pay_date": self.pay_date.isoformat(),
            "employer_name": self.employer.name,
            "employer_siret": self.employer.siret,
            "employee_name": self.person.name,
            "gross": str(self.gross),
            "net_paid": str(self.net_paid),
            "net_taxable": str(self.taxable),
            "hours": str(self.hours),
            "pages": str(pages),
        }
        if self.says_net_social:
            said["net_social"] = str(self.net_social)
        return {name: value for name, value in said.items() if name not in hidden}

    def also(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        if self.birth:
            found["employee_name"] = (f"{self.person.name} {self.birth}",)
        if self.other_hours:
            found["hours"] = tuple(map(str, self.other_hours))
        return found


def summed(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)


def worked(label: str, count: Decimal, price: Decimal) -> Gain:
    return Gain(label, cents(count * price), count, price)


def levied(scheme: Scheme, gross: Decimal, health: Decimal = NOTHING, wording: str = "") -> tuple[Levy, ...]:
    """The scheme's levies of `gross`, and health cover of which each side pays `health`."""
    found = []
    for group, label, share, own, firm in scheme:
        base, lost = cents(gross * Decimal(share)), "non déd" in label.lower() or "non ded" in label.lower()
        rates = (Decimal(own), Decimal(firm))
        amounts = [cents(base * rate / 100) for rate in rates]
        found.append(Levy(group, label, base, rates[0], rates[1], amounts[0], amounts[1], "lost" if lost else ""))
    if health:
        half = Decimal(50)
        found.insert(1, Levy(scheme[0][0], wording, health * 2, half, half, health, health, "health"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Frame:
    """What every month has before its amounts."""

    employer: Employer
    person: Person
    birth: str
    number: int
    start: dt.date
    end: dt.date
    pay_date: dt.date
    tax_rate: Decimal


def draw_frame(random: Random, employer: str, activity: str, agreement: str) -> Frame:
    """A whole month of 2022 to 2026 at `employer`, paid around its end."""
    first = dt.date(random.randint(2022, 2026), random.randint(1, 12), 1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    street, town = draw_place(random)
    person, birth = draw_folk(random)
    return Frame(
        Employer(employer, draw_siret(random), activity, agreement, street, town),
        person,
        birth,
        random.randint(101, 98999),
        first,
        last,
        last + dt.timedelta(days=random.choice((-3, -1, 0, 2, 5, 7))),
        Decimal(random.choice(("0", "0.70", "1.60", "3.40", "6.10", "9.30"))),
    )


def month_of(frame: Frame, **rest: Any) -> Month:
    """`frame` with its amounts: the other fields of `Month`."""
    values: dict[str, Any] = {name: getattr(frame, name) for name in Frame.__slots__}
    return Month(**values, **rest)
