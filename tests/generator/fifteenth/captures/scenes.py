"""Pictures of other things than paper, taken by mistake."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures import desks
from tests.generator.fifteenth.captures.lens import taken
from tests.generator.fifteenth.captures.tools import Field, Lot, lit, lot, mixed, picture, soft, waves

WIDE, HIGH = 1920, 2560


def _disc(image: Image, x: int, y: int, radius: int, colour: tuple[int, int, int], rise: float = 0.25) -> Image:
    """A round thing with a shadow beside it and more light on its upper side."""
    shape, cast = np.zeros(image.shape[:2], np.uint8), np.zeros(image.shape[:2], np.uint8)
    cv2.circle(cast, (x + int(radius * rise), y + int(radius * rise)), radius, 255, -1)
    dim = cv2.resize(cv2.GaussianBlur(cv2.resize(cast, None, fx=0.25, fy=0.25), (0, 0), 8), (WIDE, HIGH)) / 255.0
    image = picture(image * (1 - 0.45 * dim)[:, :, None])
    cv2.circle(shape, (x, y), radius, 255, -1, cv2.LINE_AA)
    rows = np.linspace(1.1, 0.85, HIGH)[:, None, None] * np.array(colour, np.float32)
    return mixed(image, np.broadcast_to(rows, image.shape), shape.astype(np.float32) / 255)


def plate_on_the_table(page: Image, random: Random) -> Image:
    """A meal: a plate, something in sauce, peas, a glass."""
    rng = lot(random)
    image = desks.checked_cloth(HIGH, WIDE, rng) if random.random() < 0.5 else desks.wood(HIGH, WIDE, rng)
    x, y, size = random.randint(820, 1100), random.randint(1100, 1500), random.randint(560, 680)
    image = _disc(image, x, y, size, (226, 230, 232), 0.08)
    image = _disc(image, x, y, int(size * 0.72), (214, 219, 222), 0.0)
    stew = waves(rng, HIGH, WIDE, 40, 55, 0.5, 1.3)[:, :, None] * np.array((45, 85, 150), np.float32)
    blob = np.zeros((HIGH, WIDE), np.uint8)
    for _ in range(16):
        spot = (x + int(rng.normal(-0.2, 0.18) * size), y + int(rng.normal(0, 0.2) * size))
        cv2.circle(blob, spot, int(size * rng.uniform(0.08, 0.16)), 255, -1)
    image = mixed(image, stew, cv2.GaussianBlur(blob, (0, 0), 5).astype(np.float32) / 255)
    for _ in range(90):
        spot = (x + int(rng.normal(0.35, 0.1) * size), y + int(rng.normal(0.1, 0.16) * size))
        shade = int(rng.integers(-25, 25))
        cv2.circle(image, spot, 24, (60, 120 + shade, 80 + shade), -1, cv2.LINE_AA)
        cv2.circle(image, (spot[0] - 7, spot[1] - 7), 8, (110, 190 + shade, 150), -1, cv2.LINE_AA)
    image = _disc(image, random.randint(1450, 1750), random.randint(250, 450), 190, (170, 175, 165))
    return taken(soft(image, 1.6), random, rng, None, (0.85, 0.95, 1.03), 3.2)


def keyboard_and_cup(page: Image, random: Random) -> Image:
    """The desk without the sheet: a keyboard seen askew, a cup."""
    rng = lot(random)
    image = desks.wood(HIGH, WIDE, rng) if random.random() < 0.5 else desks.light_table(HIGH, WIDE, rng)
    board = np.full((620, 1900, 3), 44, np.uint8)
    for row in range(5):
        place, end = 30 + row * 18, 1860
        while place < end - 60:
            key = int(rng.choice((100, 100, 100, 150))) if row < 4 else int(rng.choice((140, 140, 600)))
            key = min(key, end - place)
            top = 40 + row * 112
            cv2.rectangle(board, (place, top), (place + key - 12, top + 98), (28, 28, 28), -1)
            cv2.rectangle(board, (place + 6, top + 3), (place + key - 18, top + 84), (70, 70, 72), -1)
            place += key
    angle = random.uniform(-28, 28)
    turn = cv2.getRotationMatrix2D((950, 310), angle, 0.86)
    turn[:, 2] += np.array((WIDE / 2 - 950, random.randint(1150, 1500) - 310))
    seen = cv2.warpAffine(board, turn, (WIDE, HIGH), flags=cv2.INTER_AREA)
    mask = cv2.warpAffine(np.full(board.shape[:2], 255, np.uint8), turn, (WIDE, HIGH)).astype(np.float32) / 255
    dim = cv2.resize(cv2.GaussianBlur(cv2.resize(mask, None, fx=0.25, fy=0.25), (0, 0), 9), (WIDE, HIGH))
    image = mixed(picture(image * (1 - 0.4 * np.roll(dim, 30, 0))[:, :, None]), seen, mask)
    x, y = random.randint(400, 1500), random.randint(380, 560)
    cup = [int(one) for one in rng.integers(70, 220, 3)]
    image = _disc(image, x, y, 250, (cup[0], cup[1], cup[2]))
    image = _disc(image, x, y, 222, (24, 38, 60), 0.0)
    return taken(soft(image, 1.3), random, rng, None, (0.95, 0.99, 1.0), 3.0)


def feet_on_the_floor(page: Image, random: Random) -> Image:
    """The telephone went off while it hung down: tiles and two shoes."""
    rng = lot(random)
    step = random.randint(260, 380)
    level = random.uniform(110, 175)
    floor = waves(rng, HIGH, WIDE, 9, 12, 0.85, 1.08) * waves(rng, HIGH, WIDE, 200, 260, 0.93, 1.05)
    image = picture(floor[:, :, None] * np.array((level * 0.85, level * 0.95, level), np.float32))
    for at in range(random.randint(0, step), HIGH, step):
        cv2.line(image, (0, at), (WIDE, at), (80, 84, 88), 8)
    for at in range(random.randint(0, step), WIDE, step):
        cv2.line(image, (at, 0), (at, HIGH), (80, 84, 88), 8)
    turn = cv2.getRotationMatrix2D((WIDE / 2, HIGH / 2), random.uniform(-20, 20), 1.6)
    image = np.asarray(cv2.warpAffine(image, turn, (WIDE, HIGH)), np.uint8)
    colour = [int(one) for one in rng.integers(25, 90, 3)]
    for side in (-1, 1):
        image = _shoe(image, 960 + side * random.randint(250, 330), side, colour, rng)
    return taken(soft(image, 2.0), random, rng, None, (0.92, 0.98, 1.0), 4.0)


def _shoe(image: Image, x: int, side: int, colour: list[int], rng: Lot) -> Image:
    shape, cast = np.zeros((HIGH, WIDE), np.uint8), np.zeros((HIGH, WIDE), np.uint8)
    for mask, away in ((cast, 40), (shape, 0)):
        cv2.ellipse(mask, (x + away, 1560 + away), (210, 430), side * 8, 0, 360, 255, -1, cv2.LINE_AA)
        cv2.rectangle(mask, (x - 150 + away, 1700), (x + 150 + away, HIGH), 255, -1)
    dim = cv2.resize(cv2.GaussianBlur(cv2.resize(cast, None, fx=0.25, fy=0.25), (0, 0), 12), (WIDE, HIGH)) / 255.0
    image = picture(image * (1 - 0.5 * dim)[:, :, None])
    depth = np.clip(cv2.distanceTransform(shape, cv2.DIST_L2, 3) / 160, 0, 1) ** 0.5
    skin: Field = (0.5 + 0.7 * depth) * waves(rng, HIGH, WIDE, 60, 80, 0.92, 1.08)
    image = mixed(image, skin[:, :, None] * np.array(colour, np.float32), shape.astype(np.float32) / 255)
    for row in range(5):
        y = 1500 + row * 75
        cv2.line(image, (x - 80, y), (x + 80, y + 40 * (row % 2)), (200, 205, 205), 20, cv2.LINE_AA)
    return image


def street_from_the_window(page: Image, random: Random) -> Image:
    """Sky, houses with windows, a road with a car."""
    rng = lot(random)
    high, wide = WIDE, HIGH
    sky = np.linspace(1.0, 0.8, high)[:, None, None] * np.array((235, 205, 175), np.float32)
    clouds = np.clip(waves(rng, high, wide, 6, 8, -0.5, 1.2), 0, 0.8).astype(np.float32)
    image = mixed(picture(np.broadcast_to(sky, (high, wide, 3))), (245, 244, 242), clouds)
    x = 0
    while x < wide:
        width, top = random.randint(330, 620), random.randint(420, 800)
        wall = tuple(int(one) for one in rng.uniform(0.7, 1.1) * np.array((130, 160, 180)))
        cv2.rectangle(image, (x, top), (x + width, 1500), wall, -1)
        roof = np.array(
            ((x - 15, top), (x + width + 15, top), (x + width - 60, top - 150), (x + 60, top - 150)), np.int32
        )
        cv2.fillConvexPoly(image, roof, (62, 70, 98) if random.random() < 0.5 else (85, 80, 78))
        for y in range(top + 70, 1330, 210):
            for place in range(x + 55, x + width - 110, 150):
                cv2.rectangle(image, (place - 8, y - 8), (place + 88, y + 128), (225, 228, 230), -1)
                cv2.rectangle(image, (place, y), (place + 80, y + 120), (70, 62, 55), -1)
        x += width
    cv2.rectangle(image, (0, 1490), (wide, 1580), (150, 152, 155), -1)
    cv2.rectangle(image, (0, 1580), (wide, high), (88, 86, 85), -1)
    at, paint = random.randint(300, 1700), [int(one) for one in rng.integers(30, 200, 3)]
    cv2.rectangle(image, (at, 1540), (at + 640, 1680), paint, -1)
    body = np.array(((at + 110, 1545), (at + 190, 1430), (at + 450, 1430), (at + 550, 1545)), np.int32)
    cv2.fillConvexPoly(image, body, (60, 55, 50))
    for wheel in (at + 130, at + 510):
        cv2.circle(image, (wheel, 1690), 66, (25, 25, 25), -1, cv2.LINE_AA)
    image = lit(image, waves(rng, high, wide, 150, 110, 0.9, 1.08) * waves(rng, high, wide, 12, 9, 0.85, 1.05))
    return taken(soft(image, 1.8), random, rng, None, (1.0, 1.0, 1.0), 3.0)
