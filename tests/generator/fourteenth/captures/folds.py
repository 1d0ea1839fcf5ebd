"""Sheets of which a part is turned over its own print: the back of it is seen, and what is below where it was."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fourteenth.captures import grounds
from tests.generator.fourteenth.captures.lens import SMALL_SIZES, laid, lit, shot
from tests.generator.fourteenth.captures.scans import glass
from tests.generator.fourteenth.captures.tools import Floats, Noise, inked, on_paper, seeded, soft, uneven

Point = tuple[float, float]


def turned_over(
    sheet: Floats, page: Image, ground: Floats, corner: Point, line: tuple[Point, Point], noise: Noise, shadow: float
) -> Floats:
    """The sheet on `ground`, its upper left corner at `corner`; what is left of `line` (from, to) is turned over.

    All points are of the ground. The flap is the back of the sheet, through which its print shows faintly.
    """
    height, width = ground.shape[:2]
    tall, wide = sheet.shape[:2]
    flat = np.array(((1, 0, corner[0]), (0, 1, corner[1])), dtype=np.float64)
    size = (width, height)
    front = cv2.warpAffine(sheet, flat, size)
    there = cv2.warpAffine(np.ones((tall, wide), dtype=np.float32), flat, size)
    ghost = cv2.warpAffine(soft(inked(page).astype(np.float32), 2.2), flat, size)
    (x1, y1), (x2, y2) = line
    length = np.hypot(x2 - x1, y2 - y1)
    normal = ((y2 - y1) / length, (x1 - x2) / length)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    away = (x - np.float32(x1)) * np.float32(normal[0]) + (y - np.float32(y1)) * np.float32(normal[1])
    nx, ny = normal
    offset = 2 * (x1 * nx + y1 * ny)
    mirror = np.array(((1 - 2 * nx * nx, -2 * nx * ny, offset * nx), (-2 * nx * ny, 1 - 2 * ny * ny, offset * ny)))
    kept = there * np.clip(0.5 - away, 0, 1)
    flap = cv2.warpAffine(there * np.clip(0.5 + away, 0, 1), mirror, size).astype(np.float32)
    shown = cv2.warpAffine(ghost, mirror, size)
    bulge = 0.94 + 0.06 * np.clip(-away / 40, 0, 1) - 0.10 * np.exp(np.minimum(away, 0) / 5)
    tone = float(np.percentile(sheet[..., 1], 95)) * 0.985
    back = (tone + 1.5 * uneven(noise, height, width, 12)) * bulge * (1 - 0.06 * shown)
    cast = _moved(np.maximum(kept, flap).astype(np.float32), 9, 5, 6)
    picture = ground * (1 - shadow * cast)[..., None]
    picture = picture + (front - picture) * kept[..., None]
    cast = _moved(flap, 7, 4, 5) * 0.6 + _moved(flap, 22, 8, 10) * 0.4
    picture = picture * (1 - shadow * cast * (1 - flap))[..., None]
    folded: Floats = (picture + (back[..., None] - picture) * flap[..., None]).astype(np.float32)
    return folded


def _moved(mask: Floats, width: float, right: int, down: int) -> Floats:
    """The shadow of `mask`, so far to the right and down."""
    small = cv2.resize(mask, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    move = np.array(((1, 0, right / 2), (0, 1, down / 2)), dtype=np.float64)
    small = cv2.warpAffine(small, move, small.shape[::-1], borderMode=cv2.BORDER_REPLICATE)
    small = cv2.GaussianBlur(small, (0, 0), width / 2)
    large: Floats = cv2.resize(small, mask.shape[::-1], interpolation=cv2.INTER_LINEAR).astype(np.float32)
    return large


def _corner(page: Image, random: Random, x0: float, y0: float, low: float, high: float) -> tuple[Point, Point]:
    """A line that takes one of the two upper corners off; legs in parts of the width."""
    wide = page.shape[1]
    across, down = random.uniform(low, high) * wide, random.uniform(low, high) * 1.1 * wide
    if random.random() < 0.5:
        return (x0, y0 + down), (x0 + across, y0)
    return (x0 + wide - across, y0), (x0 + wide, y0 + down)


def _photographed(scene: Floats, noise: Noise, random: Random, size: tuple[int, int]) -> Image:
    """`scene`, the ground with all upon it, seen from above; what is beyond it is outside the picture."""
    width, height = size
    reach = max(width / scene.shape[1], height / scene.shape[0]) * 1.06
    across, down = scene.shape[1] * reach / 2, scene.shape[0] * reach / 2
    lean = random.uniform(0, 0.02)
    where = [
        (width / 2 + a * across * (1 - lean * (1 - b)), height / 2 + b * down)
        for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    view = laid(scene, np.zeros((height, width, 3), dtype=np.float32), where, random)
    return shot(lit(view.picture, noise, random, 0.2, 0.12), noise, random, 2.8)


def _scene(page: Image, noise: Noise, random: Random, size: tuple[int, int]) -> tuple[Floats, float, float]:
    """A ground of the shape of the picture, with room for the sheet at the point given."""
    tall, wide = page.shape[:2]
    height = round(tall * 1.18)
    width = max(round(wide * 1.2), round(height * size[0] / size[1]))
    ground = random.choice((grounds.wood, grounds.dark_mat, grounds.tiles, grounds.tablecloth))
    return ground(noise, random, width, height), (width - wide) / 2, (height - tall) / 2


def corner_turned_in(page: Image, random: Random) -> Image:
    """A large upper corner lies over the print, on a table."""
    noise, size = seeded(random), random.choice(SMALL_SIZES)
    ground, x0, y0 = _scene(page, noise, random, size)
    line = _corner(page, random, x0, y0, 0.46, 0.62)
    scene = turned_over(on_paper(page, noise, 230, 36), page, ground, (x0, y0), line, noise, 0.4)
    return _photographed(scene, noise, random, size)


def head_turned_down(page: Image, random: Random) -> Image:
    """The upper part of the sheet lies over what is under it, on a table."""
    noise, size = seeded(random), random.choice(SMALL_SIZES)
    ground, x0, y0 = _scene(page, noise, random, size)
    tall, wide = page.shape[:2]
    fold, tilt = y0 + random.uniform(0.17, 0.27) * tall, random.uniform(-0.035, 0.035) * tall
    line = ((x0, fold - tilt), (x0 + wide, fold + tilt))
    scene = turned_over(on_paper(page, noise, 230, 36), page, ground, (x0, y0), line, noise, 0.4)
    return _photographed(scene, noise, random, size)


def _on_the_glass(page: Image, random: Random, line: tuple[Point, Point]) -> Image:
    noise = seeded(random)
    lid = random.uniform(176, 226)
    ground = np.full(page.shape, lid, dtype=np.float32)
    sheet = on_paper(page, noise, 246, 34)
    return glass(turned_over(sheet, page, ground, (0, 0), line, noise, 0.3), noise, random, 0.9, 88, lid)


def side_turned_in_on_the_glass(page: Image, random: Random) -> Image:
    """The right side, with its amounts, was folded over the middle before the lid was shut."""
    tall, wide = page.shape[:2]
    fold, tilt = random.uniform(0.66, 0.78) * wide, random.uniform(-0.03, 0.03) * wide
    return _on_the_glass(page, random, ((fold - tilt, 0), (fold + tilt, tall)))


def corner_bent_by_the_feeder(page: Image, random: Random) -> Image:
    """An upper corner was caught and scanned lying over the print."""
    return _on_the_glass(page, random, _corner(page, random, 0, 0, 0.38, 0.55))
