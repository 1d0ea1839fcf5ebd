"""Captures that hold no paper one could read: backs, pictures too small, other things than papers."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.sixth import camera
from tests.generator.sixth.accepted import cloth, compressed, dark_top, grain, tilted, toned, wood
from tests.generator.sixth.camera import at_desk, corners, developed, laid, uneven


def _through(page: Image, random: Random, left: float) -> Image:
    """The back of `page`: its print mirrored and pale, `left` of its darkness."""
    width = page.shape[1]
    back = cv2.GaussianBlur(cv2.flip(page, 1), (0, 0), width / 700)
    faint = 255 - (255 - back.astype(np.float32)) * left
    return toned(faint.astype(np.uint8), (238, 241, 242), random.uniform(40, 60))


def back_through(page: Image, random: Random) -> Image:
    """The back of a sheet in a feeder; the print shows through."""
    return compressed(
        grain(
            tilted(_through(page, random, random.uniform(0.05, 0.11)), random.uniform(-1, 1), (236, 238, 240)),
            random,
            1.8,
        ),
        82,
    )


def back_on_table(page: Image, random: Random) -> Image:
    """The back of a sheet, photographed."""
    scene = laid(_through(page, random, random.uniform(0.03, 0.08)), wood(random, *camera.SIZE), corners(random))
    return developed(uneven(scene, random, 0.75), random)


def empty_glass(page: Image, random: Random) -> Image:
    """Nothing lay on the glass: the lid, with dust."""
    lid = np.full_like(page, 233)
    for _ in range(random.randint(10, 30)):
        shade = random.randint(150, 205)
        cv2.circle(lid, (random.randrange(lid.shape[1]), random.randrange(lid.shape[0])), 2, (shade, shade, shade), -1)
    return grain(lid, random, 1.8)


def sent_by_message(page: Image, random: Random) -> Image:
    """A photograph that came by message: made small and compressed on its way."""
    photograph = at_desk(page, random)
    width = random.randint(420, 520)
    height = round(width * photograph.shape[0] / photograph.shape[1])
    small = cv2.resize(photograph, (width, height), interpolation=cv2.INTER_AREA)
    return compressed(np.asarray(small, np.uint8), random.randint(34, 48))


def preview(page: Image, random: Random) -> Image:
    """The preview of a scan saved in its place, at some 50 dots an inch."""
    width = random.randint(390, 450)
    small = cv2.resize(toned(page, (246, 247, 248), 40), (width, round(width * 1.414)), interpolation=cv2.INTER_AREA)
    return compressed(grain(np.asarray(small, np.uint8), random, 1.5), 70)


def room(_page: Image, random: Random) -> Image:
    """A room: wall, floor, a window, a cupboard, a lamp's light."""
    width, height = camera.SIZE
    scene = np.zeros((height, width, 3), np.float32)
    floor = round(height * random.uniform(0.6, 0.7))
    scene[:floor] = random.choice(((176, 190, 198), (190, 184, 168), (150, 176, 186)))
    scene[floor:] = wood(random, width, height)[floor:]
    x, y = round(width * random.uniform(0.08, 0.2)), round(height * 0.12)
    wide, high = round(width * 0.3), round(height * 0.3)
    cv2.rectangle(scene, (x, y), (x + wide, y + high), (240, 225, 200), -1)
    cv2.rectangle(scene, (x, y), (x + wide, y + high), (90, 100, 110), 18)
    cv2.line(scene, (x + wide // 2, y), (x + wide // 2, y + high), (90, 100, 110), 12)
    left = round(width * random.uniform(0.55, 0.65))
    cv2.rectangle(scene, (left, round(height * 0.25)), (width - 60, floor + 120), (60, 84, 118), -1)
    for place in range(3):
        top = round(height * (0.28 + 0.13 * place))
        cv2.rectangle(scene, (left + 40, top), (width - 100, top + round(height * 0.1)), (48, 68, 98), 8)
        cv2.circle(scene, ((left + width) // 2, top + round(height * 0.05)), 16, (150, 170, 180), -1)
    soft = cv2.GaussianBlur(scene.clip(0, 255).astype(np.uint8), (0, 0), 2)
    return developed(uneven(np.asarray(soft, np.uint8), random, 0.5, 0.12), random)


def cup(_page: Image, random: Random) -> Image:
    """A cup and a pen on a table-cloth."""
    width, height = camera.SIZE
    scene = cloth(random, width, height) if random.random() < 0.5 else dark_top(random, width, height)
    x, y, round_ = round(width * random.uniform(0.35, 0.6)), round(height * random.uniform(0.35, 0.6)), width // 5
    shade = np.zeros((height, width), np.uint8)
    cv2.circle(shade, (x + round_ // 3, y + round_ // 3), round_ + 20, 255, -1)
    soft = cv2.GaussianBlur(cv2.resize(shade, (width // 4, height // 4)), (0, 0), 14)
    scene = (scene * (1 - 0.5 * cv2.resize(soft, (width, height)).astype(np.float32)[..., None] / 255)).astype(np.uint8)
    glaze = random.choice(((60, 60, 150), (150, 120, 60), (90, 140, 90)))
    cv2.ellipse(scene, (x + round_, y), (round_ // 2, round_ // 3), 0, 0, 360, glaze, round_ // 6, cv2.LINE_AA)
    cv2.circle(scene, (x, y), round_, glaze, -1, cv2.LINE_AA)
    cv2.circle(scene, (x, y), round_ * 9 // 10, tuple(one * 0.7 for one in glaze), -1, cv2.LINE_AA)
    cv2.circle(scene, (x, y), round_ * 5 // 6, (18, 30, 52), -1, cv2.LINE_AA)
    cv2.ellipse(
        scene,
        (x - round_ // 3, y - round_ // 3),
        (round_ // 4, round_ // 9),
        -40,
        0,
        360,
        (70, 86, 110),
        -1,
        cv2.LINE_AA,
    )
    pen = (round(width * 0.1), round(height * 0.85)), (round(width * 0.75), round(height * 0.78))
    cv2.line(scene, *pen, (120, 50, 20), 34, cv2.LINE_AA)
    cv2.line(scene, pen[1], (pen[1][0] + 70, pen[1][1] - 8), (190, 190, 190), 16, cv2.LINE_AA)
    return developed(uneven(scene, random, 0.6, 0.1), random)
