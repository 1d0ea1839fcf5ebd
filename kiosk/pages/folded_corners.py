"""A corner of the sheet folded over its print: a bare triangle with a right angle, where the corner lies."""

import math
from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.ink import Grey

LEAST_SEGMENT, GAP = 30, 6
"""Pixels of a straight edge, and of it that may be missing."""
SLANT = 14.0
"""Degrees by which the crease leaves the sides of the sheet, and those of the corner, at the least."""
SQUARE = 6.0
"""Degrees by which the corner may differ from a right angle."""
MOST_CREASES, MOST_SIDES = 10, 45
"""Straight edges that are looked at, the longest first."""
SHORTEST, LONGEST = 0.11, 0.75
"""Length of the corner's sides, as a share of the picture's long side."""
SEEN, SEEN_CREASE = 0.6, 0.4
"""Share of the corner's sides, and of the crease, along which there is an edge: tints and print that end there break
it up."""
SHINING_THROUGH = 0.25
"""Letters on the back of the corner over as many of the page, place for place, that may be made out."""
NEAR = 2
"""Pixels from a side at which an edge is on it."""

ALIKE = 4
"""Pixels within which two edges, or two corners, are one."""

Points = NDArray[np.float64]
"""x and y in rows."""
Segments = NDArray[np.float64]
"""x and y of both ends in rows."""


def has_folded_corner(edges: Grey, letters: Points) -> bool:
    """Whether there is one in `edges` of a page without print. `letters`: the middles of its letters, at one scale."""
    found = cv2.HoughLinesP(edges, 1, np.pi / 360, 25, minLineLength=LEAST_SEGMENT, maxLineGap=GAP)
    if found is None:
        return False
    segments = _longest(found.reshape(-1, 4).astype(np.float64))
    leans = _angles(segments) % 90
    creases = segments[np.minimum(leans, 90 - leans) > SLANT][:MOST_CREASES]
    if not len(creases):
        return False
    near = np.asarray(cv2.dilate(edges, np.ones((2 * NEAR + 1, 2 * NEAR + 1), np.uint8)), np.uint8)
    return any(
        _is_seen(corner, near) and _is_bare(corner, edges.shape, letters)
        for corner in _corners(creases, segments[:MOST_SIDES], max(edges.shape))
    )


def _longest(segments: Segments) -> Segments:
    """The longest first; of those that lie on one line and begin together, one."""
    lengths = np.hypot(*(segments[:, 2:] - segments[:, :2]).T)
    ordered = segments[np.argsort(-lengths, kind="stable")]
    _, first = np.unique(np.rint(ordered / ALIKE), axis=0, return_index=True)
    return ordered[np.sort(first)]


def _angles(segments: Segments) -> NDArray[np.float64]:
    across, down = (segments[:, 2:] - segments[:, :2]).T
    return np.asarray(np.degrees(np.arctan2(down, across)) % 180, np.float64)


def _corners(creases: Segments, sides: Segments, longest: int) -> Iterator[Points]:
    """Where the corner lies, and both ends of the crease."""
    angles = _angles(sides)
    one, other = np.triu_indices(len(sides), 1)
    square = np.abs(np.abs(angles[one] - angles[other]) - 90) < SQUARE
    one, other = one[square], other[square]
    corners = _crossings(sides[one], sides[other])
    for crease, leaning in zip(creases, _angles(creases), strict=True):
        apart = np.abs((angles - leaning + 45) % 90 - 45) > SLANT
        chosen = apart[one] & apart[other]
        triangles = np.stack(
            [corners[chosen], _crossings(sides[one[chosen]], crease), _crossings(sides[other[chosen]], crease)], axis=1
        )
        lengths = np.linalg.norm(triangles[:, 1:] - triangles[:, :1], axis=2) / longest
        fitting = (lengths.min(axis=1) > SHORTEST) & (lengths.max(axis=1) < LONGEST)
        _, different = np.unique(np.rint(triangles[fitting] / ALIKE), axis=0, return_index=True)
        yield from triangles[fitting][different]


def _crossings(some: Segments, others: Segments) -> Points:
    """Where the lines of `some` cross those of `others`, one by one; none are parallel."""
    start, way = some[:, :2], some[:, 2:] - some[:, :2]
    from_, across = others[..., :2], others[..., 2:] - others[..., :2]
    away = from_ - start
    share = (away[:, 0] * across[..., 1] - away[:, 1] * across[..., 0]) / (
        way[:, 0] * across[..., 1] - way[:, 1] * across[..., 0]
    )
    return np.asarray(start + share[:, None] * way, np.float64)


def _is_seen(corner: Points, near: Grey) -> bool:
    apex, first, second = corner
    sides = ((first, second, SEEN_CREASE), (apex, first, SEEN), (apex, second, SEEN))
    return all(_seen(start, end, near) >= least for start, end, least in sides)


def _seen(start: Points, end: Points, near: Grey) -> float:
    """Share of the way from `start` to `end` at which there is an edge."""
    count = max(int(math.dist(start, end)), 1)
    x, y = np.rint(start + np.linspace(0, 1, count)[:, None] * (end - start)).astype(int).T
    height, width = near.shape
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    return float(np.count_nonzero(near[y[inside], x[inside]])) / count


def _is_bare(corner: Points, shape: tuple[int, ...], letters: Points) -> bool:
    """Whether nothing is printed on the corner nor where it was."""
    apex, first, second = corner
    along = (second - first) / math.dist(first, second)
    foot = first + ((apex - first) @ along) * along
    kite = np.rint([first, apex, second, 2 * foot - apex]).astype(np.int32)
    inside = np.zeros(shape[:2], np.uint8)
    cv2.fillPoly(inside, [kite], 1)
    x, y = letters.astype(int).T
    return float(np.mean(inside[y, x])) <= SHINING_THROUGH * float(np.mean(inside))
