"""Refused as dark: the lamp fails, the evening, the light behind."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import bed, camera, desk, device, lamps
from tests.generator.twelfth.captures.camera import EIGHT, View
from tests.generator.twelfth.captures.device import to_image


def failing_lamp(page: Image, random: Random) -> Image:
    """The scanner's lamp hardly lights: dark grey paper, print that sinks into it."""
    page = bed.whole(page, random, random.uniform(-1.5, 1.5), random.randint(190, 240), 0.02)
    image = device.levels(page, random.uniform(4, 9), random.uniform(26, 48), 1.2)
    fall = np.linspace(1, random.uniform(0.6, 0.9), 64, dtype=np.float32)[None, :].repeat(64, axis=0)
    return device.jpeg(device.grained(device.lit(image, fall), random, random.uniform(3, 5), 2), random.randint(70, 88))


def _seen(page: Image, random: Random, table: desk.Surface) -> Image:
    view = View(random.uniform(0.75, 0.95), random.uniform(-5, 5), random.uniform(0.01, 0.08))
    return camera.put(
        camera.with_cover(page), table(*EIGHT, random), camera.corners(page.shape, EIGHT, view, random), 0.3
    )


def evening_without_lamp(page: Image, random: Random) -> Image:
    """Taken in the evening with no lamp: nearly black, coarse grain."""
    image = _seen(page, random, random.choice((desk.wooden, desk.laminate)))
    dim = lamps.window(EIGHT, random, 0.5) * random.uniform(0.1, 0.2)
    image = device.soft(device.lit(image, np.asarray(dim, np.float32)), 1.3)
    return device.jpeg(device.grained(image, random, random.uniform(5, 8), 4), random.randint(60, 85))


def against_the_light(page: Image, random: Random) -> Image:
    """Held up before a bright window: the sheet is a dark shape, its print lost in it."""
    height, width = EIGHT
    scene = np.full((height, width, 3), (250, 248, 240), np.uint8)
    for x in (random.uniform(-0.05, 0.12), random.uniform(0.88, 1.02)):
        cv2.rectangle(scene, (int(x * width), 0), (int((x + 0.06) * width), height), (95, 92, 90), -1)
    cv2.rectangle(scene, (0, int(random.uniform(0.9, 0.97) * height)), (width, height), (70, 70, 72), -1)
    scene = device.soft(scene, 14)
    dim = device.levels(page, random.uniform(12, 17), random.uniform(30, 47), 1.0)
    view = View(random.uniform(0.72, 0.88), random.uniform(-7, 7), random.uniform(0.02, 0.08))
    image = camera.put(camera.with_cover(dim), scene, camera.corners(page.shape, EIGHT, view, random), 0.0)
    flare = to_image(cv2.resize(cv2.GaussianBlur(cv2.resize(image, (204, 272)), (0, 0), 12), (width, height)))
    image = device.soft(to_image(cv2.addWeighted(image, 1.0, flare, 0.06, -6)), 1.6)
    return device.jpeg(device.grained(image, random, random.uniform(6, 9), 3), random.randint(65, 85))
