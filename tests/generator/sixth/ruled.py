"""How this set prints: its forms of amounts, labels over values, rows with or without leaders."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tests.generator.drawing import Sheet
from tests.generator.payslip import french

Tint = tuple[int, int, int]
GREY, BLACK = (118, 118, 118), (0, 0, 0)
Amount = Callable[[Decimal], str]


def comma(value: Decimal) -> str:
    """1 497,34"""
    return french(value)


def dotted(value: Decimal) -> str:
    """1.497,34"""
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))


def plain(value: Decimal) -> str:
    """1497.34"""
    return f"{value:.2f}"


def euro(value: Decimal) -> str:
    """1 497,34 €"""
    return f"{french(value)} €"


def printed(value: Decimal | None, form: Amount = comma) -> str:
    """Nothing where there is nothing or zero."""
    return form(value) if value else ""


def decimals(value: Decimal | None, places: int) -> str:
    return f"{value:.{places}f}".replace(".", ",") if value else ""


@dataclass(frozen=True, slots=True)
class Col:
    """A column: figures end at `edge`, with align "L" words begin there, with "C" they stand around it."""

    head: str
    edge: float
    align: str = "R"
    room: float = 70


@dataclass(frozen=True, slots=True)
class Row:
    cells: Sequence[str]
    bold: bool = False
    tint: Tint | None = None
    ink: Tint = BLACK


def cell(sheet: Sheet, col: Col, y: float, text: str, size: float, bold: bool = False) -> None:
    if col.align == "L":
        sheet.text(col.edge, y, sheet.shortened(text, col.room, size, bold), size, bold)
    elif col.align == "C":
        sheet.text(col.edge - 20, y, text, size, bold, "C", 40)
    elif text:
        sheet.text(col.edge - 40, y, text, size, bold, "R", 40)


def head(sheet: Sheet, y: float, cols: Sequence[Col], size: float, bold: bool = True) -> None:
    for col in cols:
        cell(sheet, col, y, col.head, size, bold)


def rows(
    sheet: Sheet,
    y: float,
    cols: Sequence[Col],
    lines: Iterable[Row],
    size: float = 7.5,
    step: float = 4.4,
    band: tuple[float, float] = (10, 200),
    leaders: bool = False,
) -> float:
    """Rows from y down; tints fill `band` from left to right. Returns the y below."""
    for line in lines:
        if line.tint:
            sheet.box(band[0], y - 0.7, band[1] - band[0], step, line.tint, edge=False)
        sheet.ink(*line.ink)
        for col, text in zip(cols, line.cells, strict=True):
            cell(sheet, col, y, text, size, line.bold)
        if leaders:
            _leader(sheet, y, cols, line, size)
        y += step
    sheet.ink(*BLACK)
    return y


def _leader(sheet: Sheet, y: float, cols: Sequence[Col], line: Row, size: float) -> None:
    """Dots from the wording to the first figure."""
    figures = [(col, text) for col, text in zip(cols, line.cells, strict=True) if text and col.align == "R"]
    if not figures:
        return
    words = cols[0]
    col, text = figures[0]
    sheet.pdf.set_font(sheet.font, "B" if line.bold else "", size)
    begin = (
        words.edge + min(sheet.pdf.get_string_width(line.cells[0].encode("cp1252").decode("cp1252")), words.room) + 3
    )
    room = col.edge - sheet.pdf.get_string_width(text) - 3 - begin
    sheet.text(begin, y, "." * max(0, int(room / sheet.pdf.get_string_width("."))), size)


def over(sheet: Sheet, x: float, y: float, label: str, value: str, size: float = 8.5, bold: bool = False) -> None:
    """A small grey label over its value."""
    sheet.ink(*GREY)
    sheet.text(x, y, label, 5.8)
    sheet.ink(*BLACK)
    sheet.text(x, y + 3.1, value, size, bold)


def figures(
    sheet: Sheet, x: float, y: float, widths: Sequence[float], lines: Sequence[Sequence[str]], size: float = 6.8
) -> float:
    """Ruled cells, the first line their heads; every cell centred. Returns the y below."""
    step = 4.8
    for number, line in enumerate(lines):
        left = x
        for width, text in zip(widths, line, strict=True):
            sheet.box(left, y, width, step, (235, 235, 235) if number == 0 else None)
            sheet.text(left, y + 1.1, text, size if number else size - 0.8, number == 0, "C", width)
            left += width
        y += step
    return y
