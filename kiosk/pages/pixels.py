"""Pixels made smaller, grey, turned: what nearly every step begins with."""

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image

Pixels = NDArray[np.uint8]
"""Grey (height × width) or colour (height × width × 3)."""


def scaled(pixels: Pixels, scale: float) -> Pixels:
    """`pixels` made `scale` times as large; the very same array where that changes nothing."""
    if scale == 1.0:
        return pixels
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    height, width = pixels.shape[:2]
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    return np.asarray(cv2.resize(pixels, size, interpolation=way), np.uint8)


def rough(pixels: Pixels, scale: float) -> Pixels:
    """As `scaled`, from some of the pixels only: several times as fast, where only large shapes matter."""
    step = max(int(0.5 / scale), 1)
    height, width = pixels.shape[:2]
    some = cv2.resize(pixels, (-(-width // step), -(-height // step)), interpolation=cv2.INTER_NEAREST)
    return scaled(np.asarray(some, np.uint8), min(scale * step, 1.0))


def fitted(pixels: Pixels, longest: int) -> tuple[Pixels, float]:
    """`pixels` with a long side of at most `longest`, and the scale it took."""
    scale = min(1.0, longest / max(pixels.shape[:2]))
    return scaled(pixels, scale), scale


def grey_of(image: Image) -> Pixels:
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), np.uint8)


def strongest(image: Image) -> Pixels:
    """The most of the three colours of each pixel."""
    blue, green, red = cv2.split(image)
    return np.asarray(cv2.max(cv2.max(blue, green), red), np.uint8)


def weakest(image: Image) -> Pixels:
    """The least of the three colours of each pixel: what is coloured is dark in one of them."""
    blue, green, red = cv2.split(image)
    return np.asarray(cv2.min(cv2.min(blue, green), red), np.uint8)
