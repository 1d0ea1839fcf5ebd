"""Ways to put things on the sheet: text that fits, tables, fact lists, and how amounts and days are written."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain
from tests.generator.payslip import MONTHS, french

Write = Callable[[Decimal], str]
Colour = tuple[int, int, int]


def joined(value: Decimal) -> str:
    return french(value).replace(" ", "")


def dotted(value: Decimal) -> str:
    return french(value).replace(" ", ".")


def pointed(value: Decimal) -> str:
    """A machine's way: no thousands, a point."""
    return f"{value:.2f}"


def rated(value: Decimal, places: int = 2) -> str:
    return f"{value:.{places}f}".replace(".", ",")


def per_hour(value: Decimal) -> str:
    return rated(value, 4)


def counted(one: Gain, write: Write, price: Write = per_hour) -> dict[str, str]:
    """The cells "base" and "rate" of a gain that is a count times a price."""
    if one.count is None or one.price is None:
        return {}
    return {"base": write(one.count), "rate": price(one.price)}


def of_month(name: str) -> str:
    name = name.lower()
    return f"d'{name}" if name[0] in "ao" else f"de {name}"


def spoken(date: dt.date) -> str:
    first = "1er" if date.day == 1 else str(date.day)
    return f"{first} {MONTHS[date.month - 1].lower()} {date.year}"


def bare(date: dt.date) -> str:
    """Without leading noughts."""
    return f"{date.day}/{date.month}/{date.year}"


def put(
    sheet: Sheet, x: float, y: float, text: str, size: float, width: float, bold: bool = False, align: str = "L"
) -> None:
    """`text` within `width`, smaller where it would be wider."""
    while size > 4 and sheet.shortened(text, width - 1.2, size, bold) != sheet.shortened(text, 999, size, bold):
        size -= 0.25
    sheet.text(x, y, text, size, bold, align, width)


def lines(sheet: Sheet, x: float, y: float, texts: Iterable[str], size: float, width: float, step: float) -> float:
    for text in texts:
        put(sheet, x, y, text, size, width)
        y += step
    return y


@dataclass(frozen=True, slots=True)
class Col:
    key: str
    head: str
    left: float
    right: float
    align: str = "R"


@dataclass(frozen=True, slots=True)
class Row:
    cells: Mapping[str, str] = field(default_factory=dict)
    bold: bool = False
    fill: Colour | None = None


def table(
    sheet: Sheet,
    y: float,
    cols: Sequence[Col],
    rows: Iterable[Row],
    size: float = 7.5,
    step: float = 4.5,
    rules: str = "",
    head: Colour | None = (225, 225, 225),
    foot: float = 0,
) -> float:
    """Heads and rows; `rules` has of "columns", "rows", "frame". Reaches to `foot` at least; returns the y below."""
    left, right, top = cols[0].left, cols[-1].right, y
    if any(col.head for col in cols):
        if head:
            sheet.box(left, y, right - left, step + 1.4, fill=head, edge=False)
        for col in cols:
            put(sheet, col.left, y + 1.2, col.head, size, col.right - col.left, True, col.align)
        y += step + 1.4
    for row in rows:
        if row.fill:
            sheet.box(left, y, right - left, step, fill=row.fill, edge=False)
        for place, col in enumerate(cols):
            text = row.cells.get(col.key, "")
            if not text:
                continue
            free = [one.left for one in cols[place + 1 :] if row.cells.get(one.key)]
            room = (free[0] if free and col.align == "L" else col.right if free else right) - col.left
            put(
                sheet,
                col.left,
                y + 0.7,
                text,
                size,
                room if col.align == "L" else col.right - col.left,
                row.bold,
                col.align,
            )
        y += step
        if "rows" in rules:
            sheet.line(left, y, right, y)
    y = max(y, foot)
    if "frame" in rules:
        sheet.box(left, top, right - left, y - top)
    if "columns" in rules:
        for col in cols[1:]:
            sheet.line(col.left, top, col.left, y)
    return y + 0.5


def facts(
    sheet: Sheet,
    x: float,
    y: float,
    items: Iterable[tuple[str, str]],
    gap: float,
    width: float,
    size: float = 8,
    step: float = 4.4,
    align: str = "L",
) -> float:
    """Labels and values side by side within `width`."""
    for label, value in items:
        put(sheet, x, y, label, size, gap)
        put(sheet, x + gap, y, value, size, width - gap, False, align)
        y += step
    return y


def cell(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    label: str,
    value: str,
    size: float = 8.5,
    height: float = 10,
    fill: Colour | None = None,
) -> None:
    """A box with its label small above its value."""
    sheet.box(x, y, width, height, fill=fill)
    put(sheet, x + 0.6, y + 1, label, 6, width - 1.2)
    put(sheet, x + 0.6, y + 4.6, value, size, width - 1.2, True, "C")
