"""Refused as no document: a hand left on the glass, a face before the wrong camera."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import bed, camera, device, lamps
from tests.generator.twelfth.captures.camera import EIGHT
from tests.generator.twelfth.captures.device import cloud, resized, soft, to_image

SKINS = ((150, 180, 225), (105, 140, 195), (60, 85, 130), (40, 55, 85))


def hand_on_the_glass(page: Image, random: Random) -> Image:
    """A hand pressed on the glass, the lid open: skin near the glass, dark behind."""
    height, width = 1170, 827
    hand = np.zeros((height, width), np.float32)
    wrist = np.array([width * random.uniform(0.4, 0.6), height * random.uniform(0.62, 0.72)])
    cv2.ellipse(hand, wrist.astype(int).tolist(), (132, 172), 0, 0, 360, 1.0, -1)
    cv2.line(hand, wrist.astype(int).tolist(), (int(wrist[0] + random.uniform(-80, 80)), height + 50), 1.0, 210)
    for angle, long in ((-56, 270), (-21, 380), (-5, 415), (11, 390), (27, 325)):
        way = np.radians(angle + random.uniform(-5, 5))
        root = wrist + np.array([np.sin(way) * 125, -np.cos(way) * 120])
        tip = wrist + np.array([np.sin(way), -np.cos(way)]) * long
        cv2.line(hand, root.astype(int).tolist(), tip.astype(int).tolist(), 1.0, 62)
    if random.random() < 0.5:
        hand = np.asarray(cv2.flip(hand, 1), np.float32)
    edge = np.asarray(cv2.GaussianBlur(hand, (0, 0), 3), np.float32)
    inner = np.clip(np.asarray(cv2.GaussianBlur(hand, (0, 0), 22), np.float32) * 1.9 - 0.75, 0, 1)
    touch = 0.6 + 0.4 * inner + 0.07 * cloud(height, width, random, 40) + 0.04 * cloud(height, width, random, 160)
    skin = np.array(random.choice(SKINS), np.float32) * touch[..., None]
    dark = 26 + 14 * cloud(height, width, random, 3)
    image = to_image(skin * edge[..., None] + (dark * (1 - edge))[..., None])
    return bed.sensed(to_image(cv2.resize(image, (page.shape[1], page.shape[0]))), random)


def own_face(page: Image, random: Random) -> Image:
    """The visitor's face, taken with the wrong camera."""
    height, width = 816, 612
    wall = np.array(random.choice(((190, 200, 205), (150, 165, 150), (205, 190, 170))), np.float32)
    image = soft(to_image(wall * (1 + 0.12 * cloud(height, width, random, 4))[..., None]), 3)
    skin = np.array(random.choice(SKINS), np.float32)
    x, y, hair = (
        int(width * random.uniform(0.42, 0.58)),
        int(height * random.uniform(0.42, 0.5)),
        random.randint(20, 70),
    )
    parts = (
        ((x, y + 560), (330, 300), (random.randint(40, 150), 80, 70)),
        ((x, y + 230), (78, 120), skin * 0.85),
        ((x, y - 55), (185, 235), (hair, hair, hair + 12)),
        ((x, y), (155, 210), skin),
    )
    for centre, axes, colour in parts:
        cv2.ellipse(image, centre, axes, 0, 0, 360, tuple(float(c) for c in colour), -1, cv2.LINE_AA)
    for side in (-1, 1):
        cv2.ellipse(image, (x + side * 62, y - 20), (29, 14), 0, 0, 360, (225, 228, 232), -1, cv2.LINE_AA)
        cv2.circle(image, (x + side * 62, y - 20), 12, (45, 55, 70), -1, cv2.LINE_AA)
        cv2.ellipse(
            image, (x + side * 62, y - 52), (40, 11), side * 6, 185, 355, (hair, hair, hair + 12), 9, cv2.LINE_AA
        )
    shade = tuple(float(c * 0.7) for c in skin)
    cv2.ellipse(image, (x, y + 48), (26, 16), 0, 0, 180, shade, 7, cv2.LINE_AA)
    cv2.ellipse(
        image, (x, y + 112), (56, 16), 0, 0, 360, tuple(float(c) for c in skin * (0.75, 0.65, 0.9)), -1, cv2.LINE_AA
    )
    cv2.line(image, (x - 54, y + 112), (x + 54, y + 112), shade, 4, cv2.LINE_AA)
    rounded = resized(np.array([[0.8, 1.0, 1.05, 0.95, 0.7]] * 4), height, width)
    image = soft(device.lit(image, rounded), 3.5)
    image = to_image(cv2.resize(image, (EIGHT[1], EIGHT[0]), interpolation=cv2.INTER_CUBIC))
    return camera.taken(image, random, lamps.lamp(EIGHT, random, 0.6), luma=5)
