"""Refused for a light that burns the print out: the telephone's flash, a window mirrored in a plastic sleeve."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.camera import Bend, Lamp, Seen, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import DAY, DOCUMENT_CAMERA, held
from tests.generator.ninth.captures.pixels import Plane, clouds, displayed, ink_centre, soft
from tests.generator.tenth.captures import grounds


def _over_print(page: Image, random: Random) -> tuple[float, float]:
    """A place in the middle of the print, in mm from the sheet's middle."""
    across, down = ink_centre(page)
    return (across - 0.5) * 210 + random.uniform(-8, 8), (down - 0.5) * 297 + random.uniform(-8, 8)


def _mirrored(levels: Plane, bright: Plane) -> Plane:
    """`levels` with the light `bright` thrown back from the surface, and what of it spreads within the lens."""
    light = np.power(levels / 255, 2.2).astype(np.float32)
    return displayed(light + (bright + np.float32(0.12) * soft(np.clip(bright, 0, 3), 50))[:, :, None])


def _wrinkles(seen: Seen, random: Random) -> tuple[Plane, Plane]:
    """Places in mm, displaced as a sleeve's uneven plastic displaces what it mirrors."""
    height, width = seen.x.shape
    moved = [2.6 * clouds(height, width, 260, random, octaves=2) for _ in range(2)]
    return seen.x + moved[0], seen.y + moved[1]


def flash_fired(page: Image, random: Random) -> Image:
    """Glossy or in a sleeve, taken with the flash on: a white burst over the print, the rest rather dim."""
    pose = held(random, DOCUMENT_CAMERA, (0.78, 0.86), 4, 4)
    seen = look(page, grounds.any_ground(random), pose, random, Bend(0, random.uniform(0, 3)))
    x, y = _over_print(page, random)
    flash = Lamp((x, y, 420), 0.7, (1.0, 0.99, 0.97))
    levels = exposed(seen.albedo * lit(seen, [flash], 0.2), seen.sheet, random.uniform(150, 185))
    at_x, at_y = _wrinkles(seen, random)
    wide, tall = random.uniform(30, 40), random.uniform(26, 38)
    away = ((at_x - x) / wide) ** 2 + ((at_y - y) / tall) ** 2
    bright = 7 * np.exp(-away) * np.clip(seen.sheet, 0.15, 1) + 0.25 * np.exp(-away / 5)
    return developed(_mirrored(levels, bright.astype(np.float32)), random, 0.9, 1.8)


def window_in_the_sleeve(page: Image, random: Random) -> Image:
    """A window of four or six panes mirrored in the plastic: white where a pane is, print between the bars only."""
    pose = held(random, DOCUMENT_CAMERA, (0.78, 0.86), 4, 4)
    seen = look(page, grounds.any_ground(random), pose, random)
    lamp = Lamp((random.uniform(-500, 500), -600, 800), 0.4, DAY)
    levels = exposed(seen.albedo * lit(seen, [lamp], 0.6), seen.sheet, 212)
    x, y = _over_print(page, random)
    at_x, at_y = _wrinkles(seen, random)
    lean, slope = random.uniform(-0.35, 0.35), random.uniform(-0.2, 0.2)
    along, down = at_x - x + lean * (at_y - y), at_y - y + slope * (at_x - x)
    rows, wide, tall = random.choice((2, 3)), random.uniform(46, 56), random.uniform(48, 58)
    panes = np.zeros(seen.x.shape, np.float32)
    for row in range(rows):
        for column in range(2):
            aside = np.abs(along - (column - 0.5) * (wide + 6)) < wide / 2
            panes[aside & (np.abs(down - (row - (rows - 1) / 2) * (tall + 6)) < tall / 2)] = 1
    bright = soft(panes * np.clip(seen.sheet, 0, 1), 7) * np.float32(1.9) + np.float32(0.04) * seen.sheet
    return developed(_mirrored(levels, bright.astype(np.float32)), random, 0.85, 1.7)
