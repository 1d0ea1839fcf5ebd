"""Refused because the sheet was folded: a corner over print, the foot turned up, folded in two with one half seen."""

from dataclasses import replace
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.camera import Lamp, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import DAY, DOCUMENT_CAMERA, held
from tests.generator.ninth.captures.pixels import Plane, clouds, grey_of, jpeg, noisy, pixels, rotated, soft

_MARGIN = 26
"""Millimetres added around a folded sheet, for what sticks out."""


def _folded(
    page: Image, place: tuple[float, float], angle: float, over: bool, random: Random
) -> tuple[Image, Plane, Plane]:
    """`page` folded along the line through `place` (parts of its width and height) at `angle` (radians).

    What lies on the side of the line's normal (cos, sin of `angle`) is turned over the rest, or behind it. Returns the
    picture with margins, its cover (0 where no paper is) and how much light each of its places gets.
    """
    height, width = page.shape[:2]
    unit = width / 210
    margin = int(_MARGIN * unit)
    y, x = np.mgrid[-margin : height + margin, -margin : width + margin].astype(np.float32)
    beyond = (x - place[0] * width) * np.cos(angle) + (y - place[1] * height) * np.sin(angle)
    from_x = (x - 2 * beyond * np.cos(angle)).astype(np.float32)
    from_y = (y - 2 * beyond * np.sin(angle)).astype(np.float32)

    def covered(at_x: Plane, at_y: Plane) -> Plane:
        inside = np.minimum(np.minimum(at_x, width - at_x), np.minimum(at_y, height - at_y))
        return np.asarray(np.clip(inside + 0.5, 0, 1), dtype=np.float32)

    kept = np.clip(0.5 - beyond, 0, 1).astype(np.float32)
    front, flap = covered(x, y) * kept, covered(from_x, from_y) * kept
    side = (margin, margin, margin, margin)
    face = cv2.copyMakeBorder(page, *side, cv2.BORDER_CONSTANT, value=(255, 255, 255)).astype(np.float32)
    print_ = cv2.remap(soft(grey_of(page), 0.3 * unit), from_x, from_y, cv2.INTER_LINEAR, borderValue=255.0)
    texture = 1 + 0.006 * clouds(front.shape[0], front.shape[1], 6 * unit, random, octaves=2)
    back = ((244 - 0.07 * (255 - print_)) * texture)[:, :, None] * np.ones(3, np.float32)
    upper, lower = (flap, front) if over else (front, flap)
    top, bottom = (back, face) if over else (face, back)
    picture = bottom + upper[:, :, None] * (top - bottom)
    cast = 0.38 * soft(_moved(upper, 1.2 * unit), 1.3 * unit) * lower * (1 - upper)
    roll = np.exp(-np.abs(beyond) / (1.3 * unit)) * upper
    light = 1 - cast - 0.16 * roll + (0.03 * upper if over else 0)
    return pixels(picture.astype(np.float32)), np.maximum(front, flap), light.astype(np.float32)


def _moved(plane: Plane, by: float) -> Plane:
    shift = np.array([[1, 0, by], [0, 1, by]])
    return np.asarray(cv2.warpAffine(plane, shift, (plane.shape[1], plane.shape[0])), dtype=np.float32)


def _photographed(folded: tuple[Image, Plane, Plane], aim: float, fill: float, random: Random) -> Image:
    picture, cover, light = folded
    shaded = pixels(picture.astype(np.float32) * light[:, :, None])
    table = random.choice((tables.wood, tables.laminate, tables.oilcloth, tables.granite))(random)
    pose = held(random, DOCUMENT_CAMERA, (fill - 0.03, fill + 0.03), 5, 5)
    pose = replace(pose, aim=(0, aim))
    per_mm = picture.shape[1] / (210 + 2 * _MARGIN)
    seen = look(shaded, table, pose, random, cover=cover, per_mm=per_mm)
    lamp = Lamp((random.choice((-1, 1)) * random.uniform(300, 600), -350, 650), 0.6, DAY)
    return developed(exposed(seen.albedo * lit(seen, [lamp], 0.4), seen.sheet, 218), random, 0.8)


def corner_over_print(page: Image, random: Random) -> Image:
    """On the glass, a large corner turned over the print: its blank back hides a third of the sheet's width."""
    width = page.shape[1]
    right = random.random() < 0.5
    angle = random.uniform(0.5, 0.95)
    top = random.random() < 0.5
    direction = (1 if right else -1) * np.cos(angle), (-1 if top else 1) * np.sin(angle)
    place = random.uniform(0.66, 0.74), random.uniform(0.7, 0.77)
    at = place[0] if right else 1 - place[0], 1 - place[1] if top else place[1]
    folded = _folded(page, at, float(np.arctan2(direction[1], direction[0])), True, random)
    picture, cover, light = folded
    lid = random.choice((48.0, 90.0, 170.0))
    levels = lid + cover[:, :, None] * (picture * light[:, :, None] - lid)
    cut = int((_MARGIN - 3) * width / 210)
    scan = pixels(levels.astype(np.float32))[cut:-cut, cut:-cut]
    turned = rotated(np.ascontiguousarray(scan), random.uniform(-1.2, 1.2), (0, 0), (lid, lid, lid))
    return jpeg(pixels(noisy(soft(turned.astype(np.float32), 0.0004 * width), 1.1, random)), 78)


def foot_turned_up(page: Image, random: Random) -> Image:
    """A letter still folded at its lower third, which lies askew over the print."""
    angle = np.pi / 2 + random.uniform(-0.07, 0.07)
    place = random.uniform(0.56, 0.62)
    return _photographed(_folded(page, (0.5, place), angle, True, random), (place - 1) * 297 / 2, 0.82, random)


def folded_in_two(page: Image, random: Random) -> Image:
    """Folded across its middle, the foot behind: half the table is seen, the back half stands out askew under it."""
    angle = np.pi / 2 + random.choice((-1, 1)) * random.uniform(0.035, 0.07)
    place = random.uniform(0.46, 0.5)
    return _photographed(_folded(page, (0.5, place), angle, False, random), (place - 1) * 297 / 2, 0.84, random)
