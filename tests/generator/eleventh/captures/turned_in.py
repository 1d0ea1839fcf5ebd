"""Refused because the sheet is folded over its print: one side of it, or two corners as of an envelope's flap."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.eleventh.captures.photos import striped_cloth
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.camera import Bend, Lamp, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import held
from tests.generator.ninth.captures.pixels import grey_of, jpeg, noisy, pixels, rotated, soft
from tests.generator.tenth.captures.flaps import Fold, Folded, folded

_MARGIN = 26
"""Millimetres about the sheet in what `folded` gives."""


def _captured(lying: Folded, random: Random) -> Image:
    """On a scanner's glass or, as often, photographed on a table."""
    unit = lying.cover.shape[1] / (210 + 2 * _MARGIN)
    if random.random() < 0.5:
        lid = random.choice((random.uniform(30, 60), random.uniform(200, 222)))
        ground = lid * (1 - np.float32(0.5) * soft(lying.cover, 0.8 * unit))[:, :, None]
        levels = (ground + lying.cover[:, :, None] * (lying.picture - ground)).astype(np.float32)
        margin = int(_MARGIN * unit)
        turned = rotated(pixels(levels), random.uniform(-1.5, 1.5), (0, 0), (lid,) * 3)[margin:-margin, margin:-margin]
        return jpeg(pixels(noisy(10 + soft(turned.astype(np.float32), 0.7) * np.float32(0.95), 1.3, random)), 78)
    pose = held(random, (2592, 1944), (0.8, 0.86), 4, 4)
    table = random.choice((tables.wood, tables.granite, tables.felt, striped_cloth))(random)
    seen = look(lying.picture, table, pose, random, Bend(0, random.uniform(0, 2)), lying.cover, unit)
    lamp = Lamp((random.choice((-1, 1)) * 450, random.uniform(-400, 0), 700), 0.6, (1.0, 0.99, 0.96))
    return developed(exposed(seen.albedo * lit(seen, [lamp], 0.4), seen.sheet, 218), random, 0.8)


def side_turned_in(page: Image, random: Random) -> Image:
    """A third or so of the sheet's width lies turned over, its empty back upon the columns beside."""
    height, width = page.shape[:2]
    right = random.random() < 0.7
    part, slant = random.uniform(0.27, 0.38), np.radians(random.choice((-1, 1)) * random.uniform(1, 4))
    point = width * (1 - part if right else part), height / 2
    towards = float(np.cos(slant)) * (1 if right else -1), float(np.sin(slant))
    return _captured(folded(page, Fold(point, towards), random), random)


def _corner_fold(page: Image, right: bool, low: bool, random: Random) -> Fold:
    height, width = page.shape[:2]
    along, down = random.uniform(0.44, 0.5) * width, random.uniform(0.4, 0.52) * width
    away = np.array((1 / along * (1 if right else -1), 1 / down * (1 if low else -1)))
    away /= np.linalg.norm(away)
    return Fold((width - along if right else along, float(height) if low else 0.0), (float(away[0]), float(away[1])))


def two_corners_in(page: Image, random: Random) -> Image:
    """Both upper or both lower corners turned over until they nearly meet: two empty triangles upon the print."""
    ink, third = 255 - grey_of(page), page.shape[0] // 3
    low = bool(ink[-third:].sum() > 0.5 * ink[:third].sum()) and random.random() < 0.6
    first, second = (folded(page, _corner_fold(page, right, low, random), random) for right in (False, True))
    unit = page.shape[1] / 210
    cast = 1 - np.float32(0.45) * soft(second.flap, unit) * (1 - second.flap)
    under = first.picture * cast[:, :, None]
    picture = under + second.flap[:, :, None] * (second.picture - under)
    flaps = np.maximum(first.flap, second.flap)
    cover = np.maximum(np.minimum(first.cover, second.cover), flaps)
    return _captured(Folded(pixels(picture.astype(np.float32)), cover, flaps), random)
