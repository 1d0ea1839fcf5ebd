"""Pictures of other things than papers: a floor with shoes, a ceiling, a meal, a garden."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fourteenth.captures import grounds
from tests.generator.fourteenth.captures.lens import SMALL_SIZES, lit, shot
from tests.generator.fourteenth.captures.tools import Floats, Noise, fine, seeded, soft, uneven

Colour = tuple[float, float, float]
Points = list[tuple[float, float]]


def _painted(
    picture: Floats, points: Points, colour: Colour, noise: Noise, rough: float = 0.08, shadow: float = 0
) -> None:
    """What is within `points`, in a colour that is not the same all over, with a shadow under it; in place."""
    height, width = picture.shape[:2]
    edge = round(6 + shadow * 120)
    outline = np.array(points, dtype=np.int32)
    left, top = np.maximum(outline.min(axis=0) - edge, 0)
    right, bottom = np.minimum(outline.max(axis=0) + edge, (width, height))
    if right - left < 3 or bottom - top < 3:
        return
    patch = picture[top:bottom, left:right]
    shape = np.zeros(patch.shape[:2], dtype=np.float32)
    cv2.fillPoly(shape, [outline - (left, top)], 1.0, cv2.LINE_AA)
    if shadow:
        cast = np.zeros_like(shape)
        cv2.fillPoly(cast, [outline - (left - edge // 4, top - edge // 3)], 1.0)
        patch *= 1 - shadow * soft(cast, edge / 4)[..., None]
    shape = soft(shape, 1.2)[..., None]
    down, across = patch.shape[:2]
    tone = 1 + rough * uneven(noise, down, across, 5) + rough * 0.4 * soft(fine(noise, down, across), 1.2)
    patch += (tone[..., None] * np.array(colour, dtype=np.float32) - patch) * shape


def _oval(x: float, y: float, across: float, down: float, turn: float = 0) -> Points:
    angles, lean = np.linspace(0, 2 * np.pi, 72), np.radians(turn)
    along, aside = across * np.cos(angles), down * np.sin(angles)
    xs = x + along * np.cos(lean) - aside * np.sin(lean)
    ys = y + along * np.sin(lean) + aside * np.cos(lean)
    return [(float(a), float(b)) for a, b in zip(xs, ys, strict=True)]


def floor_and_shoes(_page: Image, random: Random) -> Image:
    """The telephone looked down when it was touched."""
    noise = seeded(random)
    width, height = random.choice(SMALL_SIZES)
    picture = random.choice((grounds.tiles, grounds.wood))(noise, random, width, height)
    colour = random.choice(((34, 34, 38), (52, 66, 104), (120, 112, 104)))
    for side in (-1, 1):
        x, y = width * (0.5 + side * random.uniform(0.14, 0.19)), height * random.uniform(0.66, 0.74)
        turn, across, down = side * random.uniform(4, 12), width * 0.085, height * 0.15
        _painted(picture, _oval(x, y, across, down, turn), (206, 208, 210), noise, 0.05, 0.45)
        _painted(picture, _oval(x, y + 5, across * 0.9, down * 0.95, turn), colour, noise, 0.2)
        for row in range(5):
            lace = _oval(x, y - down * (0.35 - 0.13 * row), across * 0.45, 7, turn + 8 * (-1) ** row)
            _painted(picture, lace, (222, 222, 224), noise, 0.05, 0.2)
        leg = [(x - across * 1.1, y + down * 0.35), (x + across * 1.1, y + down * 0.35)]
        leg += [(x + across * 1.3 - side * 40, height + 5), (x - across * 1.3 - side * 40, height + 5)]
        _painted(picture, leg, (96, 70, 52), noise, 0.25, 0.35)
    return shot(lit(picture, noise, random, 0.3, 0.2), noise, random, 3.5)


def ceiling_of_the_room(_page: Image, random: Random) -> Image:
    """Where a telephone that lies on its back looks: slabs, a lamp, the corner of two walls."""
    noise = seeded(random)
    width, height = random.choice(SMALL_SIZES)
    picture = np.full((height, width, 3), 168, dtype=np.float32)
    picture *= (1 + 0.03 * uneven(noise, height, width, 4) + 0.02 * soft(fine(noise, height, width), 2))[..., None]
    step, lean = width / random.uniform(3.2, 4.4), random.uniform(-0.12, 0.12)
    for place in np.arange(-2, 9) * step:
        for ends in (((place, 0), (place + lean * height, height)), ((0, place), (width, place - lean * width))):
            from_, to = ((round(x), round(y)) for x, y in ends)
            cv2.line(picture, from_, to, (128, 130, 132), 7, cv2.LINE_AA)
    x, y, reach = (
        width * random.uniform(0.3, 0.7),
        height * random.uniform(0.25, 0.5),
        width * random.uniform(0.12, 0.16),
    )
    globe = np.array(_oval(x, y, reach, reach), dtype=np.int32)
    bright = np.zeros((height // 4, width // 4), dtype=np.float32)
    cv2.fillPoly(bright, [globe // 4], 1.0)
    glow = cv2.resize(soft(bright, width / 40), (width, height), interpolation=cv2.INTER_LINEAR)
    picture += 90 * glow[..., None]
    _painted(picture, _oval(x, y, reach * 1.08, reach * 1.08), (150, 158, 162), noise, 0.03, 0.25)
    _painted(picture, _oval(x, y, reach, reach), (330, 345, 360), noise, 0.0)
    wall, corner = height * random.uniform(0.78, 0.88), width * random.uniform(0.4, 0.6)
    side = [(-5.0, wall), (corner, wall * 1.02), (corner, height + 5), (-5, height + 5)]
    _painted(picture, side, (120, 134, 142), noise, 0.04)
    other = [(corner, wall * 1.02), (width + 5, wall * 0.93), (width + 5, height + 5), (corner, height + 5)]
    _painted(picture, other, (98, 110, 118), noise, 0.04)
    return shot(lit(picture, noise, random, 0.3, 0.2), noise, random, 3.0)


def meal_on_the_table(_page: Image, random: Random) -> Image:
    """A plate with what is left of a lunch, a glass, a knife."""
    noise = seeded(random)
    width, height = random.choice(SMALL_SIZES)
    picture = random.choice((grounds.wood, grounds.tablecloth, grounds.tiles))(noise, random, width, height)
    x, y, reach = width * random.uniform(0.45, 0.55), height * random.uniform(0.48, 0.58), width * 0.36
    for part, tone, shadow in ((1.0, 208, 0.5), (0.985, 226, 0), (0.74, 200, 0), (0.72, 218, 0)):
        _painted(picture, _oval(x, y, reach * part, reach * part), (tone, tone, tone), noise, 0.02, shadow)
    for _ in range(60):
        angle, far = random.uniform(0, 6.28), reach * 0.55 * random.random() ** 0.5
        colour = random.choice(((40, 130, 70), (40, 60, 190), (90, 170, 220), (60, 100, 160), (50, 160, 110)))
        across, down = reach * random.uniform(0.04, 0.13), reach * random.uniform(0.03, 0.09)
        bit = _oval(x + far * np.cos(angle), y + far * np.sin(angle), across, down, random.uniform(0, 180))
        _painted(picture, bit, colour, noise, 0.3, 0.3)
    left, top = width * 0.06, height * random.uniform(0.26, 0.34)
    knife = [
        (left, top),
        (left + 44, top + 90),
        (left + 44, top + 620),
        (left + 30, top + 1150),
        (left + 2, top + 1150),
    ]
    _painted(picture, knife, (172, 174, 176), noise, 0.2, 0.4)
    x, y, reach = width * random.uniform(0.75, 0.85), height * 0.14, width * 0.12
    for part, glass, shadow in ((1.0, (196, 198, 194), 0.4), (0.88, (60, 44, 120), 0)):
        _painted(picture, _oval(x, y, reach * part, reach * part), glass, noise, 0.1, shadow)
    return shot(lit(picture, noise, random, 0.3, 0.2), noise, random, 3.5)


def garden_outside(_page: Image, random: Random) -> Image:
    """Sky, leaves in many sizes from the shade to the sun, grass."""
    noise = seeded(random)
    width, height = random.choice(SMALL_SIZES)
    light = np.linspace(1, 0, height, dtype=np.float32)[:, None, None]
    picture = np.array((232, 214, 196), dtype=np.float32) - light * np.array((10, 50, 96), dtype=np.float32)
    clouds = np.clip(uneven(noise, height, width, 5) + 0.5 * uneven(noise, height, width, 14), 0, 1)
    picture = (picture + (244 - picture) * (0.7 * clouds)[..., None]).astype(np.float32)
    grass = round(height * random.uniform(0.74, 0.82))
    blades = cv2.resize(fine(noise, (height - grass) // 12 + 2, width // 2), (width, height - grass))
    tone = 1 + 0.16 * blades + 0.15 * uneven(noise, height - grass, width, 6)
    picture[grass:] = tone[..., None] * np.array((52, 124, 92), dtype=np.float32)
    middles = [(random.uniform(0, width), random.uniform(0.42, 0.7) * height) for _ in range(7)]
    hedge = [(-5.0, height * 0.6), (width + 5.0, height * 0.6), (width + 5.0, grass + 8.0), (-5.0, grass + 8.0)]
    _painted(picture, hedge, (20, 48, 32), noise, 0.3)
    number = 2200
    for place in range(number):
        x, y = random.choice(middles)
        x, y = random.gauss(x, width * 0.12), min(random.gauss(y, height * 0.075), grass + 30)
        bright = (0.35 + 0.75 * place / number) * random.uniform(0.8, 1.15)
        size = width * random.uniform(0.008, 0.02)
        leaf = _oval(x, y, size * 1.6, size * 0.8, random.uniform(0, 180))
        _painted(picture, leaf, (44 * bright, 116 * bright, 74 * bright), noise, 0.2)
    return shot(lit(picture, noise, random, 0.1, 0.15), noise, random, 3.0)
