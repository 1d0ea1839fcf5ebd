"""What lies under and beside a photographed sheet: desks, mats, and the common things on them."""

from collections.abc import Callable
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures.device import cloud, dice, resized, to_image

Surface = Callable[[int, int, Random], Image]


def wooden(height: int, width: int, random: Random) -> Image:
    """Long grain, sometimes in planks."""
    high, wide = height // 2, width // 2
    rows = dice(random)
    long = resized(rows.standard_normal((high // 10, 6)), high, wide) * 0.5
    fine = resized(rows.standard_normal((high // 2, 24)), high, wide) * 0.3
    value = (long + fine + cloud(high, wide, random, 5)) * random.uniform(0.05, 0.11) + 1
    base = np.array(random.choice(((95, 140, 185), (60, 95, 140), (45, 62, 88), (140, 175, 205))), np.float32)
    image = to_image(value[..., None] * base)
    if random.random() < 0.5:
        for y in range(random.randrange(high // 4), high, high // random.randint(3, 5)):
            image[y : y + 3] = image[y : y + 3] // 2
    if random.random() < 0.4:
        image = to_image(cv2.resize(cv2.rotate(image, cv2.ROTATE_90_CLOCKWISE), (wide, high)))
    return to_image(cv2.resize(image, (width, height)))


def laminate(height: int, width: int, random: Random) -> Image:
    """An office desk: white, grey, beige or black, faintly mottled."""
    base = random.choice(
        ((222, 225, 228), (150, 150, 148), (175, 195, 208), (38, 38, 40), (105, 100, 92), (190, 190, 188))
    )
    value = 1 + cloud(height // 4, width // 4, random, 400) * 0.02 + cloud(height // 4, width // 4, random, 4) * 0.04
    small = to_image(np.asarray(value, np.float32)[..., None] * np.array(base, np.float32))
    return to_image(cv2.resize(small, (width, height)))


def mat(height: int, width: int, random: Random) -> Image:
    """A patterned mat or oilcloth: a grid, checks or dots."""
    base = np.array(random.choice(((90, 110, 50), (150, 120, 90), (110, 90, 150), (180, 180, 175))), np.float32)
    step = random.randint(60, 150)
    rows, columns = np.mgrid[0:height:2, 0:width:2]
    kind = random.randrange(3)
    if kind == 0:
        sign = ((rows % step < 4) | (columns % step < 4)) * 0.3
    elif kind == 1:
        sign = ((rows // step) % 2 + (columns // step) % 2) * 0.22
    else:
        sign = ((rows % step - step / 2) ** 2 + (columns % step - step / 2) ** 2 < (step / 5) ** 2) * 0.35
    image = to_image((1 + sign)[..., None] * base)
    return to_image(cv2.resize(image, (width, height)))


def _pen(desk: Image, random: Random, x: int, y: int, unit: float) -> None:
    way = random.uniform(0, np.pi)
    end = (int(x + np.cos(way) * 140 * unit), int(y + np.sin(way) * 140 * unit))
    colour = random.choice(((140, 60, 20), (30, 30, 30), (40, 40, 190)))
    cv2.line(desk, (x + 9, y + 12), (end[0] + 9, end[1] + 12), (45, 45, 45), int(9 * unit), cv2.LINE_AA)
    cv2.line(desk, (x, y), end, colour, int(9 * unit), cv2.LINE_AA)
    cv2.line(
        desk, (x - 3, y - 3), (end[0] - 3, end[1] - 3), tuple(min(255, c + 90) for c in colour), max(2, int(2 * unit))
    )


def _mug(desk: Image, random: Random, x: int, y: int, unit: float) -> None:
    colour = random.choice(((235, 235, 235), (150, 90, 40), (50, 60, 170)))
    cv2.ellipse(
        desk, (int(x + 12 * unit), int(y + 14 * unit)), (int(48 * unit), int(46 * unit)), 0, 0, 360, (50, 50, 50), -1
    )
    cv2.ellipse(
        desk, (int(x + 46 * unit), y), (int(24 * unit), int(15 * unit)), 20, 0, 360, colour, int(9 * unit), cv2.LINE_AA
    )
    cv2.circle(desk, (x, y), int(44 * unit), colour, -1, cv2.LINE_AA)
    cv2.circle(desk, (x, y), int(38 * unit), tuple(int(c * 0.7) for c in colour), -1, cv2.LINE_AA)
    cv2.circle(desk, (int(x + 2 * unit), int(y + 2 * unit)), int(36 * unit), (22, 38, 62), -1, cv2.LINE_AA)


def _telephone(desk: Image, random: Random, x: int, y: int, unit: float) -> None:
    box = cv2.boxPoints(((x + 8, y + 10), (72 * unit, 150 * unit), random.uniform(-40, 40)))
    cv2.fillPoly(desk, [box.astype(np.int32)], (55, 55, 55), cv2.LINE_AA)
    cv2.fillPoly(desk, [(box - 9).astype(np.int32)], (28, 26, 25), cv2.LINE_AA)
    middle = box.mean(axis=0)
    cv2.fillPoly(desk, [((box - middle) * 0.93 + middle - 9).astype(np.int32)], (62, 52, 46), cv2.LINE_AA)


def _keyboard(desk: Image, random: Random, x: int, y: int, unit: float) -> None:
    side, columns, rows = 19 * unit, 15, 5
    left, top = x - columns * side / 2, y - rows * side / 2
    ends = (int(left + columns * side), int(top + rows * side))
    cv2.rectangle(desk, (int(left) - 12, int(top) - 12), (ends[0] + 14, ends[1] + 16), (40, 40, 42), -1)
    for row in range(rows):
        for column in range(columns):
            at = int(left + column * side), int(top + row * side)
            far = int(at[0] + side * 0.86), int(at[1] + side * 0.86)
            cv2.rectangle(desk, at, far, (68, 66, 66), -1)
            cv2.circle(
                desk, (at[0] + int(side * 0.3), at[1] + int(side * 0.35)), max(1, int(unit * 2)), (190, 190, 190), -1
            )


THINGS = (_pen, _mug, _telephone, _keyboard)


def strewn(desk: Image, random: Random, count: int, *, edge: bool = True) -> Image:
    """Things on the desk, at its borders unless told otherwise; the sheet comes over them."""
    height, width = desk.shape[:2]
    unit = max(height, width) / 380
    for thing in random.sample(THINGS, min(count, len(THINGS))):
        x, y = random.randrange(width), random.randrange(height)
        if edge:
            x = random.choice((0.02, 0.98)) * width + random.uniform(-0.03, 0.03) * width
        thing(desk, random, int(x), int(y), unit)
    return desk
