"""The outline of a sheet in a small picture, quickly, and whether it lies still. The verdict comes later."""

from collections import deque

import cv2
import numpy as np
from numpy.typing import NDArray

from hardware.camera.api import Corners

Picture = NDArray[np.uint8]

WORK_HEIGHT = 240
LEAST_SHARE = 0.15
"""Of the picture. Smaller light patches are reflections."""

INSIDE = 0.01
"""A corner nearer to the border may be cut off."""

STEADY_LOOKS = 4
STEADY_MOVE = 0.012
"""Of the picture's height: what a hand that lies still trembles."""


def find_corners(picture: Picture) -> Corners | None:
    """The four corners of the largest light sheet, or None when none is whole in the picture."""
    scale = WORK_HEIGHT / picture.shape[0]
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (5, 5), 0)
    _, light = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    light = cv2.morphologyEx(light, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    contours, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    largest = cv2.convexHull(max(contours, key=cv2.contourArea))
    height, width = grey.shape
    if cv2.contourArea(largest) < LEAST_SHARE * height * width:
        return None
    quad = cv2.approxPolyDP(largest, 0.03 * cv2.arcLength(largest, closed=True), closed=True)
    if len(quad) != 4:
        return None
    points = _ordered(quad.reshape(4, 2) / (width, height))
    if any(not (INSIDE < x < 1 - INSIDE and INSIDE < y < 1 - INSIDE) for x, y in points):
        return None
    return points


def _ordered(points: NDArray[np.float64]) -> Corners:
    sums, differences = points.sum(axis=1), points[:, 0] - points[:, 1]
    places = (sums.argmin(), differences.argmax(), sums.argmax(), differences.argmin())
    a, b, c, d = ((float(points[place][0]), float(points[place][1])) for place in places)
    return a, b, c, d


class Stillness:
    """Says when the corners have not moved for `STEADY_LOOKS` looks."""

    def __init__(self) -> None:
        self._seen: deque[Corners] = deque(maxlen=STEADY_LOOKS)

    def look(self, corners: Corners | None) -> bool:
        """Add one look; whether the sheet lies still now."""
        if corners is None:
            self._seen.clear()
            return False
        self._seen.append(corners)
        if len(self._seen) < STEADY_LOOKS:
            return False
        moves = np.ptp(np.asarray(self._seen), axis=0)
        return bool(moves.max() < STEADY_MOVE)
