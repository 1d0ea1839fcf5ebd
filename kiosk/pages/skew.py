"""The small angle by which lines of print lean, found from how sharply rows alternate with the white between them."""

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.ink import Mask
from kiosk.pages.model import Image
from kiosk.pages.pixels import scaled

WORK_LENGTH = 620
EDGE = 0.03
LARGEST = 5.0
"""Degrees searched on either side; an outline takes care of larger angles."""


def find_skew(mask: Mask) -> float:
    """Degrees counter-clockwise that print leans; turn the page clockwise by it to level the lines."""
    scale = WORK_LENGTH / max(mask.shape)
    small = scaled(mask, scale).copy()
    # the shadow of the binding or of the lid runs straight along the border, however the print leans
    edge = round(EDGE * WORK_LENGTH)
    small[:edge], small[-edge:], small[:, :edge], small[:, -edge:] = 0, 0, 0, 0
    if np.count_nonzero(small) < 50:
        return 0.0
    best = _best(small, np.arange(-LARGEST, LARGEST + 0.01, 0.5))
    return _best(small, np.arange(best - 0.4, best + 0.41, 0.1))


def straighten(page: Image, degrees: float) -> Image:
    """`page` turned clockwise by `degrees`; its own edge is repeated where nothing was seen."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(
        np.uint8
    )


def _best(small: Mask, angles: NDArray[np.float64]) -> float:
    height, width = small.shape
    best = (-1.0, 0.0)
    for angle in angles:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), -float(angle), 1.0)
        turned = cv2.warpAffine(small, turn, (width, height), flags=cv2.INTER_LINEAR)
        score = 0.0
        for axis in (0, 1):
            profile = cv2.reduce(turned, axis, cv2.REDUCE_SUM, dtype=cv2.CV_32S).ravel()
            score = max(score, float(np.square(np.diff(profile).astype(np.float64)).sum()))
        if score > best[0]:
            best = (score, float(angle))
    return best[1]
