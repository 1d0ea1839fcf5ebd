"""Not sharp, or with too few pixels: no line of the text can be read."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures import desks
from tests.generator.fifteenth.captures.lens import View, laid, taken
from tests.generator.fifteenth.captures.tools import Field, grained, lot, mm, packed, resized, shifted, soft, toned


def _disc(radius: float) -> Field:
    """The mark that a point leaves out of focus."""
    reach = int(radius) + 1
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1].astype(np.float32)
    disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1)
    return np.asarray(disc / disc.sum(), np.float32)


def _path(length: float, angle: float, curve: float) -> Field:
    """The mark that a point leaves when the hand moves."""
    step = np.linspace(-0.5, 0.5, 200)
    x = length * (np.cos(angle) * step + curve * np.sin(angle) * step**2)
    y = length * (np.sin(angle) * step - curve * np.cos(angle) * step**2)
    reach = int(max(np.abs(x).max(), np.abs(y).max())) + 2
    mark = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    np.add.at(mark, (np.rint(y).astype(int) + reach, np.rint(x).astype(int) + reach), 1)
    mark = np.asarray(cv2.GaussianBlur(mark, (0, 0), 0.8), np.float32)
    return np.asarray(mark / mark.sum(), np.float32)


def _through(image: Image, mark: Field) -> Image:
    return np.asarray(cv2.filter2D(image, -1, mark, borderType=cv2.BORDER_REPLICATE), np.uint8)


def telephone_too_near_to_focus(page: Image, random: Random) -> Image:
    rng = lot(random)
    ground = random.choice((desks.wood, desks.light_table))
    image = laid(toned(page, 34, 228), random, rng, ground, View(1.14, 0.03, 3))
    image = _through(image, _disc(mm(page, random.uniform(1.7, 2.3))))
    return taken(image, random, rng, None, (0.96, 1.0, 1.0), 2.6)


def hand_that_shook(page: Image, random: Random) -> Image:
    """In little light the shutter stayed open while the hand moved."""
    rng = lot(random)
    image = laid(toned(page, 34, 215), random, rng, desks.wood, View(1.18, 0.05, 4))
    mark = _path(mm(page, random.uniform(5.5, 8)), random.uniform(0.6, 2.5), random.uniform(0.4, 1.0))
    return taken(_through(image, mark), random, rng, None, (0.93, 0.98, 1.0), 4.5)


def sheet_risen_off_the_glass(page: Image, random: Random) -> Image:
    """Scanned through the thickness of a book's cover: the print stands out of the depth of field."""
    rng = lot(random)
    image = shifted(toned(page, 40, 232), random.uniform(-1.5, 1.5), 0, 0, (120, 120, 120))
    image = soft(_through(image, _disc(mm(page, random.uniform(1.55, 2.0)))), mm(page, 0.25))
    return packed(grained(image, rng, 2.4, 0.8), random.randint(78, 90))


def smear_on_the_lens(page: Image, random: Random) -> Image:
    """A greasy lens: print spreads into haze."""
    rng = lot(random)
    image = laid(toned(page, 30, 224), random, rng, desks.dark_mat, View(1.16, 0.02, 2))
    near = soft(_through(image, _disc(mm(page, random.uniform(1.4, 1.8)))), mm(page, 0.5)).astype(np.float32)
    small = cv2.resize(image, None, fx=0.1, fy=0.1, interpolation=cv2.INTER_AREA)
    haze = resized(cv2.GaussianBlur(small, (0, 0), 6), image.shape[1], image.shape[0])
    return taken(
        np.clip(near * 0.6 + haze * 0.4 + 12, 0, 255).astype(np.uint8), random, rng, None, (1.0, 1.0, 0.98), 2.6
    )


def preview_of_a_message(page: Image, random: Random) -> Image:
    """The small picture that a message shows in place of the photograph."""
    rng = lot(random)
    image = laid(toned(page, 34, 230), random, rng, desks.wood, View(1.12, 0.03, 2))
    width = random.randint(230, 290)
    size = (width, round(width * image.shape[0] / image.shape[1]))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    return packed(grained(np.asarray(small, np.uint8), rng, 1.5), random.randint(60, 80))


def photographed_from_too_far(page: Image, random: Random) -> Image:
    """The sheet is a small part of a wide view of the table."""
    rng = lot(random)
    wide, high = 2448, 3264
    view = View(1.0, random.uniform(0.03, 0.08), 12)
    size = random.randint(240, 310)
    small = cv2.resize(toned(page, 34, 228), (size, round(size * 1.414)), interpolation=cv2.INTER_AREA)
    table = desks.wood if random.random() < 0.6 else desks.stone
    image = table(high, wide, rng)
    part = laid(
        np.asarray(small, np.uint8),
        random,
        rng,
        lambda h, w, _: np.zeros((h, w, 3), np.uint8),
        View(1.3, view.tilt, 10),
    )
    mask = cv2.GaussianBlur((part.max(axis=2) > 25).astype(np.float32), (0, 0), 0.8)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15)))
    y, x = random.randint(700, 1900), random.randint(500, 1500)
    y, x = min(y, high - part.shape[0]), min(x, wide - part.shape[1])
    spot = image[y : y + part.shape[0], x : x + part.shape[1]]
    spot[:] = np.clip(spot * (1 - mask[:, :, None]) + part * mask[:, :, None], 0, 255).astype(np.uint8)
    return taken(image, random, rng, None, (0.95, 0.99, 1.0), 3.0, 0.5)


def scanned_at_thirty_dots(page: Image, random: Random) -> Image:
    """The coarsest step of a scanner, blown up to the size of the sheet: letters are a few squares."""
    rng = lot(random)
    height, width = page.shape[:2]
    image = shifted(toned(page, 26, 246), random.uniform(-0.8, 0.8), 0, 0, (246, 246, 246))
    dots = random.randint(27, 34)
    size = (round(dots * 8.27), round(dots * 11.69))
    small = packed(grained(np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8), rng, 1.5), 80)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)
