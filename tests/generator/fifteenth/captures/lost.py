"""Print that the edge of the picture cuts: the rest of it was never taken."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures import desks
from tests.generator.fifteenth.captures.lens import View, laid, taken
from tests.generator.fifteenth.captures.tools import extent, grained, ink, lot, mm, packed, shifted, soft, toned


def _scanned(image: Image, random: Random) -> Image:
    rng = lot(random)
    return packed(grained(soft(image, 0.5 * image.shape[1] / 1654), rng, 2.2, 0.7), random.randint(78, 90))


def _line_near(page: Image, share: float) -> int:
    """The middle of a line of print at about `share` of the printed height."""
    _, top, _, bottom = extent(page)
    rows = ink(page).sum(1).astype(np.float32)
    thick = np.convolve(rows, np.ones(mm(page, 1.2)) / mm(page, 1.2), "same")
    at = int(top + (bottom - top) * share)
    reach = max(mm(page, 12), 10)
    low, high = max(0, at - reach), min(len(thick), at + reach)
    return low + int(np.argmax(thick[low:high]))


def half_off_the_glass(page: Image, random: Random) -> Image:
    """Laid over the side of the glass: a part of each line is missing, white is where no sheet lies."""
    left, _, right, _ = extent(page)
    lost = left + (right - left) * random.uniform(0.16, 0.3)
    if random.random() < 0.5:
        lost = -(page.shape[1] - right + (right - left) * random.uniform(0.16, 0.3))
    return _scanned(shifted(toned(page, 26, 244), random.uniform(-0.6, 0.6), -lost, 0, (250, 250, 250)), random)


def set_for_a_smaller_sheet(page: Image, random: Random) -> Image:
    """The scanner was set for a sheet of half the size: it stops in the middle of a line."""
    end = _line_near(page, random.uniform(0.55, 0.75))
    return _scanned(np.asarray(toned(page, 26, 246)[:end], np.uint8), random)


def drawn_in_askew(page: Image, random: Random) -> Image:
    """The feeder took the sheet at an angle: two corners with their print are out of the picture."""
    angle = random.choice((-1, 1)) * random.uniform(11, 16)
    left, _, right, _ = extent(page)
    way = -1 if angle > 0 else 1
    away = way * (left if way < 0 else page.shape[1] - right) * 0.9 + way * mm(page, 9)
    return _scanned(shifted(toned(page, 28, 246), angle, away, -mm(page, 6), (252, 252, 252)), random)


def telephone_held_too_close(page: Image, random: Random) -> Image:
    """The frame ends within the print, at one side and at the head or in the middle."""
    rng = lot(random)
    left, _, right, _ = extent(page)
    lost = int((right - left) * random.uniform(0.12, 0.24))
    first, last = (left + lost, page.shape[1]) if random.random() < 0.5 else (0, right - lost)
    start = _line_near(page, 0.12) if random.random() < 0.5 else 0
    end = page.shape[0] if start else _line_near(page, random.uniform(0.75, 0.9))
    view = View(random.uniform(1.16, 1.2), 0.02, 1.5)
    image = laid(toned(page, 34, 228), random, rng, desks.wood, view)
    scale = 1 / view.room
    pad_x, pad_y = (image.shape[1] - page.shape[1] * scale * view.room) / 2, (image.shape[0] - page.shape[0]) / 2
    x0, x1 = (0 if first == 0 else int(first + pad_x)), (image.shape[1] if last == page.shape[1] else int(last + pad_x))
    y0, y1 = (0 if start == 0 else int(start + pad_y)), (image.shape[0] if end == page.shape[0] else int(end + pad_y))
    return taken(np.ascontiguousarray(image[y0:y1, x0:x1]), random, rng, None, (0.95, 0.99, 1.0), 2.8)
