"""What is wrong with a sheet that was found in a capture."""

import cv2
import numpy as np

from kiosk.pages import blur
from kiosk.pages.borders import cut_letters, cuts_frames, runs_out
from kiosk.pages.folds import is_folded
from kiosk.pages.glare import glare_share
from kiosk.pages.ink import Ink
from kiosk.pages.model import Image, Problem
from kiosk.pages.outline import LEAST_SHEET, Outline

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
GREAT_GLARE = 0.06
"""Above this share a slanting edge is the rim of the glare, not a fold."""
PLAIN_SHARE = 0.74
LEAST_PLAIN = 0.54
"""Share of a sheet that is plain paper; dense payslips keep 0.8, landscapes and fabrics 0.4 to 0.7."""
GRAIN = 8.5
"""Median size in pixels, at working size, under which marks are a texture's grain and not letters."""


def problems_of(ink: Ink, page: Image, outline: Outline | None) -> list[Problem]:
    """What is wrong with `page`, measured as `ink` and cut out along `outline`; the worst first. Where nothing can be
    made out, one reason is enough."""
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
    if plain < LEAST_PLAIN or (plain < PLAIN_SHARE and ink.letter_size < GRAIN):
        return [Problem.NOT_A_DOCUMENT]
    if paper_under_print(ink) < DARKEST_PAPER:
        return [Problem.DARK]
    if blur.has_too_few_pixels(page):
        return [Problem.LOW_RESOLUTION]
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
