"""Scans to accept: a creased sheet on a glass with its clip left on, a dirty feeder, a scan in black and white."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.pixels import (
    Plane,
    clouds,
    coloured,
    grey_of,
    jpeg,
    noisy,
    numbers,
    pixels,
    rotated,
    soft,
    through,
)
from tests.generator.tenth.captures import handled

_THIRDS = (1 / 3, 2 / 3)


def _on_the_glass(sheet: Image, lid: float, border: tuple[float, float], random: Random) -> Image:
    """`sheet` in a corner of a larger glass, `border` mm of the lid seen at the right and below, a shadow between."""
    unit = sheet.shape[1] / 210
    right, below = (int(side * unit) for side in border)
    glass = cv2.copyMakeBorder(sheet, 0, below, 0, right, cv2.BORDER_CONSTANT, value=(lid, lid, lid))
    cover = cv2.copyMakeBorder(np.ones(sheet.shape[:2], np.float32), 0, below, 0, right, cv2.BORDER_CONSTANT, value=0)
    cast = soft(np.asarray(cover, dtype=np.float32), random.uniform(0.4, 0.9) * unit) * (1 - cover)
    return pixels((glass * (1 - 0.7 * cast[:, :, None])).astype(np.float32))


def glass_with_clip(page: Image, random: Random) -> Image:
    """In colour on a small flatbed: recycled paper folded in three and opened again, mostly with its clip left on."""
    unit = page.shape[1] / 210
    sheet = page.astype(np.float32) * handled.fibres(page, random)
    sheet *= handled.creases(page, random, _THIRDS if random.random() < 0.7 else (0.5,))
    paper = pixels(sheet)
    if random.random() < 0.75:
        paper = handled.clip(paper, random)
    lid = random.uniform(232, 250)
    glass = _on_the_glass(paper, lid, (random.uniform(3, 6), random.uniform(0, 4)), random)
    shift = random.uniform(-0.5, 1) * unit, random.uniform(-0.5, 1) * unit
    levels = rotated(glass, random.uniform(-1.1, 1.1), shift, (lid, lid, lid)).astype(np.float32)
    cast = np.array((random.uniform(0.97, 1.02), 1, random.uniform(0.98, 1.02)), np.float32)
    levels = 16 + soft(levels, 0.00036 * page.shape[1]) * cast * np.float32(240 / 255)
    wide = soft(levels, 1.4)
    return jpeg(pixels(noisy(levels * np.float32(1.3) - wide * np.float32(0.3), 1.1, random)), random.randint(72, 84))


def dirty_feeder(page: Image, random: Random) -> Image:
    """Drawn in askew over a black roller, dirt on the glass that leaves lines down the whole sheet, the back seen."""
    width = page.shape[1]
    unit = width / 210
    light = through(page, random.uniform(0.02, 0.07))[:, :, None]
    if random.random() < 0.5:
        light = light * handled.creases(page, random, (random.choice((0.25, 0.5)),), (0.5,))
    paper = pixels(page.astype(np.float32) * light)
    black = random.uniform(10, 34)
    side, end = int(random.uniform(2, 5) * unit), int(random.uniform(2, 8) * unit)
    bed = cv2.copyMakeBorder(paper, end // 2, end, side, side, cv2.BORDER_CONSTANT, value=(black, black, black))
    turned = rotated(bed.astype(np.uint8), random.choice((-1, 1)) * random.uniform(0.5, 1.8), (0, 0), (black,) * 3)
    levels = 18 + soft(turned.astype(np.float32), 0.00038 * width) * np.float32(random.uniform(0.86, 0.92))
    levels *= _streaks(levels.shape[1], unit, random)[None, :, None]
    if random.random() < 0.5:
        return jpeg(coloured(noisy(grey_of(pixels(levels)), 1.6, random)), random.randint(64, 80))
    return jpeg(pixels(noisy(levels, 1.6, random)), random.randint(64, 80))


def _streaks(width: int, unit: float, random: Random) -> Plane:
    """Factor for each column: one to three specks on the glass, a tenth of a millimetre or two wide."""
    x = np.arange(width, dtype=np.float32)
    factor = np.ones(width, np.float32)
    for _ in range(random.randint(1, 3)):
        away = (x - random.uniform(0.04, 0.96) * width) / (random.uniform(0.05, 0.14) * unit)
        factor *= 1 - np.float32(random.uniform(0.15, 0.45)) * np.exp(-(away**2))
    return factor


def line_art(page: Image, random: Random) -> Image:
    """Each dot black or white, as offices set their copiers: edges in steps, tints gone, pale print kept, specks."""
    height, width = page.shape[:2]
    unit = width / 210
    askew = rotated(page, random.uniform(-0.9, 0.9), (random.uniform(-3, 3), random.uniform(-3, 3)), (255,) * 3)
    grey = soft(grey_of(askew), 0.045 * unit) + 4 * clouds(height, width, 2, random, octaves=1)
    around = soft(grey, 2.2 * unit)
    black = (grey < random.uniform(105, 130)) | (grey < around - random.uniform(26, 34))
    levels = np.where(black, 0, 255).astype(np.float32)
    source = numbers(random)
    for _ in range(random.randint(40, 160)):
        at = int(source.integers(width)), int(source.integers(height))
        cv2.circle(levels, at, int(source.integers(0, 2)), 0.0, -1)
    return jpeg(coloured(levels), random.randint(80, 92))
