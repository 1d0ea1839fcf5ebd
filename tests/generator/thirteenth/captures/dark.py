"""Too little light to see the print."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures import surfaces
from tests.generator.thirteenth.captures.optics import (
    cast,
    jpeg,
    lit,
    noisy,
    picture,
    slope,
    soft,
    toned,
    uneven,
    vignette,
)
from tests.generator.thirteenth.captures.scans import scanned
from tests.generator.thirteenth.captures.scene import corners, placed, sheet

FRAME = (2400, 1800)


def _laid(page: Image, random: Random, ground: Image) -> Image:
    where = corners(random, FRAME, page.shape[1] / page.shape[0], random.uniform(0.75, 0.96), 6, 0.1)
    return placed(sheet(page), ground, where, 0.35, 8)


def _photo(page: Image, random: Random) -> Image:
    return _laid(page, random, surfaces.desk(random, *FRAME))


def room_without_light(page: Image, random: Random) -> Image:
    """A photograph in the dark: the sheet is a dim shape full of noise."""
    found = lit(_photo(page, random), vignette(FRAME, random.uniform(0.2, 0.5)))
    found = toned(
        cast(found, random.uniform(0.6, 1.0), 0.9, 1.0), random.uniform(0.07, 0.15), 1.15, random.uniform(0, 5)
    )
    return jpeg(noisy(soft(found, 1.1), random, random.uniform(3, 6), 1.0), random.randint(60, 85))


def held_against_the_window(page: Image, random: Random) -> Image:
    """The window behind it is bright, the side of the sheet that is seen lies in deep shade."""
    view = np.array(
        [[[255, 252, 246]], [[255, 255, 252]], [[222, 232, 228]], [[150, 190, 170]], [[205, 212, 210]]], np.uint8
    )
    ground = picture(cv2.resize(view, FRAME[::-1]) * uneven(random, FRAME, 9, 0.82, 1.08)[:, :, None])
    frame_colour, bar = random.choice(((70, 74, 78), (120, 124, 126), (38, 52, 74))), random.randint(500, 1300)
    cv2.rectangle(ground, (0, 0), (FRAME[1], FRAME[0]), frame_colour, random.randint(90, 150))
    cv2.line(ground, (bar, 0), (bar, FRAME[0]), frame_colour, random.randint(60, 110))
    sill = random.randint(1900, 2200)
    ground[sill:] = picture(np.array(frame_colour, np.float32) * random.uniform(0.6, 0.9))
    dim = lit(toned(page, random.uniform(0.12, 0.19), 1.1, 4), slope(page.shape, random.uniform(0, 360), 0.75, 1.0))
    where = corners(random, FRAME, page.shape[1] / page.shape[0], random.uniform(0.72, 0.88), 8, 0.08)
    found = placed(sheet(dim), soft(ground, 9), where, 0.0)
    return jpeg(noisy(soft(found, 1.0), random, random.uniform(3, 5), 0.8), random.randint(70, 88))


def lamp_of_the_scanner_failing(page: Image, random: Random) -> Image:
    """The scanner's lamp gives hardly any light: everything is near black, darker still at the ends."""
    found = scanned(page, random, 0.8, 235, 2)
    across = np.sin(np.linspace(0.5, np.pi - 0.5, found.shape[1], dtype=np.float32))[None, :]
    found = toned(
        lit(found, np.repeat(across, found.shape[0], axis=0)), random.uniform(0.08, 0.16), 1.1, random.uniform(0, 6)
    )
    return jpeg(noisy(found, random, random.uniform(1.5, 3)), random.randint(75, 90))
