"""Refused as no document: what was scanned or photographed by mistake."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import bed, camera, desk, lamps
from tests.generator.twelfth.captures.camera import EIGHT
from tests.generator.twelfth.captures.device import cloud, soft, to_image


def bare_counter(page: Image, random: Random) -> Image:
    """The counter with what lies on it, no paper."""
    table = random.choice((desk.wooden, desk.laminate, desk.mat))(*EIGHT, random)
    table = desk.strewn(table, random, random.randint(2, 4), edge=False)
    field = random.choice((lamps.lamp, lamps.window))(EIGHT, random, random.uniform(0.6, 0.85))
    return camera.taken(table, random, field, luma=random.uniform(2, 5))


def _landscape(height: int, width: int, random: Random) -> Image:
    """Hills under a sky, as printed in a magazine."""
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    sky = np.array((205, 150, 95), np.float32) * (1 - 0.2 * down[..., None]) + 90 * down[..., None]
    haze = np.clip(cloud(height, width, random, 7) + 0.5 * cloud(height, width, random, 22) - 0.1, 0, 1)[..., None]
    image = sky * (1 - haze) + 240 * haze
    rows = np.arange(height)[:, None]
    for layer in range(4):
        crest = cloud(3, width, random, 4 + 3 * layer)[1] * 0.11 + cloud(3, width, random, 30 + 25 * layer)[1] * 0.02
        under = rows > ((0.42 + 0.14 * layer + crest) * height)[None, :]
        near = (layer + 1) / 4
        colour = np.array((150 - 105 * near, 130 - 35 * near, 105 - 45 * near), np.float32)
        leaves = 1 + (cloud(height, width, random, 120) * 0.5 + cloud(height, width, random, 15) * 0.3) * near
        image = np.where(under[..., None], colour * leaves[..., None], image)
    return to_image(image)


def magazine_picture(page: Image, random: Random) -> Image:
    """A full-page photograph of a magazine, scanned."""
    height, width = page.shape[:2]
    picture = to_image(cv2.resize(_landscape(height // 2, width // 2, random), (width, height)))
    picture = bed.whole(picture, random, random.uniform(-2, 2), random.randint(200, 240), random.uniform(0.01, 0.05))
    return bed.sensed(picture, random)


def room(page: Image, random: Random) -> Image:
    """The room, the telephone held up by mistake: wall, floor, door, window, table."""
    height, width = EIGHT
    image = np.empty((height, width, 3), np.uint8)
    image[:] = random.choice(((205, 222, 230), (215, 215, 208), (170, 200, 190)))
    floor = int(height * random.uniform(0.6, 0.72))
    image[floor:] = desk.wooden(height - floor, width, random)
    image[floor - 40 : floor] = (235, 238, 240)
    left, top = random.uniform(0.05, 0.2) * width, random.uniform(0.1, 0.2) * height
    view = _landscape(900, 760, random)
    cv2.rectangle(image, (int(left) - 40, int(top) - 40), (int(left) + 800, int(top) + 940), (245, 245, 245), -1)
    image[int(top) : int(top) + 900, int(left) : int(left) + 760] = np.clip(view * 1.3, 0, 255)
    cv2.line(image, (int(left) + 380, int(top)), (int(left) + 380, int(top) + 900), (240, 240, 240), 34)
    door = int(random.uniform(0.58, 0.66) * width)
    wood = random.choice(((80, 120, 160), (200, 205, 205), (120, 90, 60)))
    cv2.rectangle(image, (door - 30, int(0.16 * height)), (door + 730, floor), tuple(int(c * 0.8) for c in wood), -1)
    cv2.rectangle(image, (door, int(0.17 * height)), (door + 700, floor), wood, -1)
    cv2.circle(image, (door + 60, int(0.44 * height)), 30, (90, 160, 190), -1, cv2.LINE_AA)
    plank = int(height * random.uniform(0.74, 0.8))
    cv2.rectangle(image, (0, plank), (int(0.75 * width), plank + 70), (70, 100, 140), -1)
    for leg in (0.08, 0.66):
        cv2.rectangle(image, (int(leg * width), plank + 70), (int(leg * width) + 60, height), (55, 80, 115), -1)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-14, 14), 1.25)
    image = to_image(cv2.warpAffine(image, turn, (width, height), borderMode=cv2.BORDER_REFLECT))
    return camera.taken(soft(image, random.uniform(2, 4)), random, lamps.window(EIGHT, random, 0.5), luma=4)
