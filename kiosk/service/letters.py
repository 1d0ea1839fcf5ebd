"""A letter that a visitor received: read, explained, and forgotten. Nothing of it is ever written down."""

import datetime as dt
from dataclasses import replace

from kiosk.clock import Clock
from kiosk.delivery.deadline_card import DeadlineCard, matter
from kiosk.guides.deadlines import last_day, posting_day
from kiosk.guides.library import GuideLibrary
from kiosk.guides.pieces import Required
from kiosk.guides.schema import CountsFrom, Deadline, Guide
from kiosk.guides.wording import deadline_lines
from kiosk.journey.jobs import LetterPlan, ReadLetter
from kiosk.service.reader import ReadSheet
from kiosk.words import SOURCE_LANGUAGE

SURE_ENOUGH = 0.5
A_LETTER = "Courrier à répondre"
"""What a telephone is told of a letter that no guide knows."""
_BY_LETTER = (CountsFrom.RECEIPT, CountsFrom.LETTER)


def read_letter(sheet: ReadSheet, image: str, today: dt.date) -> ReadLetter:
    """What a sheet says as a letter; what was not read well enough is left open, never guessed."""
    dated = _date(_sure(sheet, "date"), today)
    days = _sure(sheet, "deadline_days")
    return ReadLetter(
        sheet.kind, _sure(sheet, "sender"), dated, int(days) if days and days.isdigit() else None, today, image
    )


def explain(letter: ReadLetter, received: dt.date, guides: GuideLibrary) -> LetterPlan:
    """The last day to answer a letter that came on `received`.

    A delay that a guide knows by law goes first. One that only the letter says is counted from the letter itself:
    told too early, nobody loses anything.
    """
    guide, deadline = _guide_for(letter.kind, guides)
    start = letter.dated or received
    if deadline is not None and guide is not None:
        by_law = last_day(deadline, received if deadline.counts_from is CountsFrom.RECEIPT else start)
        return LetterPlan(by_law, str(deadline.severity), guide.id)
    guide_id = guide.id if guide is not None else None
    if letter.days is None:
        return LetterPlan(None, None, guide_id)
    return LetterPlan(start + dt.timedelta(days=letter.days), None, guide_id)


def _guide_for(kind: str, guides: GuideLibrary) -> tuple[Guide | None, Deadline | None]:
    for guide in guides.offered():
        answers = any(piece.required is Required.ALWAYS and kind in piece.kinds for piece in guide.pieces)
        deadline = next((one for one in guide.deadlines if one.counts_from in _BY_LETTER), None)
        if answers and deadline is not None:
            return guide, deadline
    return None, None


def _sure(sheet: ReadSheet, name: str) -> str | None:
    value, confidence = sheet.fields.get(name, (None, 0.0))
    return value if confidence >= SURE_ENOUGH else None


def _date(text: str | None, today: dt.date) -> dt.date | None:
    """A day on which a letter may have been written: not tomorrow, not years ago."""
    if text is None:
        return None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if today - dt.timedelta(days=400) <= day <= today else None


class Letters:
    """The one letter that is looked at now."""

    def __init__(self, guides: GuideLibrary, clock: Clock) -> None:
        self._guides = guides
        self._clock = clock
        self._letter: ReadLetter | None = None
        self._plan: LetterPlan | None = None

    def look(self, sheet: ReadSheet, image: str) -> ReadLetter:
        self._letter = read_letter(sheet, image, self._clock.now().date())
        return self._letter

    def count(self, received: str) -> LetterPlan:
        """The plan for the letter that came on `received` (ISO); without a letter, one that knows nothing."""
        if self._letter is None:
            return LetterPlan(None, None, None)
        self._plan = explain(self._letter, dt.date.fromisoformat(received), self._guides)
        return self._plan

    def card(self) -> DeadlineCard | None:
        """What the deadline card says; None without a last day."""
        if self._letter is None or self._plan is None or self._plan.last_day is None:
            return None
        end = self._plan.last_day
        card = DeadlineCard(end, A_LETTER, self._clock.now(), sender=self._letter.sender or "")
        guide, deadline = _guide_for(self._letter.kind, self._guides)
        if guide is None or deadline is None:
            return card
        return replace(
            card,
            matter=matter(guide, deadline),
            post_by=posting_day(end, postmark_counts=deadline.postmark_counts),
            severity=deadline.severity,
            advice=deadline_lines(guide, SOURCE_LANGUAGE),
        )

    def forget(self) -> None:
        self._letter = self._plan = None
