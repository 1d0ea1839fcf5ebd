"""Photographs that a clerk reads whole: cameras above desks, telephones in hands."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures import desks
from tests.generator.fifteenth.captures.lens import View, laid, shadow, taken
from tests.generator.fifteenth.captures.tools import extent, lot, mixed, mm, picture, resized, slope, soft, toned


def camera_over_a_dark_mat(page: Image, random: Random) -> Image:
    """A document camera on its arm, lamps at both sides."""
    rng = lot(random)
    view = View(random.uniform(1.14, 1.24), 0.01, 1.5)
    image = laid(toned(page, 30, random.uniform(222, 240)), random, rng, desks.dark_mat, view)
    return taken(image, random, rng, noise=2.0)


def camera_over_a_light_table(page: Image, random: Random) -> Image:
    rng = lot(random)
    image = laid(toned(page, 34, random.uniform(226, 242)), random, rng, desks.light_table, View(1.2, 0.02, 2.5))
    return taken(image, random, rng, cast=(0.97, 0.99, 1.0), noise=2.2)


def telephone_above_a_wooden_table(page: Image, random: Random) -> Image:
    """The shadow of the hand and the telephone lies over a part of the sheet, soft."""
    rng = lot(random)
    view = View(random.uniform(1.14, 1.22), random.uniform(0.03, 0.08), 3, random.choice((0, 0.004)))
    image = laid(toned(page, 36, 228), random, rng, desks.wood, view)
    dim = shadow(image.shape[0], image.shape[1], random, rng, random.uniform(0.25, 0.42))
    return taken(image, random, rng, dim, (0.93, 0.98, 1.0), 3.0)


def on_the_lap(page: Image, random: Random) -> Image:
    """In the waiting room, on the knees: the sheet bends."""
    rng = lot(random)
    view = View(1.2, random.uniform(0.04, 0.08), 4, random.uniform(0.006, 0.012))
    image = laid(toned(page, 40, 222), random, rng, desks.lap, view)
    height, width = image.shape[:2]
    x = np.linspace(0, 2 * np.pi, width, dtype=np.float32) + random.random() * 6
    bend = np.repeat((0.95 + 0.05 * np.sin(x))[None], height, 0).astype(np.float32)
    return taken(image, random, rng, bend, (0.96, 1.0, 0.98), 3.4)


def on_an_oilcloth(page: Image, random: Random) -> Image:
    rng = lot(random)
    cloth = random.choice((desks.checked_cloth, desks.flowered_cloth))
    image = laid(toned(page, 34, 226), random, rng, cloth, View(1.2, random.uniform(0.02, 0.06), 4))
    return taken(image, random, rng, cast=(0.95, 0.99, 1.0), noise=2.8)


def by_the_window(page: Image, random: Random) -> Image:
    """Light of the day from one side, cool, falling off to the other."""
    rng = lot(random)
    ground = random.choice((desks.light_table, desks.wood, desks.stone))
    image = laid(toned(page, 32, 238), random, rng, ground, View(1.18, random.uniform(0.02, 0.07), 3, 0.003))
    height, width = image.shape[:2]
    fall = slope(height, width, random.choice((0, 180, 30, 150)), 1.05, random.uniform(0.6, 0.75))
    return taken(image, random, rng, fall, (1.03, 1.0, 0.95), 2.6)


def under_a_lamp_in_the_evening(page: Image, random: Random) -> Image:
    """A warm lamp: a bright middle without any burnt-out place, dimmer corners."""
    rng = lot(random)
    image = laid(toned(page, 30, 226), random, rng, random.choice((desks.wood, desks.stone)), View(1.18, 0.05, 3))
    height, width = image.shape[:2]
    y, x = np.mgrid[0:60, 0:45].astype(np.float32)
    away = np.hypot((x / 45 - random.uniform(0.3, 0.7)) * 0.75, y / 60 - random.uniform(0.2, 0.6))
    pool = resized(0.62 + 0.42 * np.exp(-((away / 0.5) ** 2)), width, height)
    return taken(image, random, rng, pool, (0.74, 0.91, 1.03), 3.6)


def on_a_clipboard(page: Image, random: Random) -> Image:
    """The board is seen around the sheet; the clip holds the upper margin, above the print."""
    rng = lot(random)
    width = page.shape[1]
    board = (40, 62, 92) if random.random() < 0.6 else (50, 50, 52)
    top, side = mm(page, 16), mm(page, 6)
    whole = cv2.copyMakeBorder(toned(page, 34, 230), top, side, side, side, cv2.BORDER_CONSTANT, value=board)
    whole[:top] = board
    grip = top + min(mm(page, 6), max(1, extent(page)[1] - mm(page, 3)))
    left, right = side + width // 2 - mm(page, 38), side + width // 2 + mm(page, 38)
    clip = np.zeros(whole.shape[:2], np.uint8)
    cv2.rectangle(clip, (left, mm(page, 4)), (right, grip), 255, -1)
    cast = soft(np.roll(clip, mm(page, 1), 0), mm(page, 0.8)).astype(np.float32) / 255
    whole = picture(whole * (1 - 0.35 * cast)[:, :, None])
    shine = np.linspace(110, 215, whole.shape[0], dtype=np.float32)[:, None, None]
    shine = 150 + 60 * np.sin(shine * 0.9)
    metal = np.broadcast_to(shine, whole.shape)
    image = laid(mixed(whole, metal, clip.astype(np.float32) / 255), random, rng, desks.dark_mat, View(1.1, 0.05, 2.5))
    return taken(image, random, rng, None, (0.98, 1.0, 1.0), 2.8)


def in_a_clear_pocket(page: Image, random: Random) -> Image:
    """A plastic pocket with its strip of holes: a faint milky sheen, no burnt-out place."""
    rng = lot(random)
    strip, rim = mm(page, 15), mm(page, 3)
    ground = random.choice((desks.wood, desks.dark_mat))
    image = cv2.copyMakeBorder(toned(page, 44, 226), rim, rim, strip, rim, cv2.BORDER_CONSTANT, value=(168, 170, 170))
    for y in range(mm(page, 22), image.shape[0] - mm(page, 10), mm(page, 25)):
        cv2.circle(image, (strip // 2, y), mm(page, 3), (70, 75, 80), -1, cv2.LINE_AA)
    cv2.line(image, (strip, 0), (strip, image.shape[0]), (150, 150, 150), mm(page, 0.4))
    seen = laid(np.asarray(image, np.uint8), random, rng, ground, View(1.12, random.uniform(0.02, 0.06), 3))
    height, width = seen.shape[:2]
    sheen = slope(height, width, random.uniform(20, 70), -1, 1)
    milk = 0.12 * np.exp(-(((sheen - random.uniform(-0.5, 0.5)) / 0.12) ** 2)) + 0.03
    return taken(mixed(seen, (235, 235, 232), milk.astype(np.float32)), random, rng, None, (0.97, 1.0, 1.0), 2.6)


def held_between_two_fingers(page: Image, random: Random) -> Image:
    """Held up above the floor; a thumb lies on the margin, where nothing is printed."""
    rng = lot(random)
    left, _, right, _ = extent(page)
    mirrored = random.random() < 0.5
    margin = page.shape[1] - right if mirrored else left
    side, y = mm(page, 42), int(page.shape[0] * random.uniform(0.45, 0.7))
    whole = cv2.copyMakeBorder(toned(page, 38, 224), 0, 0, side, side, cv2.BORDER_CONSTANT)
    cover = np.zeros(whole.shape[:2], np.float32)
    cover[:, side:-side] = 1
    tip, half = side + max(mm(page, 1.5), min(mm(page, 10), margin - mm(page, 3))), mm(page, 8)
    thumb = np.zeros((6 * half, whole.shape[1]), np.uint8)
    cv2.ellipse(thumb, (tip - half, 3 * half), (half, half), 0, 0, 360, 255, -1, cv2.LINE_AA)
    cv2.rectangle(thumb, (0, 2 * half), (tip - half, 4 * half), 255, -1)
    if mirrored:
        thumb = np.ascontiguousarray(thumb[:, ::-1])
    shape = cv2.GaussianBlur(thumb, (0, 0), mm(page, 0.3)).astype(np.float32) / 255
    depth = cv2.distanceTransform(thumb, cv2.DIST_L2, 3) / half
    skin = (0.55 + 0.45 * np.clip(depth, 0, 1) ** 0.6)[:, :, None] * np.array((118, 150, 205), np.float32)
    under = cv2.GaussianBlur(np.roll(thumb, mm(page, 1), 0), (0, 0), mm(page, 1.2)) / 255.0
    band = slice(y - 3 * half, y + 3 * half)
    whole[band] = mixed(picture(whole[band] * (1 - 0.25 * under)[:, :, None]), skin, shape)
    cover[band] = np.maximum(cover[band], shape)
    view = View(1.0, random.uniform(0.02, 0.06), 1.5, random.uniform(0.003, 0.007))
    ground = random.choice((desks.stone, desks.wood))
    image = laid(np.asarray(whole, np.uint8), random, rng, ground, view, cover)
    image = np.ascontiguousarray(image[:, mm(page, 17) : -mm(page, 17)])
    return taken(image, random, rng, None, (0.97, 1.0, 1.0), 3.0)
