"""Photographs of the seventh set that can be read: by a window, under an arm's shadow, of a sheet that is bent."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.seventh.light import around, creased, grain, image, jpeg, laid, lit, ramp, spread, surface

SMALL, LARGE = (2592, 1944), (4000, 3000)
"""Height and width of a document camera's and of a telephone's picture."""
_LAMPS = ((1, 1, 1), (0.84, 0.94, 1), (0.9, 0.97, 1), (1, 0.97, 0.93))


def _taken(picture: Image, random: Random, blur: float = 0.5) -> Image:
    """What the camera makes of it: a little soft, sharpened again by its program, noise, JPEG."""
    seen = cv2.GaussianBlur(picture, (0, 0), blur)
    wide = cv2.GaussianBlur(seen, (0, 0), 1.4)
    sharp = cv2.addWeighted(seen, 1.2, wide, -0.2, 0).astype(np.uint8)
    return jpeg(grain(sharp, 1.1, random), 70)


def window_light(page: Image, random: Random) -> Image:
    """A table by a window: perspective, light that falls off to a quarter less."""
    height, width = SMALL
    seen = laid(page, surface(height, width, random), around(random))
    light = ramp(height, width, random.uniform(0.72, 0.84), random) * random.uniform(0.86, 0.92)
    return _taken(lit(seen, light, random.choice(_LAMPS)), random)


def arm_shadow(page: Image, random: Random) -> Image:
    """The arm that holds the telephone throws its shadow over a side of the sheet."""
    height, width = SMALL
    sheet = creased(page, random, 2, 20) if random.random() < 0.4 else page
    seen = laid(sheet, surface(height, width, random), around(random, 0.055))
    dark = np.zeros((height, width), np.float32)
    start = (random.choice((-0.05, 1.05)) * width, random.uniform(0.75, 1.05) * height)
    end = (random.uniform(0.35, 0.65) * width, random.uniform(0.35, 0.7) * height)
    points = [tuple(int(value) for value in point) for point in (start, end)]
    cv2.line(dark, points[0], points[1], 1.0, int(random.uniform(0.14, 0.24) * width))
    cv2.circle(dark, points[1], int(random.uniform(0.11, 0.15) * width), 1.0, -1)
    shadow = spread(dark, width / random.uniform(36, 60)) * random.uniform(0.35, 0.48)
    light = ramp(height, width, random.uniform(0.8, 0.9), random) * 0.9 * (1 - shadow)
    return _taken(lit(seen, light.astype(np.float32), random.choice(_LAMPS)), random)


def bent_sheet(page: Image, random: Random) -> Image:
    """A sheet that was rolled: its lines curve by a few millimetres, taken large by a telephone and a little soft."""
    height, width = LARGE
    rows, columns = page.shape[:2]
    x = np.arange(columns, dtype=np.float32)[None, :]
    y = np.arange(rows, dtype=np.float32)[:, None]
    bend = random.uniform(0.003, 0.006) * rows * random.choice((-1, 1))
    curve = bend * np.sin(np.pi * x / columns * random.uniform(1.0, 1.5))
    across = np.broadcast_to(x, (rows, columns)).astype(np.float32)
    down = (y + curve).astype(np.float32)
    held = cv2.remap(page, across, down, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    slope = 1 + random.uniform(0.02, 0.06) * np.sin(np.pi * x / columns * 1.3)
    sheet = image(held.astype(np.float32) * 0.96 * slope[:, :, None])
    seen = laid(sheet, surface(height, width, random), around(random, 0.06, 0.025))
    light = ramp(height, width, random.uniform(0.72, 0.85), random) * 0.88
    return _taken(lit(seen, light, random.choice(_LAMPS)), random, 1.0)
