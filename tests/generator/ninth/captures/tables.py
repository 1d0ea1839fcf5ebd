"""What a sheet is laid on, seen from above: three pixels to the millimetre, 600 mm square."""

from collections.abc import Callable
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.pixels import Plane, clouds, numbers, pixels, soft

PER_MM = 3
SIDE = 600 * PER_MM
Table = Callable[[Random], Image]


def _tinted(level: Plane, colour: tuple[float, float, float]) -> Plane:
    return level[:, :, None] * np.array(colour, np.float32)


def wood(random: Random) -> Image:
    """Boards of varnished wood, their grain along them, a dark joint between two."""
    board = random.randint(90, 160) * PER_MM
    colour = random.choice(((78.0, 122, 168), (52, 84, 124), (118, 164, 204), (40, 58, 84)))
    grain = clouds(SIDE, SIDE, 9, random, stretch=60, octaves=2)
    rings = np.sin(9 * clouds(SIDE, SIDE, 260, random, stretch=5, octaves=1) + grain)
    level = 1 + 0.05 * grain + 0.06 * rings
    source = numbers(random)
    for top in range(0, SIDE, board):
        level[top : top + board] *= np.float32(source.uniform(0.86, 1.1))
        level[top : top + 2 * PER_MM // 2] *= np.float32(0.5)
    planks = pixels(_tinted(level.astype(np.float32), colour))
    return cv2.rotate(planks, cv2.ROTATE_90_CLOCKWISE).astype(np.uint8) if random.random() < 0.5 else planks


def oilcloth(random: Random) -> Image:
    """A kitchen oilcloth in checks, the two ways of its weave darker where they cross."""
    check = random.randint(12, 24) * PER_MM
    colour = random.choice(((60.0, 55, 175), (160, 90, 50), (90, 130, 60)))
    band = ((np.arange(SIDE) // check) % 2).astype(np.float32)
    share = (band[:, None] + band[None, :]) / 2
    weave = 1 + 0.03 * clouds(SIDE, SIDE, 4, random, octaves=1)
    white = np.array((214, 222, 226), np.float32)
    cloth = white + share[:, :, None] * (np.array(colour, np.float32) - white)
    return pixels((cloth * weave[:, :, None]).astype(np.float32))


def flowered(random: Random) -> Image:
    """A tablecloth strewn with flowers."""
    ground = random.choice(((150.0, 172, 150), (120, 100, 80), (132, 150, 196)))
    cloth = np.empty((SIDE, SIDE, 3), np.uint8)
    cloth[:] = np.array(ground, np.uint8)
    petal = random.choice(((70, 80, 200), (190, 120, 150), (60, 170, 220)))
    step = 62 * PER_MM
    for row in range(-1, SIDE // step + 1):
        for column in range(-1, SIDE // step + 1):
            centre = np.array((column * step + (row % 2) * step // 2, row * step), np.float32)
            centre += np.array((random.uniform(-12, 12), random.uniform(-12, 12)), np.float32)
            for turn in np.arange(6) * np.pi / 3 + random.random():
                at = centre + 9 * PER_MM * np.array((np.cos(turn), np.sin(turn)))
                size = 7 * PER_MM, 4 * PER_MM
                where = int(at[0]), int(at[1])
                cv2.ellipse(cloth, where, size, float(np.degrees(turn)), 0, 360, petal, -1, cv2.LINE_AA)
            cv2.circle(cloth, (int(centre[0]), int(centre[1])), 5 * PER_MM, (60, 190, 220), -1, cv2.LINE_AA)
    return pixels(cloth * (1 + 0.04 * clouds(SIDE, SIDE, 5, random, octaves=2))[:, :, None])


def laminate(random: Random) -> Image:
    """The plain top of an office desk, beige, grey or anthracite, faintly mottled."""
    colour = random.choice(((150.0, 172, 186), (128, 132, 134), (62, 60, 58), (96, 120, 140)))
    level = 1 + 0.02 * clouds(SIDE, SIDE, 5, random, octaves=2) + 0.015 * clouds(SIDE, SIDE, 120, random)
    return pixels(_tinted(level.astype(np.float32), colour))


def granite(random: Random) -> Image:
    """A kitchen worktop: speckles of three tones."""
    level = 0.85 + 0.3 * clouds(SIDE, SIDE, 5, random, octaves=2)
    spots = clouds(SIDE, SIDE, 7, random, octaves=1)
    level = np.where(spots > 0.75, 1.55, np.where(spots < -0.8, 0.45, level)).astype(np.float32)
    return pixels(_tinted(soft(level, 1.2), random.choice(((84.0, 88, 92), (92, 104, 122), (58, 60, 62)))))


def felt(random: Random) -> Image:
    """The dull mat under a document camera."""
    colour = random.choice(((48.0, 48, 50), (70, 62, 40), (58, 74, 52)))
    return pixels(_tinted((1 + 0.07 * clouds(SIDE, SIDE, 3, random, octaves=1)).astype(np.float32), colour))
