"""What life leaves on a sheet: a cup's ring, an office's stamp, a pen, staples, holes: factors of its light."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.pixels import Plane, clouds, grey_of, numbers, soft

_OFFICES = ("FRANCE SERVICES", "MAIRIE - ACCUEIL", "CCAS - COURRIER", "SERVICE SOCIAL")
_DATES = ("12 FEV 2026", "03 MARS 2026", "27 AVR 2026", "18 JUIN 2026")


def emptiest(page: Image, width: int, height: int, random: Random) -> tuple[int, int]:
    """Upper left corner of a place of that size with the least print, one of twenty looked at."""
    ink = cv2.integral((grey_of(page) < 160).astype(np.uint8))
    places = []
    for _ in range(20):
        x, y = random.randint(0, page.shape[1] - width - 1), random.randint(0, page.shape[0] - height - 1)
        held = ink[y + height, x + width] - ink[y, x + width] - ink[y + height, x] + ink[y, x]
        places.append((int(held), x, y))
    return min(places)[1:]


def _inked(cover: Plane, colour: tuple[float, float, float]) -> Plane:
    """Factor by which an ink of `colour` (of its three lights) darkens where `cover` is 1."""
    return 1 - cover[:, :, None] * (1 - np.array(colour, np.float32))


def coffee_ring(page: Image, random: Random) -> Plane:
    """The foot of a cup stood here: a brown ring with a darker rim, broken on one side, and two drops."""
    height, width = page.shape[:2]
    unit = width / 210
    radius = random.uniform(34, 42) * unit
    cx, cy = random.uniform(0.2, 0.8) * width, random.uniform(0.25, 0.8) * height
    x, y = np.arange(width, dtype=np.float32)[None, :] - cx, np.arange(height, dtype=np.float32)[:, None] - cy
    away = np.hypot(x, y) + clouds(height, width, 30 * unit, random, octaves=2) * 0.7 * unit
    rim = np.exp(-(((away - radius) / (0.7 * unit)) ** 2))
    inner = 0.35 * np.exp(-(((away - radius + 1.8 * unit) / (1.6 * unit)) ** 2))
    broken = 0.55 + 0.45 * np.cos(np.arctan2(y, x) - random.uniform(0, 6.3))
    stain = (rim + inner) * broken
    for _ in range(2):
        turn, far = random.uniform(0, 6.3), radius * random.uniform(1.1, 1.4)
        drop = np.hypot(x - far * np.cos(turn), y - far * np.sin(turn)) / (random.uniform(0.8, 2.2) * unit)
        stain += 0.6 * np.exp(-(drop**4))
    return _inked(np.clip(stain, 0, 1).astype(np.float32) * np.float32(0.5), (0.35, 0.58, 0.76))


def stamp(page: Image, random: Random) -> Plane:
    """A round stamp, office around and date across, its ink uneven; where there is least print."""
    height, width = page.shape[:2]
    side = int(38 * width / 210)
    strip = np.zeros((60, 1130), np.uint8)
    text = f"{random.choice(_OFFICES)} * "
    cv2.putText(strip, text * 2, (4, 46), cv2.FONT_HERSHEY_DUPLEX, 1.35, 255, 3, cv2.LINE_AA)
    around = np.zeros((1130, 200), np.uint8)
    around[:, 125:185] = np.transpose(cv2.flip(strip, 0))
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP | cv2.WARP_FILL_OUTLIERS
    disc = cv2.warpPolar(around, (400, 400), (200, 200), 200, flags)
    cv2.circle(disc, (200, 200), 196, 255, 5, cv2.LINE_AA)
    cv2.circle(disc, (200, 200), 118, 255, 4, cv2.LINE_AA)
    cv2.putText(disc, random.choice(_DATES), (96, 212), cv2.FONT_HERSHEY_DUPLEX, 0.98, 255, 3, cv2.LINE_AA)
    turn = cv2.getRotationMatrix2D((200, 200), random.uniform(-25, 25), 0.98)
    disc = cv2.resize(cv2.warpAffine(disc, turn, (400, 400)), (side, side), interpolation=cv2.INTER_AREA)
    cover = np.zeros((height, width), np.float32)
    x, y = emptiest(page, side, side, random)
    uneven = np.clip(0.72 + 0.25 * clouds(side, side, side / 6, random), 0.25, 0.95)
    cover[y : y + side, x : x + side] = disc.astype(np.float32) / 255 * uneven
    return _inked(soft(cover, width / 2400), random.choice(((0.62, 0.25, 0.2), (0.55, 0.2, 0.35), (0.3, 0.25, 0.75))))


def scribble(page: Image, random: Random) -> Plane:
    """A note and a signature in ballpoint: loops that run to the right, where there is least print."""
    height, width = page.shape[:2]
    unit = width / 210
    cover = np.zeros((height, width), np.uint8)
    wide, tall = int(58 * unit), int(20 * unit)
    left, top = emptiest(page, wide, tall, random)
    start = left + 3 * unit
    while start < left + wide - 12 * unit:
        long = random.uniform(8, 18) * unit
        time = np.linspace(0, 1, 90)
        swell, pace = (np.interp(time, np.linspace(0, 1, 9), numbers(random).uniform(0.1, 1, 9)) for _ in range(2))
        turn = np.cumsum(pace) * 0.55
        along = start + time * long + 0.9 * unit * pace * np.cos(turn)
        down = top + tall / 2 + 3.2 * unit * swell * np.sin(turn) - time * 1.5 * unit
        points = np.stack([along, down], 1) * 16
        cv2.polylines(cover, [points.astype(np.int32)], False, 255, max(2, round(0.4 * unit)), cv2.LINE_AA, 4)
        start += long + 3 * unit
    pen = random.choice(((0.5, 0.2, 0.15), (0.16, 0.15, 0.15)))
    return _inked(soft(cover.astype(np.float32) / 255, unit / 14) * np.float32(0.9), pen)


def staple_holes(page: Image, random: Random) -> Plane:
    """Two pricks where a staple was pulled out, a rusty trace, the corner creased by it."""
    height, width = page.shape[:2]
    unit = width / 210
    light = np.ones((height, width), np.float32)
    x, y, turn = random.uniform(6, 10) * unit, random.uniform(6, 10) * unit, random.uniform(-0.5, 1.0)
    for side in (-1, 1):
        at = int(x + side * 5 * unit * np.cos(turn)), int(y + side * 5 * unit * np.sin(turn))
        cv2.ellipse(light, at, (max(1, int(0.6 * unit)), max(1, int(0.4 * unit))), 20, 0, 360, 0.25, -1, cv2.LINE_AA)
    edge = int(random.uniform(20, 28) * unit)
    cv2.line(light, (edge, 0), (0, int(edge * random.uniform(0.8, 1.2))), 0.86, max(1, int(0.3 * unit)), cv2.LINE_AA)
    return np.repeat(soft(light, unit / 12)[:, :, None], 3, axis=2)


def punched(page: Image, random: Random) -> Plane:
    """1 where a binder's punch took the paper away: two holes in the left margin, none where print is near."""
    height, width = page.shape[:2]
    unit = width / 210
    holes = np.zeros((height, width), np.float32)
    grey = grey_of(page)
    x, middle = int(random.uniform(10, 12) * unit), height / 2 + random.uniform(-3, 3) * unit
    near = int(4.5 * unit)
    for y in (int(middle - 40 * unit), int(middle + 40 * unit)):
        if grey[y - near : y + near, x - near : x + near].min() < 200:
            return np.zeros((height, width), np.float32)
        cv2.circle(holes, (x, y), int(3 * unit), 1.0, -1, cv2.LINE_AA)
    return holes
