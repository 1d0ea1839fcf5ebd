"""Where a label stands on the page, and the amounts that belong to it: to its right, or under it as a column's head."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.pages.layout import Cell, Layout, Row, Token, fold

YEARLY = re.compile(r"\b(annuel\w*|annee|exercice|cumul\w*|ytd|depuis)\b")
MONTHLY = re.compile(r"\b(mois|mensuel\w*|periode|ce mois)\b")
EMPLOYER = re.compile(r"patron|employeur|\bpat\b|charges? pat|\bempl\b|cout")
EMPLOYEE = re.compile(r"salari|\bsal\b|\bgains?\b|a payer|\bmontant taux\b")
"""Heads that stand close are read as one: where it names both, nobody can tell whose the column is."""
HEAD_WORDS = re.compile(
    r"\b(base|taux|montant|nombre|part|gains?|retenues?|a deduire|a payer|deduire|payer|salari\w*|"
    r"patron\w*|employeur|pat|sal|"
    r"heures?|brut|imposable|plafond|cumul\w*|designation|rubriques?|libelles?|elements?|nature|"
    r"quantite|charges?|acquis|pris|solde|pas)\b"
)
_FILLER = re.compile(
    r"(euros?|eur|en|le|la|du|au|de|par|virement|cheque|especes|verse|paye|montant|date|salarie|total|total:|net|mensuel|mois|\W*)"
)
SUM_DIGITS = 5
"""Figures without a comma from which on a sum lost it; years and codes have four."""
NEAR = 5.0
BOX_HEIGHT = 5.0
"""Letter heights between a label and the figure under it in a box."""
MAX_BELOW = 7.0
"""A figure further under its column's head than this many letter heights belongs to something else."""


@dataclass(frozen=True, slots=True)
class Place:
    """A label found on a row: the box it takes."""

    row: Row
    x0: int
    x1: int
    y0: int
    y1: int
    text: str
    before: str
    after: str

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def cell(self) -> Cell | None:
        """The cell of its row in which the label begins."""
        return next((cell for cell in self.row.cells if cell.x0 <= self.x0 <= cell.x1), None)


@dataclass(frozen=True, slots=True)
class Found:
    """An amount with how it was tied to a label: "right" of it or "below" it. `rank` counts amounts between them."""

    token: Token
    way: str
    rank: int
    last: bool
    employer: bool
    yearly: bool
    monthly: bool
    alone: bool = False
    """The only amount under its label: in a box of its own rather than in a column."""


def places(layout: Layout, pattern: re.Pattern[str]) -> Iterator[Place]:
    """Every place where the folded words match `pattern`: along the row, or within one cell of it.

    Heads of columns stand side by side and are not one sentence: "Brut", "Imposable" is not a "brut imposable".
    """
    for row in layout.rows:
        known: set[Token] = set()
        for place, tokens in _matches(row, row.tokens, pattern):
            known.update(tokens)
            yield place
        for cell in row.cells if len(row.cells) > 1 else ():
            for place, tokens in _matches(row, cell.tokens, pattern):
                if known.isdisjoint(tokens):
                    yield place
    for upper, lower in layout.broken:
        yield from _over_two_lines(layout, upper, lower, pattern)


def _over_two_lines(layout: Layout, upper: Cell, lower: Cell, pattern: re.Pattern[str]) -> Iterator[Place]:
    """A label that a narrow column broke, at a space or at a hyphen; its row is the one with an amount beside it."""
    first = re.sub(r"(?<=[a-z])[-¬]$", "", upper.folded)
    between = " " if first == upper.folded else ""
    text = f"{first}{between}{lower.folded}"
    box = (min(upper.x0, lower.x0), max(upper.x1, lower.x1), upper.y0, lower.y1)
    rows = layout.rows[upper.row : lower.row + 1]
    row = next((one for one in rows if any(token.x0 > box[1] for token in one.amounts)), rows[-1])
    for match in pattern.finditer(text):
        if match.start() < len(first) and len(match.group(0).rstrip()) + match.start() > len(first) + len(between):
            yield Place(row, *box, match.group(0), text[: match.start()].strip(), text[match.end() :].strip())


def _matches(row: Row, among: tuple[Token, ...], pattern: re.Pattern[str]) -> Iterator[tuple[Place, list[Token]]]:
    text, owners = "", []
    for token in among:
        word = fold(token.text)
        if text:
            text += " "
            owners.append(token)
        text += word
        owners.extend([token] * len(word))
    for match in pattern.finditer(text):
        # a trailing space belongs to the next word
        tokens = owners[match.start() : match.start() + len(match.group(0).rstrip())]
        if tokens:
            box = (
                min(token.x0 for token in tokens),
                max(token.x1 for token in tokens),
                min(token.y0 for token in tokens),
                max(token.y1 for token in tokens),
            )
            yield Place(row, *box, match.group(0), text[: match.start()].strip(), text[match.end() :].strip()), tokens


def amounts_for(layout: Layout, place: Place) -> list[Found]:
    """Amounts on the label's row, else those under it."""
    right = list(_right(layout, place))
    if right and not is_head(place.row):
        return right
    if not right and not is_head(place.row) and _has_an_unread_figure(place):
        return []
    under = list(_below(layout, place))
    if len(under) == 1:
        under = [replace(under[0], alone=True)]
    return under or right or list(_in_box(layout, place))


def _has_an_unread_figure(place: Place) -> bool:
    """Whether a sum stands right of the label, though its comma was not made out: what lies below is another's."""
    return any(
        token.x0 > place.x1 and token.text.isdigit() and len(token.text) >= SUM_DIGITS for token in place.row.tokens
    )


def is_head(row: Row) -> bool:
    """Whether a row is the head of a table: several column names and hardly a figure."""
    return sum(bool(HEAD_WORDS.search(cell.folded)) for cell in row.cells) >= 2 and len(row.amounts) <= 1


def _right(layout: Layout, place: Place) -> Iterator[Found]:
    following = []
    aside = False
    for token, then in itertools.zip_longest(place.row.tokens, place.row.tokens[1:]):
        # a figure may be printed against its label, even a little over it
        if token.centre < place.x1 - 2:
            continue
        # "net social (à déclarer)": words in brackets say more of the label, not something else
        aside = aside or token.text.startswith("(")
        if token.amount is not None:
            # a rate is no sum
            if then is None or not then.text.startswith("%"):
                following.append(token)
        elif aside:
            aside = not token.text.rstrip(":. ").endswith(")")
        elif re.search(r"[a-z]{3}", fold(token.text)) and not _FILLER.fullmatch(fold(token.text).strip(":.*")):
            break
    for rank, token in enumerate(following):
        # a figure right after its label stands in a box of its own, whatever table is above it
        head = "" if rank == 0 and token.x0 - place.x1 < NEAR * layout.letter else column_head(layout, place.row, token)
        yield Found(
            token,
            "right",
            rank,
            rank == len(following) - 1,
            employer=bool(EMPLOYER.search(head)) and not EMPLOYEE.search(head),
            yearly=bool(head and YEARLY.search(head)),
            monthly=bool(head and MONTHLY.search(head)),
        )


def _below(layout: Layout, place: Place) -> Iterator[Found]:
    heads = place.row.cells
    rank = 0
    bottom = float(place.y1)
    for row in layout.rows[place.row.number + 1 : place.row.number + 7]:
        if not row.amounts:
            if is_head(row):
                return
            continue
        if row.middle - bottom > MAX_BELOW * layout.letter:
            return
        if row.middle < place.y1:
            continue
        name = _name_of(row)
        paired = _paired(row, heads)
        for token in row.amounts:
            if (
                _is_under(token, place, heads, layout.letter)
                if paired is None
                else _head_of(place, heads) == paired[token]
            ):
                yield Found(
                    token,
                    "below",
                    rank,
                    False,
                    employer=False,
                    yearly=bool(YEARLY.search(name)),
                    monthly=bool(MONTHLY.search(name)),
                )
                rank += 1
        bottom = row.middle


def _in_box(layout: Layout, place: Place) -> Iterator[Found]:
    """The amount at the right edge of a wide box whose label is at its left: alone under the last label of its row."""
    if any(cell.x0 >= place.x1 for cell in place.row.cells):
        return
    for row in layout.rows[place.row.number + 1 : place.row.number + 4]:
        if row.middle - place.y1 > BOX_HEIGHT * layout.letter:
            return
        inside = [cell for cell in row.cells if cell.x0 > place.x0 - layout.letter]
        if len(inside) > 1:
            return
        if inside and row.middle > place.y1:
            amounts = [token for token in inside[0].tokens if token.amount is not None]
            if len(amounts) == 1 and amounts[0].x0 - place.x1 < 30 * layout.letter:
                name = _name_of(row)
                yield Found(
                    amounts[0],
                    "below",
                    0,
                    False,
                    False,
                    bool(YEARLY.search(name)),
                    bool(MONTHLY.search(name)),
                    alone=True,
                )
                return


def _name_of(row: Row) -> str:
    """What a row is named by its first cell; a name that stands there again is one of boxes side by side."""
    name = row.cells[0].folded if row.cells[0].tokens[0].amount is None else ""
    return "" if sum(cell.folded == name for cell in row.cells) > 1 else name


def _paired(row: Row, heads: tuple[Cell, ...]) -> dict[Token, int] | None:
    """The head of each amount where boxes side by side each hold one, wherever in its box it stands; else None."""
    if len(heads) < 2 or len(row.cells) != len(heads) or len(row.amounts) != len(heads):
        return None
    ends = [*(head.x0 for head in heads[1:]), max(row.amounts[-1].x1, heads[-1].x1) + 1]
    if all(head.x0 <= token.x0 and token.x1 <= end for token, head, end in zip(row.amounts, heads, ends, strict=True)):
        return {token: number for number, token in enumerate(row.amounts)}
    return None


def _head_of(place: Place, heads: tuple[Cell, ...]) -> int:
    return next((number for number, head in enumerate(heads) if head.x0 <= place.x0 <= head.x1), -1)


def _is_under(token: Token, place: Place, heads: tuple[Cell, ...], letter: float) -> bool:
    """Whether `place` is the nearest of all heads of its row."""
    own = _distance(token, place.x0, place.x1)
    others = [_distance(token, cell.x0, cell.x1) for cell in heads if cell.x1 <= place.x0 or cell.x0 >= place.x1]
    # the figure of a box may stand at its far end
    end = place.cell.x1 if place.cell is not None else place.x1
    overlaps = place.x0 <= token.x0 < end
    following = min((cell.x0 for cell in heads if cell.x0 >= place.x1), default=0)
    in_box = place.x0 <= token.x0 and token.x1 <= following and own < 14 * letter
    return own <= min(others, default=1e9) and (overlaps or in_box or own < 9 * letter)


def _distance(token: Token, x0: int, x1: int) -> float:
    gap = max(0, max(token.x0, x0) - min(token.x1, x1))
    return 3 * gap + abs(token.centre - (x0 + x1) / 2)


def column_head(layout: Layout, row: Row, token: Token) -> str:
    """The words above `token` in the head of its table, both levels where there are two; empty without a table."""
    for above in reversed(layout.rows[: row.number]):
        if not is_head(above) or len(above.cells) < 3:
            continue
        nearest = min(above.cells, key=lambda cell: _distance(token, cell.x0, cell.x1))
        words = [nearest.folded]
        if above.number:
            upper = layout.rows[above.number - 1]
            if is_head(upper) and above.middle - upper.middle < 3.2 * layout.letter:
                words.append(min(upper.cells, key=lambda cell: _distance(token, cell.x0, cell.x1)).folded)
        return " ".join(words)
    return ""
