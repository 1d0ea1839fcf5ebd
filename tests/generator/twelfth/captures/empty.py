"""Refused as blank: an empty sheet, or the back of a page that shows through weakly."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import bed, camera, desk, lamps, wear
from tests.generator.twelfth.captures.camera import EIGHT, View
from tests.generator.twelfth.captures.device import soft, to_image


def _back(page: Image, random: Random, strength: float) -> Image:
    """The back of the page: its print mirrored, diffused by the paper, a few levels darker than it."""
    seen = np.asarray(soft(to_image(cv2.flip(page, 1)), random.uniform(3, 5)), np.float32)
    return to_image(252 - (255 - seen) * strength)


def back_through_the_feeder(page: Image, random: Random) -> Image:
    """The wrong side scanned: weak mirrored print through the paper, folds at times."""
    page = _back(page, random, random.uniform(0.02, 0.08))
    if random.random() < 0.5:
        page = wear.folded_flat(page, random, random.uniform(0.05, 0.15))
    page = bed.whole(page, random, random.uniform(-1.5, 1.5), random.randint(215, 248), random.uniform(0.005, 0.02))
    return bed.sensed(bed.streaked(page, random) if random.random() < 0.5 else page, random)


def empty_on_the_glass(page: Image, random: Random) -> Image:
    """A sheet with nothing on it: white, yellowed or recycled grey, a little dust."""
    shade = random.choice(((254, 254, 254), (225, 240, 248), (222, 224, 224)))
    sheet = np.full_like(page, 255)
    sheet[:] = shade
    if random.random() < 0.5:
        sheet = wear.crumpled(sheet, random, random.uniform(0.05, 0.15))
    if random.random() < 0.4:
        sheet = wear.punched(sheet, random, 205)
    sheet = bed.whole(sheet, random, random.uniform(-2, 2), random.randint(160, 235), random.uniform(0.01, 0.04))
    return bed.sensed(bed.specked(sheet, random, random.randint(0, 12)), random)


def back_under_the_camera(page: Image, random: Random) -> Image:
    """The wrong side up, or an empty sheet, on a table under the camera or a telephone."""
    page = _back(page, random, random.choice((0.0, random.uniform(0.02, 0.06))))
    if random.random() < 0.6:
        page = wear.folded_flat(page, random, random.uniform(0.06, 0.18))
    view = View(random.uniform(0.72, 0.95), random.uniform(-5, 5), random.uniform(0.01, 0.08))
    table = random.choice((desk.wooden, desk.laminate, desk.mat))(*EIGHT, random)
    sheet = camera.with_cover(page, random.uniform(-0.004, 0.008))
    image = camera.put(sheet, table, camera.corners(page.shape, EIGHT, view, random), 0.4)
    field = random.choice((lamps.lamp, lamps.window))(EIGHT, random, random.uniform(0.7, 0.9))
    return camera.taken(image, random, field, luma=random.uniform(2, 4))
