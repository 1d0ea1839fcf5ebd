"""Photographs to accept: the camera above the kiosk's desk, and telephones held over tables."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import camera, desk, lamps, marks, wear
from tests.generator.twelfth.captures.camera import EIGHT, TWELVE, View
from tests.generator.twelfth.captures.device import to_image

TABLES: tuple[desk.Surface, ...] = (desk.wooden, desk.wooden, desk.laminate, desk.laminate, desk.mat)


def desk_camera(page: Image, random: Random) -> Image:
    """The camera on its arm above the kiosk: nearly square, evenly lit."""
    view = View(random.uniform(0.86, 0.97), random.uniform(-2.5, 2.5), random.uniform(0.0, 0.03))
    table = desk.laminate(*EIGHT, random)
    image = camera.put(camera.with_cover(page), table, camera.corners(page.shape, EIGHT, view, random), 0.25)
    return camera.taken(image, random, lamps.lamp(EIGHT, random, random.uniform(0.8, 0.95)), softness=(0.4, 0.7))


def telephone(page: Image, random: Random) -> Image:
    """A telephone held over any table."""
    view = View(random.uniform(0.7, 0.97), random.uniform(-5, 5), random.uniform(0.02, 0.1))
    table = desk.strewn(random.choice(TABLES)(*TWELVE, random), random, random.choice((0, 0, 1, 2)))
    sheet = camera.with_cover(page, random.uniform(-0.004, 0.008))
    image = camera.put(sheet, table, camera.corners(page.shape, TWELVE, view, random), 0.35)
    return camera.taken(image, random, lamps.lamp(TWELVE, random, random.uniform(0.65, 0.9)), luma=random.uniform(2, 5))


def by_the_window(page: Image, random: Random) -> Image:
    """Cool daylight from one side."""
    view = View(random.uniform(0.7, 0.95), random.uniform(-4, 4), random.uniform(0.02, 0.08))
    table = random.choice(TABLES)(*TWELVE, random)
    image = camera.put(camera.with_cover(page), table, camera.corners(page.shape, TWELVE, view, random), 0.4)
    field = lamps.window(TWELVE, random, random.uniform(0.55, 0.8))
    return camera.taken(image, random, field, warmth=random.uniform(-0.1, 0.0))


def under_own_shadow(page: Image, random: Random) -> Image:
    """Warm light from the ceiling, the shadow of one's head or arm over part of the sheet."""
    view = View(random.uniform(0.72, 0.97), random.uniform(-5, 5), random.uniform(0.02, 0.09))
    table = random.choice(TABLES)(*TWELVE, random)
    image = camera.put(camera.with_cover(page), table, camera.corners(page.shape, TWELVE, view, random), 0.3)
    field = lamps.shadowed(lamps.lamp(TWELVE, random, 0.8), random, random.uniform(0.15, 0.36))
    return camera.taken(image, random, field, warmth=random.uniform(0.02, 0.14), luma=random.uniform(2.5, 4.5))


def out_of_its_envelope(page: Image, random: Random) -> Image:
    """A letter folded in three, its thirds still leaning."""
    height = page.shape[0]
    steps = np.interp(np.linspace(0, 3, height), (0, 0.9, 1.1, 1.9, 2.1, 3), (1, 0.96, 0.9, 0.97, 0.88, 0.98))
    depth = random.uniform(0.5, 1.2)
    page = to_image(page * (1 - (1 - steps) * depth)[:, None, None])
    page = wear.folded_flat(page, random, random.uniform(0.08, 0.2))
    view = View(random.uniform(0.75, 0.96), random.uniform(-4, 4), random.uniform(0.02, 0.08))
    table = desk.strewn(random.choice(TABLES)(*TWELVE, random), random, random.choice((0, 1)))
    sheet = camera.with_cover(page, random.uniform(0.003, 0.01))
    image = camera.put(sheet, table, camera.corners(page.shape, TWELVE, view, random), 0.45)
    return camera.taken(image, random, lamps.window(TWELVE, random, random.uniform(0.65, 0.85)))


def among_papers(page: Image, random: Random) -> Image:
    """On a desk with other things and other papers beneath, stamped or written on at times."""
    if random.random() < 0.6:
        page = random.choice((marks.stamped, marks.penned, marks.highlighted))(page, random)
    table = desk.strewn(random.choice(TABLES)(*TWELVE, random), random, random.randint(1, 3))
    other = np.full((1200, 850, 3), random.choice(((225, 232, 235), (190, 215, 232), (205, 205, 205))), np.uint8)
    for y in range(120, 1080, 38):
        cv2.line(other, (90, y), (90 + random.randint(200, 650), y), (120, 120, 120), 9)
    for _ in range(random.randint(1, 2)):
        beneath = View(random.uniform(0.7, 0.95), random.uniform(-35, 35), 0.03, aside=1.0)
        table = camera.put(camera.with_cover(other), table, camera.corners(other.shape, TWELVE, beneath, random), 0.3)
    view = View(random.uniform(0.66, 0.88), random.uniform(-5, 5), random.uniform(0.02, 0.08))
    image = camera.put(camera.with_cover(page), table, camera.corners(page.shape, TWELVE, view, random), 0.45)
    return camera.taken(image, random, lamps.lamp(TWELVE, random, random.uniform(0.7, 0.9)))


def _pocket(page: Image) -> Image:
    """The page in a film a little larger than it, with the strip of holes for a binder at its left."""
    mm = int(marks.millimetre(page))
    left, other = 20 * mm, 6 * mm
    film = cv2.copyMakeBorder(
        camera.with_cover(page), other, other, left, other, cv2.BORDER_CONSTANT, value=(235, 235, 235, 60)
    )
    height, width = film.shape[:2]
    film[:, : 9 * mm, 3] = 120
    cv2.rectangle(film, (1, 1), (width - 2, height - 2), (250, 250, 250, 170), max(2, mm // 2))
    for step in range(-5, 6):
        cv2.circle(film, (5 * mm, height // 2 + step * 21 * mm), 3 * mm, (0, 0, 0, 0), -1)
    return to_image(film)


def in_a_clear_pocket(page: Image, random: Random) -> Image:
    """In a plastic pocket, whose sheen veils the print a little and hides none."""
    height, width = page.shape[:2]
    veil = np.zeros((height // 8, width // 8), np.float32)
    for _ in range(random.randint(2, 5)):
        x, y = random.uniform(0, width / 8), random.uniform(0, height / 8)
        end = int(x + random.uniform(-60, 60)), int(y + random.uniform(60, 260))
        cv2.line(veil, (int(x), int(y)), end, random.uniform(0.5, 1), random.randint(4, 22))
    veil = np.asarray(cv2.GaussianBlur(veil, (0, 0), 7), np.float32) * random.uniform(0.25, 0.45)
    full = np.asarray(cv2.resize(veil, (width, height)), np.float32)[..., None]
    page = to_image((page * 0.84 + 8) * (1 - full) + 250 * full)
    view = View(random.uniform(0.85, 0.97), random.uniform(-4, 4), random.uniform(0.01, 0.06))
    table = random.choice(TABLES)(*TWELVE, random)
    sheet = _pocket(page)
    image = camera.put(sheet, table, camera.corners(sheet.shape, TWELVE, view, random), 0.2)
    return camera.taken(image, random, lamps.lamp(TWELVE, random, random.uniform(0.75, 0.92)))
