"""A part of the sheet folded over the print: a corner, whose edge runs slantwise across it, or an end."""

import math

import cv2
import numpy as np

from kiosk.pages.flaps import has_flap, is_cropped_by_a_fold
from kiosk.pages.folded_corners import Points, has_folded_corner
from kiosk.pages.ink import Grey, Ink
from kiosk.pages.outline import Outline

WORK_LENGTH = 800
LEAST_LENGTH = 0.24
"""Shorter slanting edges (share of the sheet's long side) may be drawings, stamps or handwriting."""
SLANT = (12.0, 78.0)
"""Degrees from the sides of the sheet between which an edge is slanting: creases and rules run along the sides."""
STRONG, FAINT = (14, 36), (8, 20)
"""Gradients of edges that slant, as soft shadows do too, and of those from side to side."""
MARGIN = round(0.012 * WORK_LENGTH)
"""Pixels along the border in which the sheet's own sides give edges."""


def is_folded(ink: Ink, outline: Outline | None) -> bool:
    closed = without_print(ink)
    if slanting_share(closed) >= LEAST_LENGTH or is_cropped_by_a_fold(ink, outline):
        return True
    edges, letters = _edges_of(closed, FAINT), _middles(ink, closed)
    return has_flap(ink, outline, closed, edges, letters) or has_folded_corner(edges, letters)


def _middles(ink: Ink, closed: Grey) -> Points:
    """The middles of the letters in `closed`."""
    middles = (ink.letters[:, :2] + ink.letters[:, 2:] / 2) * (closed.shape[0] / ink.grey.shape[0])
    # both sides of `closed` were rounded
    return np.asarray(np.minimum(middles, np.array(closed.shape[::-1]) - 1), np.float64)


def without_print(ink: Ink) -> Grey:
    """The page at `WORK_LENGTH` without its print, which would give edges of its own."""
    scale = WORK_LENGTH / max(ink.grey.shape)
    small = cv2.resize(ink.grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    return np.asarray(cv2.GaussianBlur(closed, (3, 3), 0), np.uint8)


def _edges_of(closed: Grey, steps: tuple[int, int]) -> Grey:
    """Edges of the page without print, its own sides left out; `steps`: gradients at which one goes on, and begins."""
    edges = cv2.Canny(closed, *steps)
    edges[:MARGIN], edges[-MARGIN:], edges[:, :MARGIN], edges[:, -MARGIN:] = 0, 0, 0, 0
    return np.asarray(edges, np.uint8)


def slanting_share(closed: Grey) -> float:
    """Length of the longest slanting straight edge of the page without print, as a share of the sheet's long side; 0
    where there is none."""
    least = round(LEAST_LENGTH * WORK_LENGTH * 0.6)
    found = cv2.HoughLinesP(_edges_of(closed, STRONG), 1, np.pi / 360, 50, minLineLength=least, maxLineGap=8)
    if found is None:
        return 0.0
    longest = 0.0
    for x1, y1, x2, y2 in found.reshape(-1, 4):
        angle = abs(math.degrees(math.atan2(float(y2 - y1), float(x2 - x1)))) % 90
        if SLANT[0] < angle < SLANT[1]:
            longest = max(longest, math.hypot(float(x2 - x1), float(y2 - y1)))
    return longest / WORK_LENGTH
