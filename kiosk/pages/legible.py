"""Are the amounts still legible on the small picture that is sent? Answered by reading them again from it."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.pages import text
from kiosk.pages.ink import Grey
from kiosk.pages.model import Reading, Word
from kiosk.pages.numbers import find_amounts

MOST = 40
"""Amounts looked at on a page; the fields' own come first. A dense payslip has a hundred."""
SURE = 0.8
"""Only amounts read with this confidence on the scan can be missed on the copy."""
BLOCK = 6
"""Page segmentation: lines under one another."""
READ_DPI = 200
MARGIN = 8
GAP = 18


@dataclass(frozen=True, slots=True)
class Printed:
    """An amount, and its box on the upright page."""

    word: Word
    amounts: tuple[str, ...]


def printed_amounts(reading: Reading) -> list[Printed]:
    """The amounts that the copy must keep legible, those of the fields first, then spread over the page."""
    found = [
        Printed(word, amounts)
        for word in reading.words
        if word.confidence >= SURE and (amounts := tuple(find_amounts(word.text)))
    ]
    values = {field.value for field in reading.fields.values()}
    first = [one for one in found if values.intersection(one.amounts)]
    others = [one for one in found if not values.intersection(one.amounts)]
    room = max(MOST - len(first), 0)
    return first[:MOST] + others[:: max(-(-len(others) // room), 1) if room else len(others) + 1][:room]


def lost(copy: Grey, page: Grey, printed: Sequence[Printed], languages: Sequence[str], seconds: float) -> list[Printed]:
    """Those that are read on `page` and no more on `copy`, the same picture smaller. Raises `text.OutOfTime`."""
    scale = copy.shape[1] / page.shape[1]
    missing = _unread(copy, scale, printed, languages, seconds)
    # what the engine cannot read by itself even on the scan says nothing of the copy
    unreadable = _unread(page, 1.0, missing, languages, seconds) if missing else []
    return [one for one in missing if one not in unreadable]


def _unread(
    picture: Grey, scale: float, printed: Sequence[Printed], languages: Sequence[str], seconds: float
) -> list[Printed]:
    if not printed:
        return []
    strips = [_strip(picture, scale, one.word) for one in printed]
    sheet, tops = _stacked(strips)
    words = text.see(sheet, languages, READ_DPI, seconds, BLOCK)
    unread = []
    for one, top, strip in zip(printed, tops, strips, strict=True):
        inside = [word for word in words if top - GAP // 2 <= word.y + word.height / 2 < top + len(strip) + GAP // 2]
        said = " ".join(word.text for word in sorted(inside, key=lambda word: word.x))
        if not set(one.amounts) <= set(find_amounts(said)):
            unread.append(one)
    return unread


def _strip(picture: Grey, scale: float, word: Word) -> Grey:
    """The word with a little of what is around it, at the resolution that reads best."""
    margin = MARGIN * scale
    x0, y0 = max(int(word.x * scale - margin), 0), max(int(word.y * scale - margin / 2), 0)
    x1, y1 = int((word.x + word.width) * scale + margin) + 1, int((word.y + word.height) * scale + margin / 2) + 1
    strip = picture[y0:y1, x0:x1]
    if strip.size and len(strip) > 60:
        factor = 60 / len(strip)
        strip = cv2.resize(strip, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA).astype(np.uint8)
    return strip


def _stacked(strips: Sequence[Grey]) -> tuple[Grey, list[int]]:
    """The strips under one another on white, and where each begins."""
    width = max(strip.shape[1] for strip in strips) + 2 * GAP
    sheet = np.full((sum(len(strip) + GAP for strip in strips) + GAP, width), 255, np.uint8)
    tops, y = [], GAP
    for strip in strips:
        sheet[y : y + len(strip), GAP : GAP + strip.shape[1]] = strip
        tops.append(y)
        y += len(strip) + GAP
    return sheet, tops
