"""Scans to accept: a copier's grey file, an adviser's marks with another paper beside, a faded thermal copy."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.eleventh.captures import beside
from tests.generator.ninth.captures.marks import emptiest
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
)


def copier_to_mail(page: Image, random: Random) -> Image:
    """A large copier that sends grey files: edges a little darker, roller marks at the sides, hard JPEG."""
    height, width = page.shape[:2]
    unit = width / 210
    dark = random.uniform(30, 90)
    turned = rotated(
        page, random.uniform(-0.8, 0.8), (random.uniform(-1, 1) * unit, random.uniform(-1, 1) * unit), (dark,) * 3
    )
    grey = soft(grey_of(turned), 0.00038 * width)
    x, y = np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)
    edges = 1 - np.float32(random.uniform(0.05, 0.1)) * (x[None, :] ** 4 + 0.6 * y[:, None] ** 4)
    tracks = np.zeros(width, np.float32)
    for part in random.sample((0.08, 0.2, 0.8, 0.92), 2):
        tracks += np.exp(-(((np.arange(width) - part * width) / (3 * unit)) ** 2)).astype(np.float32)
    worn = 1 - np.float32(0.03) * tracks[None, :] * (1 + 0.6 * clouds(height, width, 12 * unit, random, octaves=1))
    paper, ink = random.uniform(228, 244), random.uniform(24, 44)
    levels = (ink + grey / 255 * (paper - ink)) * edges * worn
    levels = levels * np.float32(1.35) - soft(levels, 1.3) * np.float32(0.35)
    return jpeg(
        coloured(noisy(beside.specks(levels, random.randint(20, 90), random), 1.8, random)), random.randint(58, 70)
    )


def _highlighted(page: Image, random: Random) -> Plane:
    """Factor of two or three strokes of a marker over lines of print, their ends uneven, and a pen's line under one."""
    height, width = page.shape[:2]
    unit = width / 210
    ink = (grey_of(page) < 120).sum(axis=1).astype(np.float32)
    rows = soft(ink[:, None], 1.2 * unit)[:, 0]
    colour = np.array(random.choice(((0.45, 0.98, 1.0), (0.62, 1.0, 0.68), (0.85, 0.72, 1.0))), np.float32)
    cover = np.zeros((height, width), np.float32)
    pen = np.zeros((height, width), np.uint8)
    for _ in range(random.randint(2, 3)):
        near = [random.randint(height // 6, height * 5 // 6) for _ in range(8)]
        row = max(near, key=lambda at: float(rows[at]))
        row += int(np.argmax(rows[row - int(2 * unit) : row + int(2 * unit)])) - int(2 * unit)
        left = random.uniform(0.1, 0.5) * width
        right = min(left + random.uniform(35, 80) * unit, 0.95 * width)
        slope = random.uniform(-0.8, 0.8) * unit
        stroke = np.zeros((height, width), np.uint8)
        cv2.line(
            stroke, (int(left), int(row - slope)), (int(right), int(row + slope)), 255, int(4.2 * unit), cv2.LINE_AA
        )
        cover = np.maximum(cover, stroke.astype(np.float32) / 255)
    time = np.linspace(0, 1, 40)
    wave = np.cumsum(numbers(random).normal(0, 0.12, 40)) * unit * 0.4
    inked = grey_of(page)[:, int(0.15 * width) : int(0.45 * width)] < 190
    band = int(0.8 * unit)
    free = [at for at in range(height // 6, height * 5 // 6, 4) if not inked[at - band : at + band].any()]
    under = [at for at in free if inked[at - int(2.4 * unit) : at - band].any()]
    base = float(random.choice(under or free or [height - int(8 * unit)]))
    path = np.stack([(0.15 + 0.3 * time) * width, base + np.clip(wave, -0.5 * unit, 0.5 * unit)], 1)
    cv2.polylines(pen, [(path * 16).astype(np.int32)], False, 255, max(2, int(0.45 * unit)), cv2.LINE_AA, 4)
    tint = 1 - cover[:, :, None] * (0.85 + 0.1 * clouds(height, width, 6 * unit, random, octaves=1))[:, :, None] * (
        1 - colour
    )
    biro = 1 - (pen.astype(np.float32) / 255)[:, :, None] * (1 - np.array((0.55, 0.22, 0.18), np.float32))
    return np.asarray(np.clip(tint, 0, 1) * biro, dtype=np.float32)


def _sticky_note(sheet: Plane, page: Image, random: Random) -> Plane:
    """`sheet` with a yellow or pink note where the page has no print; none where there is no such place."""
    unit = page.shape[1] / 210
    ink = grey_of(page) < 200
    for side in (51, 38, 26):
        long = int(side * unit)
        x, y = emptiest(page, long, long, random)
        near = int(2 * unit)
        if not ink[max(0, y - near) : y + long + near, max(0, x - near) : x + long + near].any():
            break
    else:
        return sheet
    cover = np.zeros(sheet.shape[:2], np.float32)
    cover[y : y + long, x : x + long] = 1
    colour = np.array(random.choice(((130.0, 240, 252), (200, 170, 250), (150, 236, 190))), np.float32)
    shade = np.linspace(1.0, 0.94, sheet.shape[0], dtype=np.float32)[:, None, None]
    note = colour * shade * np.ones_like(sheet)
    for line in range(2):
        start = x + 4 * unit, y + (0.35 + 0.25 * line) * long
        time = np.linspace(0, 1, 160)
        loops = np.stack(
            [start[0] + time * long * 0.75, start[1] + 1.6 * unit * np.sin(time * 70 + np.sin(time * 23) * 2)], 1
        )
        cv2.polylines(
            note, [(loops * 16).astype(np.int32)], False, (110, 50, 40), max(1, int(0.4 * unit)), cv2.LINE_AA, 4
        )
    cast = np.roll(soft(cover, 0.8 * unit), int(0.8 * unit), axis=0) * (1 - cover)
    return np.asarray(sheet * (1 - 0.4 * cast[:, :, None]) + cover[:, :, None] * (note - sheet), dtype=np.float32)


def marked_by_an_adviser(page: Image, random: Random) -> Image:
    """In colour on a glass wider than the sheet: marker, pen and sticky note, another paper past its side."""
    height, width = page.shape[:2]
    unit = width / 210
    paper = np.array(random.choice(((250, 251, 251), (226, 240, 246), (216, 234, 243))), np.float32)
    sheet = _sticky_note((page.astype(np.float32) / 255 * paper * _highlighted(page, random)), page, random)
    right, below = int(random.uniform(5, 11) * unit), int(random.uniform(0, 6) * unit)
    other = random.choice((beside.newspaper, beside.leaflet))(random)
    scale = unit / beside.PER_MM
    other = cv2.resize(other, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)
    lid = random.uniform(236, 248)
    glass = np.full((height + below, width + right, 3), lid, np.float32)
    turned = rotated(other, random.uniform(-4, 4), (0, 0), (lid,) * 3)
    top = random.randint(0, max(1, height + below - turned.shape[0]))
    strip = turned[: height + below - top, -(right + int(30 * unit)) : -int(10 * unit)]
    glass[top : top + strip.shape[0], -strip.shape[1] :] = strip
    cover = np.zeros(glass.shape[:2], np.float32)
    cover[:height, :width] = 1
    glass *= (1 - 0.55 * soft(cover, 0.7 * unit) * (1 - cover))[:, :, None]
    glass[:height, :width] = sheet
    levels = rotated(pixels(glass), random.uniform(-1, 1), (0.4 * unit, 0.4 * unit), (lid,) * 3).astype(np.float32)
    levels = 14 + soft(levels, 0.00036 * width) * np.float32(241 / 255)
    return jpeg(pixels(noisy(levels, 1.1, random)), random.randint(72, 84))


def faded_copy(page: Image, random: Random) -> Image:
    """A copy on thermal paper that aged: print in grey, the paper yellowed at its edges, thin pale lines down it."""
    height, width = page.shape[:2]
    unit = width / 210
    turned = rotated(page, random.uniform(-0.8, 0.8), (0, 0), (255,) * 3)
    black = (255 - soft(grey_of(turned), 0.045 * unit)) / 255
    uneven = 1 + 0.06 * clouds(height, width, 60 * unit, random, octaves=2)
    heads = np.ones(width, np.float32)
    for _ in range(random.randint(2, 5)):
        heads[(at := random.randrange(width)) : at + max(1, int(0.12 * unit))] = 0.45
    x, y = np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)
    aged = np.clip(x[None, :] ** 6 + y[:, None] ** 8 + 0.1 * clouds(height, width, 50 * unit, random), 0, 1)[:, :, None]
    paper = np.array((226.0, 238, 242)) - aged * np.array((30.0, 14, 8))
    ink = np.array(random.choice(((104.0, 98, 100), (112, 104, 98), (92, 98, 108))))
    share = np.clip(black * uneven * heads[None, :], 0, 1)[:, :, None]
    levels = (paper + share * (ink - paper)).astype(np.float32)
    return jpeg(pixels(noisy(soft(levels, 0.0003 * width), 1.4, random)), random.randint(70, 82))
