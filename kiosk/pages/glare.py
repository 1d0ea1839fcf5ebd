"""Light thrown back so strongly that print under it is gone."""

import cv2
import numpy as np

from kiosk.pages.ink import Grey, Ink, Mask

WHITE = 250
"""Grey from which on nothing is told apart, in a capture that reaches it."""
DIMMER = 12
"""Grey levels by which the sheet's paper is darker than what is burnt out."""
LOWEST_WHITE = 225
"""Grey under which no sensor's highest level is looked for."""
TOP = 253
"""Grey from which on a sensor reaches its end and not a plateau of its own."""
PLATEAUS, SLOPE = (5, 8), 10
"""A sensor that ends lower heaps what is burnt out up within so many of its highest levels; fading light fills as well
the levels under them."""
HEAPED = 2.4
"""Pixels a level on the plateau over those on the slope under it: of evenly fading light there were at most 1.4."""
HIGHEST = 0.001
"""Share of the pixels that are at the highest level or above."""
NOISE = 5
"""Side in pixels of the squares over which the sensor's noise is evened out."""
SPOT = 15
"""Side in pixels at working size of the smallest spot."""
WORD, PRINTED = 41, 20
"""Pixels over which print divides paper, and the letters that stand on it at the least: on glare one or none do."""
QUARTER = 1 / 4
AROUND = (30, 28)
"""Pixels from what is burnt out, at a quarter of the working size, between which the paper around it is looked at."""
FADING = 18
"""Grey levels that it is darker by at the least: around glare it was 24 and more darker, in strong light 7 to 12."""
WEDGE = 5.0
"""Length along the border, squared, over the area: a spot of light has about 1.5, a wedge of the lid 20 and more."""


def glare_share(ink: Ink) -> float:
    """Share of the page burnt out to white while the rest of its paper is not white."""
    grey = np.asarray(cv2.blur(ink.grey, (NOISE, NOISE)), np.uint8)
    white = _white(grey)
    if white is None or float(np.median(ink.paper)) > white - DIMMER:
        return 0.0
    light = (grey >= white).astype(np.uint8)
    burnt = np.asarray(cv2.morphologyEx(light, cv2.MORPH_OPEN, np.ones((SPOT, SPOT), np.uint8)), np.uint8)
    if not burnt.any() or _fades(grey, burnt, white) or (white < WHITE and _is_printed(burnt, ink)):
        return 0.0
    return float(np.count_nonzero(burnt) - _beside_the_sheet(burnt)) / burnt.size


def _fades(grey: Grey, burnt: Mask, white: int) -> bool:
    """Whether the paper around what is burnt out is hardly darker: in strong light print stays."""
    small, spots = (
        cv2.resize(one, None, fx=QUARTER, fy=QUARTER, interpolation=way)
        for one, way in ((grey, cv2.INTER_AREA), (burnt, cv2.INTER_NEAREST))
    )
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    far, near = (cv2.dilate(spots, np.ones((2 * one + 1, 2 * one + 1), np.uint8)) for one in AROUND)
    around = paper[far > near]
    return bool(len(around) and float(np.median(around)) > white - FADING)


def _is_printed(burnt: Mask, ink: Ink) -> bool:
    """Whether letters stand on what seems burnt out: it is paper, on ground that is darker."""
    word = np.ones((WORD, WORD), np.uint8)
    # at the rim of a spot print fades and is not gone
    inner = np.asarray(cv2.erode(cv2.morphologyEx(burnt, cv2.MORPH_CLOSE, word), word), np.uint8)
    return int(np.count_nonzero(ink.at_letters(inner))) > PRINTED


def _white(grey: Grey) -> int | None:
    """The grey from which on the capture is burnt out; None where its highest level is reached by fading light only."""
    counts = cv2.calcHist([grey], [0], None, [256], [0, 256]).ravel()
    reached = np.flatnonzero(np.cumsum(counts[::-1])[::-1] > HIGHEST * grey.size)
    highest = int(reached[-1]) if len(reached) else 0
    if highest >= TOP or highest < LOWEST_WHITE:
        return WHITE
    for levels in PLATEAUS:
        lowest = highest - levels + 1
        if counts[lowest:].sum() / levels > HEAPED * counts[lowest - SLOPE : lowest].sum() / SLOPE:
            return min(lowest, WHITE)
    return WHITE if highest >= WHITE else None


def _beside_the_sheet(burnt: Mask) -> int:
    """Pixels of the white lid seen past a leaning sheet: long thin wedges along the border, unlike a spot of light."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(burnt, connectivity=8)
    border = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    contact = np.bincount(border, minlength=count)
    areas = stats[:, cv2.CC_STAT_AREA]
    return int(sum(areas[one] for one in range(1, count) if contact[one] ** 2 > WEDGE * areas[one]))
