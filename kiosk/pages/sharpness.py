"""How sharp print is, place by place and direction by direction: motion leaves edges in one direction only."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.ink import Ink, words_of

TILE = 64
"""Side of a tile in pixels at working size: 11 mm at 150 dpi."""
LEAST_INK = 0.02
"""Share of a tile that must be ink for its sharpness to mean anything."""
LEAST_CONTRAST = 36.0


@dataclass(frozen=True, slots=True)
class Sharpness:
    """`tiles`: steepness of edges in the worst direction (grey levels per pixel over the local contrast), NaN
    without print."""

    tiles: NDArray[np.float32]

    @property
    def printed(self) -> int:
        return int(np.count_nonzero(~np.isnan(self.tiles)))

    @property
    def median(self) -> float:
        return float(np.nanmedian(self.tiles)) if self.printed else float("nan")


def measure(ink: Ink) -> Sharpness:
    """Sharpness of the tiles that bear words; rules, tints and headlines are left out, they say nothing of letters."""
    even = ink.even.astype(np.float32)
    words = words_of(ink.mask)
    away = cv2.dilate(cv2.subtract(ink.mask, words), np.ones((5, 5), np.uint8)) > 0
    slopes = _slopes(even)
    for slope in slopes:
        slope[away] = 0
    pale = np.where(away, 240, even)
    rows, columns = even.shape[0] // TILE, even.shape[1] // TILE
    if rows == 0 or columns == 0:
        return Sharpness(np.full((1, 1), np.nan, np.float32))
    printed = _tiles((words > 0) & ~away, rows, columns).mean(axis=2) >= LEAST_INK
    worst = np.full((rows, columns), np.nan, np.float32)
    # percentiles are what costs here: only of tiles that bear words
    contrast = 240 - np.percentile(_tiles(pale, rows, columns)[printed], 1.5, axis=1)
    steep = [np.percentile(_tiles(slope, rows, columns)[printed], 98.5, axis=1) for slope in slopes]
    worst[printed] = np.where(contrast < LEAST_CONTRAST, np.nan, np.min(steep, axis=0) / np.maximum(contrast, 1))
    return Sharpness(worst)


def _slopes(even: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """Absolute slope per pixel along x, y and both diagonals."""
    kernels = (
        np.array([[0, 0, 0], [-1, 0, 1], [0, 0, 0]], np.float32) / 2,
        np.array([[0, -1, 0], [0, 0, 0], [0, 1, 0]], np.float32) / 2,
        np.array([[-1, 0, 0], [0, 0, 0], [0, 0, 1]], np.float32) / 2.83,
        np.array([[0, 0, -1], [0, 0, 0], [1, 0, 0]], np.float32) / 2.83,
    )
    return [np.abs(cv2.filter2D(even, cv2.CV_32F, kernel)) for kernel in kernels]


def _tiles(values: NDArray[np.generic], rows: int, columns: int) -> NDArray[np.float32]:
    cut = values[: rows * TILE, : columns * TILE].astype(np.float32)
    return cut.reshape(rows, TILE, columns, TILE).swapaxes(1, 2).reshape(rows, columns, TILE * TILE)
