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
    level = 0.9 + 0.05 * np.exp(np.minimum(depth, 0) / mm(page, 9))
    paper = (255 - (255 - back.astype(np.float32)) * rng.uniform(0.03, 0.09)) * level[:, :, None]
    low = cv2.resize(flap, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    drop = cv2.GaussianBlur(low, (0, 0), mm(page, 0.35))
    shade = 1 - 0.5 * np.asarray(cv2.resize(drop, (width, height)), np.float32)
    image = mixed(picture(page * shade[:, :, None]), paper, flap)
    crease = 1 - 0.16 * np.exp(-((depth / mm(page, 0.7)) ** 2))
    present = np.clip(0.5 - depth, 0, 1).astype(np.float32)
    return picture(image * crease[:, :, None]), present, flap


def _hides(page: Image, folds: list[tuple[float, float, float]]) -> list[float]:
    """How much of the print each fold (point, direction) takes away or covers, reckoned on a coarse grid."""
    marks = np.asarray(cv2.resize(ink(page).astype(np.float32), (105, 148), interpolation=cv2.INTER_AREA), np.float32)
    cols, rows = np.meshgrid(np.arange(105, dtype=np.float32), np.arange(148, dtype=np.float32))
    shares = []
    for x, y, degrees in folds:
        across, down = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        depth = (cols - x * 105) * across + (rows - y * 148) * down
        back_x, back_y = cols - 2 * depth * across, rows - 2 * depth * down
        covered = (back_x >= 0) & (back_x < 105) & (back_y >= 0) & (back_y < 148)
        shares.append(float(marks[(depth > 0) | covered].sum() / marks.sum()))
    return shares


def _first(page: Image, folds: list[tuple[float, float, float]], least: float) -> tuple[float, float, float]:
    """The first fold that hides enough of the print."""
    shares = _hides(page, folds)
    return next((fold for fold, share in zip(folds, shares, strict=True) if share > least), folds[-1])


def _corner(page: Image, random: Random, rng: Lot) -> tuple[Image, Field, Field]:
    """A corner folded over the print: a lower one where print stands near, or else an upper one."""
    side, angle, reach = random.choice((0, 1)), random.uniform(-48, -34), random.uniform(0.17, 0.22)
    direction = angle if side else 180 - angle
    upper = [(1 - one if side else one, one * 0.72, direction) for one in np.arange(reach, 0.5, 0.03)]
    lower = [(x, 1 - y, -degrees) for x, y, degrees in upper if y < 0.22]
    return _turned(page, *_first(page, lower + upper if random.random() < 0.5 else upper, 0.14), rng)


def _end(page: Image, random: Random, rng: Lot) -> tuple[Image, Field, Field]:
    """The lower end folded up, not quite straight."""
    at, tilt = random.uniform(0.66, 0.76), random.uniform(-4, 4)
    folds = [(0.5, at - step, 90 + tilt) for step in np.arange(0, 0.24, 0.03)]
    return _turned(page, *_first(page, folds, 0.2), rng)


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
