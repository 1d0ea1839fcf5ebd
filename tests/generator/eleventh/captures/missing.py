"""Refused for what is not there: a part of the sheet that did not come through, or any print at all."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.eleventh.captures.photos import striped_cloth
from tests.generator.eleventh.captures.sensor import on_a_table
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.camera import Bend, Lamp, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import held
from tests.generator.ninth.captures.pixels import Plane, clouds, grey_of, jpeg, noisy, numbers, pixels, rotated, soft
from tests.generator.ninth.captures.scans import office_feeder


def half_sent(page: Image, random: Random) -> Image:
    """The file stopped on its way: below half of the sheet or less all is an even grey, from a block on."""
    whole = office_feeder(page, random) if random.random() < 0.5 else developed(on_a_table(page, random), random, 0.8)
    height, width = whole.shape[:2]
    row = round(random.uniform(0.36, 0.52) * height / 16) * 16
    column = random.randrange(0, width // 16) * 16
    lost = whole.copy()
    lost[row + 16 :] = 128
    lost[row : row + 16, column:] = 128
    return lost


def cropped_by_the_program(page: Image, random: Random) -> Image:
    """The program took a frame inside the sheet for its edges: lines and columns cut through on all four sides."""
    rows, columns = np.nonzero(grey_of(page) < 140)
    top, foot = (float(np.percentile(rows, part)) for part in (1, 99))
    left, right = (float(np.percentile(columns, part)) for part in (1, 99))
    wide, tall = right - left, foot - top
    x = int(left + random.uniform(0.14, 0.2) * wide), int(right - random.uniform(0.16, 0.26) * wide)
    y = int(top + random.uniform(0.1, 0.2) * tall), int(foot - random.uniform(0.16, 0.3) * tall)
    turned = rotated(page, random.uniform(-1.2, 1.2), (0, 0), (255,) * 3)[y[0] : y[1], x[0] : x[1]]
    levels = turned.astype(np.float32) / 255 * np.array((236, 240, 241), np.float32) + 10
    fall = np.linspace(random.uniform(0.9, 1), 1, levels.shape[1], dtype=np.float32)[None, :, None]
    return jpeg(pixels(noisy(soft(levels * fall, 0.7), 1.6, random)), 80)


def _crumples(height: int, width: int, random: Random) -> Plane:
    """Factor of light of a sheet that was screwed up and smoothed out: facets between sharp creases."""
    light = np.ones((height, width), np.float32)
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    source = numbers(random)
    bent = 0.02 * width * clouds(height, width, width / 6, random, octaves=2)
    for _ in range(random.randint(22, 34)):
        turn = source.uniform(0, 3.14)
        away = (x - source.uniform(0, width)) * np.cos(turn) + (y - source.uniform(0, height)) * np.sin(turn) + bent
        along = (x - source.uniform(0, width)) * np.sin(turn) - (y - source.uniform(0, height)) * np.cos(turn)
        here = np.exp(-((along / (source.uniform(0.1, 0.3) * width)) ** 2))
        wide = source.uniform(0.02, 0.06) * width
        light += (source.choice((-0.06, 0.06)) * np.sign(away) * np.exp(-np.abs(away) / wide) * here).astype(np.float32)
    return soft(light, width / 1100)


def crumpled_empty_sheet(page: Image, random: Random) -> Image:
    """A sheet out of the waste basket with nothing on it, photographed: creases and their light, no print."""
    height, width = page.shape[:2]
    sheet = pixels(np.repeat((238 * _crumples(height, width, random))[:, :, None], 3, axis=2))
    table = random.choice((tables.wood, tables.granite, striped_cloth))(random)
    pose = held(random, (2592, 1944), (0.78, 0.86), 4, 4)
    seen = look(sheet, table, pose, random, Bend(0, random.uniform(0, 4)))
    lamp = Lamp(
        (random.choice((-1, 1)) * random.uniform(400, 700), random.uniform(-300, 100), 650), 0.6, (1.0, 0.99, 0.96)
    )
    return developed(exposed(seen.albedo * lit(seen, [lamp], 0.4), seen.sheet, 216), random, 0.85, 1.6)


def punched_back(page: Image, random: Random) -> Image:
    """The empty side of an old sheet, scanned: yellowed, four holes of a binder, two folds, a rust mark of a clip."""
    height, width = page.shape[:2]
    unit = width / 210
    x, y = np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)
    aged = np.clip(x[None, :] ** 8 + y[:, None] ** 10 + 0.1 * clouds(height, width, 60 * unit, random), 0, 1)[
        :, :, None
    ]
    sheet = (np.array((228.0, 240, 245)) - aged * np.array((34.0, 18, 10))).astype(np.float32)
    sheet *= (1 + 0.006 * clouds(height, width, 2 * unit, random, octaves=2))[:, :, None]
    for part in (0.335, 0.665):
        row = (part + 0.004 * x) * height
        sheet *= 1 - 0.05 * np.exp(-(((np.arange(height)[:, None] - row[None, :]) / (0.3 * unit)) ** 2))[:, :, None]
    rust = np.zeros((height, width), np.uint8)
    at = int(random.uniform(20, 180) * unit)
    cv2.ellipse(rust, (at, int(8 * unit)), (int(3 * unit), int(9 * unit)), 0, 0, 360, 255, int(0.9 * unit), cv2.LINE_AA)
    sheet *= 1 - soft(rust.astype(np.float32) / 255, 0.5 * unit)[:, :, None] * np.array((0.35, 0.2, 0.1), np.float32)
    lid = random.choice((34.0, 60.0, 240.0))
    for place in (-120, -40, 40, 120):
        centre = int(11 * unit), int(height / 2 + place * unit)
        cv2.circle(sheet, centre, int(3 * unit), (lid,) * 3, -1, cv2.LINE_AA)
    turned = rotated(pixels(sheet), random.uniform(-1.5, 1.5), (0, 0), (lid,) * 3)
    return jpeg(pixels(noisy(soft(turned.astype(np.float32), 0.7), 1.4, random)), 77)
