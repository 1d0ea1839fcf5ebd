"""Where a page has print, and what a sheet has gone through before it is captured. A page is upright, in BGR."""

from itertools import pairwise
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures.optics import Plane, generator, lit, picture, uneven


def scale(page: Image) -> float:
    """Pixels per millimetre of an A4 page."""
    return int(page.shape[1]) / 210


def ink(page: Image) -> Image:
    """255 where there is print, or a frame."""
    return np.asarray((cv2.cvtColor(page, cv2.COLOR_BGR2GRAY) < 150) * 255, np.uint8)


def ink_box(page: Image) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of all print, in pixels, a footer of one line left out."""
    found = ink(page)
    rows = np.flatnonzero(found.any(axis=1))
    height = page.shape[0]
    body = rows[rows < 0.9 * height]
    columns = np.flatnonzero(found[: body[-1] + 1].any(axis=0))
    return int(columns[0]), int(body[0]), int(columns[-1]), int(body[-1])


def crowded(page: Image, random: Random, side: int) -> tuple[int, int]:
    """A point in the midst of much print, within a square of `side` pixels."""
    small = cv2.resize(ink(page), (page.shape[1] // 8, page.shape[0] // 8), interpolation=cv2.INTER_AREA)
    dense = cv2.blur(small.astype(np.float32), (max(side // 8, 1), max(side // 8, 1)), borderType=cv2.BORDER_CONSTANT)
    best = np.argwhere(dense > 0.8 * dense.max())
    y, x = best[random.randrange(len(best))]
    return int(x) * 8, int(y) * 8


def quiet(page: Image, random: Random, width: int, height: int) -> tuple[int, int] | None:
    """The upper left corner of a place of that size without print, None where there is none."""
    small = cv2.resize(ink(page), (page.shape[1] // 8, page.shape[0] // 8), interpolation=cv2.INTER_AREA)
    total = cv2.integral(small)
    w, h = max(width // 8, 1), max(height // 8, 1)
    if h >= small.shape[0] or w >= small.shape[1]:
        return None
    held = total[h:, w:] - total[:-h, w:] - total[h:, :-w] + total[:-h, :-w]
    margin = int(6 * scale(page) / 8)
    held[:margin], held[:, :margin], held[-margin:], held[:, -margin:] = 1, 1, 1, 1
    free = np.argwhere(held == 0)
    if not len(free):
        return None
    y, x = free[random.randrange(len(free))]
    return int(x) * 8, int(y) * 8


def tinted(page: Image, blue: float, green: float, red: float) -> Image:
    return picture(page.astype(np.float32) * np.array([blue, green, red], np.float32))


def creased(page: Image, places: tuple[float, ...], depth: float, random: Random) -> Image:
    """Folds across the sheet at `places` of its height, flattened again; the parts between them tilt a little."""
    height = page.shape[0]
    y = np.arange(height, dtype=np.float32)
    light = np.ones(height, np.float32)
    edges = (0.0, *places, 1.0)
    for upper, lower in pairwise(edges):
        part = slice(int(upper * height), int(lower * height))
        lean = random.uniform(-depth, depth) * 0.35
        light[part] += np.linspace(-lean, lean, len(light[part]), dtype=np.float32)
    for place in places:
        middle, wide = place * height + random.uniform(-9, 9), scale(page) * random.uniform(0.25, 0.6)
        light -= np.float32(depth) * np.exp(-(((y - middle) / wide) ** 2))
        light += np.float32(depth * 0.35) * np.exp(-(((y - middle - 4 * wide) / (3 * wide)) ** 2))
    worn = uneven(random, page.shape, 6, 0.5, 1.0)
    return lit(page, (1 + (light[:, None] - 1) * worn).astype(np.float32))


def crumpled(page: Image, random: Random, depth: float, creases: int) -> Image:
    """A sheet that was pressed together and smoothed: short creases, one side of each lit, the other not."""
    height, width = page.shape[0] // 4, page.shape[1] // 4
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    light: Plane = np.ones((height, width), np.float32)
    for _ in range(creases):
        angle, reach = random.uniform(0, np.pi), random.uniform(0.1, 0.4) * height
        dx, dy = x - random.uniform(0, width), y - random.uniform(0, height)
        across = (-np.sin(angle) * dx + np.cos(angle) * dy).astype(np.float32)
        along = (np.cos(angle) * dx + np.sin(angle) * dy).astype(np.float32)
        fade = np.exp(-((along / reach) ** 2) - np.abs(across) / (0.02 * height))
        light += (random.uniform(0.4, 1) * depth * fade * np.tanh(across / 1.5)).astype(np.float32)
    return lit(
        page, cv2.resize(light, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    )


def ringed(page: Image, random: Random) -> Image:
    """The ring a cup of coffee left; the print shows through."""
    mm = scale(page)
    radius = int(random.uniform(34, 42) * mm)
    centre = (int(random.uniform(20, 190) * mm), int(random.uniform(30, 270) * mm))
    wet = np.zeros(page.shape[:2], np.float32)
    cv2.ellipse(wet, centre, (radius, int(radius * 0.98)), 0, 20, random.randint(250, 370), 1.0, int(2.2 * mm))
    cv2.circle(wet, centre, radius - int(mm), 0.25, -1) if random.random() < 0.3 else None
    wet = cv2.GaussianBlur(wet, (0, 0), 0.5 * mm) * uneven(random, page.shape, 9, 0.25, 1.0)
    brown = np.array([0.55, 0.30, 0.18], np.float32) * random.uniform(0.5, 0.9)
    return picture(page.astype(np.float32) * (1 - wet[:, :, None] * brown))


def seen_through(page: Image, back: Image, strength: float) -> Image:
    """The print of the other side, mirrored and soft."""
    behind = cv2.GaussianBlur(cv2.flip(back, 1), (0, 0), 0.25 * scale(page)).astype(np.float32)
    return picture(page.astype(np.float32) * (1 - strength * (1 - behind / 255)))


def dusty(page: Image, random: Random, specks: int, shade: int) -> Image:
    """Specks of toner or dust, most of them tiny."""
    found, drawn = page.copy(), generator(random)
    for x, y, size in drawn.random((specks, 3)):
        radius = 1 if size < 0.9 else 2
        cv2.circle(found, (int(x * page.shape[1]), int(y * page.shape[0])), radius, (shade,) * 3, -1, cv2.LINE_AA)
    return found
