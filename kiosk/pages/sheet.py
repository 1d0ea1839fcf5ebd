"""The sheet in a capture: by its outline, else by its own edges, else all of the picture."""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from kiosk.pages.among_others import find_among_others, grounds_around_print
from kiosk.pages.borders import cut_letters, is_half_sent
from kiosk.pages.glare import glare_share
from kiosk.pages.ink import WORK_LENGTH, Ink, find_ink, ink_of
from kiosk.pages.model import Image, Problem
from kiosk.pages.outline import Outline, find_outline, rectify
from kiosk.pages.pixels import fitted
from kiosk.pages.printed_bands import with_band
from kiosk.pages.streaks import without_streaks
from kiosk.pages.verdict import CUT_LETTERS, GREAT_GLARE, problems_of

A4_RATIO = (1.30, 1.53)
"""Long side over short side, perspective and bends included."""
LOST = {Problem.CUT_OFF, Problem.BLANK, Problem.NOT_A_DOCUMENT}
"""What a sheet found in another way may not be: it would be a part of the sheet."""
MORE = 1.05
"""Share of the picture that it takes, over that of a sheet whose four sides are known."""
MISFIT, MORE_PRINT = 0.95, 1.1
"""Share of four straight sides that is filled under which they may be none; letters of the whole picture over those on
the sheet from which on some are lost."""
HALF = 0.7
"""Share of the picture under which a sheet in the shape of A4 may be one folded in two."""
ALL_PRINT = 0.99
"""Share of the letters on a sheet beside which nothing is printed: a shadow breaks up into some that look like it."""
LID = 0.85
"""Light of a white lid over that of the sheet, at the least: a printed panel is darker."""
BURNT = 250
"""Grey of paper on which nothing is left to tell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was found in a capture: the sheet cut out (`page`; `small`, at working size), measured, and what is wrong
    with it."""

    outline: Outline | None
    page: Image
    small: Image
    ink: Ink
    problems: tuple[Problem, ...]


def find_sheet(image: Image) -> Sheet:
    """The sheet in the capture `image`, and the verdict on it."""
    sheet = _judged(find_outline(image), image)
    if sheet.problems in ((), (Problem.FOLDED,)) and is_half_sent(image):
        return replace(sheet, problems=(Problem.CUT_OFF,))
    if sheet.problems in ((), (Problem.BLANK,)) and _is_burnt_out(sheet, image):
        return replace(sheet, problems=(Problem.GLARE,))
    if sheet.problems in ((), (Problem.BLURRED,)) and (whole := _without_outline(sheet, image)) is not None:
        return whole
    if sheet.problems:
        return _found_otherwise(sheet, image) or sheet
    return sheet if sheet.outline is not None else _under_a_lid(sheet, image) or sheet


def _judged(outline: Outline | None, image: Image) -> Sheet:
    """The sheet within `outline`, its printed bands included; all of `image` where none stands out."""
    page = image
    if outline is not None:
        outline = with_band(outline, image)
        page = rectify(image, outline)
    small, scale = fitted(page, WORK_LENGTH)
    ink = ink_of(small, scale)
    return Sheet(outline, page, small, ink, tuple(problems_of(ink, page, outline)))


def _is_burnt_out(sheet: Sheet, image: Image) -> bool:
    """Whether the part of a sheet that a strong light burnt out was taken for the sheet."""
    if sheet.outline is None or sheet.outline.whole or float(np.median(sheet.ink.paper)) < BURNT:
        return False
    return glare_share(find_ink(image)) > GREAT_GLARE


def _found_otherwise(sheet: Sheet, image: Image) -> Sheet | None:
    """What the sheet lies on or beside may be what the picture cuts, and a shadow may be taken for the ground: a sheet
    found in another way that is not cut."""
    if sheet.outline is None or not sheet.outline.whole:
        outline = find_among_others(image)
        if outline is not None and _is_more(outline, sheet.outline):
            other = _judged(outline, image)
            whole = not LOST & set(other.problems) and max(cut_letters(other.ink)) < CUT_LETTERS
            return other if whole else None
    if sheet.problems == (Problem.BLANK,) and sheet.outline is not None and not sheet.outline.whole:
        other = _judged(None, image)
        return None if other.problems else other
    return None


def _without_outline(sheet: Sheet, image: Image) -> Sheet | None:
    """All of the picture, where fading light was taken for a side of the sheet, beside which its print goes on."""
    if sheet.outline is None or _fits(sheet.outline):
        return None
    whole = _judged(None, image)
    return whole if not whole.problems and len(whole.ink.letters) > MORE_PRINT * len(sheet.ink.letters) else None


def _fits(outline: Outline) -> bool:
    """Whether four straight sides were found, in the shape of a sheet."""
    return outline.solidity > MISFIT and A4_RATIO[0] <= outline.ratio <= A4_RATIO[1]


def _is_more(outline: Outline, first: Outline | None) -> bool:
    """Whether `outline` has more than one whose four sides are known: of a folded sheet there is no more."""
    return first is None or not first.complete or outline.coverage > MORE * first.coverage


def _under_a_lid(page: Sheet, image: Image) -> Sheet | None:
    """Under a lid as white as paper only a thin shadow shows where a sheet ends: a cut or folded one that has all the
    print."""
    for found in grounds_around_print(without_streaks(page.ink.grey)):
        outline = replace(found, corners=found.corners / np.float32(page.ink.scale))
        half = outline.coverage < HALF or not A4_RATIO[0] <= outline.ratio <= A4_RATIO[1]
        if half and _has_all_print(outline, page.ink):
            sheet = _judged(outline, image)
            return sheet if {Problem.CUT_OFF, Problem.FOLDED} & set(sheet.problems) else None
    return None


def _has_all_print(outline: Outline, ink: Ink) -> bool:
    """Whether nothing is printed beside the sheet in `outline`, on ground as light as itself."""
    inside = np.zeros(ink.paper.shape, np.uint8)
    cv2.fillPoly(inside, [np.rint(outline.corners * ink.scale).astype(np.int32)], 1)
    around = np.asarray(cv2.dilate(inside, np.ones((9, 9), np.uint8)), np.uint8)
    if np.mean(ink.at_letters(around)) < ALL_PRINT:
        return False
    beside = ink.paper[around == 0]
    return bool(len(beside)) and float(np.median(beside)) > LID * float(np.median(ink.paper[inside > 0]))
