"""So much light in one place that the print there is gone."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures import surfaces
from tests.generator.thirteenth.captures.optics import (
    Plane,
    jpeg,
    lit,
    noisy,
    picture,
    slope,
    soft,
    toned,
)
from tests.generator.thirteenth.captures.scene import cast_shadow, corners, placed, sheet
from tests.generator.thirteenth.captures.sheets import crowded

FRAME = (2400, 1800)


def _burnt(image: Image, shape: Plane, strength: float) -> Image:
    """Light added to the picture: where `shape` is 1 nothing but white remains."""
    return picture(image.astype(np.float32) + strength * shape[:, :, None] * np.array([250, 255, 255], np.float32))


def _softly(shape: Plane, sigma: float) -> Plane:
    """`shape` blurred; wide blurs are drawn small, for they take long."""
    times = max(int(sigma // 6), 1)
    small = cv2.resize(shape, None, fx=1 / times, fy=1 / times, interpolation=cv2.INTER_AREA)
    return cv2.resize(cv2.GaussianBlur(small, (0, 0), sigma / times), shape.shape[::-1]).astype(np.float32)


def _on_print(image: Image, page: Image, random: Random) -> tuple[int, int]:
    """A crowded point of `page`, about where it came to lie in `image`."""
    x, y = crowded(page, random, 420)
    pad_x, pad_y = (image.shape[1] - page.shape[1] * 0.9) / 2, (image.shape[0] - page.shape[0] * 0.9) / 2
    return int(pad_x + x * 0.9), int(pad_y + y * 0.9)


def _straight(page: Image, random: Random) -> Image:
    """From right above, so that what is where on the page is known: the sheet takes nine tenths of the frame."""
    height, width = int(page.shape[0] * 1.06), int(page.shape[1] * 1.12)
    ground = surfaces.desk(random, height, width)
    where = corners(random, (height, width), page.shape[1] / page.shape[0], 0.9 / 1.06, 1.5, 0.02)
    where += np.array([width, height], np.float32) / 2 - where.mean(axis=0)
    return lit(placed(sheet(page), ground, where, 0.4, 8), slope((height, width), random.uniform(0, 360), 0.75, 0.95))


def _taken(image: Image, random: Random) -> Image:
    return jpeg(noisy(soft(image, 0.8), random, random.uniform(1.5, 3.5), 0.7), random.randint(72, 90))


def flash_of_the_telephone(page: Image, random: Random) -> Image:
    """The flash comes back from glossy paper as one round burnt spot."""
    found = _straight(page, random)
    centre, radius = _on_print(found, page, random), random.uniform(0.11, 0.18) * found.shape[1]
    spot: Plane = np.zeros(found.shape[:2], np.float32)
    cv2.circle(spot, centre, int(radius), 1.0, -1)
    return _taken(_burnt(found, 1.3 * _softly(spot, radius * 0.14) + 0.45 * _softly(spot, radius * 0.7), 1.0), random)


def tube_on_a_plastic_pocket(page: Image, random: Random) -> Image:
    """A sheet left in its plastic pocket: the ceiling's tubes lie on it as long white bars."""
    found = toned(_straight(page, random), 1.0, 0.95, 18)
    x, y = _on_print(found, page, random)
    shape: Plane = np.zeros(found.shape[:2], np.float32)
    angle, reach = random.uniform(-0.5, 0.5) + random.choice((0.0, 1.57)), random.uniform(0.34, 0.5) * found.shape[1]
    for aside in (0, random.choice((-330, 330))) if random.random() < 0.5 else (0,):
        middle = np.array([x - aside * np.sin(angle), y + aside * np.cos(angle)])
        arm = reach * np.array([np.cos(angle), np.sin(angle)])
        ends = [tuple(int(one) for one in end) for end in (middle - arm, middle + arm)]
        cv2.line(shape, ends[0], ends[1], 1.0, random.randint(90, 150), cv2.LINE_AA)
    wave = np.arange(found.shape[1], dtype=np.float32)[None, :]
    rows = np.arange(found.shape[0], dtype=np.float32)[:, None]
    bend_x = (wave + 14 * np.sin(rows / random.uniform(30, 90))).astype(np.float32)
    bend_y = (rows + 10 * np.sin(wave / random.uniform(50, 110))).astype(np.float32)
    shape = cv2.remap(shape, bend_x, bend_y, cv2.INTER_LINEAR).astype(np.float32)
    return _taken(_burnt(found, _softly(shape, 8) + 0.3 * _softly(shape, 60), 1.0), random)


def patch_of_sun(page: Image, random: Random) -> Image:
    """The sun falls through the window onto part of the sheet, which burns out; the rest is exposed rightly."""
    found = lit(
        _straight(page, random), cast_shadow(random, (int(page.shape[0] * 1.06), int(page.shape[1] * 1.12)), 0.15, 0.1)
    )
    x, y = _on_print(found, page, random)
    wide, tall, lean = random.randint(230, 380), random.randint(260, 480), random.randint(-160, 160)
    points = np.array(
        [
            [x - wide, y - tall],
            [x + wide, y - tall + lean // 2],
            [x + wide + lean, y + tall],
            [x - wide + lean, y + tall],
        ]
    )
    shape: Plane = np.zeros(found.shape[:2], np.float32)
    cv2.fillPoly(shape, [points.astype(np.int32)], 1.0)
    across, down = points[[0, 3]].mean(axis=0), points[[1, 2]].mean(axis=0)
    ends = [tuple(int(one) for one in end) for end in (across, down)]
    cv2.line(shape, ends[0], ends[1], 0.1, random.randint(20, 50))
    return _taken(_burnt(found, 1.15 * _softly(shape, random.uniform(6, 15)) + 0.15 * _softly(shape, 80), 1.0), random)
