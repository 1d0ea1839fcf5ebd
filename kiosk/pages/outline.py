"""Where the sheet is in the picture: four corners, and which of its sides run out of the picture."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image
from kiosk.pages.pixels import rough, weakest

WORK_HEIGHT = 700
"""Longest side, in pixels, of the picture in which the outline is looked for."""
LEAST_SHEET, FAR_SHEET = 0.10, 0.01
"""A bright patch smaller than the first share of the picture is not taken for the sheet, unless it is larger than the
second and has just the shape of one: a sheet far away."""
LEAST_STEP = 28.0
"""Grey levels between sheet and table under which no edge can be trusted."""
EDGE_STEP = 12.0
"""Grey levels by which paper and table differ right at a side of the sheet; light that fades has no such step."""
STEP_REACH = 6
"""Pixels from the side at which both are looked at, in the picture in which the outline is looked for."""
EDGE = 0.012
"""A side nearer to the border than this share of the picture's size touches it."""

LEAST_PANEL, PALEST_TABLE = 0.02, 160
"""A panel takes more than this share of the picture, and is lighter than any lid or table that tells from paper."""
MARK, PRINTED_SHARE = 40, 0.004
"""Grey levels by which print is darker than its ground, and the share of a panel that print takes."""

SHEET_SHAPE = (1.25, 1.58)
"""Long side over short side of A4, seen from a little aside."""
WHOLE = 0.975
"""Share of four straight sides that the sheet fills: a shadow's edge is neither straight nor square."""
LEAST_PARALLEL = 0.955
"""Cosine between a side of the hull and the side of the rectangle it may belong to (17 degrees)."""

Corners = NDArray[np.float32]
Mask = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Outline:
    """A sheet in a picture. `corners`: upper left, upper right, lower right, lower left, in pixels; they may
    lie outside.

    `touching`: left, top, right, bottom: the sheet's side lies on the picture's border. `missing_corner`: share of the
    quadrilateral that a missing or folded corner takes away. `solidity`: how well four straight sides describe it.
    """

    corners: Corners
    touching: tuple[bool, bool, bool, bool]
    missing_corner: float
    solidity: float
    coverage: float

    @property
    def size(self) -> tuple[float, float]:
        """Mean width and height of the quadrilateral in pixels."""
        a, b, c, d = self.corners
        width = (np.linalg.norm(b - a) + np.linalg.norm(c - d)) / 2
        height = (np.linalg.norm(d - a) + np.linalg.norm(c - b)) / 2
        return float(width), float(height)

    @property
    def ratio(self) -> float:
        """Long side over short side."""
        return max(self.size) / max(min(self.size), 1.0)

    @property
    def complete(self) -> bool:
        """Whether four straight sides lie inside the picture."""
        return not any(self.touching) and self.solidity > WHOLE

    @property
    def whole(self) -> bool:
        """Whether they do, in the shape of an A4 sheet."""
        return self.complete and SHEET_SHAPE[0] < self.ratio < SHEET_SHAPE[1]


def find_outline(image: Image) -> Outline | None:
    """The sheet against a darker or coloured table; None where paper fills the picture or nothing stands out."""
    scale = WORK_HEIGHT / max(image.shape[:2])
    small = rough(image, scale)
    light = _light(small)
    first = _outline_at(light, None, scale)
    if first is None or first.whole:
        return first
    if _leaves_print_out(first, small, light, scale):
        return None
    # a deep shadow over the sheet may have been taken for the table: what is dark is told apart once more
    level, _ = cv2.threshold(light, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    darker = light[light <= level]
    if darker.size < LEAST_SHEET * light.size:
        return first
    lower, _ = cv2.threshold(darker.reshape(-1, 1), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    second = _outline_at(light, lower, scale)
    return second if second is not None and second.coverage > first.coverage and second.whole else first


def _outline_at(light: Mask, level: float | None, scale: float) -> Outline | None:
    """The sheet where what is lighter than `level` is paper; None lets the two greys that stand out decide."""
    mask = _paper_mask(light, level)
    if mask is None:
        return None
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return None
    contour = np.asarray(max(contours, key=cv2.contourArea), np.int32)
    area = cv2.contourArea(contour) / mask.size
    if area < FAR_SHEET:
        return None
    outline = outline_of(contour, light.shape, scale)
    if outline is None or not _has_an_edge(light, outline.corners * scale):
        return None
    return outline if area >= LEAST_SHEET or outline.whole else None


def outline_of(contour: NDArray[np.int32], shape: tuple[int, ...], scale: float) -> Outline | None:
    """The four sides that lie along `contour` in a picture of `shape`, which was made smaller by `scale`."""
    quad = _quadrilateral(contour)
    if quad is None:
        return None
    height, width = shape[:2]
    sides = np.zeros((height, width), np.uint8)
    cv2.fillPoly(sides, [quad.astype(np.int32)], 255)
    inside_picture = max(int(np.count_nonzero(sides)), 1)
    filled = np.zeros_like(sides)
    cv2.drawContours(filled, [contour], -1, 255, cv2.FILLED)
    beyond = cv2.bitwise_and(sides, cv2.bitwise_not(filled))
    missing = np.asarray(cv2.morphologyEx(beyond, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8)), np.uint8)
    return Outline(
        corners=(quad / scale).astype(np.float32),
        touching=_touching(filled, width, height),
        missing_corner=_corner_share(missing, quad, inside_picture),
        solidity=float(np.count_nonzero(cv2.bitwise_and(sides, filled))) / inside_picture,
        coverage=inside_picture / sides.size,
    )


def _leaves_print_out(outline: Outline, small: Image, light: Mask, scale: float) -> bool:
    """Whether what lies beside a sheet that fills the rest of a scan is light as paper and printed: a tinted panel."""
    if sum(outline.touching) < 3:
        return False
    shape = np.full(light.shape, 255, np.uint8)
    cv2.fillPoly(shape, [(outline.corners * scale).astype(np.int32)], 0)
    beside = np.asarray(cv2.erode(shape, np.ones((15, 15), np.uint8)), np.uint8) > 0
    if np.count_nonzero(beside) < LEAST_PANEL * beside.size or float(np.median(light[beside])) < PALEST_TABLE:
        return False
    marks = cv2.subtract(light, weakest(small))[beside] > MARK
    return float(np.count_nonzero(marks)) / len(marks) > PRINTED_SHARE


def _has_an_edge(light: Mask, quad: Corners) -> bool:
    """Whether paper ends at any side that lies in the picture, and does not merely fade into shade."""
    height, width = light.shape
    centre = quad.mean(axis=0)
    along = np.linspace(0.1, 0.9, 33)[:, None]
    for start, end in zip(quad, np.roll(quad, -1, axis=0), strict=True):
        outwards = np.array([end[1] - start[1], start[0] - end[0]])
        outwards /= max(float(np.linalg.norm(outwards)), 1e-6)
        outwards *= np.sign(float((start - centre) @ outwards)) * STEP_REACH
        points = start + along * (end - start)
        inner, outer = np.rint(points - outwards).astype(int), np.rint(points + outwards).astype(int)
        seen = [(one >= 0).all(axis=1) & (one < (width, height)).all(axis=1) for one in (inner, outer)]
        inner, outer = inner[seen[0] & seen[1]], outer[seen[0] & seen[1]]
        if len(inner) < len(along) / 3:
            continue
        steps = light[inner[:, 1], inner[:, 0]].astype(np.int16) - light[outer[:, 1], outer[:, 0]]
        if float(np.median(steps)) >= EDGE_STEP:
            return True
    return False


def rectify(image: Image, outline: Outline) -> Image:
    """The sheet seen from straight above, at the resolution of the picture."""
    width, height = (max(round(side), 16) for side in outline.size)
    target = np.array([[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]], np.float32)
    warp = cv2.getPerspectiveTransform(outline.corners, target)
    return cv2.warpPerspective(
        image, warp, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    ).astype(np.uint8)


def _light(small: Image) -> Mask:
    """Light in every channel, which coloured tables are not. Print is painted over."""
    closed = cv2.morphologyEx(weakest(small), cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, (13, 13)))
    return cv2.GaussianBlur(closed, (0, 0), 2).astype(np.uint8)


def _paper_mask(smooth: Mask, level: float | None) -> Mask | None:
    """What is paper."""
    how = cv2.THRESH_BINARY if level is not None else cv2.THRESH_BINARY + cv2.THRESH_OTSU
    _, mask = cv2.threshold(smooth, level or 0, 255, how)
    light, dark = smooth[mask > 0], smooth[mask == 0]
    if light.size == 0 or dark.size < 0.004 * smooth.size or float(light.mean()) - float(dark.mean()) < LEAST_STEP:
        return None
    border = np.concatenate([mask[0], mask[-1], mask[:, 0], mask[:, -1]])
    if np.count_nonzero(border) > 0.97 * border.size:
        return None
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    return mask.astype(np.uint8)


def _quadrilateral(contour: NDArray[np.int32]) -> Corners | None:
    """Four lines fitted to the hull's points, each near one side of the smallest rectangle; a bent corner
    pulls on none."""
    hull = cv2.convexHull(contour)
    box = _ordered(cv2.boxPoints(cv2.minAreaRect(hull)).astype(np.float64)).astype(np.float64)
    points, directions = _along(hull.reshape(-1, 2).astype(np.float64))
    lines = []
    for start, end in zip(box, np.roll(box, -1, axis=0), strict=True):
        side = end - start
        length = float(np.linalg.norm(side))
        if length < 8:
            return None
        side /= length
        normal = np.array([-side[1], side[0]])
        near = np.abs((points - start) @ normal) < 0.12 * max(float(np.linalg.norm(box[2] - box[0])), 1.0)
        chosen = points[near & (np.abs(directions @ side) > LEAST_PARALLEL)]
        if len(chosen) < 0.25 * length:
            lines.append((start, side))
            continue
        vx, vy, x, y = cv2.fitLine(chosen.astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        lines.append((np.array([x, y], np.float64), np.array([vx, vy], np.float64)))
    corners = [_meeting(lines[place - 1], lines[place]) for place in range(4)]
    if any(corner is None for corner in corners):
        return None
    return _ordered(np.array(corners, np.float64))


def _along(hull: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Points every pixel along the hull, with the direction of its side there."""
    points, directions = [], []
    for start, end in zip(hull, np.roll(hull, -1, axis=0), strict=True):
        length = float(np.linalg.norm(end - start))
        if length < 1:
            continue
        steps = np.arange(0, length)[:, None] / length
        points.append(start + steps * (end - start))
        directions.append(np.repeat(((end - start) / length)[None], len(steps), axis=0))
    return np.concatenate(points), np.concatenate(directions)


Line = tuple[NDArray[np.float64], NDArray[np.float64]]


def _meeting(first: Line, second: Line) -> NDArray[np.float64] | None:
    """Where two lines (point, direction) meet."""
    cross = first[1][0] * second[1][1] - first[1][1] * second[1][0]
    if abs(cross) < 0.2:
        return None
    offset = second[0] - first[0]
    along = (offset[0] * second[1][1] - offset[1] * second[1][0]) / cross
    return np.asarray(first[0] + along * first[1])


def _ordered(points: NDArray[np.float64]) -> Corners:
    total, difference = points.sum(axis=1), np.diff(points, axis=1).ravel()
    order = [int(total.argmin()), int(difference.argmin()), int(total.argmax()), int(difference.argmax())]
    if len(set(order)) < 4:
        centre = points.mean(axis=0)
        angles = np.arctan2(points[:, 1] - centre[1], points[:, 0] - centre[0])
        order = [int(index) for index in np.argsort(angles)]
    return points[order].astype(np.float32)


def _touching(filled: Mask, width: int, height: int) -> tuple[bool, bool, bool, bool]:
    """Sides of the picture along which the sheet lies for more than a third of their length."""
    margin_x, margin_y = max(2, round(width * EDGE)), max(2, round(height * EDGE))
    strips = (
        filled[:, :margin_x].max(axis=1),
        filled[:margin_y].max(axis=0),
        filled[:, -margin_x:].max(axis=1),
        filled[-margin_y:].max(axis=0),
    )
    left, top, right, bottom = (float(np.count_nonzero(strip)) / strip.size > 0.33 for strip in strips)
    return left, top, right, bottom


def _corner_share(missing: Mask, quad: Corners, area: int) -> float:
    """Largest missing piece that contains a corner, as a share of the sheet."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(missing)
    height, width = missing.shape
    largest = 0.0
    for x, y in quad:
        x0, y0 = round(min(max(float(x), 0), width - 1)), round(min(max(float(y), 0), height - 1))
        patch = labels[max(0, y0 - 12) : y0 + 13, max(0, x0 - 12) : x0 + 13]
        for label in np.unique(patch):
            if 0 < label < count:
                largest = max(largest, float(stats[label, cv2.CC_STAT_AREA]) / area)
    return largest
