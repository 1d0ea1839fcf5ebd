"""An end of the sheet folded over its print: the edge of the flap, or a sheet in a shape that no sheet has."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.borders import SHORTEST, cut_letters, runs_out
from kiosk.pages.ink import Grey, Ink
from kiosk.pages.outline import Outline

FLATTEST, ANGLE = 0.25, math.pi / 720
"""Slope of an edge to the lines of print, as far as an end is turned up askew, and the steps in which it is looked for,
in radians."""
LEAST_VOTES, MOST_LINES = 0.35, 24
"""Share of the width along which a line is an edge at the least; lines that are looked at more closely."""
PLACES = 60
"""Points of an edge looked at, from one side of the sheet to the other."""
ENDS = 3
"""Of these places at both ends one is seen, at the least."""
SEEN = 0.8
"""Share of them at which there is an edge: tables and boxes leave the margins free."""
FLAP_STEP, DARKEST_STEP = 10, 80
"""Grey levels by which the back of a flap is darker than the sheet it lies on; by more it is no paper."""
CREASES = ((0.31, 0.356, 18), (0.485, 0.515, 15))
"""Depths at which a letter folded in three, or in two, has a crease, and the step from which on it is none: light from
one side made what lies behind one 14 levels darker at the most, a flap was 16 and more darker."""
END_STEP, BEND = 16, 10
"""Grey levels between the bend of a flap and a white lid beyond it, and between the sheet and the bend in its shade.
Readable pages measured had 8 at the most."""
REACH = (4, 8, 12, 16)
"""Pixels from an edge at which both sides of it are looked at: a flap throws a shadow."""
LEAST_DEPTH = 0.14
"""Share of the sheet's long side that a flap takes."""
SHINING_THROUGH = 16
"""Letters that may be made out on the back of a flap."""
PRINTED = 20
"""Letters beside the flap: without print nothing is hidden."""

SHORT = 1.28
"""Height over width from `SHORTEST` up to which A4 seen from aside has the shape of one whose end is folded."""
LONGEST = 1.58
"""Height over width, the lines of print lying across, up to which from `SHORTEST` on a sheet has the shape of A4."""
ACROSS = 0.77
"""Under this it may be a whole sheet that is printed across, or a card."""
SLIP, ONE_SIDED = 1.7, 0.18
"""Height over width from which on a sheet is a slip, or one whose side is turned in; and by how much more of its width
print then leaves free on one side than on the other."""
STRAIGHT = 0.95
"""Share of the four sides' area that paper fills: of less the shape is not known."""
RUNS_OUT = 4
"""Letters cut at the end of a sheet that lies in the picture."""

Places = NDArray[np.float64]


def is_cropped_by_a_fold(ink: Ink, outline: Outline | None) -> bool:
    """Whether a sheet has lost a part of its length, or of its width, at a side that lies in the picture."""
    shape = _shape(ink, outline)
    if shape is None:
        return outline is not None and outline.solidity >= STRAIGHT and runs_out(ink, _free(outline))
    if SHORTEST <= shape <= LONGEST:
        return False
    cut = max(cut_letters(ink)) >= RUNS_OUT
    if shape > LONGEST:
        return cut or (shape > SLIP and _is_one_sided(ink))
    return cut or shape > ACROSS or runs_out(ink, (True, True, True, True))


def _free(outline: Outline) -> tuple[bool, bool, bool, bool]:
    left, top, right, bottom = outline.touching
    return not left, not top, not right, not bottom


def _is_one_sided(ink: Ink) -> bool:
    """Whether print leaves a broad part free on one side of its lines only, as a side turned in over it does."""
    width = ink.mask.shape[1 if ink.across else 0]
    start = ink.letters[:, 0 if ink.across else 1]
    end = start + ink.letters[:, 2 if ink.across else 3]
    before, behind = float(np.percentile(start, 2)), width - float(np.percentile(end, 98))
    return bool(abs(before - behind) > ONE_SIDED * width)


def _shape(ink: Ink, outline: Outline | None) -> float | None:
    """Height over width, the lines of print lying across; None where not all of the sheet's sides are known."""
    if outline is None or any(outline.touching) or outline.solidity < STRAIGHT:
        return None
    width, height = outline.size
    return height / width if ink.across else width / height


def has_flap(ink: Ink, outline: Outline | None, closed: Grey, edges: Grey, letters: Places) -> bool:
    """Whether an end turned up, or the bend of it, crosses the sheet along or across its lines of print.

    `closed`: the page without print, `edges`: its edges, `letters`: x and y of the middles of its letters in rows, all
    at one scale. A sheet that has its shape has its ends: what crosses it is a crease or a shadow.
    """
    shape = _shape(ink, outline)
    if shape is not None and SHORT <= shape <= LONGEST:
        return False
    x, y = letters.T
    return _crosses(closed, edges, x, y) or _crosses(closed.T, edges.T, y, x)


@dataclass(frozen=True, slots=True)
class _Edge:
    """From side to side. `step`: by how much it is darker behind; `bend`: grey close before it; `beyond`: grey behind
    it; `before`, `behind`: letters; `seen`: the share of it that is an edge; `depth`: what lies behind, as a share of
    the sheet's long side."""

    step: float
    bend: float
    beyond: float
    seen: float
    before: int
    behind: int
    depth: float


def _crosses(closed: Grey, edges: Grey, x: Places, y: Places) -> bool:
    usual = float(np.median(closed[y.astype(int), x.astype(int)]))
    for edge in _edges(closed, edges, x, y):
        if edge.depth < LEAST_DEPTH or edge.before < PRINTED or edge.seen < SEEN:
            continue
        turned_up = _least_step(edge) <= edge.step <= DARKEST_STEP and edge.behind <= SHINING_THROUGH
        bent = edge.beyond - edge.bend >= END_STEP and not edge.behind and edge.bend < usual - BEND
        if turned_up or bent:
            return True
    return False


def _least_step(edge: _Edge) -> float:
    return next((step for first, last, step in CREASES if first < edge.depth < last), FLAP_STEP)


def _edges(closed: Grey, edges: Grey, x: Places, y: Places) -> Iterator[_Edge]:
    """The edges from side to side, each looked at from above and from below."""
    height, width = closed.shape
    longest = max(closed.shape)
    level = _level(closed, edges)
    near = cv2.dilate(level, np.ones((7, 5), np.uint8))
    columns = np.linspace(0.015, 0.985, PLACES) * width
    for start, slope in _lines(level):
        rows = np.rint(start + slope * columns).astype(int)
        inside = (rows >= REACH[-1]) & (rows < height - REACH[-1])
        if np.count_nonzero(inside) < 0.9 * PLACES:
            continue
        at, rows = columns[inside].astype(int), rows[inside]
        there = near[rows, at] > 0
        # a printed bar leaves both margins free
        seen = float(np.count_nonzero(there)) / len(at) if there[:ENDS].any() or there[-ENDS:].any() else 0.0
        over, under = ([float(np.median(closed[rows + way * far, at])) for far in REACH] for way in (-1, 1))
        above, below = max(over), max(under)
        away = y - (start + slope * x)
        upper, lower = int(np.count_nonzero(away < -2)), int(np.count_nonzero(away > 2))
        share = float(rows.mean()) / longest
        yield _Edge(above - below, min(over), below, seen, upper, lower, height / longest - share)
        yield _Edge(below - above, min(under), above, seen, lower, upper, share)


def _level(closed: Grey, edges: Grey) -> Grey:
    """Those of `edges` that run across."""
    down, aside = cv2.Sobel(closed, cv2.CV_16S, 0, 1), cv2.Sobel(closed, cv2.CV_16S, 1, 0)
    return np.ascontiguousarray(np.where(np.abs(down) > 2 * np.abs(aside), edges, 0).astype(np.uint8))


def _lines(level: Grey) -> Iterator[tuple[float, float]]:
    """Row at the left border, and slope, of the lines that lie flat enough; the longest first."""
    found = cv2.HoughLines(
        level,
        2,
        ANGLE,
        round(LEAST_VOTES * level.shape[1]),
        min_theta=math.pi / 2 - FLATTEST,
        max_theta=math.pi / 2 + FLATTEST,
    )
    for distance, angle in () if found is None else found.reshape(-1, 2)[:MOST_LINES].astype(float):
        yield distance / math.sin(angle), -1 / math.tan(angle) if abs(angle - math.pi / 2) > ANGLE / 2 else 0.0
