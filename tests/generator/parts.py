"""What the drawings of papers are put together from: lines of pay, tables, stacks of labels and values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tests.generator.drawing import Sheet
from tests.generator.facts import Pay
from tests.generator.payslip import french


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper on its sheet, and per page the fields that stand there. `also` are other right values of a field."""

    sheet: Sheet
    kind: str
    truth: tuple[Mapping[str, str], ...]
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """How a layout names what it prints."""

    gross: str = "TOTAL BRUT"
    total: str = "TOTAL DES COTISATIONS"
    net_social: str = "MONTANT NET SOCIAL"
    before_tax: str = "NET A PAYER AVANT IMPOT SUR LE REVENU"
    tax: str = "Impôt sur le revenu prélevé à la source"
    net_paid: str = "NET A PAYER"
    net_taxable: str = "Net imposable"
    hours: str = "Heures"
    salary: str = "Salaire de base"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a pay table: its wording and its cells by column key."""

    wording: str
    cells: Mapping[str, str] = field(default_factory=dict)
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    head: str
    right: float
    key: str


def rate(value: Decimal, places: int = 2) -> str:
    return f"{value:.{places}f}".replace(".", ",")


def earnings(pay: Pay, words: Words) -> list[Line]:
    slip = pay.slip
    lines = [
        Line(
            words.salary,
            {"base": french(slip.hours), "rate": rate(slip.hourly, 4), "gain": french(slip.salary)},
        )
    ]
    if pay.overtime:
        lines.append(
            Line(
                "Heures supplémentaires 25 %",
                {
                    "base": french(pay.overtime),
                    "rate": rate(slip.hourly * Decimal("1.25"), 4),
                    "gain": french(pay.overtime_amount),
                },
            )
        )
    if slip.bonus:
        lines.append(Line("Prime d’assiduité", {"gain": french(slip.bonus)}))
    if pay.absence:
        lines.append(
            Line("Absence non rémunérée", {"deduction": french(pay.absence), "minus": f"-{french(pay.absence)}"})
        )
    lines.append(Line(words.gross, {"gain": french(pay.gross), "own": french(pay.gross)}, bold=True))
    return lines


def contributions(pay: Pay, words: Words, groups: bool = True) -> list[Line]:
    lines: list[Line] = []
    last = ""
    for line in pay.taxed.contributions:
        if groups and line.group != last:
            lines.append(Line(line.group.upper(), bold=True))
            last = line.group
        lines.append(
            Line(
                line.wording,
                {
                    "base": french(line.base),
                    "rate": rate(line.employee_rate, 3) if line.employee else "",
                    "deduction": french(line.employee) if line.employee else "",
                    "minus": f"-{french(line.employee)}" if line.employee else "",
                    "employer_rate": rate(line.employer_rate, 3) if line.employer else "",
                    "employer": french(line.employer) if line.employer else "",
                },
            )
        )
    if pay.health:
        amount = french(pay.health)
        lines.append(
            Line(
                "Complémentaire santé", {"base": amount, "deduction": amount, "minus": f"-{amount}", "employer": amount}
            )
        )
    total = french(pay.employee_total)
    lines.append(
        Line(words.total, {"deduction": total, "minus": f"-{total}", "employer": french(pay.employer_total)}, bold=True)
    )
    return lines


def nets(pay: Pay, words: Words, social: bool = True, tax: bool = True) -> list[Line]:
    """From the net social to the tax; the amounts that the household gets or gives besides stand between."""
    lines: list[Line] = []
    if social and pay.net_social is not None:
        lines.append(Line(words.net_social, {"gain": french(pay.net_social), "own": french(pay.net_social)}, bold=True))
    if pay.transport:
        lines.append(Line("Remboursement transport", {"gain": french(pay.transport)}))
    for wording, amount in (("Titres-restaurant", pay.meals), ("Acompte", pay.advance)):
        if amount:
            lines.append(Line(wording, {"deduction": french(amount), "minus": f"-{french(amount)}"}))
    before = french(pay.net_before_tax)
    lines.append(Line(words.before_tax, {"gain": before, "own": before}, bold=True))
    if tax:
        lines.append(
            Line(
                words.tax,
                {
                    "base": french(pay.net_taxable),
                    "rate": rate(pay.slip.tax_rate),
                    "deduction": french(pay.tax),
                    "minus": f"-{french(pay.tax)}",
                },
            )
        )
    return lines


def table(
    sheet: Sheet,
    left: float,
    y: float,
    columns: Sequence[Column],
    lines: Iterable[Line],
    size: float = 7.5,
    step: float = 4.6,
    rules: str = "columns",
    shade: tuple[int, int, int] | None = (228, 228, 228),
    title: str = "Désignation",
    least: float = 0,
) -> float:
    """Head and rows; `rules` is "columns", "grid", "zebra" or "none". Returns the y under it, `least` at least."""
    right = columns[-1].right + 1.5
    if rules in ("columns", "grid") or shade:
        sheet.box(left, y, right - left, step + 1.6, fill=shade, edge=rules in ("columns", "grid"))
    sheet.text(left + 1.5, y + 1.4, title, size, bold=True)
    sheet.row(y + 1.4, [one.right for one in columns], [one.head for one in columns], size, bold=True)
    top, y = y, y + step + 2.4
    for number, line in enumerate(lines):
        if rules == "zebra" and number % 2:
            sheet.box(left, y - 0.8, right - left, step, fill=(241, 241, 244), edge=False)
        wording = sheet.shortened(line.wording, columns[0].right - 13 - left if line.cells else 120, size, line.bold)
        sheet.text(left + 1.5, y, wording, size, line.bold)
        sheet.row(y, [one.right for one in columns], [_cell(line, one.key) for one in columns], size, line.bold)
        y += step
        if rules == "grid":
            sheet.line(left, y - 0.7, right, y - 0.7)
    y = max(y, least)
    if rules in ("columns", "grid"):
        sheet.box(left, top, right - left, y - top)
        widths = [a.right + 1.5 for a in columns[:-1]]
        for x in widths:
            sheet.line(x, top, x, y)
    return y


def _cell(line: Line, key: str) -> str:
    """A column may take one of several keys: "gain+minus" prints gains, and deductions with their sign."""
    return next((line.cells[one] for one in key.split("+") if line.cells.get(one)), "")


def strip(
    sheet: Sheet,
    left: float,
    y: float,
    widths: Sequence[float],
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    size: float = 7.5,
    shade: tuple[int, int, int] | None = (230, 230, 230),
    step: float = 5.0,
) -> float:
    """A strip of columns with centred heads and values, as at the foot of payslips."""
    x = left
    for place, width in enumerate(widths):
        sheet.box(x, y, width, step, fill=shade)
        sheet.text(x, y + 1.2, heads[place], size, bold=True, align="C", width=width)
        for number, row in enumerate(rows):
            sheet.box(x, y + step * (number + 1), width, step)
            sheet.text(x, y + step * (number + 1) + 1.2, row[place], size, align="C", width=width)
        x += width
    return y + step * (len(rows) + 1)


def pairs(
    sheet: Sheet,
    x: float,
    y: float,
    items: Iterable[tuple[str, str]],
    gap: float = 36,
    size: float = 8,
    step: float = 4.4,
    colon: str = " :",
) -> float:
    """Labels with their values in a column of their own; returns the y below."""
    for label, value in items:
        sheet.text(x, y, f"{label}{colon}", size)
        sheet.text(x + gap, y, value, size)
        y += step
    return y


def stack(
    sheet: Sheet, x: float, y: float, lines: Iterable[str], size: float = 9, step: float = 4.6, bold_first: bool = False
) -> float:
    for place, line in enumerate(lines):
        sheet.text(x, y, line, size, bold=bold_first and place == 0)
        y += step
    return y
