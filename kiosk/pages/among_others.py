"""A sheet among other papers and things, which light alone does not tell apart: what lies between four edges."""

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image
from kiosk.pages.outline import WORK_HEIGHT, Outline, outline_of
from kiosk.pages.pixels import rough

PRINT = 9
"""Pixels over which dark marks are painted over: print and rules, at the size at which edges are looked for."""
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
LEAST_ASIDE, LEAST_ABOVE = 0.3, 0.85
"""Share of the picture that the sheet takes, seen from aside and on a glass."""


def find_among_others(image: Image) -> Outline | None:
    """The largest even ground in the shape of A4; None where there is none."""
    scale = WORK_HEIGHT / max(image.shape[:2])
    plain = cv2.morphologyEx(rough(image, scale), cv2.MORPH_CLOSE, np.ones((PRINT, PRINT), np.uint8))
    plain = cv2.GaussianBlur(plain, (0, 0), 1)
    steps = [cv2.convertScaleAbs(cv2.Sobel(plain, cv2.CV_16S, x, y)) for x, y in ((1, 0), (0, 1))]
    blue, green, red = cv2.split(cv2.max(*steps))
    edges = cv2.max(cv2.max(blue, green), red)
    even = cv2.morphologyEx((edges <= EDGE).astype(np.uint8), cv2.MORPH_OPEN, np.ones((GAP, GAP), np.uint8))
    contours, _ = cv2.findContours(even, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    grounds = (np.asarray(one, np.int32) for one in sorted(contours, key=cv2.contourArea, reverse=True)[:GROUNDS])
    sheets = (_sheet(ground, even.shape, scale) for ground in grounds)
    return next((sheet for sheet in sheets if sheet is not None), None)


def _sheet(ground: NDArray[np.int32], shape: tuple[int, ...], scale: float) -> Outline | None:
    outline = outline_of(ground, shape, scale)
    if outline is None or outline.solidity < STRAIGHT or all(outline.touching):
        return None
    above = any(outline.touching)
    least, most = ABOVE if above else ASIDE
    if outline.coverage < (LEAST_ABOVE if above else LEAST_ASIDE) or not least < outline.ratio < most:
        return None
    return outline
