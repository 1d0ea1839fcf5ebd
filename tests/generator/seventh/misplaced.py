"""Captures of the seventh set without the whole front of a sheet: cut, folded, its back, or no paper at all."""

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image
from tests.generator.seventh.light import (
    around,
    creased,
    generator,
    grain,
    image,
    jpeg,
    laid,
    lit,
    mottle,
    ramp,
    surface,
    tilted,
)
from tests.generator.seventh.spoilt import PHOTO, QUALITY, SCAN

_EMPTY = (1600, 1200)


def beside_the_frame(page: Image, random: Random) -> Image:
    """A photograph that leaves out a quarter to a third of the sheet, below or at one side."""
    height, width = PHOTO
    lost = random.uniform(0.24, 0.36)
    off = random.choice(((0, lost), (lost, 0), (-lost, 0), (0, lost)))
    corners = tuple((x + off[0], y + off[1]) for x, y in around(random, 0.05, 0.02))
    seen = laid(page, surface(height, width, random), corners)
    return jpeg(lit(seen, ramp(height, width, 0.82, random) * np.float32(0.92)), QUALITY)


def beside_the_glass(page: Image, random: Random) -> Image:
    """A scan of a sheet that lay partly outside the glass; the lid is seen where it is missing."""
    height, width = SCAN
    small = cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA)
    lost = random.uniform(0.2, 0.32)
    shift = ((lost * width, 0.0), (-lost * width, 0.0), (0.0, lost * height))[random.randrange(3)]
    matrix = np.array([(1, 0, shift[0]), (0, 1, shift[1])], np.float32)
    lid = random.choice((40, 206))
    moved = cv2.warpAffine(small, matrix, (width, height), borderValue=(lid, lid, lid)).astype(np.float32)
    return jpeg(grain(image(8 + moved * 0.94), 1.0, random), QUALITY)


def corner_over(page: Image, random: Random) -> Image:
    """A photograph of a sheet whose corner lies over its print."""
    sheet, bare = _folded(page, random, corner=True)
    height, width = PHOTO
    corners = around(random, 0.05, 0.02)
    table = surface(height, width, random)
    seen = laid(sheet, table, corners)
    uncovered = laid(cv2.merge([bare] * 3).astype(np.uint8), np.zeros_like(table), corners)[:, :, :1] / 255.0
    seen = image(seen * (1 - uncovered) + table * 0.8 * uncovered)
    return jpeg(lit(seen, ramp(height, width, 0.8, random) * np.float32(0.93)), QUALITY)


def end_over(page: Image, random: Random) -> Image:
    """A scan of a sheet whose lower end was folded up over its print."""
    sheet, bare = _folded(page, random, corner=False)
    lid = np.full_like(sheet, random.choice((44, 250)))
    seen = np.where(bare[:, :, None] > 127, lid, sheet).astype(np.uint8)
    small = cv2.resize(seen, (SCAN[1], SCAN[0]), interpolation=cv2.INTER_AREA).astype(np.uint8)
    tint = np.array(random.choice(((250, 240, 232), (242, 244, 246))), np.float32) / 255
    return jpeg(tilted(image(small.astype(np.float32) * tint), random.uniform(-1.2, 1.2), (250, 250, 250)), QUALITY)


def _folded(page: Image, random: Random, corner: bool) -> tuple[Image, NDArray[np.uint8]]:
    """`page` with a part turned over along a line, and where the sheet is no longer (255)."""
    height, width = page.shape[:2]
    if corner:
        right = random.random() < 0.5
        one = np.array((width if right else 0, random.uniform(0.5, 0.66) * height))
        two = np.array((random.uniform(0.3, 0.45) * width * (1 if right else -1) + (0 if right else width), height))
    else:
        one = np.array((0.0, random.uniform(0.66, 0.74) * height))
        two = np.array((float(width), one[1] + random.uniform(-0.08, 0.08) * height))
    way = (two - one) / np.linalg.norm(two - one)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    side = (x - one[0]) * way[1] - (y - one[1]) * way[0]
    below = (width / 2 - one[0]) * way[1] - (height * 0.2 - one[1]) * way[0] < 0
    away = side if below else -side
    gone = away > 0
    mirror = np.array([(2 * way[0] ** 2 - 1, 2 * way[0] * way[1]), (2 * way[0] * way[1], 2 * way[1] ** 2 - 1)])
    matrix = np.hstack([mirror, (one - mirror @ one)[:, None]]).astype(np.float32)
    back = image(232 - (255 - cv2.GaussianBlur(page, (0, 0), 1.5).astype(np.float32)) * 0.07)
    flap = cv2.warpAffine(back, matrix, (width, height), borderValue=(0, 0, 0)).astype(np.float32)
    shape = cv2.warpAffine(gone.astype(np.float32), matrix, (width, height))
    shape[gone] = 0
    shade = cv2.GaussianBlur(np.roll(shape, (-8, 6), (0, 1)), (0, 0), 9)[:, :, None]
    under = page.astype(np.float32) * (1 - 0.4 * shade)
    over = flap * (0.86 + 0.14 * np.clip(-away / (0.06 * height), 0, 1))[:, :, None]
    sheet = under * (1 - shape[:, :, None]) + over * shape[:, :, None]
    return image(sheet), (gone * 255).astype(np.uint8)


def seen_through(page: Image, random: Random) -> Image:
    """A blank back in a scan: the print of the front shines through, holes and dust."""
    height, width = SCAN
    front = cv2.GaussianBlur(cv2.flip(cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA), 1), (0, 0), 2)
    paper = random.uniform(236, 246)
    back = paper - (255 - front.astype(np.float32)) * random.uniform(0.03, 0.06)
    back *= mottle(height, width, 90, 0.003, random)[:, :, None]
    spots = generator(random)
    for _ in range(random.randint(15, 60)):
        at = int(spots.integers(width)), int(spots.integers(height))
        cv2.circle(back, at, 1, (float(spots.integers(60, 190)),) * 3, -1)
    if random.random() < 0.5:
        for y in (0.37, 0.64):
            cv2.circle(back, (int(0.045 * width), int(y * height)), 17, (48.0, 48.0, 48.0), -1)
    return jpeg(grain(tilted(image(back), random.uniform(-1, 1), (252, 252, 252)), 1.5, random), QUALITY)


def back_on_table(page: Image, random: Random) -> Image:
    """A blank back in a photograph, folded once before."""
    height, width = _EMPTY
    front = cv2.GaussianBlur(cv2.flip(page, 1), (0, 0), 4).astype(np.float32)
    back = creased(image(246 - (255 - front) * random.uniform(0.0, 0.025)), random, random.choice((0, 1)), 12)
    seen = laid(back, surface(height, width, random), around(random, 0.06, 0.02))
    light = ramp(height, width, random.uniform(0.76, 0.86), random) * np.float32(0.88)
    return jpeg(grain(lit(seen, light, (0.88, 0.95, 1)), 1.0, random), QUALITY)


def cup(_page: Image, random: Random) -> Image:
    """The table with a cup of coffee on it, and no paper."""
    height, width = _EMPTY
    seen = surface(height, width, random)
    middle = int(random.uniform(0.35, 0.65) * width), int(random.uniform(0.35, 0.65) * height)
    radius = int(random.uniform(0.2, 0.27) * width)
    colour = random.choice(((190, 200, 204), (120, 70, 50), (60, 60, 170)))
    shadow = np.zeros((height, width), np.float32)
    cv2.circle(shadow, (middle[0] + radius // 3, middle[1] + radius // 4), radius, 1.0, -1)
    seen = lit(seen, (1 - 0.45 * cv2.GaussianBlur(shadow, (0, 0), 30)).astype(np.float32))
    cv2.ellipse(seen, (middle[0] + radius, middle[1]), (radius // 2, radius // 3), 15, 0, 360, colour, radius // 7)
    cv2.circle(seen, middle, radius, colour, -1, cv2.LINE_AA)
    cv2.circle(seen, middle, int(radius * 0.86), (28, 42, 66), -1, cv2.LINE_AA)
    cv2.circle(seen, (middle[0] - radius // 4, middle[1] - radius // 5), radius // 3, (44, 70, 104), -1, cv2.LINE_AA)
    soft = cv2.GaussianBlur(seen, (0, 0), 3).astype(np.uint8)
    return jpeg(grain(lit(soft, ramp(height, width, 0.7, random)), 2.2, random), QUALITY)


def street(_page: Image, random: Random) -> Image:
    """A house under the evening sky, with its windows."""
    height, width = _EMPTY
    fall = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    sky = np.array((188, 150, 120), np.float32) * (1 - fall) + np.array((150, 180, 226), np.float32) * fall
    seen = image(np.broadcast_to(sky, (height, width, 3)) * mottle(height, width, 130, 0.05, random)[:, :, None])
    roof, left = int(random.uniform(0.3, 0.45) * height), int(random.uniform(0.05, 0.2) * width)
    right = left + int(random.uniform(0.6, 0.75) * width)
    cv2.rectangle(seen, (left, roof), (right, height), (112, 142, 166), -1)
    peak = np.array([(left - 50, roof), (right + 50, roof), ((left + right) // 2, roof - 230)])
    cv2.fillPoly(seen, [peak.astype(np.int32)], (52, 58, 110))
    step = (right - left) // 4
    for x in range(left + step // 3, right - step // 2, step):
        for y in range(roof + 90, height - 150, 260):
            pane = random.choice(((120, 205, 235), (78, 66, 60)))
            cv2.rectangle(seen, (x, y), (x + step // 2, y + 130), pane, -1)
    cv2.rectangle(seen, (0, int(0.93 * height)), (width, height), (70, 74, 76), -1)
    rough = image(
        cv2.GaussianBlur(seen, (0, 0), 3).astype(np.float32) * mottle(height, width, 24, 0.05, random)[:, :, None]
    )
    return jpeg(grain(rough, 2.0, random), QUALITY)
