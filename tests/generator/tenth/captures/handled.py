"""What hands do to a sheet before it is captured: former folds, recycled fibres, a paper clip."""

from collections.abc import Sequence
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.pixels import Plane, clouds, grey_of, numbers, pixels, soft


def _crease(height: int, width: int, part: float, random: Random) -> Plane:
    """Factor of light about one fold across the sheet: a worn line, one side of it lighter, the other darker."""
    unit = width / 210
    at = np.linspace(-1, 1, width, dtype=np.float32)
    place = (part + random.uniform(-0.008, 0.008)) * height + random.uniform(-1.6, 1.6) * unit * at
    place = place + 0.25 * unit * clouds(2, width, 12 * unit, random, octaves=2)[0]
    away = (np.arange(height, dtype=np.float32)[:, None] - place[None, :]) / unit
    worn = np.clip(0.6 + 0.4 * clouds(2, width, 5 * unit, random, octaves=2)[0], 0.1, 1)
    relief = np.sign(away) * np.exp(-np.abs(away) / random.uniform(3, 6)) * random.choice((-1, 1))
    line = np.exp(-((away / random.uniform(0.18, 0.32)) ** 2)) * worn[None, :]
    factor = (1 - random.uniform(0.06, 0.14) * line) * (1 + random.uniform(0.012, 0.03) * relief)
    return np.asarray(factor, dtype=np.float32)


def creases(page: Image, random: Random, across: Sequence[float], down: Sequence[float] = ()) -> Plane:
    """Factor of light of a sheet that was folded at these parts of its height and of its width."""
    height, width = page.shape[:2]
    light = np.ones((height, width), np.float32)
    for part in across:
        light *= _crease(height, width, part, random)
    for part in down:
        light *= _crease(width, height, part, random).T
    return light[:, :, None]


def fibres(page: Image, random: Random) -> Plane:
    """Factor of light of recycled paper: greyish or yellowish, cloudy, short dark and light fibres in it."""
    height, width = page.shape[:2]
    unit = width / 210
    strewn = np.full((height, width), 128, np.uint8)
    source = numbers(random)
    for _ in range(random.randint(500, 1100)):
        start = source.uniform((0, 0), (width, height))
        turn, long = source.uniform(0, 6.3), source.uniform(0.4, 1.6) * unit
        end = start + long * np.array((np.cos(turn), np.sin(turn)))
        tone = float(source.choice((88, 104, 150)))
        cv2.line(strewn, tuple(int(v) for v in start), tuple(int(v) for v in end), tone, 1, cv2.LINE_AA)
    level = 1 + (strewn.astype(np.float32) - 128) / 400 + 0.006 * clouds(height, width, 3 * unit, random, octaves=2)
    tint = np.array(random.choice(((0.9, 0.93, 0.94), (0.86, 0.92, 0.95), (0.93, 0.93, 0.92))), np.float32)
    return np.asarray(level[:, :, None] * tint, dtype=np.float32)


def clip(page: Image, random: Random) -> Image:
    """`page` with the loop of a steel clip over its upper edge, where there is least print."""
    height, width = page.shape[:2]
    unit = width / 210
    long, wide = random.uniform(15, 19), 6.5
    ink = (grey_of(page) < 150)[: int((long + 3) * unit)].sum(axis=0)
    places = [random.uniform(14, 190) for _ in range(30)]
    left = min(places, key=lambda x: int(ink[int(x * unit) : int((x + wide) * unit)].sum()))
    turn = np.linspace(0, np.pi, 24)
    bow = np.stack([wide / 2 - wide / 2 * np.cos(turn), long - wide / 2 + wide / 2 * np.sin(turn)], 1)
    wire = np.concatenate([[(0.0, -4.0)], bow, [(wide, -4.0)]]) + np.array((left, 0.0))
    path = wire @ np.array([[1, 0], [random.uniform(-0.12, 0.12), 1]])

    def drawn(moved: float, thick: float) -> Plane:
        cover = np.zeros((height, width), np.uint8)
        points = ((path + moved) * unit * 16).astype(np.int32)
        cv2.polylines(cover, [points], False, 255, max(1, round(thick * unit)), cv2.LINE_AA, 4)
        return cover.astype(np.float32)[:, :, None] / 255

    levels = page * (1 - 0.35 * soft(drawn(0.5, 1.1)[:, :, 0], 0.5 * unit)[:, :, None])
    steel = np.array(random.choice(((128, 124, 120), (150, 148, 146), (60, 66, 150))), np.float32)
    for cover, colour in ((drawn(0, 0.95), steel), (drawn(-0.12, 0.3), steel * 0.4 + 150)):
        levels = levels + cover * (colour - levels)
    return pixels(levels.astype(np.float32))
