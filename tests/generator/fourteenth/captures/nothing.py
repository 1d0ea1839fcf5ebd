"""Sheets, or backs of sheets, with nothing on them."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fourteenth.captures import grounds, marks
from tests.generator.fourteenth.captures.lens import SMALL_SIZES, corners, laid, lit, shot
from tests.generator.fourteenth.captures.scans import glass
from tests.generator.fourteenth.captures.tools import Floats, Noise, inked, on_paper, seeded, soft


def _empty(page: Image, noise: Noise, random: Random, white: float) -> Floats:
    """Paper as it comes, or that was once folded in three."""
    sheet = on_paper(np.full_like(page, 255), noise, white, 30)
    return marks.creased(sheet, noise, random, (0.335, 0.667)) if random.random() < 0.3 else sheet


def _back(page: Image, noise: Noise, random: Random, white: float) -> Floats:
    """The back of a printed sheet: its print comes through, mirrored, faint and soft."""
    ghost = soft(inked(np.asarray(cv2.flip(page, 1), dtype=np.uint8)).astype(np.float32), random.uniform(2.4, 3.2))
    bleed: Floats = _empty(page, noise, random, white) * (1 - random.uniform(0.03, 0.06) * ghost)[..., None]
    return bleed


def empty_sheet_scanned(page: Image, random: Random) -> Image:
    noise = seeded(random)
    return glass(_empty(page, noise, random, random.uniform(236, 250)), noise, random, 1.0, 88, 238)


def back_scanned(page: Image, random: Random) -> Image:
    noise = seeded(random)
    return glass(_back(page, noise, random, random.uniform(238, 248)), noise, random, 1.0, 88, 240)


def empty_side_photographed(page: Image, random: Random) -> Image:
    """On a table; a back in half of them."""
    noise = seeded(random)
    width, height = random.choice(SMALL_SIZES)
    sheet = (_back if random.random() < 0.5 else _empty)(page, noise, random, 230)
    where = corners(random, width, height, 0.9, 0.04, 3.0, page.shape[0] / page.shape[1])
    ground = random.choice((grounds.wood, grounds.dark_mat, grounds.tiles, grounds.tablecloth))
    view = laid(sheet, ground(noise, random, width, height), where, random, 0.005)
    return shot(lit(view.picture, noise, random, 0.2, 0.12), noise, random, 3.0)
