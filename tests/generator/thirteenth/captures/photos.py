"""Readable photographs: the camera above the desk, and the visitor's telephone."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures import marks, sheets, surfaces
from tests.generator.thirteenth.captures.optics import cast, jpeg, lit, noisy, slope, soft, toned, uneven, vignette
from tests.generator.thirteenth.captures.scene import FRAMES, bent, cast_shadow, corners, placed, sheet


def _laid(
    paper: Image, ground: Image, random: Random, low: float, high: float, tilt: float, keystone: float, height: int = 9
) -> Image:
    """`paper` (four channels) on `ground`, between `low` and `high` of the frame's height."""
    frame = (ground.shape[0], ground.shape[1])
    where = corners(random, frame, paper.shape[1] / paper.shape[0], random.uniform(low, high), tilt, keystone)
    return placed(paper, ground, where, random.uniform(0.25, 0.6), height)


def _telephone(image: Image, random: Random, noise: tuple[float, float] = (2, 5)) -> Image:
    """Lens, sensor, and what a telephone makes of them."""
    found = noisy(soft(image, random.uniform(0.6, 1.0)), random, random.uniform(*noise), 0.8)
    if random.random() < 0.6:
        found = cv2.addWeighted(found, 1.5, soft(found, 2.0), -0.5, 0).astype(np.uint8)
    return jpeg(found, random.randint(70, 92))


def _ground(random: Random) -> Image:
    return surfaces.desk(random, *random.choice(FRAMES))


def camera_above_the_desk(page: Image, random: Random) -> Image:
    """The kiosk's own camera: nearly straight from above, even light with its lamp a little brighter in the middle."""
    ground = surfaces.plain(random, *FRAMES[0])
    found = _laid(sheet(page), ground, random, 0.82, 0.97, 3, 0.02, 5)
    found = lit(found, vignette(found.shape, random.uniform(0.1, 0.3)))
    found = toned(cast(found, *(random.uniform(0.93, 1.0) for _ in range(3))), random.uniform(0.88, 1.0), 1.05, 8)
    return jpeg(
        noisy(soft(found, random.uniform(0.6, 1.1)), random, random.uniform(1.5, 4), 0.6), random.randint(75, 90)
    )


def in_the_hand_above_the_table(page: Image, random: Random) -> Image:
    """A telephone held over the table, whose shadow falls on part of the sheet."""
    found = _laid(sheet(page), _ground(random), random, 0.68, 0.96, 7, 0.12)
    found = lit(found, cast_shadow(random, found.shape[:2], random.uniform(0.2, 0.5), random.uniform(0.03, 0.09)))
    return _telephone(toned(found, random.uniform(0.9, 1.05), 1.0, 6), random)


def beside_the_window(page: Image, random: Random) -> Image:
    """Daylight from one side: bright there, half as bright at the other, bluish."""
    found = _laid(sheet(page), _ground(random), random, 0.66, 0.95, 6, 0.08, 14)
    found = lit(found, slope(found.shape, random.uniform(0, 360), random.uniform(0.48, 0.7), 1.02))
    return _telephone(cast(found, 1.0, random.uniform(0.95, 0.99), random.uniform(0.88, 0.97)), random)


def letter_just_unfolded(page: Image, random: Random) -> Image:
    """Folded in three: the parts stand up a little, each with a light of its own."""
    folds = (1 / 3 + random.uniform(-0.01, 0.01), 2 / 3 + random.uniform(-0.01, 0.01))
    paper = bent(
        sheets.creased(page, folds, random.uniform(0.15, 0.32), random), random, random.uniform(0.002, 0.006), 1
    )
    found = _laid(paper, _ground(random), random, 0.7, 0.96, 5, 0.1, 20)
    return _telephone(lit(found, slope(found.shape, random.uniform(0, 360), 0.78, 1.0)), random)


def sheet_that_keeps_its_curl(page: Image, random: Random) -> Image:
    """A sheet that was rolled or bent in the bag: its lines run in curves."""
    worn = sheets.crumpled(page, random, random.uniform(0.03, 0.08), random.randint(10, 30))
    paper = bent(worn, random, random.uniform(0.006, 0.018), random.uniform(0.8, 1.6))
    found = _laid(paper, _ground(random), random, 0.68, 0.95, 6, 0.1, 26)
    return _telephone(lit(found, uneven(random, found.shape, 2, 0.78, 1.02)), random)


def among_the_things_of_a_desk(page: Image, random: Random) -> Image:
    """A pen, a mug, other papers lie about, none of them on the sheet."""
    ground = _ground(random)
    height, width = ground.shape[:2]
    frame, paper = (height, width), sheet(marks.written(page, random))
    if random.random() < 0.5:
        other = np.full((height // 2, width // 2, 4), (*(random.randint(205, 240),) * 3, 255), np.uint8)
        away = corners(random, frame, 0.75, 0.5, 40, 0.05)
        away += np.array([random.choice((-0.45, 0.45)) * width, random.choice((-0.4, 0.4)) * height], np.float32)
        ground = placed(other, ground, away, 0.4, 6)
    where = corners(random, frame, page.shape[1] / page.shape[0], random.uniform(0.66, 0.82), 4, 0.06)
    found = placed(paper, ground, where, random.uniform(0.25, 0.6), 9)
    free = {0: float(where[:, 0].min()), 1: width - float(where[:, 0].max())}
    roomy = 0 if free[0] > free[1] else 1
    radius = int(min(width / 9, 0.9 * free[roomy]))
    if radius > width / 16:
        middle = free[roomy] - 1.35 * radius
        centre = (int(middle if roomy == 0 else width - middle), int(random.uniform(0.1, 0.9) * height))
        found = surfaces.mug(found, random, centre, radius)
    if free[1 - roomy] > width / 30:
        x = free[1 - roomy] / 2
        start = (int(x if roomy else width - x), int(random.uniform(0.15, 0.55) * height))
        found = surfaces.pen(found, random, start, width // 4, random.uniform(1.5, 1.64))
    return _telephone(lit(found, uneven(random, found.shape, 2, 0.8, 1.0)), random)


def under_the_kitchen_lamp(page: Image, random: Random) -> Image:
    """In the evening: yellow light, more noise, corners that fall off."""
    found = _laid(sheet(page), surfaces.wood(random, *random.choice(FRAMES)), random, 0.72, 0.97, 5, 0.1)
    found = lit(found, vignette(found.shape, random.uniform(0.2, 0.42)))
    found = toned(
        cast(found, random.uniform(0.6, 0.8), random.uniform(0.85, 0.93), 1.0), random.uniform(0.78, 0.95), 0.95, 10
    )
    return _telephone(found, random, (4, 8))


def cut_out_by_the_telephone(page: Image, random: Random) -> Image:
    """An application that squares the sheet, cuts it out and whitens it; a rim of the table may remain."""
    frame = random.choice(FRAMES)
    rim = random.uniform(0, 0.012)
    ground = surfaces.desk(random, *frame)
    ratio = page.shape[1] / page.shape[0]
    ground = cv2.resize(ground, (int(frame[0] * ratio), frame[0])).astype(np.uint8)
    found = placed(sheet(page), ground, corners(random, ground.shape[:2], ratio, 1 - rim, 0.6, 0.006), 0.3, 4)
    found = lit(found, uneven(random, found.shape, 3, 0.8, 1.0))
    paper = cv2.resize(cv2.GaussianBlur(cv2.resize(found, None, fx=0.1, fy=0.1), (0, 0), 12), found.shape[1::-1])
    whitened = np.clip(found.astype(np.float32) / np.maximum(paper, 60) * random.uniform(235, 262), 0, 255)
    return _telephone(whitened.astype(np.uint8), random, (1, 3))
