"""What a camera that looks up sees: someone, the room."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures import surfaces
from tests.generator.thirteenth.captures.mistakes import SKINS, shaded
from tests.generator.thirteenth.captures.optics import (
    generator,
    jpeg,
    lit,
    noisy,
    picture,
    slope,
    soft,
    uneven,
)


def portrait_of_someone(page: Image, random: Random) -> Image:
    """A photograph of a person was laid down, or the camera looked at who stood there."""
    height, width = 2400, 1800
    wall = np.full((height, width, 3), random.choice(((170, 150, 120), (120, 150, 140), (190, 190, 196))), np.uint8)
    ground = lit(wall, uneven(random, (height, width), 4, 0.55, 1.1))
    found, skin = soft(ground, 25), random.choice(SKINS)
    x, y, size = random.randint(780, 1020), random.randint(850, 1000), random.randint(330, 400)
    hair_colour = random.choice(((25, 28, 34), (40, 60, 90), (90, 130, 170), (150, 150, 152)))
    coat = random.choice(((110, 60, 40), (60, 60, 130), (70, 90, 60), (60, 56, 54)))
    parts = (
        ((x, y + int(3.1 * size)), (int(1.9 * size), int(1.55 * size)), coat, 0.6),
        ((x, y + int(1.2 * size)), (int(0.42 * size), int(0.7 * size)), skin, 0.2),
        ((x, y - int(0.12 * size)), (int(0.92 * size), int(1.2 * size)), hair_colour, 0.3),
        ((x, y + int(0.08 * size)), (int(0.74 * size), int(1.02 * size)), skin, 0.35),
    )
    for centre, axes, colour, deep in parts:
        shape = np.zeros((height, width), np.uint8)
        cv2.ellipse(shape, centre, axes, 0, 0, 360, 255, -1, cv2.LINE_AA)
        found = surfaces.laid_down(found, shaded(shape, colour, deep * size), shape, 0.25, 14)
    for side in (-1, 1):
        eye = (x + int(0.29 * side * size), y - int(0.06 * size))
        cv2.ellipse(found, eye, (int(0.12 * size), int(0.065 * size)), 0, 0, 360, (225, 228, 230), -1, cv2.LINE_AA)
        cv2.circle(found, eye, int(0.06 * size), (40, 60, 70), -1, cv2.LINE_AA)
        brow = (eye[0], eye[1] - int(0.12 * size))
        cv2.ellipse(
            found, brow, (int(0.17 * size), int(0.06 * size)), 0, 195, 345, hair_colour, int(0.045 * size), cv2.LINE_AA
        )
    darker = tuple(int(one * 0.72) for one in skin)
    cv2.ellipse(
        found, (x, y + int(0.3 * size)), (int(0.11 * size), int(0.08 * size)), 0, 10, 170, darker, 12, cv2.LINE_AA
    )
    lips = (int(skin[0] * 0.65), int(skin[1] * 0.6), int(skin[2] * 0.9))
    cv2.ellipse(found, (x, y + int(0.56 * size)), (int(0.25 * size), int(0.1 * size)), 0, 0, 180, lips, -1, cv2.LINE_AA)
    found = lit(found, slope(found.shape, random.uniform(-40, 40), 0.7, 1.08))
    return jpeg(noisy(soft(found, 5), random, 4, 0.8), 85)


def view_of_the_room(page: Image, random: Random) -> Image:
    """The camera was turned up: wall, window, door and the edge of a table."""
    height, width = 1800, 2400
    found = lit(np.full((height, width, 3), random.choice(((190, 205, 212), (200, 190, 170))), np.uint8),
                slope((height, width), random.uniform(0, 360), 0.6, 1.0))  # fmt: skip
    floor = random.randint(1150, 1350)
    found[floor:] = cv2.resize(surfaces.wood(random, 600, width), (width, height - floor))
    found[floor - 26 : floor] = picture(found[floor - 26 : floor] * np.float32(0.75))
    left = random.randint(150, 700)
    sky = cv2.resize(np.array([[[250, 235, 215]], [[240, 244, 246]], [[120, 160, 130]]], np.uint8), (520, 620))
    found[180:800, left : left + 520] = picture(sky * uneven(random, sky.shape, 6, 0.85, 1.02)[:, :, None])
    cv2.rectangle(found, (left, 180), (left + 520, 800), (238, 240, 240), 34)
    cv2.line(found, (left + 260, 180), (left + 260, 800), (232, 235, 236), 26)
    door = left + random.randint(850, 1150)
    cv2.rectangle(found, (door, 330), (door + 430, floor), (88, 120, 152), -1)
    cv2.rectangle(found, (door, 330), (door + 430, floor), (60, 84, 110), 16)
    cv2.circle(found, (door + 380, 800), 20, (160, 175, 180), -1, cv2.LINE_AA)
    top = np.array([[0, 1500], [1100, 1330], [1900, 1480], [900, 1800], [0, 1800]], np.int32)
    cv2.fillPoly(found, [top], random.choice(((120, 150, 180), (70, 90, 120))), cv2.LINE_AA)
    grain = generator(random).standard_normal((height, width), np.float32) * 0.02 + 1
    return jpeg(noisy(soft(lit(found, grain.astype(np.float32)), 2.2), random, 5, 0.9), 80)
