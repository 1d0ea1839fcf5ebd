"""What layouts of the tenth set share: amounts split by sign, the rows from the net social to the tax, leave."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.ninth.kit import Row, rated
from tests.generator.ninth.wage import Wage
from tests.generator.payslip import french
from tests.generator.people import Person

Write = Callable[[Decimal], str]
Colour = tuple[int, int, int]


def comma(value: Decimal) -> str:
    """With a comma, no thousands."""
    return f"{value:.2f}".replace(".", ",")


def titled(person: Person, long: bool = False, last_first: bool = False) -> str:
    """As programs address people: title, first name and name in capitals."""
    title = {"M.": "Monsieur", "Mme": "Madame"}[person.title] if long else person.title
    names = (person.last_name.upper(), person.first_name)
    return " ".join((title, *(names if last_first else names[::-1])))


def spaced_nir(nir: str) -> str:
    return f"{nir[0]} {nir[1:3]} {nir[3:5]} {nir[5:7]} {nir[7:10]} {nir[10:13]} {nir[13:]}"


def signed(label: str, value: Decimal, write: Write, plus: str, minus: str) -> dict[str, str]:
    """`value` in the column of its sign, without a sign where the columns differ."""
    if value < 0:
        return {"label": label, minus: write(value if plus == minus else -value)}
    return {"label": label, plus: write(value)}


def net_rows(
    month: Wage,
    write: Write,
    plus: str,
    minus: str,
    labels: tuple[str, str, str],
    fill: Colour | None = None,
    sign: int = 1,
) -> list[Row]:
    """Net social (since it is said), what is paid or kept besides, net before tax, the tax.

    `labels` of net social, net before tax, tax; `sign` -1 prints the tax with a minus.
    """
    social, before, tax = labels
    rows = [Row({"label": social, plus: write(month.net_social)}, True)] if month.says_net_social else []
    rows += [
        Row(signed(one.label, one.amount, write, plus, minus) | counted(one.count, one.price)) for one in month.after
    ]
    rows.append(Row({"label": before, plus: write(month.before_tax)}, True, fill))
    cells = {
        "label": tax,
        "base": write(month.taxable),
        "rate": rated(month.tax_rate),
        minus: write(sign * month.tax + 0),
    }
    return [*rows, Row(cells)]


def counted(count: Decimal | None, price: Decimal | None) -> dict[str, str]:
    """Cells of a count and a price where there are."""
    if count is None or price is None:
        return {}
    return {"base": french(count), "rate": rated(price, max(2, -int(price.normalize().as_tuple().exponent)))}


def leave(random: Random) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """Days of leave earned, taken and left: of the year before and of this year."""
    taken, earned, used = random.randint(5, 25), Decimal(random.randint(2, 11)) * Decimal("2.5"), random.randint(0, 2)
    before = ("30,00", f"{taken},00", f"{30 - taken},00")
    return before, (comma(earned), f"{used},00", comma(earned - used))


def restyled(rows: list[Row], point: str = ".") -> list[Row]:
    """The rows with amounts that have no thousands and `point` before the cents."""
    new = {" ": "", ",": point}

    def rewritten(key: str, value: str) -> str:
        return value if key == "label" else "".join(new.get(one, one) for one in value)

    return [replace(row, cells={key: rewritten(key, value) for key, value in row.cells.items()}) for row in rows]


def hired(random: Random, start: dt.date) -> dt.date:
    """The day on which someone who works in the month of `start` was taken on."""
    return start - dt.timedelta(days=random.randint(60, 4200))
