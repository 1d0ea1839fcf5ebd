"""Finding the submission of a lost receipt, from what its holder remembers. Only the proof is printed again."""

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.storage.registry import SubmissionRow

WITHIN = dt.timedelta(hours=1)
"""How far from the true hour a memory may be."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the holder says: when (on the clock of the place), how many pages, for which public body."""

    at: dt.datetime
    pages: int
    body: str


def read_remembered(date: object, hour: object, pages: object, body: object) -> Remembered:
    """From a date "2026-11-22", an hour "9:30", a count and a name. Raises ValueError."""
    at = dt.datetime.combine(dt.date.fromisoformat(str(date)), dt.time.fromisoformat(str(hour).zfill(5)))
    if type(pages) is not int or pages < 1 or not str(body or "").strip():
        raise ValueError("not what a receipt says")
    return Remembered(at.astimezone(), pages, str(body))


def found(rows: Sequence[SubmissionRow], told: Remembered) -> list[SubmissionRow]:
    """The submissions that all of it fits."""
    wanted = _plain(told.body)
    return [
        row
        for row in rows
        if row.number
        and row.issued_at
        and row.page_count == told.pages
        and abs(row.issued_at - told.at) <= WITHIN
        and _plain(row.body) == wanted
    ]


def _plain(name: str) -> str:
    """Without accents, case and double spaces."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
