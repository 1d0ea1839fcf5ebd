"""Refused as cut off: print lost beyond a border of the picture."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import bed, camera, desk, lamps
from tests.generator.twelfth.captures.camera import EIGHT, View
from tests.generator.twelfth.captures.device import to_image
from tests.generator.twelfth.captures.marks import CELL, inked, printed_box


def _cut(page: Image, random: Random, least: float, most: float) -> tuple[str, int]:
    """A side, and where to cut there, in pixels: through much print, with that share of the print beyond it."""
    left, top, right, bottom = printed_box(page)
    side = random.choice(("left", "right", "top", "bottom"))
    across = side in ("left", "right")
    start, end = (left, right) if across else (top, bottom)
    # print changes often along a cut, a rule of a table does not
    line = np.abs(np.diff(inked(page) > 0.06, axis=0 if across else 1)).sum(axis=0 if across else 1)
    near, far = (int((start + share * (end - start)) / CELL) for share in (least, most))
    if side in ("right", "bottom"):
        near, far = (int((end - share * (end - start)) / CELL) for share in (most, least))
    return side, (near + int(np.argmax(line[near : far + 1]))) * CELL + CELL // 2


def _without(page: Image, side: str, at: int) -> Image:
    """The page without what lies beyond `at` on that side."""
    kept = {"left": page[:, at:], "right": page[:, :at], "top": page[at:], "bottom": page[:at]}
    return kept[side]


def over_the_glass_edge(page: Image, random: Random) -> Image:
    """Laid out over an edge of the glass: one side of the print is out of the picture, lid on the other side."""
    side, at = _cut(page, random, 0.12, 0.32)
    height, width = page.shape[:2]
    page = _without(bed.whole(page, random, 0.0, 255, 0.0), side, at)
    lid = random.choice((random.randint(225, 246), random.randint(140, 200)))
    gap_down, gap_across = height - page.shape[0], width - page.shape[1]
    below, beside = (gap_down, gap_across) if side in ("top", "left") else (0, 0)
    above, before = (gap_down, gap_across) if side in ("bottom", "right") else (0, 0)
    page = to_image(cv2.copyMakeBorder(page, above, below, before, beside, cv2.BORDER_CONSTANT, value=(lid - 50,) * 3))
    inner = page[above + 4 * bool(above) : height - below - 4 * bool(below), before : width - beside]
    image = np.full_like(page, lid)
    image[above + 4 * bool(above) : height - below - 4 * bool(below), before : width - beside] = inner
    return bed.sensed(image, random)


def askew_in_the_feeder(page: Image, random: Random) -> Image:
    """Drawn askew and aside: corners and their print are out of the picture."""
    size = page.shape[0], page.shape[1]
    skew = random.choice((-1, 1)) * random.uniform(5, 13)
    left, _, right, _ = printed_box(page)
    beyond = random.uniform(0.06, 0.16) * size[1]
    aside = random.choice((-left - beyond, size[1] - right + beyond))
    image = bed.laid(page, bed.turning(page, skew, size, aside, random.uniform(-0.05, 0.05) * size[0]), size, 205)
    return bed.sensed(image, random)


def framed_too_close(page: Image, random: Random) -> Image:
    """A telephone held too near: the print runs out of the frame at one side or two."""
    side, at = _cut(page, random, 0.1, 0.28)
    height, width = page.shape[:2]
    view = View(random.uniform(0.98, 1.22), random.uniform(-3, 3), random.uniform(0.01, 0.04), aside=0.0)
    quad = camera.corners(page.shape, EIGHT, View(0.98, view.turn, view.tilt, 0.0), random)
    quad = (quad - quad.mean(axis=0)) * view.share + quad.mean(axis=0)
    share = at / (width if side in ("left", "right") else height)
    first, second = {"left": (0, 1), "right": (0, 1), "top": (0, 3), "bottom": (0, 3)}[side]
    edge = quad[first] + (quad[second] - quad[first]) * share
    other = quad[{"left": 3, "right": 3, "top": 1, "bottom": 1}[side]] - quad[first]
    middle = edge + other / 2
    move = {
        "left": (-middle[0], 0),
        "right": (EIGHT[1] - middle[0], 0),
        "top": (0, -middle[1]),
        "bottom": (0, EIGHT[0] - middle[1]),
    }
    quad = np.asarray(quad + np.array(move[side]), np.float32)
    table = random.choice((desk.wooden, desk.laminate, desk.mat))(*EIGHT, random)
    image = camera.put(camera.with_cover(page), table, quad, 0.35)
    return camera.taken(image, random, lamps.lamp(EIGHT, random, random.uniform(0.7, 0.9)))
