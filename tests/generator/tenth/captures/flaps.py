"""Refused because a part of the sheet lies folded over the print: a corner, or the whole head or foot."""

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.camera import Bend, Lamp, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import DAY, DOCUMENT_CAMERA, held
from tests.generator.ninth.captures.pixels import Plane, grey_of, jpeg, noisy, pixels, rotated, soft
from tests.generator.tenth.captures import grounds

_MARGIN = 26
"""Millimetres kept free on each side of the sheet, where a flap may stick out."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A line on the sheet, in pixels: a point of it, and the unit vector towards the part that is turned over."""

    point: tuple[float, float]
    towards: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Folded:
    """The sheet as it lies, a margin about it: its picture, where there is paper, and where the flap is, 0 to 1."""

    picture: Image
    cover: Plane
    flap: Plane


def folded(page: Image, fold: Fold, random: Random) -> Folded:
    """`page` turned over along `fold`: the flap shows its empty back, what it lies on falls in its shadow."""
    height, width = page.shape[:2]
    unit = width / 210
    margin = int(_MARGIN * unit)
    x = np.arange(-margin, width + margin, dtype=np.float32)[None, :]
    y = np.arange(-margin, height + margin, dtype=np.float32)[:, None]
    beyond = (x - fold.point[0]) * np.float32(fold.towards[0]) + (y - fold.point[1]) * np.float32(fold.towards[1])
    from_x, from_y = x - 2 * beyond * np.float32(fold.towards[0]), y - 2 * beyond * np.float32(fold.towards[1])
    kept = np.clip(0.5 - beyond, 0, 1).astype(np.float32)
    whole = np.ones((height, width), np.float32)
    flap = np.asarray(cv2.remap(whole, from_x, from_y, cv2.INTER_LINEAR, borderValue=0), dtype=np.float32) * kept
    sides = margin, margin, margin, margin
    cover = np.asarray(cv2.copyMakeBorder(whole, *sides, cv2.BORDER_CONSTANT, value=0), dtype=np.float32) * kept
    print_ = np.asarray(cv2.remap(grey_of(page), from_x, from_y, cv2.INTER_LINEAR, borderValue=255), np.float32)
    seen_through = 1 - np.float32(random.uniform(0.02, 0.08)) * soft(255 - print_, 0.3 * unit) / 255
    near = np.exp(beyond.clip(max=0) / np.float32(random.uniform(3, 7) * unit))
    back = random.uniform(236, 247) * seen_through * (1 - np.float32(0.18) * near)
    cast = 1 - np.float32(random.uniform(0.38, 0.55)) * soft(flap, random.uniform(0.7, 1.6) * unit)
    bordered = cv2.copyMakeBorder(page, *sides, cv2.BORDER_REPLICATE)
    sheet = bordered * cast[:, :, None]
    picture = sheet + flap[:, :, None] * (back[:, :, None] - sheet)
    return Folded(pixels(picture.astype(np.float32)), np.maximum(cover, flap), flap)


def _hidden(page: Image, fold: Fold) -> float:
    """How much ink the flap would lie on, reckoned on a small picture."""
    part = 0.2
    small = cv2.resize(page, None, fx=part, fy=part, interpolation=cv2.INTER_AREA).astype(np.uint8)
    lying = folded(small, Fold((fold.point[0] * part, fold.point[1] * part), fold.towards), Random(0))
    margin = int(_MARGIN * small.shape[1] / 210)
    return float((lying.flap[margin:-margin, margin:-margin] * (255 - grey_of(small))).sum())


def _corner(page: Image, random: Random) -> Fold:
    """The fold of a corner that hides most print, of six drawn."""
    height, width = page.shape[:2]
    unit = width / 210
    drawn = []
    for _ in range(6):
        right, low = random.random() < 0.75, random.random() < 0.7
        along, down = random.uniform(105, 150) * unit, random.uniform(115, 165) * unit
        away = np.array((1 / along * (1 if right else -1), 1 / down * (1 if low else -1)))
        away /= np.linalg.norm(away)
        point = (width - along if right else along, float(height) if low else 0.0)
        drawn.append(Fold(point, (float(away[0]), float(away[1]))))
    return max(drawn, key=lambda fold: _hidden(page, fold))


def _end(page: Image, random: Random) -> Fold:
    """The fold of the head or of the foot, a quarter of the sheet to two fifths."""
    height, width = page.shape[:2]
    part, slant = random.uniform(0.27, 0.4), np.radians(random.choice((-1, 1)) * random.uniform(1.5, 5))
    low = random.random() < 0.5
    point = width / 2, height * (1 - part if low else part)
    return Fold(point, (float(np.sin(slant)), float(np.cos(slant)) * (1 if low else -1)))


def _scanned(lying: Folded, random: Random) -> Image:
    """Under a white or a dark lid, a shadow along the paper's edge."""
    unit = lying.cover.shape[1] / (210 + 2 * _MARGIN)
    margin = int(_MARGIN * unit)
    lid = random.choice((random.uniform(28, 70), random.uniform(225, 246)))
    cast = 1 - np.float32(0.45) * soft(lying.cover, 0.9 * unit)
    ground = np.repeat((lid * cast)[:, :, None], 3, axis=2)
    levels = ground + lying.cover[:, :, None] * (lying.picture - ground)
    turned = rotated(pixels(levels.astype(np.float32)), random.uniform(-2, 2), (0, 0), (lid,) * 3)
    turned = turned[margin:-margin, margin:-margin]
    return jpeg(pixels(noisy(12 + soft(turned.astype(np.float32), 0.7) * np.float32(0.94), 1.3, random)), 77)


def _photographed(lying: Folded, random: Random) -> Image:
    pose = held(random, DOCUMENT_CAMERA, (0.8, 0.87), 4, 5)
    bend, per_mm = Bend(0, random.uniform(0, 2)), lying.cover.shape[1] / (210 + 2 * _MARGIN)
    seen = look(lying.picture, grounds.any_ground(random), pose, random, bend, lying.cover, per_mm)
    lamp = Lamp((random.choice((-1, 1)) * 400, random.uniform(-400, 0), 700), 0.55, DAY)
    return developed(exposed(seen.albedo * lit(seen, [lamp], 0.45), seen.sheet, 220), random, 0.8)


def dog_ear(page: Image, random: Random) -> Image:
    """A large corner turned over, on the glass or under the camera."""
    lying = folded(page, _corner(page, random), random)
    return random.choice((_scanned, _photographed))(lying, random)


def end_folded_over(page: Image, random: Random) -> Image:
    """A letter not unfolded: its head or its foot lies over the lines beside it."""
    lying = folded(page, _end(page, random), random)
    return random.choice((_scanned, _photographed))(lying, random)
