"""Refused for what is not in the picture: a part of the sheet that stayed outside, or any print at all."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.camera import Bend, Lamp, Pose, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import DAY, DOCUMENT_CAMERA
from tests.generator.ninth.captures.pixels import clouds, jpeg, noisy, numbers, pixels, rotated, soft
from tests.generator.tenth.captures import grounds, handled


def set_to_half_format(page: Image, random: Random) -> Image:
    """The scanner was left at A5: half of the sheet, its lines cut through at the side and at the foot."""
    height, width = page.shape[:2]
    sheet = rotated(page, random.uniform(-1, 1), (0, 0), (255,) * 3)
    left = random.choice((0, width - round(width * 148 / 210)))
    half = sheet[: round(height * 210 / 297), left : left + round(width * 148 / 210)].astype(np.float32)
    paper = np.array(random.choice(((250, 251, 251), (240, 246, 248))), np.float32)
    levels = 20 + soft(half, 0.0004 * width) / 255 * (paper - 20)
    return jpeg(pixels(noisy(levels, 1.4, random)), 76)


def slid_aside(page: Image, random: Random) -> Image:
    """Slid from under the counter's camera before it took the picture: a third or more of the sheet is outside."""
    side = random.choice(("head", "left", "right"))
    far = random.uniform(132, 158) if side == "head" else random.uniform(100, 122)
    aim = {"head": (random.uniform(-8, 8), far), "left": (far, 0.0), "right": (-far, 0.0)}[side]
    pose = Pose(DOCUMENT_CAMERA, 0.78, random.uniform(-2, 2), random.uniform(-2, 2), random.uniform(-6, 6), aim)
    seen = look(page, grounds.any_ground(random), pose, random, Bend(0, random.uniform(0, 2)))
    lamp = Lamp((random.uniform(-400, 400), -400, 800), 0.5, DAY)
    return developed(exposed(seen.albedo * lit(seen, [lamp], 0.5), seen.sheet, 224), random, 0.8)


def divider(page: Image, random: Random) -> Image:
    """A sheet of coloured paper that parts two files, fed with the rest: nothing on it but its grain and a fold."""
    height, width = page.shape[:2]
    unit = width / 210
    colour = np.array(
        random.choice(((176, 232, 246), (198, 226, 190), (238, 222, 190), (206, 196, 240), (214, 222, 226))), np.float32
    )
    empty = np.full((height, width, 3), 255, np.uint8)
    sheet = empty / 255 * colour * (1 + 0.008 * clouds(height, width, 2.5 * unit, random, octaves=2))[:, :, None]
    if random.random() < 0.5:
        sheet = sheet * handled.creases(empty, random, (0.5,))
    lid = random.choice((30.0, 245.0))
    turned = rotated(pixels(sheet.astype(np.float32)), random.uniform(-1.5, 1.5), (0, 0), (lid,) * 3)
    return jpeg(pixels(noisy(soft(turned.astype(np.float32), 0.7), 1.5, random)), 76)


def empty_glass(page: Image, random: Random) -> Image:
    """Someone pressed the button and laid nothing down: the white foam of the lid, dust and a few hairs."""
    height, width = page.shape[:2]
    unit = width / 210
    foam = random.uniform(226, 246) * (1 + 0.012 * clouds(height, width, 1.5 * unit, random, octaves=2))
    foam *= 1 + 0.02 * clouds(height, width, 120 * unit, random, octaves=1)
    source = numbers(random)
    dust = np.zeros((height, width), np.uint8)
    for _ in range(random.randint(15, 60)):
        at = int(source.integers(width)), int(source.integers(height))
        cv2.circle(dust, at, int(source.integers(1, 3)), float(source.uniform(60, 160)), -1, cv2.LINE_AA)
    for _ in range(random.randint(1, 4)):
        start, turn = source.uniform((0, 0), (width, height)), source.uniform(0, 6.3)
        bends = turn + np.cumsum(source.normal(0, 0.12, 40))
        path = start + np.cumsum(np.stack([np.cos(bends), np.sin(bends)], 1), axis=0) * 0.25 * unit
        cv2.polylines(dust, [(path * 16).astype(np.int32)], False, 130, 1, cv2.LINE_AA, 4)
    levels = foam * (1 - soft(dust.astype(np.float32), 0.8) / 255 * 0.7)
    tint = np.array((random.uniform(0.97, 1.0), 1, random.uniform(0.98, 1.0)), np.float32)
    return jpeg(pixels(noisy((levels[:, :, None] * tint).astype(np.float32), 1.2, random)), 78)
