"""How sharp print is, place by place and direction by direction: motion leaves edges in one direction only."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.ink import Grey, Ink

TILE = 64
"""Side of a tile in pixels at working size: 11 mm at 150 dpi."""
LEAST_INK = 0.02
"""Share of a tile that must be ink for its sharpness to mean anything."""
LEAST_CONTRAST = 36.0


@dataclass(frozen=True, slots=True)
class Sharpness:
    """`tiles`: steepness of edges in the worst direction (grey levels per pixel over the local contrast), NaN
    without print; `clearest`: in the best direction."""

    tiles: NDArray[np.float32]
    clearest: NDArray[np.float32]

    @property
    def printed(self) -> int:
        return int(np.count_nonzero(~np.isnan(self.tiles)))

    @property
    def median(self) -> float:
        return float(np.nanmedian(self.tiles)) if self.printed else float("nan")


def measure(ink: Ink) -> Sharpness:
    """Sharpness of the tiles that bear words; rules, tints and headlines are left out, they say nothing of letters."""
    rows, columns = ink.even.shape[0] // TILE, ink.even.shape[1] // TILE
    if rows == 0 or columns == 0:
        return Sharpness(*np.full((2, 1, 1), np.nan, np.float32))
    away = cv2.dilate(cv2.subtract(ink.mask, ink.words), np.ones((5, 5), np.uint8))
    looked_at = np.asarray(cv2.bitwise_not(away), np.uint8)
    printed = _tiles(ink.words & looked_at, rows, columns).mean(axis=(2, 3)) >= LEAST_INK * 255
    tiles, clearest = np.full((2, rows, columns), np.nan, np.float32)
    # percentiles are what costs here: only of tiles that bear words, and of bytes
    pale = np.asarray(cv2.copyTo(ink.even, looked_at, np.full_like(ink.even, 240)), np.uint8)
    contrast = 240 - _percentile(pale, printed, 1.5)
    steep = []
    for step, apart in _steps(ink.even):
        steep.append(_percentile(step & looked_at, printed, 98.5) / apart)
    for measured, of_all in ((tiles, np.min), (clearest, np.max)):
        measured[printed] = np.where(contrast < LEAST_CONTRAST, np.nan, of_all(steep, axis=0) / np.maximum(contrast, 1))
    return Sharpness(tiles, clearest)


def _steps(even: Grey) -> Iterator[tuple[Grey, float]]:
    """From the pixel before to the pixel after, along x, y and both diagonals: difference, and pixels apart."""
    around = cv2.copyMakeBorder(even, 1, 1, 1, 1, cv2.BORDER_REFLECT_101)
    before, at, after = slice(None, -2), slice(1, -1), slice(2, None)
    for first, second, apart in (
        ((at, before), (at, after), 2.0),
        ((before, at), (after, at), 2.0),
        ((before, before), (after, after), 2.83),
        ((before, after), (after, before), 2.83),
    ):
        yield np.asarray(cv2.absdiff(around[first], around[second]), np.uint8), apart


def _percentile(values: Grey, tiles: NDArray[np.bool_], share: float) -> NDArray[np.float64]:
    """Of the pixels of each of the chosen `tiles`."""
    chosen = _tiles(values, *tiles.shape)[tiles]
    return np.asarray(np.percentile(chosen.reshape(len(chosen), TILE * TILE), share, axis=1))


def _tiles(values: Grey, rows: int, columns: int) -> Grey:
    """`values` by tile, not copied: rows × columns × pixels down × pixels across."""
    return values[: rows * TILE, : columns * TILE].reshape(rows, TILE, columns, TILE).swapaxes(1, 2)
