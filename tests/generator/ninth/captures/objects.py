"""Refused because it is no paper: a keyboard, a plate with a meal, a face."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.camera import developed
from tests.generator.ninth.captures.pixels import Plane, clouds, soft

_HEIGHT, _WIDTH = 2000, 1500
_ROWS = ("1234567890", "AZERTYUIOP", "QSDFGHJKLM", "WXCVBN,;:!")
Colour = tuple[float, float, float]


def _ground(table: tables.Table, random: Random) -> Plane:
    """A piece of a table from above, in good light, darker towards one corner."""
    piece = cv2.resize(table(random), (_HEIGHT, _HEIGHT))[:, :_WIDTH].astype(np.float32)
    return piece * np.float32(150 / piece.mean()) * _light(random)[:, :, None]


def _light(random: Random) -> Plane:
    x = np.linspace(-1, 1, _WIDTH, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, _HEIGHT, dtype=np.float32)[:, None]
    turn = random.uniform(0, 6.28)
    return np.asarray(0.92 + 0.16 * (x * np.cos(turn) + y * np.sin(turn)), dtype=np.float32)


def _place() -> tuple[Plane, Plane]:
    x, y = np.meshgrid(np.arange(_WIDTH, dtype=np.float32), np.arange(_HEIGHT, dtype=np.float32))
    return x, y


def _put(picture: Plane, inside: Plane, colour: Colour | Plane) -> Plane:
    """`colour` where `inside` is positive, its edge two pixels soft; `inside` counts pixels from the outline."""
    cover: Plane = np.clip(inside / 2 + 0.5, 0, 1)[:, :, None]
    return np.asarray(picture + cover * (np.asarray(colour, np.float32) - picture), dtype=np.float32)


def _shadow(picture: Plane, inside: Plane, by: tuple[int, int], wide: float) -> Plane:
    """What an object of that outline takes of the light beside it."""
    cover = np.roll(np.clip(inside / 2 + 0.5, 0, 1).astype(np.float32), by, (0, 1))
    return picture * (1 - np.float32(0.55) * soft(cover, wide))[:, :, None]


def _box(x: Plane, y: Plane, at: tuple[float, float], half: tuple[float, float], round_: float) -> Plane:
    """Pixels inside a box with round corners."""
    over_x, over_y = np.abs(x - at[0]) - half[0] + round_, np.abs(y - at[1]) - half[1] + round_
    outside = np.hypot(np.clip(over_x, 0, None), np.clip(over_y, 0, None))
    return np.asarray(round_ - outside - np.minimum(np.maximum(over_x, over_y), 0), dtype=np.float32)


def keyboard(_page: Image, random: Random) -> Image:
    """The keyboard and the mouse on the desk, seen from above."""
    x, y = _place()
    picture = _ground(tables.laminate, random)
    turn = random.uniform(-0.12, 0.12)
    u = (x - 750) * np.cos(turn) + (y - 950) * np.sin(turn)
    v = -(x - 750) * np.sin(turn) + (y - 950) * np.cos(turn)
    body = _box(u, v, (0, 0), (690, 300), 34)
    picture = _put(_shadow(picture, body, (26, 18), 24), body, (38, 36, 35))
    keys, legend = np.zeros((_HEIGHT, _WIDTH), np.uint8), np.zeros((_HEIGHT, _WIDTH), np.uint8)
    cv2.rectangle(keys, (380, 1176), (1040, 1240), 255, -1)
    for row, letters in enumerate(_ROWS):
        for column, letter in enumerate(letters):
            left, top = 160 + column * 122 + row * 18, 760 + row * 112
            cv2.rectangle(keys, (left - 52, top - 47), (left + 52, top + 47), 255, -1)
            cv2.putText(legend, letter, (left - 30, top + 2), cv2.FONT_HERSHEY_SIMPLEX, 1.1, 255, 3, cv2.LINE_AA)
    spin = cv2.getRotationMatrix2D((750, 950), -float(np.degrees(turn)), 1)
    for drawn, level in ((keys, 60.0), (legend, 205.0)):
        cover = cv2.warpAffine(drawn, spin, (_WIDTH, _HEIGHT)).astype(np.float32) / 255
        picture = picture + cover[:, :, None] * (np.float32(level) - picture)
    away = np.hypot((x - random.uniform(1050, 1250)) / 105, (y - 1560) / 175)
    mouse = (1 - away) * 105
    picture = _put(_shadow(picture, mouse, (22, 16), 20), mouse, (52, 50, 50))
    picture += (70 * np.exp(-((away * 2.2) ** 2)) * (away < 1))[:, :, None]
    return developed(picture.astype(np.float32), random, 1.1, 2.2, 82)


def meal(_page: Image, random: Random) -> Image:
    """A plate with rice, tomatoes and salad, a fork beside it."""
    x, y = _place()
    picture = _ground(random.choice((tables.oilcloth, tables.wood)), random)
    cx, cy = random.uniform(700, 800), random.uniform(900, 1100)
    away = np.hypot(x - cx, y - cy)
    picture = _put(_shadow(picture, 560 - away, (34, 26), 30), 560 - away, (232, 236, 238))
    rim = 1 - 0.1 * np.exp(-(((away - 400) / 22) ** 2)) + 0.04 * np.exp(-(((away - 425) / 16) ** 2))
    picture *= np.where(away < 560, rim, 1).astype(np.float32)[:, :, None]
    edge = 60 * clouds(_HEIGHT, _WIDTH, 160, random)
    grains = clouds(_HEIGHT, _WIDTH, 20, random, octaves=2)[:, :, None]
    rice = (150 + 30 * grains) * np.array((1.0, 1.22, 1.3), np.float32)
    picture = _put(picture, 260 - np.hypot(x - cx + 90, y - cy - 60) + edge, rice.astype(np.float32))
    leaves = (90 + 45 * grains) * np.array((0.45, 1.35, 0.75), np.float32)
    salad = 190 - np.hypot(x - cx - 190, y - cy - 90) + 1.6 * edge
    picture = _put(_shadow(picture, salad, (8, 6), 10), salad, leaves.astype(np.float32))
    for _ in range(random.randint(3, 5)):
        tx, ty = cx + random.uniform(-150, 160), cy - random.uniform(120, 260)
        ball = np.hypot(x - tx, y - ty)
        shade = (1.15 - 0.5 * (ball / 78) ** 2)[:, :, None] * np.array((40, 46, 200), np.float32)
        picture = _put(_shadow(picture, 78 - ball, (12, 8), 10), 78 - ball, shade.astype(np.float32))
        picture += (120 * np.exp(-(((x - tx + 26) ** 2 + (y - ty + 30) ** 2) / 260)))[:, :, None]
    fork = np.maximum(_box(x, y, (90, cy + 180), (16, 300), 14), _box(x, y, (90, cy - 150), (48, 70), 24))
    for tine in (-36, -12, 12, 36):
        fork = np.maximum(fork, _box(x, y, (90 + tine, cy - 270), (8, 110), 8))
    picture = _put(_shadow(picture, fork, (14, 10), 8), fork, (186, 190, 192))
    return developed(np.clip(picture, 0, 255).astype(np.float32), random, 1.1, 2.2, 82)


def face(_page: Image, random: Random) -> Image:
    """The camera turned the wrong way: the person who holds it, a room out of focus behind."""
    x, y = _place()
    room = 120 + 45 * clouds(_HEIGHT, _WIDTH, 420, random, octaves=2)
    wall: Colour = random.choice(((0.95, 1.05, 1.1), (1.15, 1.05, 0.9), (0.9, 1.0, 0.95)))
    picture = soft(room[:, :, None] * np.array(wall, np.float32), 30)
    skin: Colour = random.choice(((128.0, 160, 206), (92.0, 124, 172), (58.0, 80, 118)))
    hair: Colour = random.choice(((28.0, 32, 40), (40.0, 58, 84), (120.0, 122, 124)))
    shirt: Colour = random.choice(((120.0, 70, 50), (60.0, 60, 140), (90.0, 110, 70)))
    shade = (1.06 - 0.26 * np.clip((x - 640) / 420, -0.3, 1) ** 2)[:, :, None]
    tone = (shade * np.array(skin, np.float32) * (1 + 0.015 * clouds(_HEIGHT, _WIDTH, 9, random))[:, :, None]).astype(
        np.float32
    )
    strands = (1 + 0.16 * clouds(_HEIGHT, _WIDTH, 160, random, stretch=0.06))[:, :, None]
    picture = _put(
        picture, (1 - np.hypot((x - 750) / 470, (y - 800) / 590)) * 470, strands * np.array(hair, np.float32)
    )
    cloth = np.array(shirt, np.float32) * (1 + 0.12 * clouds(_HEIGHT, _WIDTH, 120, random))[:, :, None]
    picture = _put(picture, (1 - np.hypot((x - 750) / 760, (y - 2020) / 470)) * 470, cloth.astype(np.float32))
    picture = _put(picture, _box(x, y, (750, 1450), (150, 220), 80), (tone * 0.8).astype(np.float32))
    picture = _put(picture, (1 - np.hypot((x - 750) / 370, (y - 920) / 500)) * 370, tone)
    fringe = (1 - np.hypot((x - 750) / 400, (y - 470) / 190)) * 190
    picture = _put(picture, fringe, strands * np.array(hair, np.float32))
    for side in (-1, 1):
        ex = 750 + side * 155
        picture = _put(picture, (1 - np.hypot((x - ex) / 66, (y - 860) / 32)) * 32, (226, 230, 232))
        picture = _put(picture, 29 - np.hypot(x - ex, y - 860), (50, 70, 92))
        picture = _put(picture, 13 - np.hypot(x - ex, y - 860), (12, 12, 12))
        arch = 14 - np.abs(y - 775 - ((x - ex) / 90) ** 2 * 26) - np.clip(np.abs(x - ex) - 84, 0, None)
        picture = _put(picture, arch, hair)
    nose = 26 * np.exp(-(((x - 800) / 26) ** 2)) * np.exp(-(((y - 990) / 120) ** 2))
    picture -= (nose + 55 * np.exp(-(((np.abs(x - 750) - 34) / 15) ** 2 + ((y - 1078) / 10) ** 2)))[:, :, None]
    smile = 20 - np.abs(y - 1215 + ((x - 750) / 130) ** 2 * 34) - np.clip(np.abs(x - 750) - 128, 0, None)
    picture = _put(picture, smile, (70, 68, 140))
    return developed(np.clip(picture, 0, 255).astype(np.float32), random, 2.0, 3, 80)
