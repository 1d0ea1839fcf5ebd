"""Print cut through by the border of the picture."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.fourteenth.captures import grounds
from tests.generator.fourteenth.captures.lens import SMALL_SIZES, Corners, laid, lit, shot
from tests.generator.fourteenth.captures.scans import glass
from tests.generator.fourteenth.captures.tools import inked, on_paper, printed_area, seeded


def _through_letters(page: Image, across: bool, low: float, high: float) -> int:
    """The column (or row) between these parts of the print that passes through most letters."""
    left, top, right, bottom = printed_area(page)
    ink = inked(page)
    if across:
        begin, end = round(left + low * (right - left)), round(left + high * (right - left))
        changes = np.count_nonzero(ink[1:, begin:end] != ink[:-1, begin:end], axis=0)
    else:
        begin, end = round(top + low * (bottom - top)), round(top + high * (bottom - top))
        changes = np.count_nonzero(ink[begin:end, 1:] != ink[begin:end, :-1], axis=1)
    return begin + int(np.argmax(changes))


def _framed(page: Image, random: Random, x: float, y: float, scale: float, size: tuple[int, int]) -> Corners:
    """Corners of the sheet such that the page's point (x, y) is in the upper left corner of the picture."""
    height, width = page.shape[:2]
    angle = np.radians(random.uniform(-1.6, 1.6))
    middle = (size[0] / 2, size[1] / 2)
    found = []
    for across, down in ((0, 0), (width, 0), (width, height), (0, height)):
        dx, dy = (across - x) * scale - middle[0], (down - y) * scale - middle[1]
        found.append(
            (middle[0] + dx * np.cos(angle) - dy * np.sin(angle), middle[1] + dx * np.sin(angle) + dy * np.cos(angle))
        )
    return found


def telephone_too_near(page: Image, random: Random) -> Image:
    """Both sides of the print are outside the picture."""
    noise = seeded(random)
    size = random.choice(SMALL_SIZES)
    left, right = _through_letters(page, True, 0.06, 0.2), _through_letters(page, True, 0.76, 0.9)
    scale = size[0] / (right - left)
    _, top, _, _ = printed_area(page)
    above = top - random.uniform(0.02, 0.05) * page.shape[0]
    where = _framed(page, random, left, above, scale, size)
    view = laid(on_paper(page, noise, 230, 36), grounds.wood(noise, random, *size), where, random, 0.003)
    return shot(lit(view.picture, noise, random, 0.2), noise, random, 3.0)


def telephone_aimed_beside(page: Image, random: Random) -> Image:
    """The sheet goes out of the picture at its upper end or at a side."""
    noise = seeded(random)
    size = random.choice(SMALL_SIZES)
    height, width = page.shape[:2]
    scale = min(size[0] / width, size[1] / height) * random.uniform(0.92, 0.98)
    aside = width * random.uniform(0.01, 0.04)
    x, y = -aside, -0.03 * height
    way = random.choice(("top", "left", "right"))
    if way == "top":
        y = _through_letters(page, False, 0.12, 0.3)
    elif way == "left":
        x = _through_letters(page, True, 0.16, 0.34)
    else:
        x = _through_letters(page, True, 0.62, 0.82) - size[0] / scale
    where = _framed(page, random, x, y, scale, size)
    ground = random.choice((grounds.wood, grounds.dark_mat, grounds.tiles))
    view = laid(on_paper(page, noise, 230, 36), ground(noise, random, *size), where, random, 0.003)
    return shot(lit(view.picture, noise, random, 0.2), noise, random, 3.0)


def beyond_the_glass(page: Image, random: Random) -> Image:
    """The sheet lay too far to a side: a part was not on the glass, the lid is seen beside the rest."""
    noise = seeded(random)
    height, width = page.shape[:2]
    lid = random.uniform(214, 246)
    picture = np.full((height, width, 3), lid, dtype=np.float32)
    sheet = on_paper(page, noise, 245, 34)
    if random.random() < 0.5:
        cut = _through_letters(page, True, 0.62, 0.84)
        picture[:, width - cut :] = sheet[:, :cut]
        picture[:, width - cut - 5 : width - cut] *= 0.86
    else:
        cut = _through_letters(page, True, 0.14, 0.36)
        picture[:, : width - cut] = sheet[:, cut:]
        picture[:, width - cut : width - cut + 5] *= 0.86
    # askew would let the border's colour in beside the cut: as laid against the rim, straight
    return glass(picture, noise, random, 0.0, 88, lid)


def taken_in_too_late(page: Image, random: Random) -> Image:
    """The feeder began to read when the head of the sheet had gone by."""
    noise = seeded(random)
    cut = _through_letters(page, False, 0.14, 0.34)
    return glass(on_paper(page, noise, 246, 34)[cut:], noise, random, 0.0, 86)
