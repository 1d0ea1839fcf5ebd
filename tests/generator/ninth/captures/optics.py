"""Refused for what the lens or the lamp did: blurred, dark, burnt out by a light, too few pixels."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.camera import Bend, Lamp, Pose, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import DAY, DOCUMENT_CAMERA, WARM, held
from tests.generator.ninth.captures.pixels import (
    Plane,
    clouds,
    displayed,
    grey_of,
    jpeg,
    noisy,
    numbers,
    pixels,
    rotated,
    soft,
)


def _on_a_table(page: Image, random: Random, bend: Bend | None = None) -> tuple[Plane, Plane]:
    """Levels of a good photograph before lens and noise, and where the sheet is."""
    table = random.choice((tables.wood, tables.laminate, tables.oilcloth))(random)
    seen = look(page, table, held(random, DOCUMENT_CAMERA, (0.78, 0.86), 5, 4), random, bend)
    lamp = Lamp((random.choice((-1, 1)) * random.uniform(200, 600), random.uniform(-400, 0), 700), 0.65, DAY)
    return exposed(seen.albedo * lit(seen, [lamp], 0.35), seen.sheet, 222), seen.sheet


def _smeared(levels: Plane, kernel: Plane) -> Plane:
    """Light, not levels, is what adds up while the shutter is open."""
    light = np.power(levels / 255, 2.2).astype(np.float32)
    return displayed(np.asarray(cv2.filter2D(light, -1, kernel / kernel.sum()), dtype=np.float32))


def shaken(page: Image, random: Random) -> Image:
    """The hand moved while the shutter was open: a curved smear of some 4 mm."""
    levels, _ = _on_a_table(page, random)
    long, turn, curve = random.uniform(30, 42), random.uniform(0, 3.14), random.uniform(-0.9, 0.9)
    time = np.linspace(-0.5, 0.5, 120)
    path = np.stack([np.cos(turn + curve * time), np.sin(turn + curve * time)], 1) * time[:, None] * long + 32
    kernel = np.zeros((65, 65), np.float32)
    cv2.polylines(kernel, [(path * 16).astype(np.int32)], False, 1.0, 2, cv2.LINE_AA, 4)
    return developed(_smeared(levels, kernel), random, 0.8)


def focused_elsewhere(page: Image, random: Random) -> Image:
    """The camera focused on the hand that held it, not on the sheet: each point a disc of 2 to 3 mm."""
    levels, _ = _on_a_table(page, random)
    radius = random.uniform(9, 13)
    reach = np.arange(-15, 16, dtype=np.float32)
    kernel = np.clip(radius + 0.5 - np.hypot(reach[:, None], reach[None, :]), 0, 1).astype(np.float32)
    return developed(_smeared(levels, kernel), random, 0.8)


def not_flat_on_the_glass(page: Image, random: Random) -> Image:
    """A scanner of shallow focus, the sheet a centimetre above its glass: soft all over, a little grey."""
    width = page.shape[1]
    lid = random.uniform(60, 110)
    scan = rotated(page, random.uniform(-2, 2), (0, 0), (lid, lid, lid)).astype(np.float32)
    levels = 20 + soft(scan, random.uniform(0.0042, 0.006) * width) * np.float32(random.uniform(0.78, 0.86))
    return jpeg(pixels(noisy(levels, 1.2, random)), 80)


def lights_out(page: Image, random: Random) -> Image:
    """A telephone in a room at night: the sheet hardly lighter than the table, much noise."""
    seen = look(page, tables.wood(random), held(random, DOCUMENT_CAMERA, (0.78, 0.86), 5, 5), random)
    lamp = Lamp((random.choice((-1, 1)) * random.uniform(500, 900), random.uniform(-500, 500), 500), 0.7, WARM)
    levels = exposed(seen.albedo * lit(seen, [lamp], 0.3), seen.sheet, random.uniform(26, 40))
    return jpeg(pixels(noisy(soft(levels, 1.0), 5, random, 0.9, 0.9)), 72)


def worn_out_tube(page: Image, random: Random) -> Image:
    """A scanner whose lamp is dying: black at one side, dark grey at the other, stripes along its way."""
    width = page.shape[1]
    left, right = random.choice(((0.05, 0.16), (0.16, 0.05), (0.1, 0.1)))
    across = np.linspace(left, right, width, dtype=np.float32)
    stripes = 1 + 0.12 * numbers(random).standard_normal((width,)).astype(np.float32)
    grey = rotated(page, random.uniform(-1, 1), (0, 0), (40, 40, 40)).astype(np.float32)
    levels = soft(grey, 0.0005 * width) * (across * stripes)[None, :, None] + 3
    return jpeg(pixels(noisy(levels.astype(np.float32), 2.2, random, 0.6)), 72)


def against_the_light(page: Image, random: Random) -> Image:
    """Held up before a bright window: the camera set itself by the sky, and the sheet is a dark shape."""
    height, width = DOCUMENT_CAMERA
    sky = np.linspace(250, 214, height, dtype=np.float32)[:, None] + 6 * clouds(height, width, 500, random)
    view = np.stack([sky + 2, sky - 3, sky - 12], axis=2)
    for bar in (random.uniform(0.04, 0.1), random.uniform(0.9, 0.96)):
        view[:, int(bar * width) : int((bar + 0.035) * width)] = (34, 32, 30)
    pose = held(random, DOCUMENT_CAMERA, (0.68, 0.76), 4, 5)
    seen = look(page, tables.felt(random), pose, random)
    levels = displayed(seen.albedo * np.float32(random.uniform(0.006, 0.011)))
    inside = seen.sheet[:, :, None]
    levels = view + inside * (levels - view) + soft(255 * (1 - seen.sheet), 14)[:, :, None] * inside * np.float32(0.1)
    return jpeg(pixels(noisy(soft(levels, 1.0), 2.4, random)), 80)


def too_far(page: Image, random: Random) -> Image:
    """Taken from the other end of the table: the sheet is a few hundred pixels high in the picture."""
    pose = Pose((1600, 1200), random.uniform(0.2, 0.25), 4, -3, random.uniform(-8, 8), (40, -60))
    seen = look(page, random.choice((tables.wood, tables.laminate))(random), pose, random)
    lamp = Lamp((500, -400, 700), 0.5, DAY)
    return developed(exposed(seen.albedo * lit(seen, [lamp], 0.5), seen.sheet, 218), random, 0.7, 2, 70)


def sent_by_message(page: Image, random: Random) -> Image:
    """The preview a messaging program kept, letters of three pixels; as it is, or each pixel a square."""
    levels, _ = _on_a_table(page, random)
    size = random.choice(((300, 400), (324, 432), (345, 460)))
    small = cv2.resize(levels, size, interpolation=cv2.INTER_AREA)
    kept = jpeg(pixels(np.asarray(small, dtype=np.float32)), random.randint(30, 45))
    times = random.choice((1, 4))
    return kept.repeat(times, axis=0).repeat(times, axis=1)


def preview_kept(page: Image, random: Random) -> Image:
    """The scanner's preview, saved in place of the scan: 36 dots to the inch, in grey."""
    height, width = page.shape[:2]
    scan = rotated(page, random.uniform(-1, 1), (0, 0), (255, 255, 255))
    size = round(width * 36 / 200), round(height * 36 / 200)
    small = np.asarray(cv2.resize(grey_of(scan), size, interpolation=cv2.INTER_AREA), dtype=np.float32)
    return jpeg(cv2.cvtColor(pixels(noisy(small, 1.5, random)), cv2.COLOR_GRAY2BGR).astype(np.uint8), 60)
