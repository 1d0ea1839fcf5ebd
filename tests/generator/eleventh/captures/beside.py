"""What lies about a sheet when it is captured: a newspaper, a leaflet, a pen, a thumb that holds its side."""

from dataclasses import replace
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.camera import Seen
from tests.generator.ninth.captures.pixels import Plane, clouds, grey_of, linear, numbers, pixels, soft

PER_MM = 7
"""Pixels to the millimetre of a paper drawn here."""
_WORDS = (
    "commune",
    "travaux",
    "dimanche",
    "quartier",
    "pluie",
    "concert",
    "mairie",
    "habitants",
    "saison",
    "club",
    "samedi",
    "place",
    "projet",
    "ligne",
    "route",
    "jeunes",
    "public",
    "victoire",
    "village",
    "bal",
)


def _column(paper: Image, box: tuple[int, int, int, int], scale: float, random: Random) -> None:
    """Lines of words in `box` (left, top, right, foot, pixels)."""
    left, top, right, foot = box
    step = int(38 * scale)
    for line in range(top + step, foot, step):
        x = left
        while True:
            word = random.choice(_WORDS)
            wide = cv2.getTextSize(word, cv2.FONT_HERSHEY_COMPLEX, scale, 1)[0][0]
            if x + wide > right:
                break
            cv2.putText(paper, word, (x, line), cv2.FONT_HERSHEY_COMPLEX, scale, (58, 56, 56), 1, cv2.LINE_AA)
            x += wide + int(14 * scale)


def newspaper(random: Random) -> Image:
    """A page of a local paper, 270 mm × 370 mm: a headline, grey photographs, five columns."""
    height, width = 370 * PER_MM, 270 * PER_MM
    paper = np.full((height, width, 3), (196, 206, 210), np.uint8)
    for column in range(5):
        left = (8 + column * 52) * PER_MM
        right, y = left + 46 * PER_MM, 12 * PER_MM
        while y < height - 30 * PER_MM:
            tall = random.randint(30, 80) * PER_MM
            kind = random.random()
            if kind < 0.25:
                picture = 120 + 50 * clouds(tall, right - left, 260, random, octaves=5)
                paper[y : y + tall, left:right] = np.clip(picture, 30, 200)[: height - y, :, None]
            elif kind < 0.5:
                tall = 16 * PER_MM
                headline = random.choice(_WORDS).capitalize()
                where = left, y + 11 * PER_MM
                cv2.putText(paper, headline, where, cv2.FONT_HERSHEY_TRIPLEX, 2.0, (44, 42, 42), 4, cv2.LINE_AA)
            else:
                _column(paper, (left, y, right, min(y + tall, height)), 0.62, random)
            y += tall + 4 * PER_MM
    return paper


def leaflet(random: Random) -> Image:
    """A shop's or a town's leaflet, 148 mm × 210 mm: a colour, blocks, a few lines."""
    height, width = 210 * PER_MM, 148 * PER_MM
    colour = random.choice(((190, 214, 120), (120, 190, 236), (222, 180, 150), (160, 170, 232)))
    paper = np.full((height, width, 3), (236, 240, 240), np.uint8)
    cv2.rectangle(paper, (0, 0), (width, 60 * PER_MM), colour, -1)
    cv2.circle(paper, (width // 2, 120 * PER_MM), 34 * PER_MM, tuple(int(0.7 * c) for c in colour), -1, cv2.LINE_AA)
    word = random.choice(_WORDS).upper()
    where = 8 * PER_MM, 38 * PER_MM
    cv2.putText(paper, word, where, cv2.FONT_HERSHEY_DUPLEX, 4, (250, 250, 250), 12, cv2.LINE_AA)
    _column(paper, (8 * PER_MM, 160 * PER_MM, width - 8 * PER_MM, 200 * PER_MM), 0.8, random)
    return paper


def beneath(seen: Seen, paper: Image, centre: tuple[float, float], degrees: float) -> Seen:
    """`seen` with `paper` on the table, under the sheet, its middle at `centre` (mm) and turned by `degrees`."""
    turn = np.radians(degrees)
    x, y = seen.x - np.float32(centre[0]), seen.y - np.float32(centre[1])
    at_x = ((np.cos(turn) * x + np.sin(turn) * y) * PER_MM + paper.shape[1] / 2).astype(np.float32)
    at_y = ((np.cos(turn) * y - np.sin(turn) * x) * PER_MM + paper.shape[0] / 2).astype(np.float32)
    print_ = linear(cv2.remap(paper, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.uint8))
    edge = np.minimum(np.minimum(at_x, paper.shape[1] - at_x), np.minimum(at_y, paper.shape[0] - at_y))
    lying = np.clip(edge + 0.5, 0, 1)
    unit = seen.sheet.shape[0] / 370
    shadow = 1 - np.float32(0.35) * soft(seen.sheet, 1.4 * unit)
    cast = 1 - np.float32(0.3) * soft(lying.astype(np.float32), 1.2 * unit) * (1 - lying)
    ground = seen.albedo * cast[:, :, None]
    ground = ground + lying[:, :, None] * (print_ * np.float32(0.85) * shadow[:, :, None] - ground)
    albedo = ground + seen.sheet[:, :, None] * (seen.albedo - ground)
    return replace(seen, albedo=albedo.astype(np.float32))


def _rod(seen: Seen, start: tuple[float, float], end: tuple[float, float], radius: float) -> tuple[Plane, Plane, Plane]:
    """Of a round body from `start` to `end`: place along it (0 to 1), place across (-1 to 1), mm outside of it."""
    away = end[0] - start[0], end[1] - start[1]
    long = float(np.hypot(*away))
    x, y = seen.x - np.float32(start[0]), seen.y - np.float32(start[1])
    along = ((x * away[0] + y * away[1]) / long**2).astype(np.float32)
    across = ((y * away[0] - x * away[1]) / long / radius).astype(np.float32)
    beyond = (along - np.clip(along, 0, 1)) * long
    outside = np.hypot(across * radius, beyond) - radius
    return along, across, outside.astype(np.float32)


def _upon(seen: Seen, outside: Plane, surface: Plane, side: float) -> Seen:
    """`seen` with a body of `surface` upon all else, its shadow thrown `side` mm to the right and down."""
    unit = seen.sheet.shape[0] / 370
    cover = np.clip(0.5 - outside * unit, 0, 1).astype(np.float32)
    moved = np.array([[1, 0, side * unit], [0, 1, 2 * unit]])
    thrown = np.asarray(cv2.warpAffine(cover, moved, (cover.shape[1], cover.shape[0])), dtype=np.float32)
    albedo = seen.albedo * (1 - np.float32(0.45) * soft(thrown, 1.5 * unit))[:, :, None]
    return replace(seen, albedo=(albedo + cover[:, :, None] * (surface - albedo)).astype(np.float32))


def pen(seen: Seen, start: tuple[float, float], end: tuple[float, float], random: Random) -> Seen:
    """A ballpoint pen: a body of colour with a line of light, a metal tip."""
    along, across, outside = _rod(seen, start, end, 4.4)
    taper = np.clip((along - 0.9) / 0.1, 0, 1) * 3.4
    colour = np.array(random.choice(((0.45, 0.12, 0.05), (0.03, 0.03, 0.03), (0.06, 0.06, 0.5))), np.float32)
    body = np.where((along > 0.88)[:, :, None], np.float32(0.35), colour)
    round_ = np.sqrt(np.clip(1 - across**2, 0.04, 1))[:, :, None]
    shine = np.exp(-(((across + 0.35) / 0.14) ** 2))[:, :, None] * np.float32(0.35)
    return _upon(seen, (outside + taper).astype(np.float32), body * round_ + shine, random.choice((-3.0, 3.0)))


def free_side(page: Image, random: Random) -> tuple[int, float, float]:
    """Side (-1 left, 1 right), height (mm from the middle) and width (mm) of a margin free of print 36 mm long."""
    unit = page.shape[1] / 210
    ink = cv2.erode(grey_of(page), np.ones((3, 3))) < 205
    places = []
    for side in (-1, 1):
        rows = ink if side < 0 else ink[:, ::-1]
        for middle in random.sample(range(-60, 120), 60):
            band = rows[int((middle + 148.5 - 18) * unit) : int((middle + 148.5 + 18) * unit)].any(axis=0)
            free = float(np.argmax(band) if band.any() else band.size) / unit
            places.append((min(free, 22.0), random.random(), side, float(middle)))
    most, _, where, height = max(places)
    return where, height, most


def thumb(seen: Seen, page: Image, random: Random) -> Seen:
    """A thumb that holds the side of the sheet where its margin is widest, the print free."""
    side, y, free = free_side(page, random)
    reach = min(free - 3, random.uniform(10, 15))
    radius = 9.5
    tip = side * (105 - reach + radius), y
    base = side * 190, y + random.uniform(20, 60)
    along, across, outside = _rod(seen, base, tip, radius)
    outside = outside - np.clip(0.7 - along, 0, 1).astype(np.float32) * 10
    skin = np.array(random.choice(((0.3, 0.4, 0.66), (0.2, 0.28, 0.5), (0.06, 0.1, 0.22))), np.float32)
    skin = skin * (1 + 0.05 * clouds(seen.sheet.shape[0], seen.sheet.shape[1], 40, random, octaves=2))[:, :, None]
    round_ = (0.45 + 0.55 * np.sqrt(np.clip(1 - across**2, 0, 1)))[:, :, None]
    long = float(np.hypot(base[0] - tip[0], base[1] - tip[1]))
    nail = np.clip(1.6 - 1.5 * np.hypot((along - 1) * long / 7.5, across / 0.62) ** 4, 0, 1)[:, :, None]
    surface = skin * round_ + nail * np.float32(0.14) * (1 - skin * np.float32(0.4))
    return _upon(seen, outside, surface.astype(np.float32), side * 3.0)


def specks(levels: Plane, count: int, random: Random) -> Plane:
    """`levels` with dark specks of a pixel or two."""
    source = numbers(random)
    spots = pixels(np.full(levels.shape[:2], 255, np.float32))
    for _ in range(count):
        at = int(source.integers(levels.shape[1])), int(source.integers(levels.shape[0]))
        cv2.circle(spots, at, int(source.integers(0, 2)), float(source.uniform(60, 170)), -1)
    factor = spots.astype(np.float32) / 255
    return levels * (factor if levels.ndim == 2 else factor[:, :, None])
