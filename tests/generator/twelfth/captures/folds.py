"""Refused as folded: a corner, an end or half of the sheet turned over its print."""

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import bed, camera, desk, lamps
from tests.generator.twelfth.captures.camera import EIGHT, View
from tests.generator.twelfth.captures.device import cloud, soft, to_image
from tests.generator.twelfth.captures.marks import inked, printed_box


def _folded(page: Image, one: NDArray[np.float64], two: NDArray[np.float64], random: Random) -> Image:
    """The sheet folded along the line from `one` to `two`, what lies on its right turned over; with a fourth layer."""
    height, width = page.shape[:2]
    along = (two - one) / np.linalg.norm(two - one)
    normal = np.array([-along[1], along[0]])
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    beyond = (columns - one[0]) * normal[0] + (rows - one[1]) * normal[1]
    mirror = np.eye(2) - 2 * np.outer(normal, normal)
    turn = np.column_stack([mirror, one - mirror @ one])
    away = (beyond > 0).astype(np.uint8) * 255
    flap = np.asarray(cv2.warpAffine(away, turn, (width, height)), np.uint8)
    flap[away > 0] = 0
    through = cv2.warpAffine(soft(page, 2.2), turn, (width, height), borderValue=(255, 255, 255))
    back = 232 - (255 - np.asarray(through, np.float32)) * random.uniform(0.03, 0.08)
    back *= (1 + 0.012 * cloud(height // 8, width // 8, random, 12).mean()) + 0.0004 * np.minimum(-beyond, 60)[
        ..., None
    ]
    cast = np.asarray(cv2.GaussianBlur(flap, (0, 0), 7), np.float32)[..., None] / 255
    part = (flap.astype(np.float32) / 255)[..., None]
    face = page * (1 - 0.45 * cast)
    image = to_image(face * (1 - part) + np.clip(back, 0, 255) * part)
    cover = np.where(beyond > -1, 0, 255).astype(np.uint8)
    return to_image(cv2.merge([image, cover]))


def _corner(page: Image, random: Random) -> Image:
    """A large corner turned over, the fullest one of two by lot."""
    height, width = page.shape[:2]
    ink = inked(page)
    half = ink.shape[0] // 3, ink.shape[1] // 2
    amounts = [ink[: half[0], : half[1]].sum(), ink[: half[0], -half[1] :].sum()]
    amounts += [ink[-half[0] :, -half[1] :].sum(), ink[-half[0] :, : half[1]].sum()]
    chosen = max(random.sample(range(4), 3), key=lambda corner: amounts[corner])
    a, b = random.uniform(0.38, 0.66) * width, random.uniform(0.38, 0.66) * width
    ends = (
        ((0, a), (b, 0)),
        ((width - b, 0), (width, a)),
        ((width, height - a), (width - b, height)),
        ((b, height), (0, height - a)),
    )[chosen]
    one, two = (np.array(end, np.float64) for end in ends)
    return _folded(page, two, one, random)


def _end(page: Image, random: Random) -> Image:
    """The top or the bottom third still folded over the print."""
    height, width = page.shape[:2]
    _, top, _, bottom = printed_box(page)
    lean = random.uniform(-0.012, 0.012) * height
    if random.random() < 0.5:
        at = top + random.uniform(0.14, 0.3) * (bottom - top)
        return _folded(page, np.array([width, at + lean]), np.array([0, at - lean]), random)
    at = bottom - random.uniform(0.14, 0.3) * (bottom - top)
    return _folded(page, np.array([0, at - lean]), np.array([width, at + lean]), random)


def _scanned(sheet: Image, random: Random) -> Image:
    """A folded sheet on the bed, lid where it no longer lies."""
    lid = random.choice((random.randint(228, 246), random.randint(120, 190)))
    cover = (sheet[..., 3:].astype(np.float32)) / 255
    shade = 1 - 0.25 * np.asarray(cv2.GaussianBlur(cover, (0, 0), 5), np.float32)[..., None]
    page = to_image(sheet[..., :3] * cover + lid * shade * (1 - cover))
    return bed.sensed(bed.whole(page, random, random.uniform(-2, 2), lid, 0.02), random)


def _photographed(sheet: Image, random: Random) -> Image:
    """A folded sheet on a table."""
    view = View(random.uniform(0.8, 0.96), random.uniform(-5, 5), random.uniform(0.01, 0.07))
    table = random.choice((desk.wooden, desk.laminate, desk.mat))(*EIGHT, random)
    image = camera.put(sheet, table, camera.corners(sheet.shape, EIGHT, view, random), 0.4)
    return camera.taken(image, random, lamps.lamp(EIGHT, random, random.uniform(0.7, 0.9)))


def corner_on_the_glass(page: Image, random: Random) -> Image:
    """Scanned with a large corner turned over its print."""
    return _scanned(_corner(page, random), random)


def end_still_folded(page: Image, random: Random) -> Image:
    """Scanned with an end of the sheet folded over its print."""
    return _scanned(_end(page, random), random)


def corner_under_the_camera(page: Image, random: Random) -> Image:
    """Photographed with a large corner turned over its print."""
    return _photographed(_corner(page, random), random)


def folded_in_two(page: Image, random: Random) -> Image:
    """Photographed folded in two or so: the lower half, turned up, covers print and shows its back."""
    height, width = page.shape[:2]
    at, lean = random.uniform(0.58, 0.68) * height, random.uniform(-0.03, 0.03) * height
    top, bottom = printed_box(page)[1::2]
    at = min(at, top + 0.8 * (bottom - top))
    return _photographed(_folded(page, np.array([0, at - lean]), np.array([width, at + lean]), random), random)
