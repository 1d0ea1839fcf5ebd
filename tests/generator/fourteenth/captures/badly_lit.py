"""Print drowned in the dark, or in the light of something that shines."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fourteenth.captures import grounds
from tests.generator.fourteenth.captures.lens import SMALL_SIZES, View, corners, laid, lit
from tests.generator.fourteenth.captures.tools import (
    Floats,
    Noise,
    clipped,
    compressed,
    densest,
    grained,
    on_paper,
    seeded,
    soft,
    turned_by,
    uneven,
)


def _view(page: Image, noise: Noise, random: Random, fill: float, white: float = 230) -> View:
    width, height = random.choice(SMALL_SIZES)
    ground = random.choice((grounds.wood, grounds.tiles, grounds.dark_mat, grounds.pale_desk))
    where = corners(random, width, height, fill, 0.04, 3.0, page.shape[0] / page.shape[1])
    return laid(on_paper(page, noise, white, 34), ground(noise, random, width, height), where, random, 0.004)


def _taken_in_the_dark(picture: Floats, noise: Noise, random: Random) -> Image:
    """What the sensor makes of next to no light: noise in grains and in blotches of colour."""
    height, width = picture.shape[:2]
    blotches = np.stack([uneven(noise, height, width, 70) for _ in range(3)], axis=2) * 2.5
    picture = soft(grained(picture + 5 + blotches, noise, random.uniform(7, 9), 0.9), 0.7)
    return compressed(clipped(picture), random.randint(62, 76))


def evening_without_a_lamp(page: Image, random: Random) -> Image:
    noise = seeded(random)
    view = _view(page, noise, random, 0.88)
    return _taken_in_the_dark(lit(view.picture, noise, random, 0.5, 0.3) * random.uniform(0.045, 0.065), noise, random)


def lamp_in_the_picture(page: Image, random: Random) -> Image:
    """A bright lamp beside the sheet made the camera close its eye: all else is black."""
    noise = seeded(random)
    view = _view(page, noise, random, 0.70)
    height, width = view.sheet.shape
    picture = view.picture * random.uniform(0.045, 0.06)
    y, x = np.mgrid[0:1:300j, 0:1:225j].astype(np.float32)
    middle = (random.choice((0.05, 0.95)), random.uniform(0.0, 0.06))
    away = np.hypot((x - middle[0]) * width / height, y - middle[1])
    light = np.clip(420 * np.exp(-((away / 0.055) ** 2)), 0, 255) + 26 * np.exp(-away / 0.07)
    large = cv2.resize(light.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    glow = np.array((0.74, 0.92, 1.0), dtype=np.float32)
    return _taken_in_the_dark(picture + large[..., None] * glow, noise, random)


def scanner_whose_lamp_is_out(page: Image, random: Random) -> Image:
    """Nearly black, in the stripes of cells that are not alike."""
    noise = seeded(random)
    sheet = turned_by(on_paper(page, noise, 245, 34), random.uniform(-0.8, 0.8), (245, 245, 245))
    height, width = sheet.shape[:2]
    cells = soft(noise.standard_normal((1, width), dtype=np.float32), 0.6)[..., None] * 4.5
    sheet = sheet * random.uniform(0.028, 0.038) + 9 + cells + uneven(noise, height, width, 2)[..., None] * 2
    return compressed(clipped(grained(sheet, noise, 6.5, 0.7)), random.randint(70, 84))


def _seen_at(view: View, page: Image, x: float, y: float) -> tuple[float, float]:
    """Where a point of the page is in the picture."""
    height, width = page.shape[:2]
    flat = np.array(((0, 0), (width, 0), (width, height), (0, height)), dtype=np.float32)
    there = cv2.getPerspectiveTransform(flat, np.array(view.corners, dtype=np.float32))
    found = cv2.perspectiveTransform(np.array([[[x, y]]], dtype=np.float32), there)[0, 0]
    return float(found[0]), float(found[1])


def _shining(view: View, shine: Floats, noise: Noise, random: Random) -> Image:
    """`shine` is in quarters of the size; where it passes 1 nothing is left but white."""
    height, width = view.sheet.shape
    large = cv2.resize(shine.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    on_sheet = large * (0.1 + 0.9 * soft(view.sheet, 3))
    picture = lit(view.picture, noise, random, 0.18, 0.12) * 0.92 + (on_sheet * 300)[..., None]
    return compressed(clipped(soft(grained(picture, noise, 2.6), 0.6)), random.randint(84, 92))


def _near(view: View, page: Image, random: Random) -> tuple[float, float, int, int]:
    """A place with much print, and the size of the picture, all in quarters."""
    height, width = view.sheet.shape
    x, y = _seen_at(view, page, *densest(page, random, 0.22))
    return x / 4, y / 4, width // 4, height // 4


def flash_on_glossy_paper(page: Image, random: Random) -> Image:
    """The lamp of the telephone mirrored: a white spot, with a halo that fades."""
    noise = seeded(random)
    view = _view(page, noise, random, 0.90, 222)
    x0, y0, width, height = _near(view, page, random)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    size = width * random.uniform(0.15, 0.19)
    away = np.hypot(x - x0, (y - y0) * random.uniform(0.8, 1.1)) / size
    return _shining(view, np.clip(1.9 * np.exp(-(away**2.2)) + 0.35 * np.exp(-away), 0, 2), noise, random)


def window_in_the_pocket(page: Image, random: Random) -> Image:
    """The panes of a window mirrored by a plastic pocket."""
    noise = seeded(random)
    view = _view(page, noise, random, 0.90, 222)
    x0, y0, width, height = _near(view, page, random)
    shine = np.zeros((height, width), dtype=np.float32)
    wide, tall, lean = width * random.uniform(0.16, 0.2), width * random.uniform(0.2, 0.26), random.uniform(-0.3, 0.3)
    for side in (-1, 1):
        for end in (-1, 1):
            pane = [
                (x0 + side * wide * a + end * tall * b * lean, y0 + end * tall * b)
                for a, b in ((0.05, 0.05), (1, 0.05), (1, 1), (0.05, 1))
            ]
            cv2.fillPoly(shine, [np.array(pane, dtype=np.int32)], 1.5)
    return _shining(view, soft(shine, width * 0.006) + 0.08, noise, random)


def tube_on_the_ceiling(page: Image, random: Random) -> Image:
    """A tube of light mirrored across the sheet."""
    noise = seeded(random)
    view = _view(page, noise, random, 0.90, 222)
    x0, y0, width, height = _near(view, page, random)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = random.uniform(-0.35, 0.35)
    along = ((x - x0) * np.cos(angle) + (y - y0) * np.sin(angle)) / (width * random.uniform(0.36, 0.46))
    aside = ((y - y0) * np.cos(angle) - (x - x0) * np.sin(angle)) / (width * random.uniform(0.085, 0.11))
    return _shining(
        view, 1.9 * np.exp(-(aside**4)) * np.exp(-(along**6)) + 0.25 * np.exp(-(aside**2) / 4), noise, random
    )
