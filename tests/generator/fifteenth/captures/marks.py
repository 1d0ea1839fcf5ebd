"""What hands leave on a sheet: stamps, notes, holes, staples, rings of cups. None of it stands over print."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures.tools import Colour, Field, Lot, free_place, mixed, mm, resized, waves

PENS: tuple[Colour, ...] = ((140, 60, 30), (120, 40, 40), (50, 45, 45), (60, 50, 160))
STAMPS: tuple[Colour, ...] = ((150, 60, 50), (130, 50, 110), (60, 50, 180))
WORDS = ("RECU", "ARRIVE", "COPIE", "ENREGISTRE", "CLASSE")
NOTES = ("vu", "dossier complet", "copie pour Lea", "a classer", "transmis", "rappeler", "ok merci")


def _turned(mask: Field, degrees: float) -> Field:
    height, width = mask.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(mask, turn, (width, height)), np.float32)


def _laid(page: Image, mask: Field, x: int, y: int, colour: Colour) -> Image:
    height, width = mask.shape
    page = page.copy()
    page[y : y + height, x : x + width] = mixed(page[y : y + height, x : x + width], colour, mask)
    return page


def stamped(page: Image, random: Random, rng: Lot) -> Image:
    """A rubber stamp with a frame, its ink uneven, on a free place."""
    width, height = mm(page, random.uniform(44, 56)), mm(page, random.uniform(20, 26))
    place = free_place(page, width, height, random)
    if place is None:
        return page
    mask = np.zeros((height, width), np.uint8)
    edge, thick = height // 6, max(2, mm(page, 0.5))
    cv2.rectangle(mask, (edge, edge), (width - edge, height - edge), 255, thick, cv2.LINE_AA)
    word, font = random.choice(WORDS), cv2.FONT_HERSHEY_DUPLEX
    size = cv2.getTextSize(word, font, 1, 1)[0]
    scale = min((width - 3 * edge) / size[0], height * 0.32 / size[1])
    start = (int(width - size[0] * scale) // 2, int(height + size[1] * scale) // 2)
    cv2.putText(mask, word, start, font, scale, 255, thick + 1, cv2.LINE_AA)
    inked = mask.astype(np.float32) / 255 * waves(rng, height, width, 8, 5, 0.35, 0.95)
    return _laid(page, _turned(inked, random.uniform(-8, 8)), *place, random.choice(STAMPS))


def noted(page: Image, random: Random, rng: Lot) -> Image:
    """A few words by hand."""
    width, height = mm(page, random.uniform(38, 60)), mm(page, 15)
    place = free_place(page, width, height, random)
    if place is None:
        return page
    text = random.choice(NOTES)
    mask = np.zeros((height, width), np.uint8)
    font = cv2.FONT_HERSHEY_SCRIPT_SIMPLEX
    size = cv2.getTextSize(text, font, 1, 1)[0]
    scale = min(width * 0.85 / size[0], height * 0.34 / size[1])
    cv2.putText(mask, text, (width // 14, int(height * 0.62)), font, scale, 255, max(2, mm(page, 0.4)), cv2.LINE_AA)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    sway = 0.04 * height * np.sin(x / width * 9 + random.random() * 6)
    shaky = cv2.remap(mask, x + 0.25 * (y - height / 2), y + sway, cv2.INTER_LINEAR)
    inked = shaky.astype(np.float32) / 255 * waves(rng, height, width, 12, 3, 0.6, 0.95)
    return _laid(page, _turned(inked, random.uniform(-4, 7)), *place, random.choice(PENS))


def signed(page: Image, random: Random) -> Image:
    """A signature: loops that run from left to right."""
    width, height = mm(page, random.uniform(34, 50)), mm(page, 20)
    place = free_place(page, width, height, random)
    if place is None:
        return page
    step = np.linspace(0, 1, 400)
    loops, phase = random.uniform(3, 5), random.random() * 6
    x = width * (0.12 + 0.7 * step + 0.08 * np.cos(loops * 6.28 * step + phase))
    y = height * (0.5 + (0.36 - 0.26 * step) * np.sin(loops * 6.28 * step + phase) - 0.06 * step)
    mask = np.zeros((height, width), np.uint8)
    points = np.stack((x, y), 1) * 8
    cv2.polylines(mask, [points.astype(np.int32)], False, 255, max(2, mm(page, 0.4)), cv2.LINE_AA, 3)
    tail = (int(width * 0.15), int(height * 0.86)), (int(width * 0.9), int(height * 0.74))
    cv2.line(mask, tail[0], tail[1], 255, max(2, mm(page, 0.4)), cv2.LINE_AA)
    return _laid(page, mask.astype(np.float32) / 255 * 0.85, *place, random.choice(PENS[:3]))


def punched(page: Image, random: Random, ground: Colour) -> Image:
    """Two holes at the side, where neither stands on print."""
    radius, inset = mm(page, 2.8), mm(page, random.uniform(4.5, 6.5))
    page, height, width = page.copy(), page.shape[0], page.shape[1]
    for x in (inset, width - inset):
        spots = [(x, height // 2 + way * mm(page, 40)) for way in (-1, 1)]
        if all(
            page[y - radius - 3 : y + radius + 3, max(0, a - radius - 3) : a + radius + 3].min() > 190 for a, y in spots
        ):
            for spot in spots:
                cv2.circle(page, spot, radius, ground, -1, cv2.LINE_AA)
                cv2.ellipse(
                    page, spot, (radius, radius), 0, 120, 300, (150, 150, 150), max(1, radius // 8), cv2.LINE_AA
                )
            return page
    return page


def stapled(page: Image, random: Random) -> Image:
    """A staple across a corner of the margin, with its shadow."""
    page, reach = page.copy(), mm(page, random.uniform(4.5, 6))
    x = y = mm(page, random.uniform(5.5, 7))
    if page[: y + reach // 2, : x + reach // 2].min() < 190:
        x = y = reach // 2 + 3
    ends = (x - reach // 2, y + reach // 2), (x + reach // 2, y - reach // 2)
    thick = max(2, mm(page, 0.5))
    drop = thick
    cv2.line(
        page,
        (ends[0][0] + drop, ends[0][1] + drop),
        (ends[1][0] + drop, ends[1][1] + drop),
        (175, 175, 178),
        thick,
        cv2.LINE_AA,
    )
    cv2.line(page, *ends, (120, 118, 116), thick, cv2.LINE_AA)
    cv2.line(page, *ends, (205, 205, 205), max(1, thick // 3), cv2.LINE_AA)
    return page


def ringed(page: Image, random: Random, rng: Lot) -> Image:
    """The ring of a cup of coffee and a few drops: print is seen through it."""
    height, width = page.shape[:2]
    y, x = np.mgrid[0 : height // 2, 0 : width // 2].astype(np.float32) * 2
    cx, cy = width * random.uniform(0.1, 0.9), height * random.uniform(0.1, 0.9)
    radius = mm(page, random.uniform(33, 42))
    away = np.hypot(x - cx, y - cy)
    uneven = waves(rng, height // 2, width // 2, 14, 18, 0.25, 1.0)
    ring = np.exp(-(((away - radius) / mm(page, 1.5)) ** 2)) * 0.42 * uneven + (away < radius) * 0.05 * uneven
    for _ in range(random.randint(1, 5)):
        where = np.hypot(x - width * random.random(), y - height * random.random())
        ring += np.clip(1.2 - where / mm(page, random.uniform(1, 2.6)), 0, 0.3)
    brown = np.array([0.45, 0.66, 0.8], np.float32)
    veil = 1 - resized(np.clip(ring, 0, 0.6), width, height)[:, :, None] * (1 - brown)
    return np.clip(page * veil, 0, 255).astype(np.uint8)
