"""Captures of the seventh set whose light, focus or size no one could use."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.seventh.light import around, grain, image, jpeg, laid, lit, ramp, surface, tilted

PHOTO, SCAN = (2000, 1500), (1754, 1240)
"""Height and width of the pictures."""
QUALITY = 75


def _photo(page: Image, random: Random, low: float = 0.82) -> Image:
    height, width = PHOTO
    seen = laid(page, surface(height, width, random), around(random, 0.045))
    return lit(seen, ramp(height, width, low, random) * np.float32(0.92))


def _scan(page: Image, random: Random, width: int = SCAN[1]) -> Image:
    height = round(width * page.shape[0] / page.shape[1])
    small = cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA)
    paper = image(12 + small.astype(np.float32) * random.uniform(0.9, 0.95))
    return tilted(paper, random.uniform(-1.4, 1.4), (246, 246, 246))


def hand_trembled(page: Image, random: Random) -> Image:
    """Moved while the shutter was open, by the height of two lines."""
    return jpeg(_dragged(_photo(page, random), random.uniform(24, 32), random), QUALITY)


def sheet_slipped(page: Image, random: Random) -> Image:
    """Drawn through the feeder while it was read."""
    return jpeg(_dragged(_scan(page, random, 1654), random.uniform(27, 35), random), QUALITY)


def too_near(page: Image, random: Random) -> Image:
    """Out of focus all over: points become discs as high as the letters."""
    radius = random.uniform(6.2, 8)
    size = 2 * int(radius) + 3
    y, x = np.mgrid[0:size, 0:size] - size // 2
    disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    return jpeg(grain(cv2.filter2D(_photo(page, random), -1, disc / disc.sum()).astype(np.uint8), 1.0, random), QUALITY)


def _dragged(seen: Image, length: float, random: Random) -> Image:
    angle = random.uniform(0.3, 0.7) * np.pi
    size = int(length) | 1
    kernel = np.zeros((size, size), np.float32)
    middle = size // 2
    step = int(middle * np.cos(angle)), int(middle * np.sin(angle))
    cv2.line(kernel, (middle - step[0], middle - step[1]), (middle + step[0], middle + step[1]), 1.0, 1)
    return cv2.filter2D(seen, -1, kernel / kernel.sum()).astype(np.uint8)


def lamp_off(page: Image, random: Random) -> Image:
    """A room without light: the paper hardly stands out of the black."""
    seen = _photo(page, random).astype(np.float32) * random.uniform(0.055, 0.085)
    return jpeg(grain(image(seen), random.uniform(1.6, 2.6), random), QUALITY)


def scanner_lamp_dead(page: Image, random: Random) -> Image:
    seen = lit(_scan(page, random), ramp(*SCAN, 0.62, random)).astype(np.float32) * random.uniform(0.085, 0.115)
    return jpeg(grain(image(seen), random.uniform(3, 4.5), random), QUALITY)


def ceiling_lamp(page: Image, random: Random) -> Image:
    """A lamp mirrored in a plastic sleeve: a white patch a quarter of the sheet wide hides what is under it."""
    height, width = PHOTO
    seen = _photo(page, random, 0.76)
    middle = random.uniform(0.42, 0.68) * width, random.uniform(0.38, 0.6) * height
    axes = random.uniform(0.22, 0.3) * width, random.uniform(0.17, 0.22) * height
    return jpeg(_shone(seen, middle, axes, random.uniform(0, 180)), QUALITY)


def neon_tube(page: Image, random: Random) -> Image:
    """The same of a tube: a white band across the table of pay."""
    height, width = PHOTO
    middle = random.uniform(0.4, 0.6) * width, random.uniform(0.38, 0.55) * height
    axes = 0.75 * width, random.uniform(0.11, 0.15) * height
    return jpeg(_shone(_photo(page, random, 0.76), middle, axes, random.uniform(-30, 30)), QUALITY)


def _shone(seen: Image, middle: tuple[float, float], axes: tuple[float, float], degrees: float) -> Image:
    height, width = seen.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    turn = np.deg2rad(degrees)
    along = (x - middle[0]) * np.cos(turn) + (y - middle[1]) * np.sin(turn)
    across = (y - middle[1]) * np.cos(turn) - (x - middle[0]) * np.sin(turn)
    far = np.hypot(along / axes[0], across / axes[1])
    veil = 1 / (1 + np.exp((far - 1) * 8))
    return image(seen.astype(np.float32) * 0.9 + 300 * veil[:, :, None] + 26 * np.exp(-far)[:, :, None])


def thumbnail(page: Image, random: Random) -> Image:
    """The small picture of a message, printed and scanned as large as a sheet."""
    dots = random.uniform(50, 63)
    small = cv2.resize(_scan(page, random), None, fx=dots / 150, fy=dots / 150, interpolation=cv2.INTER_AREA)
    packed = jpeg(small.astype(np.uint8), random.randint(40, 60))
    return jpeg(cv2.resize(packed, (SCAN[1], SCAN[0]), interpolation=cv2.INTER_CUBIC).astype(np.uint8), QUALITY)


def webcam(page: Image, random: Random) -> Image:
    """An old camera's 450 by 600 points."""
    small = cv2.resize(_photo(page, random), (450, 600), interpolation=cv2.INTER_AREA).astype(np.uint8)
    packed = jpeg(grain(small, 1.5, random), 60)
    return jpeg(cv2.resize(packed, (PHOTO[1], PHOTO[0]), interpolation=cv2.INTER_LINEAR).astype(np.uint8), QUALITY)
