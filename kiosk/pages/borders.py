"""What the borders of a page cut through."""

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.ink import Ink, Mask
from kiosk.pages.model import Image

BORDER = 8
"""Pixels at working size looked at along a border: of a letter little may be left."""
CUT_PIECE = (3, 20)
"""Pixels of the border that what is left of a letter takes: less is dust, more a band or a shadow."""
SHALLOW, RIM, RIM_SHARE = 3, 10, 0.8
"""So many marks, most of them no deeper than the first figure in pixels, are a rim of the lid that noise breaks up."""
SPECKS, SPECKS_SHARE = 15, 0.45
"""So many marks, and so many of all, shorter than a letter's rest are the noise of a lid as grey as pale print."""

SHORTEST = 1.2
"""Height over width, the lines of print lying across, under which a sheet lacks a part or is printed across."""
END, RUNNING_OUT = 0.022, 6
"""A whole sheet has an empty margin of more than this share of its width; so many letters in it are a line that the
rest of the sheet followed."""

RULE, RULE_WIDTH, CUT_RULES = 40, 6, 2
"""Length in pixels at working size from which on a stroke across the border is the rule of a frame, its width at the
most, and how many of them are a frame that is cut."""

UNSENT, GREY, EVEN = 0.03, (120, 136), 4
"""Share of a picture's height that is looked at; the grey, even but for a few levels, with which programs fill what did
not arrive of a picture."""


def is_half_sent(image: Image) -> bool:
    """Whether the lower part of a picture did not arrive: no paper and no table is so even."""
    end = image[-max(round(UNSENT * len(image)), 2) :, ::8]
    low, high = int(end.min()), int(end.max())
    return GREY[0] <= low and high <= GREY[1] and high - low <= EVEN


def cut_letters(ink: Ink) -> tuple[int, int, int, int]:
    """How many letters the left, top, right and bottom borders cut."""
    mask = ink.mask
    strips = _strips(mask, BORDER)
    x, y, width, height = ink.letters.T
    sides = x <= 1, y <= 1, x + width >= mask.shape[1] - 1, y + height >= mask.shape[0] - 1
    whole = [side & (deep > SHALLOW) for side, deep in zip(sides, (width, height, width, height), strict=True)]
    left, top, right, bottom = (_cut(strip, touching) for strip, touching in zip(strips, whole, strict=True))
    return left, top, right, bottom


def _strips(mask: Mask, deep: int) -> tuple[Mask, Mask, Mask, Mask]:
    """What lies along the left, top, right and bottom borders, `deep` pixels; the border itself is the first row."""
    return mask[:, :deep].T, mask[:deep], mask[:, : -deep - 1 : -1].T, mask[: -deep - 1 : -1]


def _cut(strip: Mask, touching: NDArray[np.bool_]) -> int:
    """Letters that the first row of `strip` cuts, `touching` among them, or what is left of them."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(strip), connectivity=8)
    pieces = stats[1:][stats[1:, cv2.CC_STAT_TOP] <= 1]
    long, deep = pieces[:, cv2.CC_STAT_WIDTH], pieces[:, cv2.CC_STAT_HEIGHT]
    specks = np.count_nonzero(long < CUT_PIECE[0])
    if specks >= SPECKS and specks > SPECKS_SHARE * len(long):
        return 0
    rim = len(deep) >= RIM and np.count_nonzero(deep <= SHALLOW) > RIM_SHARE * len(deep)
    least = SHALLOW + 1 if rim else 2
    rests = (long >= CUT_PIECE[0]) & (long <= CUT_PIECE[1]) & (deep >= least)
    return int(max(np.count_nonzero(rests), np.count_nonzero(touching)))


def runs_out(ink: Ink, sides: tuple[bool, bool, bool, bool]) -> bool:
    """Whether a short page's print goes on to its upper or lower end, where `sides` (left, top, right, bottom) has it:
    a row may have ended just there, so that no letter is cut."""
    height, width = ink.mask.shape
    x, y, long, tall = ink.letters.T
    _, first, _, last = sides
    if not ink.across:
        height, width, y, tall, first, last = width, height, x, long, sides[0], sides[2]
    if height > SHORTEST * width:
        return False
    margin = END * width
    at_top, at_bottom = np.count_nonzero(y < margin), np.count_nonzero(y + tall > height - margin)
    return bool((first and at_top >= RUNNING_OUT) or (last and at_bottom >= RUNNING_OUT))


def cuts_frames(ink: Ink) -> tuple[bool, bool, bool, bool]:
    """Whether the left, top, right and bottom borders cut rules between which print goes on: a row may end just there,
    so that no letter is cut."""
    mask = ink.mask
    height, width = mask.shape
    margin = END * width
    x, y, long, tall = ink.letters.T
    close = x < margin, y < margin, x + long > width - margin, y + tall > height - margin
    left, top, right, bottom = (
        int(np.count_nonzero(letters)) >= RUNNING_OUT and _rules(strip) >= CUT_RULES
        for strip, letters in zip(_strips(mask, RULE), close, strict=True)
    )
    return left, top, right, bottom


def _rules(strip: Mask) -> int:
    """Thin strokes that run through all rows of `strip`, leaning a little; not those near its ends, where the sheet's
    own sides are."""
    aside = round(END * strip.shape[1])
    leaning = cv2.dilate(np.ascontiguousarray(strip[:, aside:-aside]), np.ones((1, 3), np.uint8))
    through = np.diff(np.pad((leaning > 0).all(axis=0).astype(np.int8), 1))
    wide = np.flatnonzero(through < 0) - np.flatnonzero(through > 0)
    return int(np.count_nonzero(wide <= RULE_WIDTH))
