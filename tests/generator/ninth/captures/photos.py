"""Photographs to accept: a kitchen table, a tablecloth under the lamp, a document camera, a letter folded in three."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.camera import Bend, Lamp, Pose, developed, exposed, lit, look
from tests.generator.ninth.captures.pixels import Plane, soft

PHONE, DOCUMENT_CAMERA = (3264, 2448), (2592, 1944)
WARM, DAY, COLD = (0.78, 0.93, 1.0), (1.0, 0.99, 0.96), (1.0, 0.98, 0.9)


def held(random: Random, size: tuple[int, int], fill: tuple[float, float], angle: float, turn: float) -> Pose:
    """A camera held over the sheet as well as one can, up to `angle` degrees away from upright."""
    aim = random.uniform(-5, 5), random.uniform(-6, 6)
    tilt, lean = random.uniform(-angle, angle), random.uniform(-angle, angle)
    return Pose(size, random.uniform(*fill), tilt, lean, random.uniform(-turn, turn), aim)


def by_the_window(page: Image, random: Random) -> Image:
    """A telephone over a wooden table, daylight from one side, the sheet not quite flat."""
    pose = held(random, PHONE, (0.76, 0.83), 9, 5)
    bend = Bend(random.choice((0, 1)), random.uniform(1, 9))
    seen = look(page, tables.wood(random), pose, random, bend)
    window = Lamp((random.choice((-1, 1)) * random.uniform(500, 800), random.uniform(-300, 300), 600), 0.7, DAY)
    return developed(exposed(seen.albedo * lit(seen, [window], 0.3), seen.sheet, 222), random, 0.8, 1.4)


def under_the_kitchen_lamp(page: Image, random: Random) -> Image:
    """In the evening on a tablecloth: a warm lamp overhead, the telephone's soft shadow over the foot of the sheet."""
    table = random.choice((tables.oilcloth, tables.flowered))(random)
    pose = held(random, PHONE, (0.75, 0.80), 7, 6)
    seen = look(page, table, pose, random, Bend(1, random.uniform(0, 5)))
    lamp = Lamp((random.uniform(-250, 250), random.uniform(-500, -200), random.uniform(800, 1100)), 0.75, WARM)
    light = lit(seen, [lamp], 0.25) * _telephone(seen.x, seen.y, random)[:, :, None]
    return developed(exposed(seen.albedo * light, seen.sheet, 212), random, 0.9, 2.2, 82)


def _telephone(x: Plane, y: Plane, random: Random) -> Plane:
    """The shadow of the telephone and of the two hands that hold it, a third darker, its edges wide."""
    cx, cy = random.uniform(-60, 60), random.uniform(90, 190)
    dark = ((np.abs(x - cx) < 90) & (np.abs(y - cy) < 55)).astype(np.float32)
    return 1 - np.float32(random.uniform(0.22, 0.34)) * soft(dark, 0.03 * x.shape[0])


def document_camera(page: Image, random: Random) -> Image:
    """From straight above on the mat, two lamps at its arms; the wide lens bends straight lines a little."""
    pose = held(random, DOCUMENT_CAMERA, (0.86, 0.92), 1.5, 3)
    seen = look(page, tables.felt(random), pose, random, Bend(0, random.uniform(0, 2)))
    lamps = [Lamp((side * 330, random.uniform(-80, 80), 420), 0.4, COLD) for side in (-1, 1)]
    levels = exposed(seen.albedo * lit(seen, lamps, 0.2), seen.sheet, 228)
    return developed(_barrel(levels, random.uniform(0.006, 0.014)), random, 0.75, 1.8, 80)


def _barrel(levels: Plane, strength: float) -> Plane:
    height, width = levels.shape[:2]
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :] * width / height
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    spread = 1 + np.float32(strength) * (across**2 + down**2)
    at_x = (across * spread * height / 2 + width / 2).astype(np.float32)
    at_y = (down * spread * height / 2 + height / 2).astype(np.float32)
    return np.asarray(cv2.remap(levels, at_x, at_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.float32)


def out_of_its_envelope(page: Image, random: Random) -> Image:
    """A letter that was folded in three, opened on a worktop or a desk: its folds stand up and catch the light."""
    table = random.choice((tables.granite, tables.laminate))(random)
    pose = held(random, PHONE, (0.76, 0.84), 6, 5)
    first, second = -49 + random.uniform(-4, 4), 50 + random.uniform(-4, 4)
    bend = Bend(1, random.uniform(0, 3), ((first, random.uniform(1.5, 4)), (second, random.uniform(1.5, 4))))
    seen = look(page, table, pose, random, bend)
    lamp = Lamp((random.uniform(-400, 400), random.choice((-1, 1)) * random.uniform(500, 700), 750), 0.6, DAY)
    return developed(exposed(seen.albedo * lit(seen, [lamp], 0.4), seen.sheet, 220), random, 0.8, 1.5)
