"""Sheets folded over their own print."""

from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures import sheets, surfaces
from tests.generator.thirteenth.captures.optics import Plane, jpeg, lit, noisy, picture, slope, soft, uneven
from tests.generator.thirteenth.captures.scene import corners, placed

FRAME = (2400, 1800)
Point = tuple[float, float]


def _mirrored(point: npt.NDArray[np.float64], one: Point, other: Point) -> npt.NDArray[np.float64]:
    """`point` on the other side of the line through `one` and `other`."""
    along = np.array(other) - np.array(one)
    along = along / np.linalg.norm(along)
    away = point - np.array(one)
    found: npt.NDArray[np.float64] = np.array(one) + 2 * (away @ along)[..., None] * along - away
    return found


def _folded(page: Image, one: Point, other: Point, gone: list[Point], random: Random) -> Image:
    """The polygon `gone` of the sheet folded over the line from `one` to `other`: its back lies on the print.

    Returns four channels; where the polygon was there is no paper any more.
    """
    height, width = page.shape[:2]
    cover = np.full((height, width), 255, np.uint8)
    outline = np.array(gone, np.float64)
    cv2.fillPoly(cover, [outline.astype(np.int32)], 0)
    flap = _mirrored(outline, one, other)
    shape: Plane = np.zeros((height, width), np.float32)
    cv2.fillPoly(shape, [flap.astype(np.int32)], 1.0, cv2.LINE_AA)
    shadow = cv2.GaussianBlur(shape, (0, 0), random.uniform(5, 14))
    found = page.astype(np.float32) * (1 - random.uniform(0.25, 0.5) * shadow * (1 - shape))[:, :, None]
    matrix = cv2.getAffineTransform(outline[:3].astype(np.float32), flap[:3].astype(np.float32))
    behind = cv2.warpAffine(page, matrix, (width, height), borderValue=(255, 255, 255)).astype(np.float32)
    through = 1 - random.uniform(0.02, 0.08) * (1 - cv2.GaussianBlur(behind, (0, 0), 2.5) / 255)
    back = random.uniform(232, 246) * through * uneven(random, page.shape, 3, 0.95, 1.0)[:, :, None]
    rim = cv2.morphologyEx((shape * 255).astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) / np.float32(
        255
    )
    mixed = found * (1 - shape[:, :, None]) + back * shape[:, :, None]
    return np.dstack([picture(mixed * (1 - 0.3 * cv2.GaussianBlur(rim, (0, 0), 0.8))[:, :, None]), cover])


def seen(paper: Image, random: Random, photographed: bool) -> Image:
    """Paper of four channels on the glass or on a desk."""
    if not photographed:
        lid = np.full((paper.shape[0] + 40, paper.shape[1] + 40, 3), random.choice((250, 238, 222, 205)), np.uint8)
        own = np.array(
            [[20, 20], [paper.shape[1] + 20, 20], [paper.shape[1] + 20, paper.shape[0] + 20], [20, paper.shape[0] + 20]]
        )
        angle = np.radians(random.uniform(-1.2, 1.2))
        turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        where = ((own - own.mean(axis=0)) @ turn + own.mean(axis=0)).astype(np.float32)
        found = placed(paper, lid, where, 0.3, 4)
        return jpeg(noisy(soft(found, 0.6), random, random.uniform(1, 2.5), 0.5), random.randint(75, 92))
    ground = surfaces.desk(random, *FRAME)
    where = corners(random, FRAME, paper.shape[1] / paper.shape[0], random.uniform(0.78, 0.96), 5, 0.08)
    found = placed(paper, ground, where, 0.5, 10)
    found = lit(found, slope(found.shape, random.uniform(0, 360), random.uniform(0.75, 0.9), 1.0))
    return jpeg(noisy(soft(found, 0.8), random, random.uniform(2, 4), 0.7), random.randint(72, 90))


def corner_over_the_print(page: Image, random: Random) -> Image:
    """A large corner lies over the print, on the glass or on the desk."""
    height, width = page.shape[:2]
    left, top, right, bottom = sheets.ink_box(page)
    at_right, at_top = random.random() < 0.5, bottom < 0.75 * height or random.random() < 0.6
    margin_x = width - right if at_right else left
    margin_y = top if at_top else height - bottom
    reach_x = margin_x + random.uniform(0.28, 0.42) * width
    reach_y = margin_y + random.uniform(0.16, 0.26) * height
    x, y = (width if at_right else 0), (0 if at_top else height)
    one, other = (abs(x - reach_x), float(y)), (float(x), abs(y - reach_y))
    out = (x + (2 if at_right else -2), y + (-2 if at_top else 2))
    return seen(_folded(page, one, other, [one, out, other], random), random, random.random() < 0.5)


def end_over_the_print(page: Image, random: Random) -> Image:
    """The upper or lower end is turned over and hides several lines of print, its own and those beneath."""
    height, width = page.shape[:2]
    _, top, _, bottom = sheets.ink_box(page)
    slant = random.uniform(-0.03, 0.03) * height
    if random.random() < 0.5 or bottom < 0.62 * height:
        line = top + random.uniform(0.12, 0.22) * (bottom - top)
        gone = [(-2.0, line), (-2.0, -2.0), (width + 2.0, -2.0), (width + 2.0, line + slant)]
    else:
        line = bottom - random.uniform(0.12, 0.25) * (bottom - top)
        gone = [(-2.0, line), (-2.0, height + 2.0), (width + 2.0, height + 2.0), (width + 2.0, line + slant)]
    return seen(_folded(page, gone[0], gone[3], gone, random), random, random.random() < 0.5)


def left_folded_in_two(page: Image, random: Random) -> Image:
    """A sheet that was not opened: only its upper half is seen, the other half a little out behind it."""
    height, width = page.shape[:2]
    _, top, _, bottom = sheets.ink_box(page)
    line = int(min(height * random.uniform(0.49, 0.53), top + 0.6 * (bottom - top)))
    more = random.randint(10, 40)
    up = random.randint(6, 30)
    paper = np.zeros((line + up, width + more, 4), np.uint8)
    paper[: line + up - 6, more // 3 :] = (*(random.randint(205, 228),) * 3, 255)
    front = page[:line].astype(np.float32)
    fall = 1 - random.uniform(0.12, 0.3) * np.exp(-np.arange(line, dtype=np.float32)[::-1] / random.uniform(12, 40))
    paper[up - 5 : up, :width, :3] = paper[:, width : width + 5, :3] = 150
    paper[up:, :width] = np.dstack([picture(front * fall[:, None, None]), np.full((line, width), 255, np.uint8)])
    if random.random() < 0.5:
        glass = np.zeros((height, width + more, 4), np.uint8)
        glass[: line + up] = paper
        return seen(glass, random, False)
    ground = surfaces.desk(random, 2250, 3000)
    where = corners(random, (2250, 3000), paper.shape[1] / paper.shape[0], random.uniform(0.75, 0.94), 5, 0.06)
    found = placed(paper, ground, where, 0.5, 14)
    return jpeg(noisy(soft(found, 0.9), random, random.uniform(2, 4), 0.7), random.randint(72, 90))
