"""Refused for glare: light thrown back by film or gloss burns print out."""

from itertools import pairwise
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import bed, camera, desk, device, lamps, marks, wear
from tests.generator.twelfth.captures.camera import EIGHT, View
from tests.generator.twelfth.captures.device import Field, cloud, resized, to_image


def _burnt(image: Image, spots: Field, reach: float) -> Image:
    """The picture burnt out where `spots`, at a quarter of its size, pass 1, with a glow of `reach` pixels and more."""
    near = np.asarray(cv2.GaussianBlur(spots, (0, 0), reach / 4), np.float32)
    far = np.asarray(cv2.GaussianBlur(spots, (0, 0), reach), np.float32)
    light = cv2.resize(np.clip(near * 0.85 + far * 0.25, 0, 1), (image.shape[1], image.shape[0]))
    full = np.asarray(light, np.float32)[..., None]
    return to_image(image * (1 - full) + 255 * full)


def _mirrored(page: Image, random: Random, table: desk.Surface, spots: Field, reach: float) -> Image:
    """The sheet under a camera, burnt out at `spots`, given at a quarter of the page's size."""
    height, width = page.shape[:2]
    view = View(random.uniform(0.78, 0.95), random.uniform(-5, 5), random.uniform(0.01, 0.07))
    quad = camera.corners(page.shape, EIGHT, view, random)
    image = camera.put(camera.with_cover(page), table(*EIGHT, random), quad, 0.3)
    image = camera.taken(image, random, lamps.lamp(EIGHT, random, random.uniform(0.72, 0.88)))
    start = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) / 4
    turn = cv2.getPerspectiveTransform(start, quad / 4)
    seen = np.asarray(cv2.warpPerspective(spots, turn, (EIGHT[1] // 4, EIGHT[0] // 4)), np.float32)
    return device.jpeg(device.grained(_burnt(image, seen, reach), random, 0.8), random.randint(85, 94))


def flash(page: Image, random: Random) -> Image:
    """The telephone's flash on glossy paper: a burnt-out patch over print, a wide glow around."""
    height, width = page.shape[:2]
    radius = random.uniform(0.12, 0.22) * width
    x, y, _ = marks.place(page, random, 1.3 * radius, 1.3 * radius, free=False)
    spots = np.zeros((height // 4, width // 4), np.float32)
    centre = int((x + 0.65 * radius) / 4), int((y + 0.65 * radius) / 4)
    axes = int(radius / 4), int(radius * random.uniform(0.7, 1) / 4)
    cv2.ellipse(spots, centre, axes, random.uniform(0, 90), 0, 360, 1.6, -1)
    table = random.choice((desk.wooden, desk.laminate, desk.mat))
    return _mirrored(device.levels(page, 12, random.uniform(185, 215)), random, table, spots, radius * 0.3)


def ceiling_tube(page: Image, random: Random) -> Image:
    """Ceiling tubes mirrored in the film over the sheet, above the kiosk's desk."""
    height, width = page.shape[:2]
    spots = np.zeros((height // 4, width // 4), np.float32)
    lean = random.uniform(-35, 35)
    for _ in range(random.randint(1, 2)):
        wide, high = random.uniform(0.4, 0.8) * width, random.uniform(0.05, 0.08) * height
        x, y, _ = marks.place(page, random, wide, high, free=False)
        box = cv2.boxPoints((((x + wide / 2) / 4, (y + high / 2) / 4), (wide / 4, high / 4), lean))
        cv2.fillPoly(spots, [box.astype(np.int32)], 1.5)
    return _mirrored(
        device.levels(page, 16, random.uniform(180, 210)), random, desk.laminate, spots, random.uniform(25, 45)
    )


def _uneven(random: Random) -> Field:
    """Uneven light across the scanner's way."""
    return np.asarray(device.dice(random).standard_normal((2, 12)), np.float32)


def pocket_on_the_glass(page: Image, random: Random) -> Image:
    """Scanned in a crumpled plastic pocket that throws the lamp back: burnt-out streaks over print."""
    height, width = page.shape[0] // 4, page.shape[1] // 4
    spots = np.zeros((height, width), np.float32)
    mm = marks.millimetre(page) / 4
    for _ in range(random.randint(4, 7)):
        long = random.uniform(35, 80)
        x, y, _ = marks.place(page, random, long * mm * 2.8, 40 * mm, free=False)
        steps = np.linspace(0, 1, 30)
        way = random.uniform(-0.9, 0.9)
        bend = np.sin(steps * random.uniform(2, 5)) * random.uniform(3, 9) * mm
        line = np.stack(
            [x / 4 + steps * long * mm * np.cos(way), y / 4 + 5 * mm + steps * long * mm * np.sin(way) + bend], axis=1
        )
        for start, (one, two) in enumerate(pairwise(line)):
            thick = max(1, int(np.sin(np.pi * (start + 1) / 31) * random.uniform(9, 14) * mm))
            cv2.line(spots, one.astype(int).tolist(), two.astype(int).tolist(), 1.6, thick, cv2.LINE_AA)
    spots *= 0.8 + 0.4 * cloud(height, width, random, 40)
    page = wear.crumpled(device.levels(page, 22, random.uniform(196, 216)), random, random.uniform(0.15, 0.3))
    page = to_image(_burnt(page, np.asarray(spots, np.float32), random.uniform(10, 18)))
    veil = resized(np.abs(_uneven(random)), page.shape[0], page.shape[1])
    page = device.lit(page, np.asarray(1 + 0.03 * veil, np.float32))
    return bed.sensed(bed.whole(page, random, random.uniform(-2, 2), random.randint(165, 200), 0.03), random)
