"""What the layouts of the seventh set are drawn with: text that fits its place, tables, the forms of amounts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.payslip import MONTHS, french
from tests.generator.seventh.month import Month

Money = Callable[[Decimal], str]
Ink = tuple[int, int, int]
BLACK: Ink = (0, 0, 0)
KEEP = (
    "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin sans limitation de durée."
)


def pointed(value: Decimal) -> str:
    """1.234,56"""
    return french(value).replace(" ", ".")


def joined(value: Decimal) -> str:
    """1234,56"""
    return french(value).replace(" ", "")


def trailing(value: Decimal) -> str:
    """1 234,56-"""
    return french(abs(value)) + ("-" if value < 0 else "")


def euros(value: Decimal) -> str:
    """1 234,56 €"""
    return f"{french(value)} €"


def percent(value: Decimal | None) -> str:
    return "" if value is None or not value else f"{value:.3f}".replace(".", ",")


def month_name(month: Month) -> str:
    return f"{MONTHS[month.end.month - 1]} {month.end.year}"


def blank(face: Face) -> Sheet:
    """An empty sheet whose text starts exactly where it is placed."""
    sheet = Sheet(face)
    sheet.pdf.c_margin = 0
    return sheet


def fit(
    sheet: Sheet, x: float, y: float, text: str, size: float, width: float, bold: bool = False, align: str = "L"
) -> None:
    """`text` in a place `width` mm wide, smaller where it would not fit."""
    sheet.pdf.set_font(sheet.font, "B" if bold else "", size)
    while size > 4 and sheet.pdf.get_string_width(text.encode("cp1252", "replace").decode("cp1252")) > width - 0.5:
        size -= 0.2
        sheet.pdf.set_font_size(size)
    sheet.text(x, y, text, size, bold, align, width)


def stacked(
    sheet: Sheet, x: float, y: float, lines: Iterable[str], size: float, step: float, width: float, bold: int = -1
) -> float:
    """Lines under each other, that numbered `bold` in bold; returns the y below."""
    for place, line in enumerate(lines):
        fit(sheet, x, y, line, size, width, place == bold)
        y += step
    return y


def label_pairs(
    sheet: Sheet,
    x: float,
    y: float,
    items: Sequence[tuple[str, str]],
    gap: float,
    width: float,
    size: float,
    step: float,
) -> float:
    """Labels, and their values `gap` mm to the right of them."""
    for label, value in items:
        fit(sheet, x, y, label, size, gap - 1)
        fit(sheet, x + gap, y, value, size, width - gap)
        y += step
    return y


@dataclass(frozen=True, slots=True)
class Col:
    """A column between two x in mm; `key` names the cells that stand in it."""

    key: str
    head: str
    left: float
    right: float
    align: str = "R"


@dataclass(frozen=True, slots=True)
class Row:
    cells: Mapping[str, str]
    bold: bool = False
    fill: Ink | None = None


def grid(
    sheet: Sheet,
    y: float,
    cols: Sequence[Col],
    rows: Iterable[Row],
    size: float = 7.5,
    step: float = 4.4,
    rules: str = "columns",
    head: Ink | None = (225, 225, 225),
    head_ink: Ink = BLACK,
    foot: float = 0,
) -> float:
    """A table; `rules` holds "columns", "rows", both or none of them. Returns the y below, `foot` at least."""
    left, right = cols[0].left, cols[-1].right
    if any(col.head for col in cols):
        sheet.box(left, y, right - left, step + 1.4, fill=head, edge="columns" in rules) if head else None
        sheet.ink(*head_ink)
        for col in cols:
            fit(sheet, col.left + 1, y + 1.4, col.head, size, col.right - col.left - 2, True, _head(col))
        sheet.ink(*BLACK)
        top, y = y, y + step + 2.4
    else:
        top, y = y, y + 1
    for row in rows:
        if row.fill:
            sheet.box(left, y - 1, right - left, step, fill=row.fill, edge=False)
        alone = len([cell for cell in row.cells.values() if cell]) == 1
        for col in cols:
            if cell := row.cells.get(col.key, ""):
                end = right if alone and col.align == "L" else col.right
                fit(sheet, col.left + 1, y, cell, size, end - col.left - 2, row.bold, col.align)
        y += step
        if "rows" in rules:
            sheet.line(left, y - 1, right, y - 1)
    y = max(y, foot)
    if "columns" in rules:
        sheet.box(left, top, right - left, y - 1 - top)
        for col in cols[1:]:
            sheet.line(col.left, top, col.left, y - 1)
    return y


def _head(col: Col) -> str:
    return "L" if col.align == "L" else "C"


def earned(month: Month, money: Money, total: str, bold: bool = True) -> list[Row]:
    """The earnings and the gross. Cells: label, base, rate, gain, loss (what is withheld, unsigned), own (signed)."""
    rows = [_line(one.wording, one.base, one.rate, one.amount, money) for one in month.earnings]
    gross = money(month.gross)
    return [*rows, Row({"label": total, "gain": gross, "own": gross, "all": gross}, bold)]


def levied(month: Month, money: Money, total: str, groups: bool = True, upper: bool = False) -> list[Row]:
    """The contributions; further cells: erate and employer, and "all", where the employee's stand unsigned."""
    rows: list[Row] = []
    last = ""
    for one in month.levies:
        if groups and one.group != last:
            rows.append(Row({"label": one.group.upper() if upper else one.group}, True))
            last = one.group
        rows.append(
            Row(
                {
                    "label": one.wording,
                    "base": money(one.base) if one.base is not None else "",
                    "rate": percent(one.own_rate),
                    "loss": money(one.own) if one.own else "",
                    "own": money(-one.own) if one.own else "",
                    "all": money(one.own) if one.own else "",
                    "erate": percent(one.employer_rate),
                    "employer": money(one.employer) if one.employer else "",
                }
            )
        )
    own = money(month.own_total)
    cells = {"loss": own, "own": money(-month.own_total), "all": own, "employer": money(month.employer_total)}
    return [*rows, Row({"label": total} | cells, True)]


def after(month: Month, money: Money) -> list[Row]:
    """What comes between the net social and the net before tax."""
    return [_line(one.wording, one.base, one.rate, one.amount, money) for one in month.extras]


def summed(label: str, value: Decimal, money: Money, fill: Ink | None = None) -> Row:
    return Row({"label": label, "gain": money(value), "own": money(value), "all": money(value)}, True, fill)


def taxed(month: Month, money: Money, label: str) -> Row:
    """The tax withheld at the source, with its base and rate."""
    cells = _line(label, month.taxable, None, -month.tax, money).cells
    return Row(dict(cells) | {"rate": f"{month.tax_rate:.2f}".replace(".", ",")})


def _line(wording: str, base: Decimal | None, rate: Decimal | None, amount: Decimal, money: Money) -> Row:
    return Row(
        {
            "label": wording,
            "base": money(base) if base is not None else "",
            "rate": money(rate) if rate is not None else "",
            "gain": money(amount) if amount >= 0 else "",
            "loss": money(-amount) if amount < 0 else "",
            "own": money(amount),
            "all": money(amount),
        }
    )
