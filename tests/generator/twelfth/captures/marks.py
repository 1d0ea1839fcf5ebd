"""What people put on a paper: stamp, pen, highlighter, staple, holes; and where its print lies."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures.device import Field, cloud, to_image

CELL = 8


def inked(page: Image) -> Field:
    """Share of ink in cells of 8 pixels."""
    dark = (cv2.cvtColor(page, cv2.COLOR_BGR2GRAY) < 150).astype(np.float32)
    size = (page.shape[1] // CELL, page.shape[0] // CELL)
    return np.asarray(cv2.resize(dark, size, interpolation=cv2.INTER_AREA), np.float32)


def printed_box(page: Image) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the print in pixels."""
    rows, columns = (np.flatnonzero(inked(page).max(axis=axis) > 0.03) * CELL for axis in (1, 0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + CELL, int(rows[-1]) + CELL


def millimetre(page: Image) -> float:
    """Pixels in a millimetre of an A4 sheet."""
    return float(min(page.shape[:2])) / 210


def place(page: Image, random: Random, width: float, height: float, *, free: bool) -> tuple[int, int, float]:
    """Left and top of the emptiest (or fullest) of sixty places of this size, and the ink in it."""
    ink = cv2.integral(inked(page))
    wide, high = int(width / CELL), int(height / CELL)
    found = []
    for _ in range(60):
        x, y = random.randrange(1, ink.shape[1] - wide - 1), random.randrange(1, ink.shape[0] - high - 1)
        amount = ink[y + high, x + wide] - ink[y, x + wide] - ink[y + high, x] + ink[y, x]
        found.append((float(amount) / (wide * high), x * CELL, y * CELL))
    amount, x, y = min(found) if free else max(found)
    return x, y, amount


def washed(page: Image, layer: Image, random: Random, strength: float) -> Image:
    """Translucent ink over the page: `layer` is white where there is none, uneven where there is."""
    uneven = cloud(page.shape[0] // 8, page.shape[1] // 8, random, 60) * 0.25 + 0.75
    uneven = np.asarray(cv2.resize(uneven, (page.shape[1], page.shape[0])), np.float32)[..., None]
    rows = np.flatnonzero((layer < 255).any(axis=(1, 2)))
    part = slice(int(rows[0]), int(rows[-1]) + 1)
    page = page.copy()
    page[part] = to_image(page[part] * (1 - (255 - layer[part].astype(np.float32)) / 255 * uneven[part] * strength))
    return page


def stamped(page: Image, random: Random) -> Image:
    """A stamp of receipt with its date, on the emptiest place."""
    mm = millimetre(page)
    wide, high = int(58 * mm), int(24 * mm)
    x, y, _ = place(page, random, wide, high, free=True)
    colour = random.choice(((150, 40, 30), (60, 30, 170), (120, 60, 90)))
    stamp = np.full((high, wide, 3), 255, np.uint8)
    line, scale = max(2, int(mm * 0.5)), mm / 7
    cv2.rectangle(stamp, (int(3 * mm), int(3 * mm)), (int(55 * mm), int(21 * mm)), colour, line)
    day = f"{random.randint(1, 28):02} {random.choice(('JAN', 'MAR', 'JUIN', 'SEPT'))} {random.randint(2023, 2026)}"
    for text, down in ((random.choice(("COURRIER ARRIVE", "RECU LE", "ORIGINAL VU")), 10), (day, 18)):
        cv2.putText(
            stamp, text, (int(6 * mm), int(down * mm)), cv2.FONT_HERSHEY_DUPLEX, scale, colour, line, cv2.LINE_AA
        )
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), random.uniform(-7, 7), 0.9)
    layer = np.full_like(page, 255)
    layer[y : y + high, x : x + wide] = cv2.warpAffine(stamp, turn, (wide, high), borderValue=(255, 255, 255))
    return washed(page, layer, random, random.uniform(0.6, 0.9))


def penned(page: Image, random: Random) -> Image:
    """A ring, an underline and a few words by hand, in ballpoint."""
    mm, layer = millimetre(page), np.full_like(page, 255)
    colour = random.choice(((160, 60, 20), (60, 55, 50), (50, 30, 190)))
    thick = max(2, int(0.45 * mm))
    x, y, _ = place(page, random, 30 * mm, 6 * mm, free=False)
    cv2.ellipse(
        layer,
        (x + int(15 * mm), y + int(3 * mm)),
        (int(19 * mm), int(6 * mm)),
        random.uniform(-4, 4),
        8,
        372,
        colour,
        thick,
        cv2.LINE_AA,
    )
    x, y, _ = place(page, random, 45 * mm, 12 * mm, free=True)
    steps = np.arange(0, 38 * mm, mm / 3)
    for row in range(random.randint(1, 2)):
        letters = np.array([random.choice((0.6, 0.8, 1.0, 2.2)) for _ in range(24)])
        size = np.interp(steps, np.linspace(0, steps[-1], 24), letters)
        tall = np.sin(steps / mm * 2.1 + row) * size * mm + (size - 0.6) * mm * 0.7
        across = x + 3 * mm + steps + np.sin(steps / mm * 2.1 + 2.2) * 0.8 * mm
        line = np.stack([across, y + (4 + 6 * row) * mm - tall], axis=1).astype(np.int32)
        for word in np.array_split(line, random.randint(2, 4)):
            cv2.polylines(layer, [word[:-4]], False, colour, thick, cv2.LINE_AA)
    return washed(page, layer, random, 0.85)


def highlighted(page: Image, random: Random) -> Image:
    """One to three lines passed over with a fluorescent pen."""
    mm, layer = millimetre(page), np.full_like(page, 255)
    colour = random.choice(((90, 250, 250), (120, 255, 150), (215, 140, 255)))
    for _ in range(random.randint(1, 3)):
        wide = random.uniform(30, 90) * mm
        x, y, _ = place(page, random, wide, 5 * mm, free=False)
        end = (int(x + wide), int(y + 2.5 * mm + random.uniform(-1, 1) * mm))
        cv2.line(layer, (x, int(y + 2.5 * mm)), end, colour, int(5 * mm), cv2.LINE_AA)
    return washed(page, layer, random, 0.9)
