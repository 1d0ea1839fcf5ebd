"""The state papers come in: folded in three and flattened, kept in a bag, yellowed, faded, stapled, punched, ringed."""

from math import cos, pi, sin
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures.device import cloud, levels, lit, to_image
from tests.generator.twelfth.captures.marks import CELL, inked, millimetre


def crease(page: Image, random: Random, at: float, depth: float) -> Image:
    """A fold across the sheet at row `at`: a thin line, darker on one side and lighter on the other."""
    height, width = page.shape[:2]
    mm = millimetre(page)
    reach = int(6 * mm)
    top, bottom = max(0, int(at) - reach), min(height, int(at) + reach)
    wave = cloud(3, width, random, 12)[1] * 0.5 * mm + np.linspace(-1, 1, width) * random.uniform(-1, 1) * mm
    away = (np.arange(top, bottom)[:, None] - at - wave[None, :]) / mm
    side = random.choice((-1, 1))
    shade = 1 - depth * np.exp(-((away / 0.25) ** 2)) - depth * 0.5 * np.exp(-np.abs(away) / 2) * np.sign(away) * side
    page = page.copy()
    page[top:bottom] = to_image(page[top:bottom] * shade[..., None])
    return page


def folded_flat(page: Image, random: Random, depth: float) -> Image:
    """A letter folded in three (or in four, for a small envelope), opened and flattened."""
    height = page.shape[0]
    for third in (1 / 3, 2 / 3):
        page = crease(page, random, height * (third + random.uniform(-0.02, 0.02)), depth * random.uniform(0.6, 1))
    if random.random() < 0.25:
        across = to_image(cv2.rotate(page, cv2.ROTATE_90_CLOCKWISE))
        across = crease(across, random, across.shape[0] * random.uniform(0.48, 0.52), depth)
        page = to_image(cv2.rotate(across, cv2.ROTATE_90_COUNTERCLOCKWISE))
    return page


def crumpled(page: Image, random: Random, depth: float) -> Image:
    """The small creases of a paper kept in a bag."""
    height, width = page.shape[0] // 3, page.shape[1] // 3
    field = np.zeros((height, width), np.float32)
    for _ in range(random.randint(14, 30)):
        x, y, way = random.uniform(0, width), random.uniform(0, height), random.uniform(0, pi)
        long = random.uniform(0.08, 0.4) * width
        bend = random.uniform(-0.2, 0.2) * long
        points = [
            (x, y),
            (x + cos(way) * long + bend, y + sin(way) * long),
            (x + cos(way) * long * 2, y + sin(way) * long * 2),
        ]
        line = [np.array(points, np.int32)]
        cv2.polylines(field, line, False, random.uniform(-1, -0.3), random.randint(1, 2), cv2.LINE_AA)
        beside = [line[0] + np.array([2, 3], np.int32)]
        cv2.polylines(field, beside, False, random.uniform(0.2, 0.7), random.randint(2, 4), cv2.LINE_AA)
    sharp = np.asarray(cv2.GaussianBlur(field, (0, 0), 1.2), np.float32)
    wide = np.asarray(cv2.GaussianBlur(field, (0, 0), 14), np.float32) * 3
    facets = 1 + depth * (sharp + wide + cloud(height, width, random, 9) * 0.3)
    return lit(page, np.asarray(facets, np.float32))


def aged(page: Image, random: Random, strength: float) -> Image:
    """Yellowed, more so at its edges."""
    height, width = (side // 16 for side in page.shape[:2])
    edge = np.minimum(np.linspace(0, 1, width)[None, :], np.linspace(0, 1, height)[:, None])
    edge = np.minimum(edge, edge[::-1, ::-1])
    more = (0.85 + 0.25 * np.exp(-edge * 30) + 0.25 * cloud(height, width, random, 8)) * strength
    tint = np.stack([1 - 0.34 * more, 1 - 0.09 * more, 1 - 0.02 * more], axis=-1).astype(np.float32)
    return to_image(page * np.asarray(cv2.resize(tint, (page.shape[1], page.shape[0])), np.float32))


def faded(page: Image, random: Random) -> Image:
    """Little toner, or thermal print grown pale, still plain to read."""
    pale = levels(page, random.uniform(75, 120), 255)
    bands = 1 + cloud(page.shape[0] // 16, page.shape[1] // 16, random, 7) * 0.03
    return lit(pale, np.asarray(bands, np.float32))


def ringed(page: Image, random: Random) -> Image:
    """The ring of a cup of coffee, pale enough to read through."""
    mm = millimetre(page)
    height, width = page.shape[0] // 2, page.shape[1] // 2
    layer = np.zeros((height, width), np.float32)
    centre = (int(random.uniform(0.1, 0.9) * width), int(random.uniform(0.1, 0.9) * height))
    radius = random.uniform(34, 42) * mm / 2
    cv2.circle(layer, centre, int(radius), 0.3, -1)
    cv2.circle(layer, centre, int(radius), 1.0, max(2, int(random.uniform(1.0, 2.4) * mm / 2)))
    layer = np.asarray(cv2.GaussianBlur(layer, (0, 0), 0.35 * mm), np.float32)
    layer *= (0.6 + 0.4 * cloud(height, width, random, 14)) * random.uniform(0.25, 0.5)
    full = np.asarray(cv2.resize(layer, (page.shape[1], page.shape[0])), np.float32)[..., None]
    return to_image(page * (1 - full * np.array([0.75, 0.5, 0.32], np.float32)))


def punched(page: Image, random: Random, behind: int) -> Image:
    """Two holes at the left for a binder, where no print is hurt; `behind` is the grey seen through them."""
    mm, ink, page = millimetre(page), inked(page), page.copy()
    middle = page.shape[0] / 2 + random.uniform(-6, 6) * mm
    for down in (middle - 40 * mm, middle + 40 * mm):
        x, y, reach = random.uniform(8, 11) * mm, down, 4 * mm
        near = ink[int((y - reach) / CELL) : int((y + reach) / CELL) + 1, : int((x + reach) / CELL) + 1]
        if near.max() < 0.02:
            cv2.circle(page, (int(x), int(y)), int(3 * mm), (behind - 25,) * 3, -1, cv2.LINE_AA)
            cv2.circle(page, (int(x + 0.3 * mm), int(y + 0.3 * mm)), int(2.7 * mm), (behind,) * 3, -1, cv2.LINE_AA)
    return page


def stapled(page: Image, random: Random) -> Image:
    """The marks of a staple taken out of the top corner, with the small crease it leaves."""
    mm, page = millimetre(page), page.copy()
    x, y = random.uniform(5, 8) * mm, random.uniform(5, 7) * mm
    if inked(page)[: int(14 * mm / CELL), : int(16 * mm / CELL)].max() < 0.02:
        for aside in (0, 7):
            cv2.circle(page, (int(x + aside * mm), int(y - aside * mm * 0.3)), max(2, int(0.4 * mm)), (90, 95, 100), -1)
        cv2.line(page, (0, int(13 * mm)), (int(15 * mm), 0), (205, 207, 208), max(1, int(0.3 * mm)), cv2.LINE_AA)
    return page
