"""The verdict before any reading: fast, and without a word recognised."""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from kiosk.pages import blur
from kiosk.pages.among_others import find_among_others, grounds_around_print
from kiosk.pages.borders import cut_letters, cuts_frames, is_half_sent, runs_out
from kiosk.pages.folds import is_folded
from kiosk.pages.glare import glare_share
from kiosk.pages.ink import WORK_LENGTH, Ink, find_ink, ink_of
from kiosk.pages.model import Image, Inspection, Problem
from kiosk.pages.outline import LEAST_SHEET, Outline, find_outline, rectify
from kiosk.pages.pixels import fitted, rough
from kiosk.pages.printed_bands import with_band
from kiosk.pages.skew import find_skew, straighten

A4_LONG_SIDE = 11.69
"""Inches."""
A4_RATIO = (1.30, 1.53)
DARKEST_PAPER = 72
"""Median grey of paper under which noise drowns print. The dimmest readable photographs measured were at 128."""
FEWEST_LINES = 6
FEWEST_LETTERS = 40
"""With fewer lines and letters than these there is nothing to read: a blank back with dust and show-through
had 1 and 32."""
SHEET_RATIO = 1.25
"""A sheet that runs out of the picture and is squarer than this has lost a part: A4 is 1.41, perspective takes
a tenth."""
NARROW_RATIO = 1.58
"""A sheet that runs out of the picture at one side only and is longer than this has lost a part of its width."""
ODD_RATIO = (1.32, 1.50)
"""Outside these a sheet at the border is doubted: few letters cut are then enough."""
FEW_CUT_LETTERS = 3
CUT_LETTERS = 5
MANY_CUT_LETTERS = 15
"""Letters that the border of the picture cuts before the sheet is said to be cut off: holes and dust touch it too."""
LOST = {Problem.CUT_OFF, Problem.BLANK, Problem.NOT_A_DOCUMENT}
"""What a sheet found in another way may not be: it would be a part of the sheet."""
MORE = 1.05
"""Share of the picture that it takes, over that of a sheet whose four sides are known."""
HALF = 0.7
"""Share of the picture under which a sheet in the shape of A4 may be one folded in two."""
ALL_PRINT = 0.99
"""Share of the letters on a sheet beside which nothing is printed: a shadow breaks up into some that look like it."""
LID = 0.85
"""Light of a white lid over that of the sheet, at the least: a printed panel is darker."""
CLEAR = 0.975
"""Share of the four sides' area that one sheet fills; two papers one under the other leave gaps, and part of a table
with marks like letters lies within their sides."""
TINY = 400
"""Long side in pixels under which a sheet shows grey lines and no letters: 34 dpi on A4."""
SMEARED, MARGIN = 230, 0.04
"""Grey that a twentieth of an empty sheet is not darker than (backs with show-through had 233 and more, smears 227 and
less), and the share of its short side left out along its borders."""
LIT, LIT_MORE, LIT_SHARE = 120, 1.9, 0.01
"""Where more than this share of a dark picture is lighter than this grey, or by so many times than its ground, light is
not what is wanting: a hand under an open lid."""
THING = 0.03
"""Share of the picture that one connected mark takes: print that ran together had 0.018, a hand or a face 0.06."""
GLARE_SHARE = 0.008
"""Share of the sheet that may be burnt out; stamps of light smaller than this hide no line."""
GREAT_GLARE, BURNT = 0.06, 250
"""Above this share a slanting edge is the rim of the glare, not a fold; and the grey of paper on which nothing is left
to tell."""
PLAIN_SHARE = 0.74
LEAST_PLAIN = 0.54
"""Share of a sheet that is plain paper; dense payslips keep 0.8, landscapes and fabrics 0.4 to 0.7."""
GRAIN = 8.5
"""Median size in pixels, at working size, under which marks are a texture's grain and not letters."""
LEAST_SKEW = 0.15
FLAT_TARGET = 245
BAND_COLOUR, BAND_DARK = 0.5, 0.35
"""Share by which the colours of a printed band differ, and of the page's light that a black one has: no light and no
shadow on white paper is like that."""
BAND_PRINT = 15
"""Pixels, as light is measured, that a line of print on a band is not higher than: 2 cm on A4."""
LIGHT_SCALE = 1 / 16
"""Of the full page, at which its light is measured."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was found in a capture: the sheet cut out (`page`; `small`, at working size), measured, and what is wrong
    with it."""

    outline: Outline | None
    page: Image
    small: Image
    ink: Ink
    problems: tuple[Problem, ...]


def inspect(image: Image, dpi: float | None, to_show: bool = False) -> Inspection:
    """What is wrong with the capture `image`, and the page cut out of it, straightened and evenly lit.

    `to_show`: the page is only to be shown and compared: it is handed back at working size, in half the time.
    """
    sheet = find_sheet(image)
    resolution = _resolution(sheet.page, dpi)
    page, scale = (sheet.small, sheet.ink.scale) if to_show else (sheet.page, 1.0)
    if not sheet.problems:
        page = _improved(page, sheet.ink, LIGHT_SCALE / scale)
    return Inspection(problems=sheet.problems, page=page, dpi=resolution * scale)


def find_sheet(image: Image) -> Sheet:
    """The sheet in the capture `image`, and the verdict on it."""
    sheet = _judged(find_outline(image), image)
    if sheet.problems in ((), (Problem.FOLDED,)) and is_half_sent(image):
        return replace(sheet, problems=(Problem.CUT_OFF,))
    if sheet.problems in ((), (Problem.BLANK,)) and _is_burnt_out(sheet, image):
        return replace(sheet, problems=(Problem.GLARE,))
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
    return Sheet(outline, page, small, ink, tuple(_problems(ink, page, outline)))


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


def _is_more(outline: Outline, first: Outline | None) -> bool:
    """Whether `outline` has more than one whose four sides are known: of a folded sheet there is no more."""
    return first is None or not first.complete or outline.coverage > MORE * first.coverage


def _under_a_lid(page: Sheet, image: Image) -> Sheet | None:
    """Under a lid as white as paper only a thin shadow shows where a sheet ends: a cut or folded one that has all the
    print."""
    for found in grounds_around_print(page.small):
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


def _problems(ink: Ink, page: Image, outline: Outline | None) -> list[Problem]:
    """The worst first. Where nothing can be made out, one reason is enough."""
    if max(page.shape[:2]) < TINY or (outline is not None and outline.coverage < LEAST_SHEET):
        return [Problem.LOW_RESOLUTION]
    if float(np.median(ink.paper)) < DARKEST_PAPER:
        beside_a_light = outline is None and ink.line_count <= FEWEST_LINES and _is_lit(ink)
        return [Problem.NOT_A_DOCUMENT if beside_a_light else Problem.DARK]
    plain = plain_share(ink)
    if ink.line_count < FEWEST_LINES or len(ink.letters) < FEWEST_LETTERS:
        if not _is_sheet(ink, page, outline, plain):
            return [Problem.NOT_A_DOCUMENT]
        if not smears(ink):
            return [Problem.BLANK]
        return [Problem.NOT_A_DOCUMENT if shows_a_thing(ink) else Problem.BLURRED]
    if plain < LEAST_PLAIN or (plain < PLAIN_SHARE and letter_size(ink) < GRAIN):
        return [Problem.NOT_A_DOCUMENT]
    if paper_under_print(ink) < DARKEST_PAPER:
        return [Problem.DARK]
    problems = []
    burnt = glare_share(ink)
    folded = burnt < GREAT_GLARE and is_folded(ink, outline)
    if folded and cut_share(ink, outline) >= 1:
        # the sides of a sheet that was taken in askew slant as well
        return [Problem.CUT_OFF]
    if not folded and shortness(outline) > 1:
        problems.append(Problem.CUT_OFF)
    if folded:
        problems.append(Problem.FOLDED)
    if burnt > GLARE_SHARE and not folded:
        problems.append(Problem.GLARE)
    if not problems:
        problems.extend(blur.judge(ink, page))
    if not problems and cut_share(ink, outline) >= 1:
        problems.append(Problem.CUT_OFF)
    return problems


def paper_under_print(ink: Ink) -> float:
    """Grey of the paper where the letters are: before a window a sheet is dark, and the picture is not."""
    return float(np.median(ink.at_letters(ink.paper)))


def plain_share(ink: Ink) -> float:
    """Share of the page that is nothing but paper."""
    return float(np.count_nonzero(ink.even > 226)) / ink.even.size


def letter_size(ink: Ink) -> float:
    """Median long side of the letters in pixels at working size."""
    return float(np.median(np.maximum(ink.letters[:, 2], ink.letters[:, 3])))


def smears(ink: Ink) -> bool:
    """Whether print ran together so that no letter is left: much of the sheet is grey; holes and dust take little."""
    height, width = ink.even.shape
    margin = round(MARGIN * min(height, width))
    return float(np.percentile(ink.even[margin : height - margin : 3, margin : width - margin : 3], 5)) < SMEARED


def shows_a_thing(ink: Ink) -> bool:
    """Whether one dark shape is larger than print can be."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink.mask)
    return int(stats[1:, cv2.CC_STAT_AREA].max(initial=0)) > THING * ink.mask.size


def _is_sheet(ink: Ink, page: Image, outline: Outline | None, plain: float) -> bool:
    """Whether an image without print is at least a sheet: even, light, four straight sides or filling the picture."""
    if plain < PLAIN_SHARE or float(np.median(ink.paper)) < 110:
        return False
    if outline is not None:
        return outline.solidity > 0.93
    strongest = page.reshape(-1, 3)[::101].max(axis=1).astype(np.float32)
    weakest = page.reshape(-1, 3)[::101].min(axis=1).astype(np.float32)
    colour = float(np.median((strongest - weakest) / np.maximum(strongest, 1)))
    return colour < 0.35 and float(np.median(ink.paper)) > 150


def shortness(outline: Outline | None) -> float:
    """By how much what is left of a sheet that runs out of the picture is too short, or too narrow, to be a sheet: over
    1 it is."""
    if outline is None or not any(outline.touching) or outline.coverage > 0.93 or not _is_one_sheet(outline):
        return 0.0
    left, top, right, bottom = outline.touching
    width, height = outline.size
    # a strip that is cut across, or a long ticket, is narrow anyway: the side that is out must be a long one
    one_long_side = left != right if height > width else top != bottom
    return max(SHEET_RATIO / outline.ratio, outline.ratio / NARROW_RATIO if one_long_side else 0.0)


def _is_one_sheet(outline: Outline) -> bool:
    """A scanner's glass is filled from side to side; in a photograph another paper may lie beside the sheet."""
    return outline.solidity >= CLEAR or sum(outline.touching) >= 3


def cut_share(ink: Ink, outline: Outline | None) -> float:
    """Letters cut at the worst side over those at which a sheet is said to be cut off: from 1 on it is."""
    sides = (True, True, True, True) if outline is None else outline.touching
    least = CUT_LETTERS
    if outline is not None and not _is_one_sheet(outline):
        least = MANY_CUT_LETTERS
    elif outline is not None and outline.coverage <= 0.93 and not ODD_RATIO[0] <= outline.ratio <= ODD_RATIO[1]:
        least = FEW_CUT_LETTERS
    elif runs_out(ink, sides) or any(cut and touches for cut, touches in zip(cuts_frames(ink), sides, strict=True)):
        return 1.0
    return max((cut / least for cut, touches in zip(cut_letters(ink), sides, strict=True) if touches), default=0.0)


def _is_lit(ink: Ink) -> bool:
    least = min(LIT, LIT_MORE * float(np.median(ink.paper)))
    return float(np.count_nonzero(ink.grey > least)) > LIT_SHARE * ink.grey.size


def _improved(page: Image, ink: Ink, light_scale: float) -> Image:
    """Lines levelled, light evened out; colours, stamps and handwriting stay."""
    skew = find_skew(ink.mask)
    if abs(skew) >= LEAST_SKEW:
        page = straighten(page, skew)
    light = light_of(rough(page, light_scale))
    full = cv2.resize(light, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(page, np.maximum(np.asarray(full, np.uint8), 40), scale=FLAT_TARGET), np.uint8)


def light_of(small: Image) -> Image:
    """The light on each place of the paper, by colour. Where a printed band covers the paper, that of the page."""
    light = cv2.medianBlur(cv2.dilate(small, np.ones((3, 3), np.uint8)), 11)
    strongest, weakest = light.max(axis=2).astype(np.float32), light.min(axis=2).astype(np.float32)
    usual = np.median(light.reshape(-1, 3), axis=0)
    band = (strongest - weakest > BAND_COLOUR * np.maximum(strongest, 1)) | (strongest < BAND_DARK * usual.max())
    # print within a band is as light as paper: its surroundings are the band's
    around = cv2.morphologyEx(band.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((BAND_PRINT, BAND_PRINT), np.uint8))
    light[around > 0] = usual.astype(np.uint8)
    return np.asarray(cv2.GaussianBlur(light, (0, 0), 3), np.uint8)


def _resolution(page: Image, dpi: float | None) -> float:
    """Dots per inch: from the sheet's size where it has the shape of A4, else what the file says, else a guess."""
    long_side, short_side = max(page.shape[:2]), min(page.shape[:2])
    if A4_RATIO[0] <= long_side / short_side <= A4_RATIO[1]:
        return float(long_side / A4_LONG_SIDE)
    return dpi if dpi and dpi >= 72 else 200.0
