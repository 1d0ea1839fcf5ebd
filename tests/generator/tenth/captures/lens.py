"""Refused for what the lens or the sensor did: smeared, almost without light, too few pixels."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.camera import Lamp, Pose, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import DAY, DOCUMENT_CAMERA, held
from tests.generator.ninth.captures.pixels import (
    Plane,
    clouds,
    coloured,
    displayed,
    grey_of,
    jpeg,
    noisy,
    pixels,
    rotated,
    soft,
)
from tests.generator.tenth.captures import grounds


def _on_a_counter(page: Image, random: Random) -> Plane:
    """Levels of a good photograph before lens and noise."""
    seen = look(page, grounds.any_ground(random), held(random, DOCUMENT_CAMERA, (0.78, 0.86), 4, 4), random)
    lamp = Lamp((random.choice((-1, 1)) * random.uniform(200, 600), random.uniform(-400, 0), 800), 0.6, DAY)
    return exposed(seen.albedo * lit(seen, [lamp], 0.4), seen.sheet, 222)


def greasy_lens(page: Image, random: Random) -> Image:
    """A finger's grease on the lens: every letter drawn out along the wipe, a milky veil about all that is light."""
    light = np.power(_on_a_counter(page, random) / 255, 2.2).astype(np.float32)
    long, short, turn = random.uniform(13, 18), random.uniform(6.5, 8.5), random.uniform(0, 3.14)
    reach = np.arange(-45, 46, dtype=np.float32)
    along = reach[None, :] * np.cos(turn) + reach[:, None] * np.sin(turn)
    aside = reach[:, None] * np.cos(turn) - reach[None, :] * np.sin(turn)
    kernel = np.exp(-0.5 * ((along / long) ** 2 + (aside / short) ** 2))
    smeared = np.asarray(cv2.filter2D(light, -1, (kernel / kernel.sum()).astype(np.float32)), dtype=np.float32)
    return developed(displayed(0.74 * smeared + 0.26 * soft(light, 110)), random, 0.8, 1.6, 80)


def wrist_turned(page: Image, random: Random) -> Image:
    """The wrist turned while the shutter was open: every line swept along an arc about a point beside the sheet."""
    light = np.power(_on_a_counter(page, random) / 255, 2.2).astype(np.float32)
    height, width = light.shape[:2]
    pivot = random.choice((-0.4, 1.4)) * width, random.choice((-0.1, 1.1)) * height
    angle = random.uniform(1.8, 2.4) / 2
    for halving in range(7):
        moved = []
        for way in (-1, 1):
            matrix = cv2.getRotationMatrix2D(pivot, way * angle / 2 ** (halving + 1), 1)
            moved.append(cv2.warpAffine(light, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE))
        light = ((moved[0] + moved[1]) / 2).astype(np.float32)
    return developed(displayed(light), random, 0.8)


def dusk(page: Image, random: Random) -> Image:
    """No lamp lit and the night falling: bluish black, the sheet a shape hardly lighter than the counter."""
    seen = look(page, grounds.any_ground(random), held(random, DOCUMENT_CAMERA, (0.77, 0.86), 5, 5), random)
    window = Lamp((random.choice((-1, 1)) * 700, random.uniform(-600, 200), 600), 0.6, (1.0, 0.8, 0.66))
    levels = exposed(seen.albedo * lit(seen, [window], 0.3), seen.sheet, random.uniform(22, 34))
    return jpeg(pixels(noisy(soft(levels, 1.1), 4, random, 1.0, 1.0)), 70)


def brightness_at_its_lowest(page: Image, random: Random) -> Image:
    """A scan whose brightness someone set to the lowest: paper nearly black, in grey, coarse steps of tone."""
    height, width = page.shape[:2]
    scan = grey_of(rotated(page, random.uniform(-1.2, 1.2), (0, 0), (255,) * 3))
    paper, ink = random.uniform(20, 32), random.uniform(3, 7)
    levels = ink + soft(scan, 0.0005 * width) / 255 * (paper - ink)
    levels *= 1 + 0.06 * clouds(height, width, height / 3, random, octaves=1)
    return jpeg(coloured(noisy(levels.astype(np.float32), 1.3, random)), 68)


def webcam(page: Image, random: Random) -> Image:
    """The camera of a laptop computer: the whole picture is 640 by 480 pixels, sharpened until it rings."""
    pose = Pose((480, 640), random.uniform(0.62, 0.74), random.uniform(-5, 5), 0, random.uniform(-5, 5))
    seen = look(page, grounds.any_ground(random), pose, random)
    lamp = Lamp((random.uniform(-400, 400), -500, 800), 0.5, DAY)
    levels = exposed(seen.albedo * lit(seen, [lamp], 0.5), seen.sheet, 220)
    sharp = levels * np.float32(1.8) - soft(levels, 1.2) * np.float32(0.8)
    return jpeg(pixels(noisy(sharp, 3, random, 0.7, 0.6)), random.randint(55, 70))


def squeezed_attachment(page: Image, random: Random) -> Image:
    """Made small for an upload of few kilobytes: 40 dots to the inch, a JPEG's squares; or enlarged again in blocks."""
    height, width = page.shape[:2]
    scan = rotated(page, random.uniform(-1.5, 1.5), (0, 0), (238,) * 3)
    part = random.uniform(36, 42) / 200
    small = cv2.resize(scan, (round(width * part), round(height * part)), interpolation=cv2.INTER_AREA)
    packed = jpeg(small.astype(np.uint8), random.randint(14, 24))
    times = random.choice((1, 3, 5))
    return packed.repeat(times, axis=0).repeat(times, axis=1)
