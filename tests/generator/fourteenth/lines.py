"""Rows of pay tables from a month: gains, levies, what stands between the gross and what is paid."""

from collections.abc import Iterable

from tests.generator.eighth.kit import Colour, Row, Write, counted, rated
from tests.generator.eighth.month import Gain, Levy, Month
from tests.generator.payslip import french


def of_gains(gains: Iterable[Gain], write: Write = french) -> list[Row]:
    """Amounts under "pay", those below nought under "hold"."""
    rows = []
    for one in gains:
        key = "hold" if one.amount < 0 else "pay"
        rows.append(Row({"label": one.label, key: write(abs(one.amount))} | counted(one, write)))
    return rows


def of_levies(
    levies: Iterable[Levy], write: Write = french, places: int = 3, groups: Colour | None = None, titled: bool = False
) -> list[Row]:
    """The employee's part under "rate" and "hold", the firm's under "firm_rate" and "firm"."""
    rows: list[Row] = []
    last = ""
    for levy in levies:
        if titled and levy.group != last:
            rows.append(Row({"label": levy.group}, True, groups))
            last = levy.group
        cells = {"label": levy.label, "base": write(levy.base)}
        if levy.own:
            cells |= {"rate": rated(levy.own_rate, places), "hold": write(levy.own)}
        if levy.firm:
            cells |= {"firm_rate": rated(levy.firm_rate, places), "firm": write(levy.firm)}
        rows.append(Row(cells))
    return rows


def of_tax(month: Month, label: str, write: Write = french) -> Row:
    cells = {"label": label, "base": write(month.taxable), "rate": rated(month.tax_rate)}
    return Row(cells | {"hold": write(month.tax)})
