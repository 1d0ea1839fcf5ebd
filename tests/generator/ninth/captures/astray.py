"""Refused because the print is not there: half out of the frame, off the glass, too near; or the empty back."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures import marks, tables
from tests.generator.ninth.captures.camera import Bend, Lamp, Pose, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import DAY, DOCUMENT_CAMERA, held
from tests.generator.ninth.captures.pixels import clouds, coloured, grey_of, jpeg, noisy, pixels, soft, through


def _photographed(page: Image, pose: Pose, random: Random, bend: Bend | None = None) -> Image:
    table = random.choice((tables.wood, tables.flowered, tables.granite, tables.laminate))(random)
    seen = look(page, table, pose, random, bend)
    lamp = Lamp((random.choice((-1, 1)) * random.uniform(300, 600), random.uniform(-400, 400), 700), 0.6, DAY)
    return developed(exposed(seen.albedo * lit(seen, [lamp], 0.4), seen.sheet, 220), random, 0.8)


def half_out_of_the_picture(page: Image, random: Random) -> Image:
    """The camera points beside the sheet: a third to a half of its print lies outside, on one side."""
    ink = (grey_of(page) < 160).sum(axis=0).cumsum()
    lost = random.uniform(0.35, 0.5)
    side = random.choice((-1, 1))
    column = int(np.searchsorted(ink, ink[-1] * (lost if side < 0 else 1 - lost)))
    fill = random.uniform(0.74, 0.8)
    half = DOCUMENT_CAMERA[1] / 2 * 297 / (fill * DOCUMENT_CAMERA[0])
    edge = column / page.shape[1] * 210 - 105
    aim = edge - side * half, random.uniform(-10, 10)
    return _photographed(
        page, Pose(DOCUMENT_CAMERA, fill, 3, random.uniform(-3, 3), random.uniform(-4, 4), aim), random
    )


def askew_on_the_glass(page: Image, random: Random) -> Image:
    """Laid crookedly and too far over: a whole corner with print lies outside the glass."""
    height, width = page.shape[:2]
    ink = (grey_of(page) < 160).astype(np.float32)
    turn, side = random.uniform(9, 15) * random.choice((-1, 1)), random.choice((-1, 1))
    lid = random.choice((45.0, 120.0, 205.0))
    for step in np.arange(0.05, 0.6, 0.02):
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), turn, 1)
        matrix[:, 2] += side * step * width, -0.5 * step * height
        kept = cv2.warpAffine(ink, matrix, (width, height)).sum() / ink.sum()
        if kept < 0.72:
            break
    scan = cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(lid, lid, lid))
    levels = 8 + soft(scan.astype(np.float32), 0.0004 * width) * np.float32(243 / 255)
    return jpeg(pixels(noisy(levels, 1.1, random)), 78)


def too_near(page: Image, random: Random) -> Image:
    """The telephone so near that no edge of the sheet is in the picture: lines begin and end outside it."""
    down = random.uniform(-45, -5)
    pose = Pose(DOCUMENT_CAMERA, random.uniform(1.75, 2.1), 3, -2, random.uniform(-5, 5), (random.uniform(-8, 8), down))
    return _photographed(page, pose, random)


def empty_back(page: Image, random: Random) -> Image:
    """The wrong side on the glass: white, the print faintly seen through and mirrored."""
    height, width = page.shape[:2]
    paper = np.array(random.choice(((252, 252, 252), (240, 246, 249), (246, 244, 240))), np.float32)
    sheet = np.full((height, width, 3), paper) * through(page, random.uniform(0.03, 0.07))[:, :, None]
    sheet *= (1 + 0.006 * clouds(height, width, 0.02 * width, random, octaves=2))[:, :, None]
    return jpeg(pixels(noisy(sheet.astype(np.float32), 1.3, random)), 78)


def face_down_on_the_table(page: Image, random: Random) -> Image:
    """Photographed with its print to the table: nothing but paper, hardly anything seen through."""
    back = pixels(np.full(page.shape, 248, np.float32) * through(page, random.uniform(0.02, 0.045))[:, :, None])
    pose = held(random, DOCUMENT_CAMERA, (0.78, 0.86), 5, 5)
    return _photographed(back, pose, random, Bend(random.choice((0, 1)), random.uniform(0, 6)))


def fed_empty(page: Image, random: Random) -> Image:
    """A blank sheet between two printed ones in the feeder: a fold, a few grains of dust, pulled staples."""
    height, width = page.shape[:2]
    unit = width / 210
    blank = np.full(page.shape, 255, np.uint8)
    level = np.full((height, width), random.uniform(236, 250), np.float32)
    row = int(random.uniform(0.3, 0.7) * height)
    level[row : row + max(1, int(0.3 * unit))] -= random.uniform(8, 20)
    for _ in range(random.randint(4, 12)):
        at = random.randrange(width), random.randrange(height)
        cv2.circle(level, at, random.choice((1, 1, 2)), random.uniform(60, 170), -1, cv2.LINE_AA)
    if random.random() < 0.5:
        level *= marks.staple_holes(blank, random)[:, :, 0]
    level[:, random.randrange(width) :][:, :1] -= random.uniform(6, 18)
    return jpeg(coloured(noisy(soft(level, 0.7), 1.8, random)), 74)
