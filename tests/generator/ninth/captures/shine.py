"""Refused because a light burnt a part out: a mirrored lamp, a plastic sleeve under tubes, a patch of sun."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.camera import Lamp, Seen, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import DAY, DOCUMENT_CAMERA, WARM, held
from tests.generator.ninth.captures.pixels import Plane, clouds, displayed, ink_centre, soft


def _photographed(page: Image, random: Random) -> tuple[Seen, Plane, tuple[float, float]]:
    """What the camera sees, the linear light it gets, and where on the sheet (mm) the print is densest."""
    table = random.choice((tables.wood, tables.laminate, tables.felt))(random)
    seen = look(page, table, held(random, DOCUMENT_CAMERA, (0.78, 0.86), 5, 4), random)
    light = lit(seen, [Lamp((random.uniform(-300, 300), -400, 800), 0.6, WARM)], 0.4)
    levels = exposed(seen.albedo * light, seen.sheet, random.uniform(175, 200))
    across, down = ink_centre(page)
    return seen, np.power(levels / 255, 2.2).astype(np.float32), (across * 210 - 105, down * 297 - 148.5)


def _bloomed(light: Plane, stain: Plane, colour: tuple[float, float, float], random: Random) -> Image:
    """The stain of light over the picture, its excess scattered in the lens."""
    most = np.clip(stain, 0, 6)
    spread = most + np.float32(0.25) * soft(most, 30) + np.float32(0.06) * soft(most, 120)
    levels = displayed(light + spread[:, :, None] * np.array(colour, np.float32))
    return developed(levels, random, 0.8)


def mirrored_lamp(page: Image, random: Random) -> Image:
    """Glossy paper under one strong lamp: its image, a round stain as wide as a hand, over the print."""
    seen, light, (x, y) = _photographed(page, random)
    x, y = x + random.uniform(-15, 15), y + random.uniform(-15, 15)
    wide, high = random.uniform(30, 42), random.uniform(34, 50)
    away = np.hypot((seen.x - x) / wide, (seen.y - y) / high)
    stain = 5 / (1 + np.exp((away - 1) * 9)) + 0.25 * np.exp(-(away**2) / 4)
    return _bloomed(light, (stain * (0.15 + 0.85 * seen.sheet)).astype(np.float32), (0.9, 0.97, 1), random)


def sleeve_under_tubes(page: Image, random: Random) -> Image:
    """Left in its plastic sleeve under neon tubes: two long white bands, broken by the waves of the plastic."""
    seen, light, (x, y) = _photographed(page, random)
    height, width = seen.sheet.shape
    turn = random.uniform(-0.5, 0.5) + random.choice((0, np.pi / 2))
    waves = clouds(height, width, 260, random, octaves=3)
    stain = np.zeros((height, width), np.float32)
    for apart in (0, random.choice((-1, 1)) * random.uniform(55, 75)):
        across = -(seen.x - x) * np.sin(turn) + (seen.y - y) * np.cos(turn) - apart + 7 * waves
        half = random.uniform(11, 16) * (1 + 0.3 * clouds(height, width, 180, random, octaves=2))
        stain += 4 / (1 + np.exp((np.abs(across) - half) * 0.9))
    veil = 0.05 * np.clip(1 + waves, 0, None)
    return _bloomed(light, ((stain + veil) * seen.sheet).astype(np.float32), (1, 1, 0.98), random)


def patch_of_sun(page: Image, random: Random) -> Image:
    """Sun through a window onto the sheet: the panes' shapes, sharp-edged, in which paper and print are white alike."""
    seen, light, (x, y) = _photographed(page, random)
    skew, turn = random.uniform(-0.35, 0.35), random.uniform(-0.5, 0.5)
    right = (seen.x - x) * np.cos(turn) + (seen.y - y) * np.sin(turn)
    down = -(seen.x - x) * np.sin(turn) + (seen.y - y) * np.cos(turn) + skew * right
    pane, bar = random.uniform(62, 80), 7
    panes = ((np.abs(right) > bar / 2) & (np.abs(right) < pane) & (np.abs(down) < pane * 0.62)).astype(np.float32)
    sun = soft(panes, 5)
    stain = sun * seen.sheet * np.float32(3) + sun * np.float32(0.2)
    return _bloomed(light * (1 + 2 * sun[:, :, None]), stain, DAY, random)
