"""What lies under a sheet: tables, mats, cloths, a lap."""

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures.tools import Field, Lot, picture, resized, waves


def _coloured(shade: Field, colour: tuple[float, float, float]) -> Image:
    return picture(shade[:, :, None] * np.array(colour, np.float32))


def dark_mat(height: int, width: int, rng: Lot) -> Image:
    grain = waves(rng, height, width, width // 6, height // 6, 0.85, 1.15)
    level = rng.uniform(34, 62)
    return _coloured(grain, (level * 1.03, level, level * 0.97))


def light_table(height: int, width: int, rng: Lot) -> Image:
    grain = waves(rng, height, width, width // 10, height // 10, 0.98, 1.02)
    level = rng.uniform(165, 205)
    return _coloured(grain, (level * 0.95, level * 0.98, level))


def wood(height: int, width: int, rng: Lot) -> Image:
    """Long fibres, wide bands, a joint of planks."""
    base = waves(rng, height, width, 5, 90, 0.82, 1.1) * waves(rng, height, width, 14, height // 4, 0.9, 1.08)
    plank = height // int(rng.integers(3, 6))
    for top in range(int(rng.integers(0, plank)), height, plank):
        base[top : top + plank] *= rng.uniform(0.9, 1.08)
        base[top : top + max(2, height // 900)] *= 0.5
    colours = ((70, 110, 160), (95, 140, 185), (45, 70, 105))
    return _coloured(base, colours[int(rng.integers(3))])


def checked_cloth(height: int, width: int, rng: Lot) -> Image:
    """Oilcloth in squares, white and one colour."""
    step = width // int(rng.integers(12, 20))
    y, x = np.mgrid[0 : height // 2 + 1, 0 : width // 2 + 1] * 2
    share = resized(((x // step) % 2 + (y // step) % 2) / 2.0, width, height, cv2.INTER_LINEAR)
    colours = ((50, 50, 190), (150, 90, 40), (70, 140, 60))
    colour = np.array(colours[int(rng.integers(3))], np.float32)
    cloth = (1 - share)[:, :, None] * np.float32(225) + share[:, :, None] * colour
    return picture(cloth * waves(rng, height, width, width // 8, height // 8, 0.95, 1.03)[:, :, None])


def flowered_cloth(height: int, width: int, rng: Lot) -> Image:
    """Plastic cloth with flowers strewn over it."""
    cloth = np.full((height, width, 3), (205, 222, 226), np.uint8)
    size = width // 40
    for _ in range(130):
        x, y = int(rng.integers(0, width)), int(rng.integers(0, height))
        colour = tuple(int(one) for one in rng.integers(60, 215, 3))
        for turn in range(5):
            angle = turn * 1.2566 + x
            cv2.circle(cloth, (int(x + size * np.cos(angle)), int(y + size * np.sin(angle))), size * 2 // 3, colour, -1)
        cv2.circle(cloth, (x, y), size // 2, (60, 200, 230), -1)
    return picture(cloth * waves(rng, height, width, 30, 40, 0.94, 1.02)[:, :, None])


def lap(height: int, width: int, rng: Lot) -> Image:
    """Jeans over two thighs, the gap between them in shadow."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    weave = 1 + 0.10 * np.sin((x + y) * 6.28 / max(6, width / 330))
    legs = 0.35 + 0.65 * np.abs(np.sin(x / width * 6.28)) ** 0.5
    worn = waves(rng, height, width, 12, 16, 0.8, 1.15) * waves(rng, height, width, width // 5, height // 5, 0.88, 1.12)
    return _coloured((weave * legs * worn).astype(np.float32), (120, 85, 62))


def stone(height: int, width: int, rng: Lot) -> Image:
    """A kitchen's worktop, speckled."""
    specks = waves(rng, height, width, width // 7, height // 7, -0.6, 1.6)
    shade = np.clip(specks, 0.62, 1.05) * waves(rng, height, width, width // 25, height // 25, 0.75, 1.1)
    level = rng.uniform(80, 150)
    return _coloured(shade.astype(np.float32), (level, level * 1.01, level * 1.04))
