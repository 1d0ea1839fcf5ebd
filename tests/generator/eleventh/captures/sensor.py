"""Refused for what reached the sensor: smeared or scattered print, or too few pixels of it."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.eleventh.captures.photos import striped_cloth
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.camera import Bend, Lamp, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import held
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

_DAY = (1.0, 0.99, 0.96)


def on_a_table(page: Image, random: Random, size: tuple[int, int] = (2592, 1944), fill: float = 0.8) -> Plane:
    """Levels of a good photograph of `page` before lens and noise."""
    table = random.choice((tables.wood, tables.laminate, tables.granite, striped_cloth))(random)
    pose = held(random, size, (fill - 0.03, fill + 0.03), 4, 4)
    seen = look(page, table, pose, random, Bend(0, random.uniform(0, 2)))
    lamp = Lamp((random.choice((-1, 1)) * random.uniform(200, 600), random.uniform(-400, 0), 800), 0.6, _DAY)
    return exposed(seen.albedo * lit(seen, [lamp], 0.4), seen.sheet, 220)


def jolted(page: Image, random: Random) -> Image:
    """Someone knocked the arm: the camera swung to and fro while it exposed, the print is there two or three times."""
    light = np.power(on_a_table(page, random) / 255, 2.2).astype(np.float32)
    time = np.linspace(0, 1, 400)
    turn, swing = random.uniform(0, 3.14), random.uniform(20, 27) * np.exp(-1.1 * time)
    back = swing * np.cos(time * random.uniform(7, 11))
    aside = random.uniform(5, 9) * np.sin(time * random.uniform(5, 9))
    path = np.stack([back * np.cos(turn) - aside * np.sin(turn), back * np.sin(turn) + aside * np.cos(turn)], 1) + 40
    kernel = np.zeros((81, 81), np.float32)
    for x, y in path:
        kernel[round(y), round(x)] += 1
    kernel = soft(kernel, 1.2)
    smeared = np.asarray(cv2.filter2D(light, -1, kernel / kernel.sum()), dtype=np.float32)
    return developed(displayed(smeared), random, 0.8, 1.6, 82)


def frosted_folder(page: Image, random: Random) -> Image:
    """Left in a folder of frosted plastic on the glass: the milky grain scatters every letter into a haze."""
    height, width = page.shape[:2]
    unit = width / 210
    grain = [1.4 * unit * clouds(height, width, 0.5 * unit, random, octaves=1) for _ in range(2)]
    at_x = np.arange(width, dtype=np.float32)[None, :] + grain[0]
    at_y = np.arange(height, dtype=np.float32)[:, None] + grain[1]
    hazy = soft(page.astype(np.float32), random.uniform(1.0, 1.3) * unit)
    hazy = np.asarray(cv2.remap(hazy, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32)
    hazy = soft(hazy, 0.45 * unit)
    plastic = np.array(random.choice(((214.0, 216, 214), (220, 204, 190), (196, 216, 200))), np.float32)
    levels = hazy / 255 * plastic * np.float32(0.72) + np.float32(0.26) * plastic
    levels *= (1 + 0.012 * clouds(height, width, 0.4 * unit, random, octaves=1))[:, :, None]
    turned = rotated(pixels(levels), random.uniform(-1.5, 1.5), (0, 0), tuple(plastic.tolist()))
    return jpeg(pixels(noisy(turned.astype(np.float32), 1.2, random)), 78)


def old_telephone(page: Image, random: Random) -> Image:
    """A telephone of twenty years ago: a picture of 352 by 288 or 320 by 240 dots, noise in colours, hard JPEG."""
    size = random.choice(((352, 288), (320, 240)))
    levels = on_a_table(page, random, (size[0] * 4, size[1] * 4), random.uniform(0.8, 0.86))
    small = cv2.resize(soft(levels, 1.6), size[::-1], interpolation=cv2.INTER_AREA)
    tinted = np.asarray(small, dtype=np.float32) * np.array((0.94, 1.0, 0.97), np.float32)
    return jpeg(pixels(noisy(tinted, 5, random, 0.9, 0.6)), random.randint(45, 60))


def coarse_black_and_white(page: Image, random: Random) -> Image:
    """Black dots or none, 36 or so to the inch: letters are heaps of squares."""
    height, width = page.shape[:2]
    part = random.uniform(33, 39) / 200
    scan = grey_of(rotated(page, random.uniform(-1.2, 1.2), (0, 0), (255,) * 3))
    small = cv2.resize(scan, (round(width * part), round(height * part)), interpolation=cv2.INTER_AREA)
    dots = np.where(noisy(np.asarray(small, dtype=np.float32), 4, random) < random.uniform(178, 196), 0.0, 255.0)
    times = random.choice((1, 3, 4))
    return coloured(dots.astype(np.float32)).repeat(times, axis=0).repeat(times, axis=1)
