"""The day a paper was written."""

import datetime as dt
import re

from kiosk.pages.dates import find_dates
from kiosk.pages.layout import Cell, Layout, Row
from kiosk.pages.model import Field

_DATED = (
    (re.compile((r"date (?:de |du |d')?(?:facture|la facture|l'avis|etablissement|emission|edition|document|"
        r"courrier|notification|prescription|l'examen)|fait a [^,]{2,40},? le|faite? le|"
        r"(?:examen|prescription) (?:faite? )?(?:le|du)|prescrit le")), 0.95),
    (re.compile(r"^[a-z' .-]{3,40},? le (?=\d)|,\s*le (?=\d)|^le (?=\d)"), 0.93),
    (re.compile(r"edite le|emise? le|etablie? le|imprimee? le|delivree? le|signee? le|facture du|^date\b|\bdate :"),
        0.9),
)  # fmt: skip
_NOT_OF_THE_PAPER = re.compile(
    r"\b(?:preleve\w*|payer|regler|reglement|exigible|echeance|limite|avant|jusqu|depuis|debute|nee? le|naissance|"
    r"expire\w*|entree|embauche|effet|prochain\w*|recouvrement|rendez-vous|convoque\w*)\b"
)
"""Words before a date that is not the day the paper was written."""
REACH = 30
"""Characters after the words within which their date stands."""
SENTENCE = 70
"""A longer cell is a sentence: it may hold ", le 12 juin" of another day."""
LEAST = 0.5


def read_date(layout: Layout) -> Field | None:
    """The day beside the surest words; else the only date that stands alone on the page."""
    found = [one for row in layout.rows for cell in row.cells for one in _dated(row, cell)]
    if not found:
        alone = {
            dates[0][1] for cell in layout.cells if len(cell.folded) < 34 and len(dates := find_dates(cell.folded)) == 1
        }
        found = [(0.6, day) for day in alone] if len(alone) == 1 else []
    if not found:
        return None
    trust, day = max(found, key=lambda one: one[0])
    return Field(day.isoformat(), round(trust, 2)) if trust >= LEAST else None


def _dated(row: Row, cell: Cell) -> list[tuple[float, dt.date]]:
    """The dates that `cell` tells of, in it or in the next cell, each with its trust."""
    found = []
    for pattern, trust in _DATED:
        match = pattern.search(cell.folded)
        if not match or _NOT_OF_THE_PAPER.search(cell.folded[: match.end()]):
            continue
        text = cell.folded[match.end() :]
        if not find_dates(text[:REACH]):
            following = [other.folded for other in row.cells if other.x0 > cell.x1]
            text = following[0] if following and match.end() >= len(cell.folded) - 3 else ""
        dates = find_dates(text[:REACH])
        if dates and dates[0][0] < 12:
            found.append((trust - (0.35 if len(cell.folded) > SENTENCE else 0), dates[0][1]))
    return found
