"""Part of the print is not in the picture: it lay beyond the glass, the frame or the feeder's reach."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures import surfaces
from tests.generator.thirteenth.captures.optics import jpeg, lit, noisy, slope, soft, toned
from tests.generator.thirteenth.captures.scene import placed, sheet
from tests.generator.thirteenth.captures.sheets import ink_box


def _scan(image: Image, random: Random) -> Image:
    found = noisy(soft(image, random.uniform(0.45, 0.8)), random, random.uniform(1, 3), 0.5)
    return jpeg(
        toned(found, random.uniform(0.98, 1.06), random.uniform(0.9, 1.1), random.uniform(0, 10)),
        random.randint(75, 92),
    )


def _beyond(page: Image, random: Random, low: float, high: float) -> tuple[float, float]:
    """How far the sheet is moved so that a part of its print, `low` to `high` of it, goes over one border."""
    left, top, right, bottom = ink_box(page)
    part = random.uniform(low, high)
    side = random.choice(("left", "right", "right", "top", "bottom"))
    if side == "left":
        return -(left + part * (right - left)), random.uniform(-10, 30)
    if side == "right":
        return page.shape[1] - right + part * (right - left), random.uniform(-10, 30)
    if side == "top":
        return random.uniform(-30, 30), -(top + part * (bottom - top))
    return random.uniform(-30, 30), page.shape[0] - bottom + part * (bottom - top)


def over_the_edge_of_the_glass(page: Image, random: Random) -> Image:
    """The sheet was laid down too far over: one side of it is missing, the lid shows at the other."""
    lid = random.choice((252, 240, 225, 196))
    turn = cv2.getRotationMatrix2D((page.shape[1] / 2, page.shape[0] / 2), random.uniform(-2, 2), 1)
    across, down = _beyond(page, random, 0.1, 0.3)
    turn[:, 2] += np.array([across, down])
    size = (page.shape[1], page.shape[0])
    found = cv2.warpAffine(page, turn, size, borderMode=cv2.BORDER_CONSTANT, borderValue=(lid,) * 3)
    cover = cv2.warpAffine(np.full(page.shape[:2], 255, np.uint8), turn, size)
    edge = cv2.morphologyEx(cover, cv2.MORPH_GRADIENT, np.ones((5, 5), np.uint8)).astype(np.float32) / 255
    shadow = 1 - random.uniform(0.25, 0.5) * cv2.GaussianBlur(edge, (0, 0), 2.5)
    return _scan(lit(np.asarray(found, np.uint8), shadow.astype(np.float32)), random)


def framed_too_close(page: Image, random: Random) -> Image:
    """The telephone was so near that one or two borders of the picture go through the print."""
    height, width = 2400, 1800
    ground = surfaces.desk(random, height, width)
    grown = random.uniform(0.98, 1.12) * height / page.shape[0]
    across, down = _beyond(page, random, 0.1, 0.28)
    own = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32) * np.array(page.shape[1::-1], np.float32)
    own[:2, 0] += np.array([1, -1], np.float32) * random.uniform(0, 0.03) * page.shape[1]
    angle = np.radians(random.uniform(-3, 3))
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    centre = np.array(page.shape[1::-1]) / 2
    where = ((own - centre) @ turn * grown + np.array([width, height]) / 2).astype(np.float32)
    box = (where.min(axis=0), where.max(axis=0))
    # to the border that the print is to cross, then over it
    if abs(across) > abs(down):
        where[:, 0] += -box[0][0] + across * grown if across < 0 else width - box[1][0] + across * grown
    else:
        where[:, 1] += -box[0][1] + down * grown if down < 0 else height - box[1][1] + down * grown
    found = placed(sheet(page), ground, where, 0.4, 8)
    found = lit(found, slope(found.shape, random.uniform(0, 360), random.uniform(0.7, 0.9), 1.0))
    return jpeg(noisy(soft(found, 0.9), random, random.uniform(2, 4), 0.7), random.randint(72, 90))


def taken_in_askew(page: Image, random: Random) -> Image:
    """The feeder drew the sheet in at a slant: corners with print lie outside, dark wedges show at the other sides."""
    ground = random.choice((255, 255, 214, 60))
    angle = random.choice((-1, 1)) * random.uniform(9, 17)
    left, top, right, bottom = ink_box(page)
    turn = cv2.getRotationMatrix2D(((left + right) / 2, (top + bottom) / 2), angle, 1)
    corners = np.array([[left, top, 1], [right, top, 1], [right, bottom, 1], [left, bottom, 1]], np.float64) @ turn.T
    # the sheet went to the side on which its upper end leans
    over = random.uniform(0.1, 0.2) * (right - left)
    if angle > 0:
        turn[0, 2] += -corners[:, 0].min() - over
    else:
        turn[0, 2] += page.shape[1] - corners[:, 0].max() + over
    size = (page.shape[1], page.shape[0])
    found = cv2.warpAffine(page, turn, size, borderMode=cv2.BORDER_CONSTANT, borderValue=(ground,) * 3)
    cover = cv2.warpAffine(np.full(page.shape[:2], 255, np.uint8), turn, size)
    edge = cv2.morphologyEx(cover, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)).astype(np.float32) / 255
    return _scan(
        lit(np.asarray(found, np.uint8), (1 - 0.35 * cv2.GaussianBlur(edge, (0, 0), 2)).astype(np.float32)), random
    )
