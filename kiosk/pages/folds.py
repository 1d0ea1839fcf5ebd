"""A corner folded over the print: long straight edges that run slantwise across the sheet."""

import math

import cv2
import numpy as np

from kiosk.pages.ink import Ink

WORK_LENGTH = 800
LEAST_LENGTH = 0.24
"""Shorter slanting edges (share of the sheet's long side) may be drawings, stamps or handwriting."""
SLANT = (12.0, 78.0)
"""Degrees from the sides of the sheet between which an edge is slanting: creases and rules run along the sides."""


def slanting_length(ink: Ink) -> float:
    """Length of the longest slanting straight edge, as a share of the sheet's long side; 0 where there is none."""
    scale = WORK_LENGTH / max(ink.grey.shape)
    small = cv2.resize(ink.grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    # print would give edges of its own: close it first
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    edges = cv2.Canny(cv2.GaussianBlur(closed, (3, 3), 0), 14, 36)
    margin = round(0.012 * WORK_LENGTH)
    edges[:margin], edges[-margin:], edges[:, :margin], edges[:, -margin:] = 0, 0, 0, 0
    least = round(LEAST_LENGTH * WORK_LENGTH * 0.6)
    found = cv2.HoughLinesP(edges, 1, np.pi / 360, 50, minLineLength=least, maxLineGap=8)
    if found is None:
        return 0.0
    longest = 0.0
    for x1, y1, x2, y2 in found.reshape(-1, 4):
        angle = abs(math.degrees(math.atan2(float(y2 - y1), float(x2 - x1)))) % 90
        if SLANT[0] < angle < SLANT[1]:
            longest = max(longest, math.hypot(float(x2 - x1), float(y2 - y1)))
    return longest / WORK_LENGTH


def is_folded(ink: Ink) -> bool:
    return slanting_length(ink) >= LEAST_LENGTH
