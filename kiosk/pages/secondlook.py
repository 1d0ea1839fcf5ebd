"""A second look at what the first reading passed over or was unsure of: pieces set one under the other, read once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from kiosk.pages import text
from kiosk.pages.ink import strong
from kiosk.pages.layout import Layout, Token
from kiosk.pages.model import Image
from kiosk.pages.numbers import find_amounts
from kiosk.pages.pixels import Pixels, grey_of, scaled
from kiosk.pages.text import Seen

CUT = re.compile(r"\d[,.]\d?\D*$")
"""An amount whose cents were not read."""
ONE_BLOCK = 6
"""Page segmentation of tesseract: one block of lines."""
RAW_LINE = 13
"""Page segmentation of tesseract: one line, whatever it looks like. Large bold words were passed over twice."""
MOST_RAW = 3
MOST = 30
"""Pieces per page: together they cost about a tenth of a page."""
UNSURE = 0.8
"""Figures read with less confidence than this are read again."""
INK = 165
LETTER = 30
"""Height in pixels that letters are brought to."""
MARGIN = 24
SHORT = re.compile(r"[-−]?\d{3}[,.]\d\d\W{0,2}(?:€|EUR)?", re.IGNORECASE)
ODD = re.compile(r"[^\d\W]|[|!'’]")
"""One letter before figures is likely to be a figure misread."""
DOUBTED = 0.3
AGREED = 0.85
"""Confidence in figures that both looks read alike."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A place on the page to be read again, and the word that stood there, if any."""

    x0: int
    y0: int
    x1: int
    y1: int
    before: Token | None = None
    longer: bool = False
    """Whether print stands right before the figures: the engine drops the lone "1" of "1 305,78"."""


def cut_short(page: Image, layout: Layout) -> list[Piece]:
    """Amounts under a thousand that print stands against, which may be their first figure."""
    ink = _print(strong(grey_of(page)), layout)
    pieces = []
    for row in layout.rows:
        for number, token in enumerate(row.tokens):
            if not SHORT.fullmatch(token.text):
                continue
            last = row.tokens[number - 1] if number else None
            height = min(token.height, round(1.3 * layout.letter))
            # typewriter faces leave a whole letter between the groups
            left, right = token.x0 - round(1.9 * height), token.x0 - max(round(0.05 * height), 1)
            if last is not None and last.x1 > left and not ODD.fullmatch(last.text):
                left = last.x1 + 2
            if right - left < 0.2 * height or left < 0:
                continue
            _, _, stats, _ = cv2.connectedComponentsWithStats(ink[token.y0 : token.y1, left:right], connectivity=8)
            marks = [one for one in stats[1:] if one[3] > 0.55 * height and one[2] < 0.8 * height and one[0] > 0]
            if marks:
                x0 = left + min(int(one[0]) for one in marks)
                pieces.append(Piece(x0, token.y0, token.x1, token.y1, token, longer=True))
    return pieces


def pieces_of(page: Image, layout: Layout) -> list[Piece]:
    """Figures that were read without confidence, and print that was not read at all."""
    unsure = [
        Piece(token.x0, token.y0, token.x1, token.y1, token)
        for row in layout.rows
        for token in row.tokens
        if CUT.search(token.text) or (token.confidence < UNSURE and re.search(r"\d[\d ]*[,.]\d|\d \d", token.text))
    ]
    return [*unsure, *_unread(strong(grey_of(page)), layout)][:MOST]


def passed_over(page: Image, layout: Layout) -> list[Piece]:
    """Print that was not read between two words of a line that were: not stamps, logos or handwriting."""
    letter = layout.letter
    return [
        piece
        for piece in _unread(strong(grey_of(page)), layout)
        if any(
            any(0 <= piece.x0 - cell.x1 < 2 * letter for cell in row.cells)
            and any(0 <= cell.x0 - piece.x1 < 2 * letter for cell in row.cells)
            for row in layout.rows
            if abs((piece.y0 + piece.y1) / 2 - row.middle) < 0.6 * letter
        )
    ]


def _unread(grey: Pixels, layout: Layout) -> list[Piece]:
    """Marks of the size of words that no word covers."""
    letter = layout.letter
    ink = _print(grey, layout)
    for token in (token for row in layout.rows for token in row.tokens):
        ink[max(token.y0 - 2, 0) : token.y1 + 2, max(token.x0 - 2, 0) : token.x1 + 2] = 0
    joined = cv2.morphologyEx(
        ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, (max(round(1.1 * letter), 3), 3))
    )
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found = [
        Piece(int(x), int(y), int(x + width), int(y + height))
        for x, y, width, height, area in stats[1:]
        if 0.6 * letter < height < 2.4 * letter and 1.2 * letter < width < 14 * letter and area > 0.3 * width * height
    ]
    # amounts stand at the right of their lines
    return sorted(found, key=lambda piece: -piece.x1)


def _print(grey: Pixels, layout: Layout) -> Pixels:
    """255 where there is print, rules left out."""
    ink = ((grey < INK) * np.uint8(255)).astype(np.uint8)
    long = max(round(4 * layout.letter), 3)
    for size in ((long, 1), (1, long)):
        rules = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, size))
        ink = cv2.subtract(ink, cv2.dilate(rules, np.ones((3, 3), np.uint8))).astype(np.uint8)
    return ink


def look_again(
    page: Image, layout: Layout, pieces: Sequence[Piece], languages: Sequence[str], dpi: float, seconds: float
) -> list[tuple[Piece, list[Seen]]]:
    """What the pieces say, in pixels of the page. Raises `text.OutOfTime`."""
    grey = strong(grey_of(page))
    scale = LETTER / max(layout.letter, 8)
    pad = round(0.35 * layout.letter)
    strips: list[Pixels] = []
    origins: list[tuple[int, int]] = []
    for piece in pieces:
        top, left = max(piece.y0 - pad, 0), max(piece.x0 - pad, 0)
        strip = scaled(grey[top : piece.y1 + pad, left : piece.x1 + pad], scale)
        if strip.size and float(np.median(strip)) < 128:
            strip = np.asarray(255 - strip, np.uint8)
        strips.append(strip)
        origins.append((left, top))
    said = _read_sheet(strips, languages, min(dpi * scale, 300), seconds)
    return [
        (piece, [_on_page(word, left, top, scale) for word in words])
        for piece, (left, top), words in zip(pieces, origins, said, strict=True)
    ]


def _read_sheet(strips: Sequence[Pixels], languages: Sequence[str], dpi: float, seconds: float) -> list[list[Seen]]:
    """What each strip says, in its own pixels: all on one sheet, then a few that this left empty as raw lines."""
    width = max(strip.shape[1] for strip in strips) + 2 * MARGIN
    sheet = np.full((sum(strip.shape[0] + MARGIN for strip in strips) + MARGIN, width), 250, np.uint8)
    tops: list[int] = []
    y = MARGIN
    for strip in strips:
        sheet[y : y + strip.shape[0], MARGIN : MARGIN + strip.shape[1]] = strip
        tops.append(y)
        y += strip.shape[0] + MARGIN
    said: list[list[Seen]] = [[] for _ in strips]
    for word in text.see(sheet, languages, dpi, seconds, ONE_BLOCK):
        middle = word.y + word.height / 2
        place = max((number for number, top in enumerate(tops) if top <= middle + 4), default=0)
        said[place].append(replace(word, x=word.x - MARGIN, y=word.y - tops[place]))
    empty = [place for place, words in enumerate(said) if not words][:MOST_RAW]
    for place in empty:
        said[place] = text.see(strips[place], languages, dpi, seconds, RAW_LINE)
    return said


def _on_page(word: Seen, left: int, top: int, scale: float) -> Seen:
    return replace(
        word,
        x=left + round(word.x / scale),
        y=top + round(word.y / scale),
        width=round(word.width / scale),
        height=round(word.height / scale),
    )


def merged(first: Sequence[Seen], again: Sequence[tuple[Piece, list[Seen]]]) -> list[Seen]:
    """The words of both looks; what was unsure gives way to what is surer and still has a figure."""
    kept = list(first)
    for piece, words in again:
        if not words or not any(re.search(r"\w", word.text) for word in words):
            continue
        if piece.before is not None:
            better = _longer(piece.before, words) if piece.longer else _surer(piece.before, words)
            if better:
                kept = [word for word in kept if not _inside(word, piece)] + better
        else:
            kept.extend(words)
    return kept


def _longer(before: Token, words: list[Seen]) -> list[Seen]:
    """The whole amount where it ends as what was read first; else that, no longer trusted."""
    figures, said = (re.sub(r"\D", "", one) for one in (before.text, "".join(word.text for word in words)))
    if said.endswith(figures):
        return [replace(word, confidence=max(word.confidence, AGREED)) for word in words]
    box = (before.x0, before.y0, before.x1 - before.x0, before.height)
    return [Seen(before.text, *box, min(before.confidence, DOUBTED))]


def _surer(before: Token, words: list[Seen]) -> list[Seen]:
    """What to take in place of `before`: nothing where the second look was no surer; twice the same is sure."""
    said = "".join(word.text for word in words)
    if not re.search(r"\d", said):
        return []
    if re.sub(r"\D", "", said) == re.sub(r"\D", "", before.text):
        return [replace(word, confidence=max(word.confidence, AGREED)) for word in words]
    surer = min(word.confidence for word in words) > before.confidence
    return words if surer or (CUT.search(before.text) and find_amounts(said)) else []


def _inside(word: Seen, piece: Piece) -> bool:
    x, y = word.x + word.width / 2, word.y + word.height / 2
    return piece.x0 <= x <= piece.x1 and piece.y0 <= y <= piece.y1
