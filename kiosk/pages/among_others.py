"""A sheet among other papers and things, which light alone does not tell apart: what lies between four edges."""

from collections.abc import Iterator

import cv2
import numpy as np

from kiosk.pages.model import Image
from kiosk.pages.outline import WORK_HEIGHT, Mask, Outline, outline_of
from kiosk.pages.pixels import Pixels, grey_of, rough, strongest

PRINT = 9
"""Pixels over which dark marks are painted over: print and rules, at the size at which edges are looked for."""
WORD = 31
"""Pixels over which a dark line is no print: 13 mm of a sheet that fills the picture."""
EDGE = 14
"""Gradient of an edge, in any colour: four grey levels from one ground to the other."""
GAP = 9
"""Pixels of an edge that may be missing."""
GROUNDS = 3
"""The largest ones looked at: a table or a newspaper may be larger than the sheet."""
ASIDE, ABOVE = (1.26, 1.56), (1.36, 1.47)
"""Long side over short side of A4 seen from a little aside, and on a glass, whose borders are sides of it."""
STRAIGHT = 0.965
"""Share of four straight sides that the sheet fills."""
LEAST = 0.1
"""Share of the picture that a ground takes."""
LEAST_ASIDE, LEAST_ABOVE = 0.3, 0.85
"""Share of the picture that the sheet takes, seen from aside and on a glass."""


def find_among_others(image: Image) -> Outline | None:
    """The largest even ground in the shape of A4; None where there is none."""
    return next((ground for ground in _grounds(image) if _is_a_whole_sheet(ground)), None)


def grounds_around_print(grey: Pixels) -> Iterator[Outline]:
    """The largest even grounds with four straight sides, the largest first; print may divide them, and reach out of the
    picture. Under a lid one ground differs from another by its shadow, in no colour."""
    return _grounds(grey, around=True)


def _grounds(pixels: Pixels, around: bool = False) -> Iterator[Outline]:
    scale = WORK_HEIGHT / max(pixels.shape[:2])
    small = rough(pixels, scale)
    edges = cv2.max(_edges(_without_print(small, PRINT, PRINT)), _long_lines(small))
    even = cv2.morphologyEx((edges <= EDGE).astype(np.uint8), cv2.MORPH_OPEN, np.ones((GAP, GAP), np.uint8))
    contours, _ = cv2.findContours(even, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:GROUNDS]:
        shape = np.asarray(cv2.convexHull(contour) if around else contour, np.int32)
        if cv2.contourArea(shape) < LEAST * even.size:
            continue
        outline = outline_of(shape, even.shape, scale)
        if outline is not None and outline.solidity >= STRAIGHT and not all(outline.touching):
            yield outline


def _without_print(small: Pixels, tall: int, long: int) -> Pixels:
    """`small` with what is dark over less than so many pixels painted over."""
    return np.asarray(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((tall, long), np.uint8)), np.uint8)


def _edges(plain: Pixels) -> Mask:
    """The steepest gradient of each place, in any colour, as the Sobel operator gives it, up to 255."""
    plain = np.asarray(cv2.GaussianBlur(plain, (0, 0), 1), np.uint8)
    across, down = (cv2.convertScaleAbs(cv2.Sobel(plain, cv2.CV_16S, x, y)) for x, y in ((1, 0), (0, 1)))
    steepest = np.asarray(cv2.max(across, down), np.uint8)
    return steepest if steepest.ndim == 2 else strongest(steepest)


def _long_lines(small: Pixels) -> Mask:
    """Edges of thin dark lines longer than a word, such as the shadow of white paper on white ground is, and rules."""
    grey = small if small.ndim == 2 else grey_of(small)
    return np.asarray(cv2.max(_edges(_without_print(grey, 1, WORD)), _edges(_without_print(grey, WORD, 1))), np.uint8)


def _is_a_whole_sheet(outline: Outline) -> bool:
    above = any(outline.touching)
    least, most = ABOVE if above else ASIDE
    return outline.coverage >= (LEAST_ABOVE if above else LEAST_ASIDE) and least < outline.ratio < most
