"""Print that is there but cannot be read: out of focus, moved, or with too few pixels."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures import surfaces
from tests.generator.thirteenth.captures.optics import (
    defocused,
    generator,
    jpeg,
    lit,
    noisy,
    shaken,
    slope,
    soft,
    toned,
    uneven,
)
from tests.generator.thirteenth.captures.scans import scanned
from tests.generator.thirteenth.captures.scene import corners, placed, sheet
from tests.generator.thirteenth.captures.sheets import ink_box

FRAME = (2400, 1800)


def _photo(page: Image, random: Random, low: float, high: float) -> Image:
    ground = surfaces.desk(random, *FRAME)
    where = corners(random, FRAME, page.shape[1] / page.shape[0], random.uniform(low, high), 6, 0.1)
    found = placed(sheet(page), ground, where, 0.4, 8)
    return lit(found, slope(found.shape, random.uniform(0, 360), random.uniform(0.7, 0.9), 1.0))


def focus_on_something_else(page: Image, random: Random) -> Image:
    """The telephone was too near, or looked for its focus elsewhere."""
    found = defocused(_photo(page, random, 0.75, 0.97), random.randint(10, 16))
    return jpeg(noisy(found, random, random.uniform(1.5, 4), 0.8), random.randint(70, 90))


def hand_that_moved(page: Image, random: Random) -> Image:
    """A photograph taken while the hand moved."""
    found = shaken(_photo(page, random, 0.75, 0.97), random, random.randint(34, 64))
    return jpeg(noisy(found, random, random.uniform(2, 5), 0.8), random.randint(70, 90))


def away_from_the_glass(page: Image, random: Random) -> Image:
    """A sheet held off the glass by what lies under it: a flat scanner sees nothing sharp there."""
    found = soft(scanned(page, random, 2.0, 190, 4), random.uniform(5.8, 9.0))
    found = lit(found, uneven(random, found.shape, 2, 0.72, 0.95))
    return jpeg(noisy(found, random, random.uniform(1, 2.5)), random.randint(75, 90))


def caught_in_the_feeder(page: Image, random: Random) -> Image:
    """The sheet stuck and slid while it was read: most lines are drawn out, doubled and shifted."""
    height = page.shape[0]
    _, top, _, bottom = ink_box(page)
    start, end = int(top + random.uniform(0.02, 0.1) * (bottom - top)), int(random.uniform(0.92, 1.0) * height)
    pull = np.repeat(generator(random).choice((0.12, 0.2, 0.3, 0.3, 1.9, 2.6), height // 45 + 1), 45)
    pace = np.where((np.arange(height) > start) & (np.arange(height) < end), pull[:height], 1.0)
    rows = np.cumsum(pace)
    rows = rows / rows[-1] * (height - 1) if rows[-1] > height - 1 else rows
    slide = 10 * np.sin(np.arange(height) / random.uniform(12, 26)) * (pace != 1.0)
    map_y = np.repeat(rows.astype(np.float32)[:, None], page.shape[1], axis=1)
    map_x = (np.arange(page.shape[1], dtype=np.float32)[None, :] + slide[:, None]).astype(np.float32)
    blurred = cv2.GaussianBlur(page, (1, 31), 5)
    found = cv2.remap(blurred, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return jpeg(noisy(soft(np.asarray(found, np.uint8), 0.7), random, 2), random.randint(75, 90))


def thumbnail_of_a_message(page: Image, random: Random) -> Image:
    """What a messaging program shows in place of the picture; saved instead of it."""
    photo = _photo(page, random, 0.85, 0.98) if random.random() < 0.6 else scanned(page, random)
    height = random.randint(290, 430)
    small = cv2.resize(photo, (height * photo.shape[1] // photo.shape[0], height), interpolation=cv2.INTER_AREA)
    return jpeg(np.asarray(small, np.uint8), random.randint(35, 70))


def from_across_the_room(page: Image, random: Random) -> Image:
    """The sheet is small within the picture: far less than a pixel for each stroke of its letters."""
    height, width = 3264, 2448
    ground = surfaces.desk(random, height, width)
    where = corners(random, (height, width), page.shape[1] / page.shape[0], random.uniform(0.1, 0.15), 25, 0.15)
    small = cv2.resize(page, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    found = placed(sheet(np.asarray(small, np.uint8)), ground, where, 0.5, 6)
    found = toned(lit(found, uneven(random, found.shape, 2, 0.7, 1.0)), random.uniform(0.8, 1.0), 1.0, 8)
    return jpeg(noisy(soft(found, 1.2), random, random.uniform(2, 5), 0.8), random.randint(70, 90))


def coarse_fax(page: Image, random: Random) -> Image:
    """A fax that was sent at its coarsest and printed: letters of a few black steps."""
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    wide, tall = random.randint(370, 450), random.randint(330, 440)
    small = cv2.resize(grey, (wide, tall), interpolation=cv2.INTER_AREA).astype(np.float32)
    small += generator(random).standard_normal(small.shape, np.float32) * 10
    black = (small > random.uniform(195, 225)).astype(np.uint8) * 255
    found = cv2.resize(black, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_NEAREST)
    return jpeg(scanned(soft(np.dstack([found] * 3), 0.8), random, 0.8, 255, 2), 85)
