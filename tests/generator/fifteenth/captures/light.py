"""Too little light, or so much that print is drowned in white."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures import desks
from tests.generator.fifteenth.captures.lens import View, laid, taken
from tests.generator.fifteenth.captures.tools import (
    Field,
    grained,
    grey,
    ink,
    lit,
    lot,
    mm,
    packed,
    picture,
    resized,
    slope,
    toned,
)


def room_in_the_evening(page: Image, random: Random) -> Image:
    """The lamp was not lit: a sheet is guessed, and the grain of the sensor is stronger than the print."""
    rng = lot(random)
    image = laid(toned(page, 40, 225), random, rng, desks.wood, View(1.18, 0.05, 4))
    height, width = image.shape[:2]
    level = slope(height, width, random.uniform(0, 360), 0.05, random.uniform(0.075, 0.1))
    return packed(grained(lit(image, level), rng, 7.0, 7.0), random.randint(70, 85))


def lamp_of_the_scanner_out(page: Image, random: Random) -> Image:
    """The lamp does not light: what daylight comes under the lid leaves the page nearly black, in stripes."""
    rng = lot(random)
    height, width = page.shape[:2]
    stripes = resized(rng.random((1, width // 3), dtype=np.float32), width, height) * 0.03
    image = lit(toned(page, 60, 235), (random.uniform(0.035, 0.06) + stripes).astype(np.float32))
    return packed(grained(grey(image), rng, 6.0), random.randint(75, 88))


def own_shadow_over_all(page: Image, random: Random) -> Image:
    """The visitor stands between the lamp and the sheet: only a rim of the desk has light."""
    rng = lot(random)
    image = laid(toned(page, 60, 215), random, rng, desks.light_table, View(1.2, 0.03, 3))
    height, width = image.shape[:2]
    side = slope(height, width, random.choice((0, 90, 180)), 0.0, 1.0)
    level = random.uniform(0.06, 0.09) + 0.22 * np.clip((side - 0.94) / 0.06, 0, 1) ** 2
    return packed(grained(lit(image, level.astype(np.float32)), rng, 6.5, 5.0), random.randint(72, 86))


def _heart(page: Image, random: Random) -> tuple[float, float]:
    """A point in the thick of the print, as shares of the width and height."""
    small = cv2.resize(ink(page).astype(np.float32), (42, 59), interpolation=cv2.INTER_AREA)
    thick = np.asarray(cv2.GaussianBlur(small, (0, 0), 5))
    best = np.argwhere(thick > thick.max() * 0.85)
    y, x = best[random.randrange(len(best))]
    return float(x + 0.5) / 42, float(y + 0.5) / 59


def _flooded(page: Image, light: Field) -> Image:
    """Light added, most where it shines: past 1 nothing of the print is left."""
    return picture(page.astype(np.float32) + 255 * light[:, :, None])


def _away(page: Image, x: float, y: float) -> tuple[Field, Field]:
    height, width = page.shape[:2]
    rows, cols = np.mgrid[0 : height // 4, 0 : width // 4].astype(np.float32)
    return cols / (width // 4) - x, (rows / (height // 4) - y) * height / width


def flash_on_glossy_paper(page: Image, random: Random) -> Image:
    """The flash comes back from the sheet: a white round patch over the text, with its halo."""
    rng = lot(random)
    across, down = _away(page, *_heart(page, random))
    size, height, width = random.uniform(0.17, 0.22), *page.shape[:2]
    away = np.hypot(across, down * random.uniform(0.8, 1.0)) / size
    light = 1.5 / (1 + np.exp((away - 1.1) * 6)) + 0.4 * np.exp(-((away / 2) ** 2))
    image = _flooded(toned(page, 30, 205), resized(light, width, height))
    image = laid(image, random, rng, desks.wood, View(1.18, 0.04, 3))
    return _white_kept(taken(image, random, rng), image)


def neon_in_a_pocket(page: Image, random: Random) -> Image:
    """A tube on the ceiling, seen in the plastic pocket: a white bar over lines of print."""
    rng = lot(random)
    across, down = _away(page, *_heart(page, random))
    angle, height, width = np.radians(random.uniform(-35, 35)), *page.shape[:2]
    off = np.abs(down * np.cos(angle) - across * np.sin(angle)) / random.uniform(0.085, 0.12)
    along = np.abs(across * np.cos(angle) + down * np.sin(angle)) / random.uniform(0.42, 0.6)
    wavy = resized(rng.random((7, 5), dtype=np.float32), width // 4, height // 4)
    bar = 1.5 / (1 + np.exp((off - 1 + 0.25 * (wavy - 0.5)) * 5.5)) / (1 + np.exp((along - 1) * 8))
    image = _flooded(toned(page, 44, 205), resized(bar + 0.03, width, height))
    image = laid(image, random, rng, desks.dark_mat, View(1.16, 0.03, 3))
    return _white_kept(taken(image, random, rng), image)


def sun_through_the_shutters(page: Image, random: Random) -> Image:
    """A pane of sun lies on the sheet; the camera is set for the shade, so that the pane is white."""
    rng = lot(random)
    view = View(1.18, 0.04, 4)
    x, y = _heart(page, random)
    image = laid(toned(page, 30, 165), random, rng, desks.wood, view)
    high, wide = image.shape[0] // 4, image.shape[1] // 4
    x, y = 0.5 + (x - 0.5) / view.room, 0.5 + (y - 0.5) * page.shape[0] / image.shape[0]
    side, rise, lean = random.uniform(0.17, 0.24), random.uniform(0.12, 0.17), random.uniform(-0.1, 0.1)
    corners = ((x - side + lean, y - rise), (x + side + lean, y - rise), (x + side - lean, y + rise))
    pane = np.zeros((high, wide), np.uint8)
    cv2.fillConvexPoly(
        pane, np.array([(a * wide, b * high) for a, b in (*corners, (x - side - lean, y + rise))], np.int32), 255
    )
    shine = cv2.GaussianBlur(pane, (0, 0), mm(page, 0.35)).astype(np.float32) / 255
    glow = 1 + 11 * shine + 0.3 * cv2.GaussianBlur(shine, (0, 0), 30)
    image = lit(image, resized(glow, image.shape[1], image.shape[0]))
    return _white_kept(taken(image, random, rng), image)


def _white_kept(seen: Image, before: Image) -> Image:
    """What was burnt out stays so after the light of the room is reckoned in."""
    burnt = cv2.GaussianBlur((before.min(axis=2) > 251).astype(np.float32), (0, 0), 1.5)[:, :, None]
    return picture(seen * (1 - burnt) + 255 * burnt)
