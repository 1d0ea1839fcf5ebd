"""Scans that a clerk reads whole: feeders, glass, copiers, and the sheets that people bring."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures import marks
from tests.generator.fifteenth.captures.tools import (
    Colour,
    Lot,
    grained,
    grey,
    lit,
    lot,
    mixed,
    mm,
    packed,
    picture,
    resized,
    shifted,
    soft,
    tinted,
    toned,
    waves,
)


def _scanned(
    page: Image,
    random: Random,
    rng: Lot,
    ground: Colour = (250, 250, 250),
    skew: float = 0.7,
    noise: float = 2.2,
    quality: tuple[int, int] = (78, 92),
) -> Image:
    """Laid a little askew, seen by the line of sensors, sent as JPEG. A skewed sheet keeps its print in the frame."""
    away = mm(page, 1.2)
    image = shifted(page, random.uniform(-skew, skew), random.uniform(-away, away), random.uniform(-away, away), ground)
    image = soft(image, random.uniform(0.35, 0.6) * page.shape[1] / 1654)
    height, width = image.shape[:2]
    image = lit(image, waves(rng, height, width, 3, 3, 0.975, 1.0))
    return packed(grained(image, rng, noise, noise / 3), random.randint(*quality))


def office_copier(page: Image, random: Random) -> Image:
    """The feeder of an office's copier: grey or in colour, a grain of dust drawn to a pale line."""
    rng = lot(random)
    image = toned(page, random.uniform(18, 40), random.uniform(238, 252))
    image = _scanned(image, random, rng, quality=(70, 86))
    if random.random() < 0.5:
        x = random.randrange(image.shape[1] // 12, image.shape[1])
        thick = max(1, image.shape[1] // 1654)
        image[:, x : x + thick] = picture(image[:, x : x + thick] * 0.88)
    return grey(image) if random.random() < 0.5 else image


def glass_of_a_flatbed(page: Image, random: Random) -> Image:
    """On the glass under a white lid: the edges of the sheet and their shadow are seen at two sides."""
    rng = lot(random)
    sheet = toned(tinted(page, random.uniform(0.95, 0.99), 0.985, 0.995), 24, 247)
    away = mm(page, random.uniform(2, 4))
    image = shifted(sheet, random.uniform(-0.9, 0.9), away, away, (236, 238, 238))
    covered = shifted(np.full_like(page, 255), 0, away, away, (0, 0, 0))[:, :, 0]
    near = soft(picture(255 - covered), mm(page, 0.5)).astype(np.float32) / 255
    shade = 1 - 0.25 * near * (covered > 0)
    return _scanned(lit(image, shade.astype(np.float32)), random, rng, (236, 238, 238), 0.1)


def lid_left_open(page: Image, random: Random) -> Image:
    """A thick file under the lid, or no lid: all around the sheet is dark."""
    rng = lot(random)
    dark = random.randint(20, 60)
    height, width = page.shape[:2]
    small = cv2.resize(page, None, fx=0.955, fy=0.955, interpolation=cv2.INTER_AREA)
    image = np.full((height, width, 3), dark, np.uint8)
    x, y = random.randint(4, width - small.shape[1] - 4), random.randint(4, height - small.shape[0] - 4)
    image[y : y + small.shape[0], x : x + small.shape[1]] = toned(np.asarray(small, np.uint8), 22, 240)
    return _scanned(image, random, rng, (dark, dark, dark), 1.2, 2.6)


def letter_folded_in_three(page: Image, random: Random) -> Image:
    """Out of its envelope and pressed flat: two creases that catch a little light and shadow."""
    rng = lot(random)
    height, width = page.shape[:2]
    y = np.arange(height, dtype=np.float32)
    shade = np.ones(height, np.float32)
    for third in (1 / 3, 2 / 3):
        at, side = height * (third + random.uniform(-0.015, 0.015)), random.choice((-1, 1))
        shade -= 0.16 * np.exp(-(((y - at) / mm(page, 0.45)) ** 2))
        shade -= 0.06 * np.exp(-np.abs(y - at) / mm(page, 7)) * (np.sign(y - at) == side)
    field = shade[:, None] * waves(rng, height, width, 6, 9, 0.985, 1.0)
    return _scanned(lit(toned(page, 28, 246), field.astype(np.float32)), random, rng, skew=1.0)


def stamped_by_an_office(page: Image, random: Random) -> Image:
    """A stamp, a few words, a signature: they stand where the page is white."""
    rng = lot(random)
    page = marks.stamped(page, random, rng)
    page = marks.noted(page, random, rng) if random.random() < 0.6 else marks.signed(page, random)
    return _scanned(toned(page, 24, 248), random, rng)


def out_of_a_folder(page: Image, random: Random) -> Image:
    """Holes, a staple, a rounded corner: sheets that were kept for years."""
    rng = lot(random)
    page = marks.punched(toned(page, 30, 243), random, random.choice(((70, 70, 70), (225, 225, 225), (255, 255, 255))))
    page = tinted(marks.stapled(page, random), random.uniform(0.9, 0.96), 0.975, 0.99)
    return _scanned(page, random, rng, skew=1.0)


def ring_of_a_cup(page: Image, random: Random) -> Image:
    rng = lot(random)
    return _scanned(toned(marks.ringed(page, random, rng), 24, 246), random, rng)


def thin_paper_printed_on_both_sides(page: Image, random: Random) -> Image:
    """The back is seen through, turned round and pale."""
    rng = lot(random)
    back = soft(np.asarray(page[:, ::-1], np.uint8), 1.6 * page.shape[1] / 1654)
    through = 1 - (1 - back.astype(np.float32) / 255) * random.uniform(0.06, 0.13)
    return _scanned(toned(picture(page * through), 26, 244), random, rng)


def coloured_paper(page: Image, random: Random) -> Image:
    """Pink, yellow, green or blue paper, in colour or as grey."""
    rng = lot(random)
    shades = ((0.78, 0.8, 0.99), (0.66, 0.95, 0.99), (0.76, 0.96, 0.8), (0.97, 0.9, 0.76))
    height, width = page.shape[:2]
    image = lit(tinted(toned(page, 26, 248), *random.choice(shades)), waves(rng, height, width, 60, 80, 0.985, 1.0))
    image = _scanned(image, random, rng, (244, 244, 244))
    return grey(image) if random.random() < 0.3 else image


def cartridge_running_low(page: Image, random: Random) -> Image:
    """Print in grey in place of black, paler in soft stripes along the sheet; all of it can be read."""
    rng = lot(random)
    height, width = page.shape[:2]
    pale = resized(rng.random((1, 9), dtype=np.float32), width, height) * 0.25 + random.uniform(0.12, 0.3)
    image = mixed(page, (255, 255, 255), np.clip(pale, 0.05, 0.52).astype(np.float32))
    return _scanned(toned(image, 20, 250), random, rng)


def copy_of_a_copy(page: Image, random: Random) -> Image:
    """Letters a little fat, contrast hard, specks of dust, the dark border of a copier at one side."""
    rng = lot(random)
    height, width = page.shape[:2]
    image = soft(grey(page), 0.9 * width / 1654).astype(np.float32)
    image = (image - 128) * random.uniform(1.6, 2.2) + 122
    dust = cv2.dilate((rng.random((height, width), dtype=np.float32) < 0.00002).astype(np.uint8), np.ones((2, 2)))
    free = cv2.erode(page.min(axis=2), np.ones((mm(page, 2), mm(page, 2)))) > 200
    image[(dust > 0) & free] = 70
    x = np.arange(width, dtype=np.float32)
    border = 1 - 0.75 * np.exp(-(((x if random.random() < 0.5 else x[::-1]) / mm(page, 1.3)) ** 2))
    toner = np.clip(image, 12, 250) * border[None, :, None]
    return _scanned(picture(toner), random, rng, (200, 200, 200), 0.6, 3.0)
