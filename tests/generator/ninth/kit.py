"""What the layouts of the ninth set share: levies as rows, ways to write numbers, sentences that the law asks for."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from tests.generator.drawing import Sheet
from tests.generator.eighth import kit as eighth
from tests.generator.eighth.kit import Col, Colour, Row, facts, lines, put, rated
from tests.generator.eighth.month import Gain, Levy
from tests.generator.ninth.wage import Wage
from tests.generator.payslip import MONTHS, french

__all__ = [
    "KEEP",
    "WEB",
    "Col",
    "Row",
    "boxed",
    "facts",
    "gain_cells",
    "grouped",
    "levy_cells",
    "lines",
    "month_name",
    "plain",
    "put",
    "rated",
    "short",
    "siret_groups",
    "spoken",
    "table",
    "upper",
]

KEEP = (
    "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation "
    "de durée."
)
WEB = "Définition des libellés du bulletin : www.service-public.fr, rubrique cotisations sociales."


def plain(value: Decimal) -> str:
    """As machines write: a point, no thousands."""
    return f"{value:.2f}"


def short(date: dt.date) -> str:
    return f"{date:%d.%m.%y}"


def spoken(date: dt.date) -> str:
    first = "1er" if date.day == 1 else str(date.day)
    return f"{first} {MONTHS[date.month - 1].lower()} {date.year}"


def month_name(date: dt.date) -> str:
    return f"{MONTHS[date.month - 1]} {date.year}"


def upper(date: dt.date) -> str:
    """The month in capitals without accents, as old programs write it."""
    return month_name(date).upper().translate(str.maketrans("ÉÛ", "EU"))


def siret_groups(siret: str) -> str:
    return f"{siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}"


def gain_cells(one: Gain, key: str = "gain", minus: str = "") -> dict[str, str]:
    """Count, price and amount; what is taken off stands under `minus` without a sign where that is given."""
    cells = {"label": one.label}
    if one.count is not None and one.price is not None:
        cells |= {"base": french(one.count), "rate": rated(one.price, 4)}
    if minus and one.amount < 0:
        return cells | {minus: french(-one.amount)}
    return cells | {key: french(one.amount)}


def levy_cells(levy: Levy, places: int = 4, sign: int = 1) -> dict[str, str]:
    """A levy's cells; `sign` -1 prints what the employee pays with a minus."""
    cells = {"label": levy.label}
    if levy.base:
        cells["base"] = french(levy.base)
    if levy.own:
        cells |= {"rate": rated(levy.own_rate, places), "own": french(sign * levy.own)}
    if levy.firm:
        cells["firm"] = french(levy.firm)
        if levy.firm_rate:
            cells["firm_rate"] = rated(levy.firm_rate, places)
    return cells


def grouped(month: Wage, places: int = 4, sign: int = 1, fill: Colour | None = None) -> list[Row]:
    """The levies under the headings of their groups; a levy that is all of its group has no heading."""
    rows: list[Row] = []
    last = ""
    for levy in month.levies:
        if levy.group != last and levy.group:
            rows.append(Row({"label": levy.group}, True, fill))
        last = levy.group
        rows.append(Row(levy_cells(levy, places, sign), not levy.group))
    return rows


def table(
    sheet: Sheet,
    y: float,
    cols: Sequence[Col],
    rows: Iterable[Row],
    size: float = 7.5,
    step: float = 4.5,
    rules: str = "",
    head: Colour | None = None,
    foot: float = 0,
) -> float:
    """Heads and rows down to `foot` at least; where columns are ruled no wording goes over its column's edge."""
    if "columns" in rules:
        blank = {col.key: " " for col in cols}
        rows = [replace(row, cells=blank | dict(row.cells)) for row in rows]
    return eighth.table(sheet, y, cols, rows, size, step, rules, head, foot)


def boxed(
    sheet: Sheet, x: float, y: float, width: float, items: Iterable[tuple[str, str]], size: float = 8, step: float = 4.4
) -> float:
    """Labels at the left and values at the right of a framed column; returns the y below."""
    top = y
    for label, value in items:
        put(sheet, x + 1, y + 1, label, size, width * 0.62)
        put(sheet, x + width * 0.5, y + 1, value, size, width * 0.5 - 1.5, align="R")
        y += step
    sheet.box(x, top, width, y - top + 1)
    return y + 1
