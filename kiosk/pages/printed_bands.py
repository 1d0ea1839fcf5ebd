"""A dark band printed over the whole width of a sheet's end: on a dark ground it looks like the ground."""

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image
from kiosk.pages.outline import Corners, Outline

WHOLE_SHAPE = 1.39
"""Long side over short side from which on nothing of a sheet is missed."""
A4 = 1.43
"""As much as with a band; more is the ground, where it looks like the band."""
DEEPEST = 0.16
"""Share of the sheet's long side that a band takes at most."""
SHALLOWEST = 0.02
WIDTH = 600
"""Pixels to which what lies beyond the end is brought."""
GROUND = 36
"""Grey levels by which one colour of the band differs from place to place, light and shade included."""
BRIGHTER = 70
"""Grey levels by which print on the band is lighter."""
LETTERS = 5
"""A word, at least: a clip, a stripe or a light spot has no letters."""


def with_band(outline: Outline, image: Image) -> Outline:
    """`outline` with the band at its upper or lower end, where one is printed there; else as it was."""
    width, height = outline.size
    across = height >= width
    if outline.ratio >= WHOLE_SHAPE:
        return outline
    left, top, right, bottom = outline.touching
    for first, free in ((True, not (top if across else left)), (False, not (bottom if across else right))):
        if free:
            beyond = _beyond(outline.corners, across, first)
            depth = min(_band_depth(_flattened(image, beyond)), (A4 / outline.ratio - 1) / DEEPEST)
            if depth:
                return replace(outline, corners=_extended(outline.corners, beyond, across, first, depth))
    return outline


def _beyond(corners: Corners, across: bool, first: bool) -> Corners:
    """What lies beyond one end, `DEEPEST` deep: both corners of the end, then the same farther out."""
    a, b, c, d = corners
    ends = ((a, b, d, c) if first else (d, c, a, b)) if across else ((a, d, b, c) if first else (b, c, a, d))
    start, end, far_start, far_end = ends
    return np.array([start, end, end + DEEPEST * (end - far_end), start + DEEPEST * (start - far_start)], np.float32)


def _flattened(image: Image, beyond: Corners) -> Image:
    """The strip beyond the end with the end as its first row; black where the picture ends."""
    start, end, _, far = beyond.astype(np.float64)
    tall = max(round(WIDTH * float(np.linalg.norm(far - start)) / max(float(np.linalg.norm(end - start)), 1.0)), 8)
    target = np.array([[0, 0], [WIDTH - 1, 0], [WIDTH - 1, tall - 1], [0, tall - 1]], np.float32)
    strip = cv2.warpPerspective(image, cv2.getPerspectiveTransform(beyond, target), (WIDTH, tall), flags=cv2.INTER_AREA)
    return np.asarray(strip, np.uint8)


def _band_depth(strip: Image) -> float:
    """How much of `strip` one colour with lighter letters takes, from its first row on; 0 where that is no band."""
    rows = np.median(strip[:, WIDTH // 20 : -WIDTH // 20], axis=1).astype(np.float32)
    # the end itself is not known to the pixel
    begin = max(len(strip) // 12, 1)
    ground = np.median(rows[begin : 3 * begin], axis=0)
    other = np.flatnonzero((np.abs(rows[begin:] - ground) > GROUND).any(axis=1))
    deep = begin + int(other[0]) if len(other) else len(strip)
    if deep < SHALLOWEST / DEEPEST * len(strip) or float(ground.max()) < GROUND:
        return 0.0
    return deep / len(strip) if _letters(strip[:deep], ground) >= LETTERS else 0.0


def _letters(band: Image, ground: NDArray[np.float32]) -> int:
    """Marks as large as letters that are lighter than `ground`."""
    light = (band.astype(np.float32).min(axis=2) > float(ground.min()) + BRIGHTER).astype(np.uint8)
    stats = cv2.connectedComponentsWithStats(light, connectivity=8)[2][1:]
    long, tall, top = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_TOP]
    return int(np.count_nonzero((tall >= 4) & (tall <= 0.7 * len(band)) & (long <= 4 * tall) & (long >= 2) & (top > 0)))


def _extended(corners: Corners, beyond: Corners, across: bool, first: bool, depth: float) -> Corners:
    """`corners` with one end moved outwards by `depth` of the strip."""
    start, end, far_end, far_start = beyond
    moved_start, moved_end = start + depth * (far_start - start), end + depth * (far_end - end)
    a, b, c, d = corners
    if across:
        a, b, c, d = (moved_start, moved_end, c, d) if first else (a, b, moved_end, moved_start)
    else:
        a, b, c, d = (moved_start, b, c, moved_end) if first else (a, moved_start, moved_end, d)
    return np.array([a, b, c, d], np.float32)
