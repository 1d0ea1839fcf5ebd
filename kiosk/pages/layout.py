"""Words gathered into rows and cells, as the eye sees them on a form."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.pages.model import Word
from kiosk.pages.numbers import CURRENCY, parse_amount
from kiosk.pages.text import Seen

CELL_GAP = 1.3
"""Cells are further apart than this many heights of their letters; words within a cell are nearer, also in
typewriter faces."""
GROUP_GAP = 1.25
"""Groups of three figures of one number are nearer than this many heights."""
ROW_OVERLAP = 0.5
BREAK_GAP = 0.9
"""Lines of one label are nearer than this many heights."""
_EDGE = " |[]{}_—–‘'\"“”«»*•·=~<>!"


def fold(text: str) -> str:
    """`text` in small letters without accents, spaces made single: the form in which labels are compared."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("œ", "oe").replace("ı", "i"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(plain.lower().split())


@dataclass(frozen=True)
class Token:
    """A word, or several groups of figures joined into one number."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    confidence: float

    @property
    def height(self) -> int:
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @cached_property
    def amount(self) -> str | None:
        """The number it is, as a decimal string with at least two decimals; None for anything else."""
        return parse_amount(self.text)


@dataclass(frozen=True)
class Cell:
    """Words that stand together on one row."""

    tokens: tuple[Token, ...]
    row: int

    @cached_property
    def text(self) -> str:
        return " ".join(token.text for token in self.tokens)

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def x0(self) -> int:
        return self.tokens[0].x0

    @property
    def x1(self) -> int:
        return self.tokens[-1].x1

    @cached_property
    def y0(self) -> int:
        return min(token.y0 for token in self.tokens)

    @cached_property
    def y1(self) -> int:
        return max(token.y1 for token in self.tokens)

    @property
    def height(self) -> int:
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def confidence(self) -> float:
        return sum(token.confidence for token in self.tokens) / len(self.tokens)

    def overlap(self, other: "Cell | Token") -> int:
        """Pixels that both share along x; negative is the gap between them."""
        return min(self.x1, other.x1) - max(self.x0, other.x0)


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]
    number: int

    @cached_property
    def text(self) -> str:
        return "   ".join(cell.text for cell in self.cells)

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(token for cell in self.cells for token in cell.tokens)

    @cached_property
    def amounts(self) -> tuple[Token, ...]:
        return tuple(token for token in self.tokens if token.amount is not None)

    @cached_property
    def middle(self) -> float:
        return sum(token.middle for token in self.tokens) / len(self.tokens)


@dataclass(frozen=True)
class Layout:
    """A page of words. `rows` from top to bottom; sizes in pixels of the page."""

    rows: tuple[Row, ...]
    width: int
    height: int
    letter: float = field(default=20.0)
    """Median height of words."""

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for row in self.rows for cell in row.cells)

    @cached_property
    def broken(self) -> tuple[tuple[Cell, Cell], ...]:
        """Words right over others, neither with an amount: they may be one label that a narrow column broke."""
        wordy = [cell for cell in self.cells if not any(token.amount or token.text.isdigit() for token in cell.tokens)]
        pairs = []
        for cell in wordy:
            under = [
                other
                for other in wordy
                if cell.row < other.row <= cell.row + 2
                and -0.4 * self.letter < other.y0 - cell.y1 < BREAK_GAP * self.letter
                and (abs(other.x0 - cell.x0) < self.letter or abs(other.centre - cell.centre) < self.letter)
            ]
            if under:
                pairs.append((cell, min(under, key=lambda other: other.middle)))
        return tuple(pairs)

    @cached_property
    def folded(self) -> str:
        return "\n".join(row.folded for row in self.rows)

    @cached_property
    def amounts(self) -> tuple[Token, ...]:
        return tuple(token for row in self.rows for token in row.amounts)


def build(seen: Iterable[Seen], width: int, height: int) -> Layout:
    """Words as the engine saw them, in rows and cells."""
    tokens = [token for word in seen for token in _tokens(word)]
    kept = [token for token in tokens if token.text and token.height > 2]
    if not kept:
        return Layout((), width, height)
    letter = sorted(token.height for token in kept)[len(kept) // 2]
    kept = [token for token in kept if token.height < 5 * letter]
    rows: list[list[Token]] = []
    for token in sorted(kept, key=lambda one: one.x0):
        near = [row for row in rows if _same_row(row[-1], token, letter)]
        if near:
            min(near, key=lambda row: abs(row[-1].middle - token.middle)).append(token)
        else:
            rows.append([token])
    rows.sort(key=lambda row: sum(token.middle for token in row) / len(row))
    return Layout(
        tuple(Row(tuple(_cells(_joined(row), number)), number) for number, row in enumerate(rows)),
        width,
        height,
        float(letter),
    )


def numbered_words(layout: Layout) -> tuple[Word, ...]:
    """The words for those outside this room, each with the number of its row."""
    return tuple(
        Word(
            token.text,
            token.x0,
            token.y0,
            token.x1 - token.x0,
            token.height,
            min(max(token.confidence, 0.0), 1.0),
            row.number,
        )
        for row in layout.rows
        for token in row.tokens
    )


def _tokens(word: Seen) -> list[Token]:
    """A word, or the parts of it that dots led the eye between: "payer.......1497,34"."""
    tokens = []
    letter = word.width / max(len(word.text), 1)
    starts = [0, *(dots.end() for dots in _LEADERS.finditer(word.text))]
    ends = [*(dots.start() for dots in _LEADERS.finditer(word.text)), len(word.text)]
    for start, end in zip(starts, ends, strict=True):
        text = word.text[start:end].strip(_EDGE)
        x0, x1 = word.x + round(letter * start), word.x + round(letter * end)
        if text:
            tokens.append(Token(text, x0, word.y, x1, word.y + word.height, word.confidence))
    return tokens


def _same_row(last: Token, token: Token, letter: float) -> bool:
    """Compared with the nearest word to the left, so that a row may lean a little."""
    reach = ROW_OVERLAP * min(max(last.height, token.height), 1.6 * letter)
    return abs(last.middle - token.middle) < max(reach, 3) and token.x0 > last.x0


_LEADERS = re.compile(r"[.…·_]{3,}")
_FIRST_GROUP = re.compile(r"[-−(]?\d{1,3}")
_CUT_AT_COMMA = re.compile(r"[-−]?\d[\d ]*,")
_CENTS = re.compile(r"\d{2}[-−]?€?")
_NEXT_GROUP = re.compile(r"\d{3}(?:[.,](?:\d{2,4})?)?[-−]?€?[:;*]?")
_WITHOUT_CENTS = re.compile(r"[-−]?(?:\d{1,3}(?: \d{3})*|\d{4,7})[,.]?[-−]?")
_CURRENCY = re.compile(CURRENCY, re.IGNORECASE)


def _joined(row: Sequence[Token]) -> list[Token]:
    """What is one number made one token: cents to their whole ("561," "80"), groups ("1" "561,80"), then the currency
    to a sum without cents ("1 561" "€")."""
    grouped = _join(_join(row, _CUT_AT_COMMA, _CENTS, ""), _FIRST_GROUP, _NEXT_GROUP, " ")
    return _join(grouped, _WITHOUT_CENTS, _CURRENCY, " ")


def _join(row: Sequence[Token], first: re.Pattern[str], second: re.Pattern[str], between: str) -> list[Token]:
    joined: list[Token] = []
    for token in row:
        last = joined[-1] if joined else None
        if (
            last is not None
            and first.fullmatch(last.text)
            and second.fullmatch(token.text)
            and token.x0 - last.x1 < GROUP_GAP * max(token.height, last.height)
        ):
            joined[-1] = _merged(last, token, between)
        else:
            joined.append(token)
    return joined


def _merged(last: Token, token: Token, between: str) -> Token:
    return Token(
        f"{last.text}{between}{token.text}",
        last.x0,
        min(last.y0, token.y0),
        token.x1,
        max(last.y1, token.y1),
        min(last.confidence, token.confidence),
    )


def _cells(row: Sequence[Token], number: int) -> list[Cell]:
    groups: list[list[Token]] = []
    for token in row:
        height = max(token.height, groups[-1][-1].height) if groups else 0
        if groups and token.x0 - groups[-1][-1].x1 < CELL_GAP * height:
            groups[-1].append(token)
        else:
            groups.append([token])
    return [Cell(tuple(group), number) for group in groups]
