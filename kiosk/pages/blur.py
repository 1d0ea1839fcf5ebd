"""Whether print is too soft to be read: everywhere, in one place, or for want of pixels."""

import cv2
import numpy as np

from kiosk.pages.ink import Ink
from kiosk.pages.model import Image, Problem
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
LOW_LENGTH = 1800
"""A sheet with fewer pixels than this on its long side may be soft for want of them: 154 dpi on A4."""
SMALLEST_LETTERS = 9.5
"""Median height of letters in pixels of the capture under which tesseract's figures become guesses."""


def judge(ink: Ink, page: Image) -> list[Problem]:
    sharpness = measure(ink)
    length, width = max(page.shape[:2]), min(page.shape[:2])
    if length < FEWEST_PIXELS and SHEET_SHAPE[0] <= length / width <= SHEET_SHAPE[1]:
        return [Problem.LOW_RESOLUTION]
    if sharpness.printed and sharpness.median < SOFT_PAGE:
        return [Problem.LOW_RESOLUTION if length <= LOW_LENGTH and not _one_way(ink) else Problem.BLURRED]
    if length < LOW_LENGTH and letter_height(ink) < SMALLEST_LETTERS:
        return [Problem.LOW_RESOLUTION]
    if soft_patch(sharpness) >= max(SOFT_PATCH, SOFT_PATCH_SHARE * sharpness.printed):
        return [Problem.BLURRED]
    return []


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
        if np.count_nonzero(inside) >= 0.6 * np.count_nonzero(around):
            largest = max(largest, int(area))
    return largest


def letter_height(ink: Ink) -> float:
    """Median long side of the letters in pixels of the capture."""
    return float(np.median(np.maximum(ink.letters[:, 2], ink.letters[:, 3]))) / ink.scale


def _one_way(ink: Ink) -> bool:
    """Whether blur runs along one direction, as motion leaves it."""
    even = cv2.GaussianBlur(ink.even, (0, 0), 1).astype(np.float32)
    across = float(np.percentile(np.abs(cv2.Sobel(even, cv2.CV_32F, 1, 0)), 99))
    down = float(np.percentile(np.abs(cv2.Sobel(even, cv2.CV_32F, 0, 1)), 99))
    return max(across, down) > 1.8 * max(min(across, down), 1.0)
