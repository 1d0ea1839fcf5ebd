"""Numbers and pixels: random clouds, noise of a sensor, JPEG, light in linear numbers. Pictures are BGR."""

from random import Random
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image

Plane = NDArray[np.floating[Any]]
"""Height × width, with or without three colours."""

GAMMA = 2.2
_LINEAR = (np.arange(256) / 255).astype(np.float32) ** np.float32(GAMMA)


def numbers(random: Random) -> np.random.Generator:
    return np.random.default_rng(random.getrandbits(64))


def pixels(picture: Plane) -> Image:
    """Levels 0 to 255 back to pixels."""
    return np.asarray(np.clip(picture + 0.5, 0, 255), dtype=np.uint8)


def linear(picture: Image) -> Plane:
    """How much light each pixel sends back, 0 to 1."""
    return _LINEAR[picture]


def displayed(light: Plane) -> Plane:
    """Light 0 to 1 as levels 0 to 255; what is brighter than the sensor bears is white."""
    return np.asarray(cv2.pow(np.clip(light, 0, 1), 1 / GAMMA) * 255, dtype=np.float32)


def clouds(height: int, width: int, cell: float, random: Random, stretch: float = 1, octaves: int = 3) -> Plane:
    """Smooth random numbers about 0, most within ±1; spots `cell` pixels high and `stretch` times as wide."""
    source = numbers(random)
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        rows = max(2, int(height / cell * 2**octave) + 2)
        columns = max(2, int(width / cell / stretch * 2**octave) + 2)
        small = source.normal(0, 1, (min(rows, height), min(columns, width))).astype(np.float32)
        total += cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC) * np.float32(0.6**octave)
    return total * np.float32(0.6)


def soft(picture: Plane, sigma: float) -> Plane:
    """Blurred; wide blurs are reckoned on a smaller picture."""
    step = max(1, int(sigma / 5))
    if step == 1:
        return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), dtype=np.float32)
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (max(1, width // step), max(1, height // step)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma / step)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.float32)


def noisy(picture: Plane, sigma: float, random: Random, colour: float = 0.4, clump: float = 0.5) -> Plane:
    """Noise of `sigma` levels, a part of it in colour, in clumps of `clump` pixels as cameras leave it."""
    source = numbers(random)
    grey = source.standard_normal(picture.shape[:2], dtype=np.float32)
    grey = cv2.GaussianBlur(grey, (0, 0), clump) * (1 + clump)
    if picture.ndim == 2:
        return picture + np.float32(sigma) * grey
    height, width = picture.shape[:2]
    coarse = source.standard_normal((height // 2 + 1, width // 2 + 1, 3), dtype=np.float32)
    tints = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)
    return picture + np.float32(sigma) * (grey[:, :, None] + np.float32(colour) * tints)


def jpeg(picture: Image, quality: int) -> Image:
    """As it comes out of a JPEG file."""
    _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), dtype=np.uint8)


def grey_of(page: Image) -> Plane:
    return np.asarray(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), dtype=np.float32)


def coloured(grey: Plane) -> Image:
    """A grey picture in three equal colours."""
    return cv2.cvtColor(pixels(grey), cv2.COLOR_GRAY2BGR).astype(np.uint8)


def rotated(picture: Image, degrees: float, shift: tuple[float, float], outside: tuple[float, float, float]) -> Image:
    """Turned about its middle and moved by `shift` pixels, in a frame of the same size."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    matrix[:, 2] += np.array(shift)
    return cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=outside).astype(np.uint8)


def ink_centre(page: Image) -> tuple[float, float]:
    """Where the print is densest but for the outer third, as parts of the width and of the height."""
    height, width = page.shape[:2]
    ink = soft((255 - grey_of(page)).astype(np.float32), width * 0.09)
    top, left = int(height * 0.28), int(width * 0.3)
    inner = ink[top : int(height * 0.62), left : int(width * 0.7)]
    down, across = np.unravel_index(int(np.argmax(inner)), inner.shape)
    return (float(across) + left) / width, (float(down) + top) / height


def through(page: Image, strength: float) -> Plane:
    """Factor by which the print of the other side shows through: `page` mirrored, soft and faint."""
    back = soft(255 - grey_of(cv2.flip(page, 1).astype(np.uint8)), page.shape[1] * 0.0012)
    return 1 - np.float32(strength) * back / 255
