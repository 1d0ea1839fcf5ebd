"""What the sheets of the tenth set lie on, three pixels to the millimetre: concrete, parquet, a cutting mat, a pile."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.pixels import clouds, numbers, pixels, soft
from tests.generator.ninth.captures.tables import PER_MM, SIDE


def concrete(random: Random) -> Image:
    """A counter of waxed concrete: cloudy grey, small bubbles."""
    level = 1 + 0.07 * clouds(SIDE, SIDE, 260, random) + 0.03 * clouds(SIDE, SIDE, 6, random, octaves=2)
    source = numbers(random)
    for _ in range(260):
        at = tuple(int(v) for v in source.integers(0, SIDE, 2))
        cv2.circle(level, at, int(source.integers(1, 4)), float(source.uniform(0.6, 0.85)), -1, cv2.LINE_AA)
    colour = np.array(random.choice(((122.0, 126, 128), (98, 104, 110), (140, 146, 150))), np.float32)
    return pixels((soft(level.astype(np.float32), 0.8)[:, :, None] * colour).astype(np.float32))


def parquet(random: Random) -> Image:
    """Short oak strips laid in squares, each square across the next."""
    square, strips = 75 * PER_MM, 5
    colour = np.array(random.choice(((84.0, 132, 176), (62, 98, 140), (104, 156, 196))), np.float32)
    source = numbers(random)
    level = np.ones((SIDE, SIDE), np.float32)
    for row in range(SIDE // square):
        for column in range(SIDE // square):
            grain = 1 + 0.06 * clouds(square, square, 4, random, stretch=30, octaves=2)
            for strip in range(strips):
                rows = np.s_[strip * square // strips : (strip + 1) * square // strips]
                grain[rows] *= np.float32(source.uniform(0.84, 1.12))
                grain[strip * square // strips] *= np.float32(0.55)
            tile = grain if (row + column) % 2 else grain.T
            level[row * square : (row + 1) * square, column * square : (column + 1) * square] = tile
    return pixels((level[:, :, None] * colour).astype(np.float32))


def cutting_mat(random: Random) -> Image:
    """The plastic mat of a workshop, a centimetre's grid printed on it in a paler tone."""
    colour = np.array(random.choice(((84.0, 96, 44), (110, 74, 44), (70, 70, 72))), np.float32)
    mat = np.ones((SIDE, SIDE), np.float32) * (1 + 0.04 * clouds(SIDE, SIDE, 3, random, octaves=1))
    step = 10 * PER_MM
    for place in range(0, SIDE, step):
        stronger = np.float32(1.5 if place % (5 * step) == 0 else 1.22)
        mat[place] *= stronger
        mat[:, place] *= stronger
    return pixels((mat[:, :, None] * colour).astype(np.float32))


def piled(ground: Image, random: Random) -> Image:
    """`ground` with a second sheet or a brown envelope upon it, that shows beside the one on top."""
    paper = random.choice(((222.0, 226, 228), (206, 214, 220), (112, 158, 192), (228, 220, 206)))
    size = random.choice(((210, 297), (210, 297), (229, 324)))
    centre = SIDE / 2 + random.uniform(-32, 32) * PER_MM, SIDE / 2 + random.uniform(-26, 26) * PER_MM
    corners = cv2.boxPoints((centre, (size[0] * PER_MM, size[1] * PER_MM), random.uniform(-9, 9)))
    cover = np.zeros((SIDE, SIDE), np.uint8)
    cv2.fillConvexPoly(cover, (corners * 16).astype(np.int32), 255, cv2.LINE_AA, 4)
    lying = cover.astype(np.float32)[:, :, None] / 255
    shadow = 1 - 0.4 * soft(lying[:, :, 0], 2.0 * PER_MM)[:, :, None]
    grain = 1 + 0.012 * clouds(SIDE, SIDE, 30, random, octaves=2)[:, :, None]
    levels = ground * shadow
    return pixels((levels + lying * (np.array(paper, np.float32) * grain - levels)).astype(np.float32))


def any_ground(random: Random) -> Image:
    return random.choice((concrete, parquet, cutting_mat))(random)
