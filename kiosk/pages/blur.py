"""Whether print is too soft to be read: everywhere, in one place, or for want of pixels."""

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.ink import Grey, Ink
from kiosk.pages.model import Image, Problem
from kiosk.pages.pixels import grey_of
from kiosk.pages.sharpness import Sharpness, measure

SOFT_PAGE = 0.28
"""Median sharpness under which a page is refused: readable pages measured 0.31 to 0.36, unreadable ones 0.06
to 0.27."""
FEWEST_PIXELS = 1000
"""Long side under which a whole sheet cannot be read: 86 dpi on A4. Few pixels look sharp for their size."""
SHEET_SHAPE = (1.25, 1.55)
"""Long side over short side of A4, perspective included; a card is longer, and may be small."""
SOFT_TILE = 0.20
SOFT_PATCH = 5
"""Neighbouring soft tiles (11 mm each) that make a smudge."""
SOFT_PATCH_SHARE = 0.05
TIMES_AS_SHARP = 4
"""Sharpness of a dashed line or a crease across it over that along it, where it has no edges; of soft print 2."""
LOW_LENGTH = 1800
"""A sheet with fewer pixels than this on its long side may be soft for want of them: 154 dpi on A4."""
SMALLEST_LETTERS = 9.5
"""Median height of letters in pixels of the capture under which tesseract's figures become guesses."""
FEWEST_DOTS = 7.0
"""Dots in the height of a letter: readable captures measured had 10 and more, coarse ones 3 to 5.4."""
LARGE_PRINT = 22
"""Height of letters in pixels at working size from which on their strokes are as thick as coarse dots: 4 mm on A4."""
MIDDLE = 128
"""Grey between ink and paper."""
SHORTEST_RUNS = 5.0
"""Per cent of the runs of one colour that specks may shorten."""
EVERY = 6
"""Rows and columns of which one is looked at."""


def has_too_few_pixels(page: Image) -> bool:
    """Whether a sheet cannot be read, whatever else is wrong with it: it lay too far away."""
    length, width = max(page.shape[:2]), min(page.shape[:2])
    return length < FEWEST_PIXELS and bool(SHEET_SHAPE[0] <= length / width <= SHEET_SHAPE[1])


def judge(ink: Ink, page: Image) -> list[Problem]:
    """Too few pixels, or print that is soft; nothing where it is sharp."""
    sharpness = measure(ink)
    length = max(page.shape[:2])
    if sharpness.printed and sharpness.median < SOFT_PAGE:
        return [Problem.LOW_RESOLUTION if length <= LOW_LENGTH and not _one_way(ink) else Problem.BLURRED]
    if _is_coarse(letter_height(ink), ink.scale, page) or (
        length < LOW_LENGTH and letter_height(ink) < SMALLEST_LETTERS
    ):
        return [Problem.LOW_RESOLUTION]
    if soft_patch(sharpness) >= max(SOFT_PATCH, SOFT_PATCH_SHARE * sharpness.printed):
        return [Problem.BLURRED]
    return []


def _is_coarse(height: float, scale: float, page: Image) -> bool:
    """Whether letters of that `height` in pixels of `page` have too few dots."""
    return height * scale < LARGE_PRINT and height < FEWEST_DOTS * dots_side(page, height / FEWEST_DOTS)


def dots_side(page: Image, least: float = 1.0) -> float:
    """Pixels on a side of the dots that print is made of: few dots, enlarged again, are as few as before.

    Under `least` it is not looked at more closely.
    """
    down = _shortest_runs(grey_of(np.ascontiguousarray(page[::EVERY])))
    if down <= least:
        return max(down, 1.0)
    return max(min(down, _shortest_runs(grey_of(np.ascontiguousarray(page[:, ::EVERY])).T)), 1.0)


def _shortest_runs(rows: Grey) -> float:
    """How long nearly all runs of ink and of paper along `rows` are at the least, in pixels; 1 where there are none."""
    _, changes = np.nonzero(np.diff(rows > MIDDLE, axis=1))
    runs = np.diff(changes)
    runs = runs[runs > 0]
    return float(np.percentile(runs, SHORTEST_RUNS)) if len(runs) else 1.0


def soft_patch(sharpness: Sharpness) -> int:
    """Tiles in the largest patch where all print is soft."""
    tiles = sharpness.tiles
    printed = ~np.isnan(tiles)
    soft = (printed & (np.nan_to_num(tiles, nan=1.0) < SOFT_TILE)).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(soft, connectivity=8)
    largest = 0
    for label in range(1, count):
        x, y, width, height, area = stats[label]
        around = printed[y : y + height, x : x + width]
        inside = labels[y : y + height, x : x + width] == label
        is_line = min(width, height) == 1 and _is_sharp_across(sharpness, labels == label)
        if not is_line and np.count_nonzero(inside) >= 0.6 * np.count_nonzero(around):
            largest = max(largest, int(area))
    return largest


def _is_sharp_across(sharpness: Sharpness, strip: NDArray[np.bool_]) -> bool:
    """Whether tiles hold nothing but a line: as sharp as print in one direction, and without edges in another."""
    clearest, worst = (float(np.median(tiles[strip])) for tiles in (sharpness.clearest, sharpness.tiles))
    return clearest > SOFT_PAGE and clearest > TIMES_AS_SHARP * worst


def letter_height(ink: Ink) -> float:
    """Median long side of the letters in pixels of the capture."""
    return ink.letter_size / ink.scale


def _one_way(ink: Ink) -> bool:
    """Whether blur runs along one direction, as motion leaves it."""
    even = cv2.GaussianBlur(ink.even, (0, 0), 1).astype(np.float32)
    across = float(np.percentile(np.abs(cv2.Sobel(even, cv2.CV_32F, 1, 0)), 99))
    down = float(np.percentile(np.abs(cv2.Sobel(even, cv2.CV_32F, 0, 1)), 99))
    return max(across, down) > 1.8 * max(min(across, down), 1.0)
