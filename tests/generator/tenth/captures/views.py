"""No paper at all: a street seen from a window, a house plant."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.camera import developed
from tests.generator.ninth.captures.pixels import Plane, clouds, numbers, soft

_SIZE = (2048, 1536)


def _filled(view: Plane, corners: list[tuple[float, float]], colour: tuple[float, float, float]) -> None:
    points = (np.array(corners) * 16).astype(np.int32)
    cv2.fillPoly(view, [points], colour, cv2.LINE_AA, 4)


def street(_page: Image, random: Random) -> Image:
    """Three houses under a cloudy sky, their shutters, a pavement, a car."""
    height, width = _SIZE
    cloud = np.clip(0.5 + 0.5 * clouds(height, width, 500, random, stretch=1.6), 0, 1)[:, :, None]
    view = (np.array((214.0, 176, 132)) + cloud * np.array((24.0, 58, 98))).astype(np.float32)
    ground, left = random.uniform(0.76, 0.84) * height, 0.0
    while left < width:
        right = left + random.uniform(430, 640)
        top = random.uniform(0.2, 0.42) * height
        wall = random.choice(((150.0, 190, 214), (172, 186, 196), (130, 160, 206), (188, 206, 214)))
        _filled(view, [(left, ground), (left, top), (right, top), (right, ground)], wall)
        peak = (left + right) / 2, top - random.uniform(110, 190)
        _filled(view, [(left - 16, top), peak, (right + 16, top)], (62.0, 76, 128))
        _windows(view, (left, top, right, ground), random)
        left = right
    _filled(view, [(0, ground), (width, ground), (width, ground + 60), (0, ground + 60)], (142.0, 146, 150))
    _filled(view, [(0, ground + 60), (width, ground + 60), (width, height), (0, height)], (84.0, 84, 86))
    _car(view, random.uniform(0.1, 0.5) * width, ground + 120, random)
    light = 1 + 0.02 * clouds(height, width, 14, random) + 0.06 * clouds(height, width, 700, random, octaves=1)
    return developed((soft(view, 1.6) * light[:, :, None]).astype(np.float32), random, 1.0, 2.2, 80)


def _windows(view: Plane, house: tuple[float, float, float, float], random: Random) -> None:
    left, top, right, ground = house
    shutter = random.choice(((120.0, 90, 50), (70, 100, 60), (60, 60, 140), (150, 130, 100)))
    storey = (ground - top) / 3
    for floor in range(3):
        for part in (0.27, 0.73):
            x, y = left + part * (right - left), top + floor * storey + 0.2 * storey
            _filled(view, [(x - 48, y), (x + 48, y), (x + 48, y + 190), (x - 48, y + 190)], (86.0, 74, 60))
            _filled(view, [(x - 3, y), (x + 3, y), (x + 3, y + 190), (x - 3, y + 190)], (210.0, 214, 216))
            for side in (-1, 1):
                outer, inner = x + side * 100, x + side * 52
                _filled(view, [(inner, y - 4), (outer, y - 4), (outer, y + 196), (inner, y + 196)], shutter)


def _car(view: Plane, x: float, y: float, random: Random) -> None:
    paint = random.choice(((40.0, 40, 170), (170, 110, 40), (60, 60, 62), (200, 204, 206)))
    body = [(0, 120), (10, 70), (130, 50), (220, 0), (430, 0), (520, 60), (610, 74), (620, 120)]
    _filled(view, [(x + a, y + b) for a, b in body], paint)
    _filled(view, [(x + a, y + b) for a, b in ((165, 52), (232, 12), (420, 12), (480, 56))], (70.0, 60, 52))
    for wheel in (130, 490):
        centre = int(x + wheel), int(y + 122)
        cv2.circle(view, centre, 52, (30.0, 30, 32), -1, cv2.LINE_AA)
        cv2.circle(view, centre, 26, (150.0, 150, 152), -1, cv2.LINE_AA)


def house_plant(_page: Image, random: Random) -> Image:
    """A plant in its pot before a wall: long leaves one over the other, each with its rib and its shadow."""
    height, width = _SIZE
    wall = np.array(random.choice(((150.0, 172, 190), (170, 160, 130), (120, 136, 160))), np.float32)
    slope = np.linspace(1.1, 0.75, width, dtype=np.float32)[None, :, None]
    view = (np.ones((height, width, 1), np.float32) * slope * wall).astype(np.float32)
    foot = (width / 2 + random.uniform(-80, 80), 0.72 * height)
    _filled(view, [(0, 0.86 * height), (width, 0.86 * height), (width, height), (0, height)], (60.0, 96, 136))
    pot = [(-210, 0), (210, 0), (160, 430), (-160, 430)]
    _filled(view, [(foot[0] + a, foot[1] + b) for a, b in pot], (66.0, 96, 176))
    _filled(
        view,
        [(foot[0] + a, foot[1] + b) for a, b in ((-230, -10), (230, -10), (224, 70), (-224, 70))],
        (76.0, 108, 190),
    )
    source = numbers(random)
    for turn in source.permutation(np.linspace(-1.5, 1.5, random.randint(22, 32))):
        _leaf(view, foot, float(turn + source.normal(0, 0.08)), random)
    light = 1 + 0.025 * clouds(height, width, 9, random) + 0.08 * clouds(height, width, 500, random, octaves=1)
    return developed((soft(view, 1.4) * light[:, :, None]).astype(np.float32), random, 1.0, 2.2, 80)


def _leaf(view: Plane, foot: tuple[float, float], turn: float, random: Random) -> None:
    """One leaf from `foot`, leaning by `turn` from upright and hanging over at its end."""
    long, wide = random.uniform(600, 1150) * (1 - 0.25 * abs(turn)), random.uniform(46, 92)
    time = np.linspace(0, 1, 50)
    bent = turn * (0.55 + 0.9 * time**1.5)
    rib = np.stack([np.cumsum(np.sin(bent)), -np.cumsum(np.cos(bent))], 1) * long / 50 + np.array(foot)
    across = np.stack([np.cos(bent), np.sin(bent)], 1) * (wide * np.sin(np.pi * time**0.8) ** 0.8)[:, None]
    green = np.array((random.uniform(40, 70), random.uniform(100, 165), random.uniform(50, 100)))
    shape = np.concatenate([rib - across, (rib + across)[::-1]])
    _filled(view, [(float(a) + 14, float(b) + 18) for a, b in shape], tuple((green * 0.45).tolist()))
    for side, tone in ((-1, 1.0), (1, 0.78)):
        half = np.concatenate([rib, (rib + side * across)[::-1]])
        _filled(view, [(float(a), float(b)) for a, b in half], tuple((green * tone).tolist()))
    cv2.polylines(view, [(rib * 16).astype(np.int32)], False, tuple((green * 1.3).tolist()), 4, cv2.LINE_AA, 4)
