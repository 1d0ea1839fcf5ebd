"""Readable pages from the feeder and the glass, in the state in which people bring them."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures import marks, sheets
from tests.generator.thirteenth.captures.optics import generator, jpeg, lit, noisy, slope, soft, toned, uneven


def scanned(page: Image, random: Random, skew: float = 0.8, lid: int = 250, mm: float = 3) -> Image:
    """`page` on a glass `mm` larger than it on each side, askew by up to `skew` degrees, before a lid of grey `lid`."""
    more = int(mm * sheets.scale(page))
    height, width = page.shape[0] + 2 * more, page.shape[1] + 2 * more
    turn = cv2.getRotationMatrix2D((page.shape[1] / 2, page.shape[0] / 2), random.uniform(-skew, skew), 1)
    turn[:, 2] += np.array([more + random.uniform(-0.6, 0.6) * more, more + random.uniform(-0.6, 0.6) * more])
    flags = cv2.INTER_LINEAR
    found = cv2.warpAffine(
        page, turn, (width, height), flags=flags, borderMode=cv2.BORDER_CONSTANT, borderValue=(lid,) * 3
    )
    cover = cv2.warpAffine(np.full(page.shape[:2], 255, np.uint8), turn, (width, height))
    edge = cv2.morphologyEx(cover, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)).astype(np.float32) / 255
    shadow = cv2.GaussianBlur(np.roll(edge, (2, 2), (0, 1)), (0, 0), 1.6) * random.uniform(0.1, 0.5)
    return lit(np.asarray(found, np.uint8), (1 - shadow).astype(np.float32))


def _sensor(image: Image, random: Random) -> Image:
    """What every scanner adds: a lens of its own, a little noise, its tone, and JPEG."""
    found = noisy(soft(image, random.uniform(0.45, 0.8)), random, random.uniform(1.0, 3.0), 0.5)
    found = toned(found, random.uniform(0.98, 1.08), random.uniform(0.85, 1.2), random.uniform(0, 14))
    return jpeg(found, random.randint(72, 92))


def straight_from_the_feeder(page: Image, random: Random) -> Image:
    """A clean sheet; now and then dust on the feeder's glass draws a thin streak."""
    found = scanned(page, random, 0.9, random.choice((255, 245, 228)), random.uniform(0, 3))
    if random.random() < 0.3:
        x = random.randrange(found.shape[1])
        streak = np.array(random.choice(((0.82, 0.9, 0.95), (0.95, 0.86, 0.9), (0.85, 0.85, 0.85))), np.float32)
        part = slice(x, x + random.randint(1, 2))
        found[:, part] = (found[:, part] * streak).astype(np.uint8)
    return _sensor(found, random)


def out_of_its_envelope(page: Image, random: Random) -> Image:
    """A letter folded in three, flattened under the lid."""
    folds = (1 / 3 + random.uniform(-0.015, 0.015), 2 / 3 + random.uniform(-0.015, 0.015))
    found = sheets.creased(page, folds, random.uniform(0.12, 0.3), random)
    return _sensor(scanned(found, random, 1.2, random.choice((250, 236))), random)


def out_of_the_bag(page: Image, random: Random) -> Image:
    """A sheet that was carried about: crumpled, yellowed, folded in four, sometimes with the ring of a cup."""
    found = sheets.crumpled(page, random, random.uniform(0.05, 0.12), random.randint(25, 60))
    found = sheets.creased(found, (random.uniform(0.48, 0.52),), random.uniform(0.08, 0.2), random)
    if random.random() < 0.5:
        found = sheets.tinted(found, random.uniform(0.84, 0.95), random.uniform(0.94, 0.98), 0.99)
    if random.random() < 0.4:
        found = sheets.ringed(found, random)
    return _sensor(scanned(found, random, 1.6, 245), random)


def gone_through_offices(page: Image, random: Random) -> Image:
    """Stamped, written on, highlighted: two of these at least."""
    for put in random.sample((marks.stamped, marks.written, marks.highlighted), random.choice((2, 2, 3))):
        page = put(page, random)
    return _sensor(scanned(page, random, 1.0, 248), random)


def out_of_a_binder(page: Image, random: Random) -> Image:
    """Punched or stapled, a little grey as recycled paper is, the other side faint behind it."""
    if random.random() < 0.5:
        page = sheets.seen_through(page, np.ascontiguousarray(page[::-1, ::-1]), random.uniform(0.03, 0.1))
    found = marks.punched(page, random, random.choice((248, 210, 120)))
    if random.random() < 0.6:
        found = marks.stapled(found, random)
    grey = random.uniform(0.88, 1.0)
    return _sensor(scanned(sheets.tinted(found, grey * 0.985, grey, grey), random, 1.2, 246), random)


def copy_of_a_copy(page: Image, random: Random) -> Image:
    """A black and white copy: no greys left but the veil of the drum, specks, a dark border at one side."""
    grey = cv2.cvtColor(soft(page, 0.3 * sheets.scale(page) / 4), cv2.COLOR_BGR2GRAY).astype(np.float32)
    drawn = generator(random)
    grey += drawn.standard_normal(grey.shape, np.float32) * 14
    middle = random.uniform(150, 185)
    grey = 255 / (1 + np.exp(-(grey - middle) / random.uniform(10, 22)))
    black = cv2.GaussianBlur(grey, (0, 0), 0.5)
    veil = uneven(random, page.shape, 5, random.uniform(0.84, 0.93), 1.0)
    found = np.clip(30 + black * 0.88 * veil, 0, 255).astype(np.uint8)
    copied = sheets.dusty(np.dstack([found] * 3), random, random.randint(60, 400), 60)
    image = scanned(copied, random, 1.5, 250)
    if random.random() < 0.5:
        image[:, : int(random.uniform(0.6, 2.2) * sheets.scale(page))] //= 4
    return _sensor(image, random)


def lid_left_ajar(page: Image, random: Random) -> Image:
    """The lid did not close: the room greys the border, the sheet lifts and darkens at one side."""
    found = scanned(page, random, 1.8, random.randint(120, 190), 4)
    away = slope(
        found.shape, random.choice((0, 90, 180, 270)) + random.uniform(-15, 15), 1.0, random.uniform(0.72, 0.88)
    )
    return _sensor(lit(found, away), random)


def cartridge_near_its_end(page: Image, random: Random) -> Image:
    """Print that is pale: a cartridge near its end, with bands where the ink gives out."""
    y = np.arange(page.shape[0], dtype=np.float32)[:, None]
    bands = 0.5 + 0.5 * np.sin(y / (random.uniform(1.2, 3.5) * sheets.scale(page)) + random.uniform(0, 6))
    kept = np.float32(random.uniform(0.64, 0.85)) - 0.14 * bands * uneven(random, page.shape, 4, 0.2, 1)
    found = 255 - (255 - page.astype(np.float32)) * kept[:, :, None]
    return _sensor(scanned(found.astype(np.uint8), random, 0.9), random)
