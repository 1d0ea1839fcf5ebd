"""A part of the sheet lies over its own print: its back is seen, its shadow, and the ground where it is gone from."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures import desks
from tests.generator.fifteenth.captures.lens import View, laid, taken
from tests.generator.fifteenth.captures.tools import (
    Field,
    Lot,
    grained,
    ink,
    lot,
    mixed,
    mm,
    packed,
    picture,
    shifted,
    soft,
    toned,
)


def _turned(page: Image, x: float, y: float, degrees: float, rng: Lot) -> tuple[Image, Field, Field]:
    """The sheet folded along the line through (x, y), its side towards `degrees` laid over the rest.

    Gives the picture, where there is still a sheet, and where it is covered by its own back.
    """
    height, width = page.shape[:2]
    across, down = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    cols, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    depth = ((cols - x * width) * across + (rows - y * height) * down).astype(np.float32)
    back_x, back_y = (cols - 2 * depth * across).astype(np.float32), (rows - 2 * depth * down).astype(np.float32)
    back = cv2.remap(soft(page, mm(page, 0.2)), back_x, back_y, cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    inside = (back_x >= 0) & (back_x < width) & (back_y >= 0) & (back_y < height) & (depth <= 0)
    flap = np.asarray(cv2.GaussianBlur(inside.astype(np.float32), (0, 0), 0.7), np.float32)
    level = 0.9 + 0.05 * np.exp(depth / mm(page, 9)) + 0.0 * depth
    paper = (255 - (255 - back.astype(np.float32)) * rng.uniform(0.03, 0.09)) * level[:, :, None]
    low = cv2.resize(flap, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    drop = cv2.GaussianBlur(np.roll(low, (mm(page, 0.5), mm(page, 0.3)), (0, 1)), (0, 0), mm(page, 0.6))
    shade = 1 - 0.5 * np.asarray(cv2.resize(drop, (width, height)), np.float32)
    image = mixed(picture(page * shade[:, :, None]), paper, flap)
    crease = 1 - 0.16 * np.exp(-((depth / mm(page, 0.7)) ** 2))
    present = np.clip(0.5 - depth, 0, 1).astype(np.float32)
    return picture(image * crease[:, :, None]), present, flap


def _hidden(page: Image, present: Field, flap: Field) -> float:
    marks = ink(page)
    return float((marks & ((present < 0.5) | (flap > 0.5))).sum() / marks.sum())


def _corner(page: Image, random: Random, rng: Lot) -> tuple[Image, Field, Field]:
    """An upper corner folded over the print, or a lower one where there is print as well."""
    side, angle = random.choice((0, 1)), random.uniform(-48, -34)
    direction = angle if side else 180 - angle
    top = random.random() < 0.6
    reach = random.uniform(0.17, 0.22)
    while True:
        x = 1 - reach if side else reach
        y = reach * 0.72 if top else 1 - reach * 0.72
        found = _turned(page, x, y, direction if top else -direction, rng)
        if _hidden(page, found[1], found[2]) > 0.13 or reach > 0.4:
            return found
        reach += 0.05


def _end(page: Image, random: Random, rng: Lot) -> tuple[Image, Field, Field]:
    """The lower end folded up, not quite straight."""
    at, tilt = random.uniform(0.64, 0.74), random.uniform(-4, 4)
    while True:
        found = _turned(page, 0.5, at, 90 + tilt, rng)
        if _hidden(page, found[1], found[2]) > 0.15 or at < 0.55:
            return found
        at -= 0.04


def _side(page: Image, random: Random, rng: Lot) -> tuple[Image, Field, Field]:
    """A long side folded over the columns."""
    share, tilt = random.uniform(0.2, 0.3), random.uniform(-5, 5)
    if random.random() < 0.5:
        return _turned(page, 1 - share, 0.5, tilt, rng)
    return _turned(page, share, 0.5, 180 + tilt, rng)


def _scanned(found: tuple[Image, Field, Field], random: Random, rng: Lot) -> Image:
    image, present, _ = found
    level = random.choice((60, 110, 205, 226))
    around = np.asarray(cv2.GaussianBlur(present, (0, 0), mm(image, 0.7)), np.float32)
    ground = np.full_like(image, level) * (1 - 0.35 * around)[:, :, None]
    image = mixed(picture(ground), toned(image, 28, 244), present)
    image = shifted(image, random.uniform(-0.8, 0.8), 0, 0, (level, level, level))
    return packed(grained(soft(image, 0.5 * image.shape[1] / 1654), rng, 2.2, 0.8), random.randint(78, 90))


def _photographed(found: tuple[Image, Field, Field], random: Random, rng: Lot) -> Image:
    image, present, _ = found
    ground = random.choice((desks.wood, desks.stone, desks.dark_mat))
    seen = laid(toned(image, 34, 232), random, rng, ground, View(1.17, random.uniform(0.01, 0.05), 3), present)
    return taken(seen, random, rng, None, (0.96, 0.99, 1.0), 2.6)


def corner_down_on_the_glass(page: Image, random: Random) -> Image:
    rng = lot(random)
    return _scanned(_corner(page, random, rng), random, rng)


def side_down_on_the_glass(page: Image, random: Random) -> Image:
    rng = lot(random)
    return _scanned(_side(page, random, rng), random, rng)


def lower_end_turned_up(page: Image, random: Random) -> Image:
    rng = lot(random)
    return _photographed(_end(page, random, rng), random, rng)


def large_corner_on_the_table(page: Image, random: Random) -> Image:
    rng = lot(random)
    return _photographed(_corner(page, random, rng), random, rng)
