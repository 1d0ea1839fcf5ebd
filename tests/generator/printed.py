"""The words of a drawn sheet as they were set, in place of those an engine reads: tells faults of extraction alone."""

import pypdfium2

from kiosk.pages.text import Seen
from tests.generator.drawing import Sheet

_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
SCALE = 200 / 72
"""Pixels of the imagined page, at 200 dpi, per point."""


def printed_words(sheet: Sheet, number: int) -> tuple[list[Seen], int, int]:
    """The words on page `number` (from 0) with their boxes, and the page's width and height in pixels."""
    document = pypdfium2.PdfDocument(bytes(sheet.pdf.output()))
    try:
        page = document[number]
        width, height = page.get_size()
        text = page.get_textpage()
        words: list[Seen] = []
        letters: list[tuple[str, float, float, float, float]] = []
        for place in range(text.count_chars()):
            letter = text.get_text_range(place, 1).replace(_HYPHEN, "-")
            left, bottom, right, top = text.get_charbox(place, loose=True)
            last = letters[-1] if letters else None
            apart = last is not None and (
                abs(bottom - last[2]) > 2 or left - last[3] > 0.3 * (top - bottom) or left < last[1]
            )
            if (not letter.strip() or apart) and letters:
                words.append(_word(letters, height))
                letters = []
            if letter.strip():
                letters.append((letter, left, bottom, right, top))
        if letters:
            words.append(_word(letters, height))
        return words, round(width * SCALE), round(height * SCALE)
    finally:
        document.close()


def _word(letters: list[tuple[str, float, float, float, float]], height: float) -> Seen:
    left, right = min(one[1] for one in letters), max(one[3] for one in letters)
    bottom, top = min(one[2] for one in letters), max(one[4] for one in letters)
    # the box of the face, cut down to that of its capitals
    bottom, top = bottom + 0.2 * (top - bottom), top - 0.16 * (top - bottom)
    return Seen(
        "".join(one[0] for one in letters),
        round(left * SCALE),
        round((height - top) * SCALE),
        max(round((right - left) * SCALE), 1),
        max(round((top - bottom) * SCALE), 1),
        0.95,
    )
