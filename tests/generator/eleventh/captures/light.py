"""Refused for its light: hardly any, or so much in places that the print is burnt out."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.eleventh.captures.photos import striped_cloth
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.camera import Bend, Lamp, Seen, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import held
from tests.generator.ninth.captures.pixels import clouds, displayed, ink_centre, jpeg, noisy, pixels, soft

_SIZE = (2592, 1944)
_DAY = (1.0, 0.99, 0.96)


def _seen(page: Image, random: Random) -> Seen:
    table = random.choice((tables.wood, tables.laminate, tables.felt, striped_cloth))(random)
    pose = held(random, _SIZE, (0.78, 0.86), 4, 4)
    return look(page, table, pose, random, Bend(random.choice((0, 1)), random.uniform(0, 3)))


def lit_by_a_screen(page: Image, random: Random) -> Image:
    """At night, a computer's screen behind the sheet is all its light: bluish and faint at the head, then black."""
    seen = _seen(page, random)
    screen = Lamp((random.uniform(-150, 150), -random.uniform(300, 380), 220), 1, (1.0, 0.82, 0.66))
    levels = exposed(seen.albedo * lit(seen, [screen], 0.05), seen.sheet, random.uniform(25, 36))
    return jpeg(pixels(noisy(soft(levels, 1.1), 4, random, 1.0, 1.0)), 72)


def short_shutter(page: Image, random: Random) -> Image:
    """The shutter opened for a moment only, under lamps that flicker: a dark picture in darker bands."""
    seen = _seen(page, random)
    lamp = Lamp((random.uniform(-300, 300), -400, 1200), 0.8, (0.84, 0.97, 1.0))
    levels = exposed(seen.albedo * lit(seen, [lamp], 0.2), seen.sheet, random.uniform(25, 36))
    rows = np.arange(_SIZE[0], dtype=np.float32) / _SIZE[0] * random.uniform(9, 16) + random.uniform(0, 3)
    bands = 0.72 + 0.28 * np.abs(np.sin(rows * np.pi / 2))
    return jpeg(pixels(noisy(soft(levels * bands[:, None, None], 0.9), 2.6, random, 0.7)), 76)


def ceiling_spots(page: Image, random: Random) -> Image:
    """Glossy paper under a ceiling of small lamps: each is mirrored as a white disc that eats the print."""
    seen = _seen(page, random)
    lamp = Lamp((random.uniform(-300, 300), -300, 1200), 0.4, _DAY)
    levels = exposed(seen.albedo * lit(seen, [lamp], 0.6), seen.sheet, 205)
    across, down = ink_centre(page)
    x, y = (across - 0.5) * 210 + random.uniform(-6, 6), (down - 0.5) * 297 + random.uniform(-6, 6)
    moved = [1.5 * clouds(_SIZE[0], _SIZE[1], 300, random, octaves=2) for _ in range(2)]
    apart, turn = random.uniform(66, 78), random.uniform(-0.4, 0.4)
    bright = np.zeros(_SIZE, np.float32)
    for row in (-1, 0, 1):
        for column in (-1, 0, 1):
            at_x = x + apart * (column * np.cos(turn) - row * np.sin(turn))
            at_y = y + apart * (column * np.sin(turn) + row * np.cos(turn))
            away = np.hypot(seen.x + moved[0] - at_x, seen.y + moved[1] - at_y)
            bright += 5 * np.exp(-((away / np.float32(19)) ** 4)) + 0.25 * np.exp(-((away / np.float32(32)) ** 2))
    bright *= np.clip(seen.sheet, 0.006, 1)
    light = np.power(levels / 255, 2.2) + (bright + 0.06 * soft(np.clip(bright, 0, 3), 50))[:, :, None]
    return developed(displayed(light.astype(np.float32)), random, 0.85, 1.7)


def sun_through_blinds(page: Image, random: Random) -> Image:
    """Bars of sun between a blind's slats, the camera set for the shade: where the sun falls all print is bleached."""
    seen = _seen(page, random)
    sky = Lamp((random.choice((-1, 1)) * 600, random.uniform(-300, 100), 900), 0.5, (1.0, 0.96, 0.9))
    shade = seen.albedo * lit(seen, [sky], 0.5)
    lean, pitch = random.uniform(-0.5, 0.5), random.uniform(38, 48)
    place = (seen.y * np.cos(lean) + seen.x * np.sin(lean) + random.uniform(0, 48)) / pitch
    inside = np.abs(place - np.round(place)) < random.uniform(0.3, 0.34)
    sun = soft(inside.astype(np.float32), 6) * np.float32(random.uniform(26, 34))
    # even black toner sends back some of the sun, and the lens spreads what its paper sends
    toner = seen.albedo + np.float32(0.055) * seen.sheet[:, :, None] * (1 - seen.albedo)
    level = (205 / 255) ** 2.2 / float(np.percentile(shade[:, :, 1][seen.sheet > 0.9], 90))
    light = (shade + toner * sun[:, :, None] * np.array((0.92, 0.98, 1.0), np.float32)) * level
    veil = 0.05 * soft(np.clip(light, 0, 2).astype(np.float32), 60)
    return developed(displayed((light + veil).astype(np.float32)), random, 0.85, 1.7)
