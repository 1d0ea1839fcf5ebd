"""How far a capture lies from each refusal: what the verdict measures, over the threshold it compares it with."""

import numpy as np

from kiosk.pages import blur, verdict
from kiosk.pages.folds import LEAST_LENGTH, is_folded, slanting_share, without_print
from kiosk.pages.glare import glare_share
from kiosk.pages.ink import Ink
from kiosk.pages.model import Image, Problem
from kiosk.pages.sharpness import measure
from kiosk.pages.sheet import find_sheet


def margins(image: Image) -> dict[Problem, float]:
    """For each problem the measure over its threshold: from 1 on the page is refused for it, unless for another first.

    Conditions that are yes or no (which sides the sheet touches, the shape of A4) decide whether a measure counts.
    """
    sheet = find_sheet(image)
    outline, page, ink = sheet.outline, sheet.page, sheet.ink
    empty = max(verdict.FEWEST_LINES / max(ink.line_count, 0.5), verdict.FEWEST_LETTERS / max(len(ink.letters), 0.5))
    found = {
        Problem.DARK: verdict.DARKEST_PAPER / max(float(np.median(ink.paper)), 1.0),
        Problem.BLANK: empty,
        Problem.NOT_A_DOCUMENT: max(empty, _texture(ink)) if len(ink.letters) else empty,
    }
    if len(ink.letters):
        found |= {
            Problem.DARK: max(found[Problem.DARK], verdict.DARKEST_PAPER / max(verdict.paper_under_print(ink), 1.0)),
            Problem.CUT_OFF: max(verdict.shortness(outline), verdict.cut_share(ink, outline)),
            Problem.FOLDED: max(slanting_share(without_print(ink)) / LEAST_LENGTH, float(is_folded(ink, outline))),
            Problem.GLARE: glare_share(ink) / verdict.GLARE_SHARE,
            **_softness(ink, page),
        }
    return found


def _texture(ink: Ink) -> float:
    """Marks that are a landscape's or a fabric's."""
    plain = max(verdict.plain_share(ink), 0.01)
    grain = verdict.GRAIN / max(ink.letter_size, 0.5)
    return max(verdict.LEAST_PLAIN / plain, min(verdict.PLAIN_SHARE / plain, grain))


def _softness(ink: Ink, page: Image) -> dict[Problem, float]:
    sharpness = measure(ink)
    length, width = max(page.shape[:2]), min(page.shape[:2])
    soft = blur.SOFT_PAGE / sharpness.median if sharpness.printed else 0.0
    patch = blur.soft_patch(sharpness) / max(blur.SOFT_PATCH, blur.SOFT_PATCH_SHARE * sharpness.printed)
    whole = blur.SHEET_SHAPE[0] <= length / width <= blur.SHEET_SHAPE[1]
    few = [blur.FEWEST_PIXELS / length if whole else 0.0]
    if length <= blur.LOW_LENGTH:
        few += [soft, blur.SMALLEST_LETTERS / blur.letter_height(ink)]
    few.append(blur.FEWEST_DOTS * blur.dots_side(page) / blur.letter_height(ink))
    return {Problem.BLURRED: max(soft, patch), Problem.LOW_RESOLUTION: max(few)}
