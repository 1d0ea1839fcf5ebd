"""What is captured by mistake: a hand, things on the desk."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures import surfaces
from tests.generator.thirteenth.captures.optics import (
    jpeg,
    lit,
    noisy,
    picture,
    slope,
    soft,
    uneven,
    vignette,
)

SKINS = ((150, 180, 225), (120, 155, 205), (70, 100, 150), (45, 62, 95))


def shaded(shape: Image, colour: tuple[int, int, int], depth: float) -> Image:
    """A round body of `colour` in the silhouette `shape`: darker towards its borders."""
    far = np.sqrt(
        cv2.distanceTransform(cv2.resize(shape, None, fx=0.25, fy=0.25), cv2.DIST_L2, 5) * 4 / max(depth, 1.0)
    )
    small = 0.62 + 0.4 * cv2.GaussianBlur(np.minimum(far, 1), (0, 0), depth / 24)
    return picture(cv2.resize(small, shape.shape[::-1])[:, :, None] * np.array(colour, np.float32))


def hand_on_the_glass(page: Image, random: Random) -> Image:
    """A hand held the lid, or lay on the glass when the scan began; the room is dark behind it."""
    height, width = page.shape[:2]
    shape = np.zeros((height, width), np.uint8)
    palm = (int(random.uniform(0.42, 0.58) * width), int(random.uniform(0.6, 0.72) * height))
    size, lean = int(random.uniform(0.17, 0.21) * width), random.uniform(-0.35, 0.35)
    cv2.ellipse(shape, palm, (size, int(1.15 * size)), np.degrees(lean), 0, 360, 255, -1)
    wrist = (int(palm[0] - 4 * size * np.sin(lean)), int(palm[1] + 4 * size * np.cos(lean)))
    cv2.line(shape, palm, wrist, 255, int(1.35 * size))
    thumb = random.choice((-1, 1))
    fingers = (
        (-0.42, 2.35, 0.40),
        (-0.14, 2.65, 0.43),
        (0.13, 2.5, 0.42),
        (0.4, 2.05, 0.36),
        (1.15 * thumb, 1.75, 0.46),
    )
    for spread, reach, thick in fingers:
        angle = lean + spread * (1 if abs(spread) > 1 else 1.1)
        start = (int(palm[0] + 0.6 * size * np.sin(angle)), int(palm[1] - 0.6 * size * np.cos(angle)))
        tip = (int(palm[0] + reach * size * np.sin(angle)), int(palm[1] - reach * size * np.cos(angle)))
        cv2.line(shape, start, tip, 255, int(thick * size), cv2.LINE_AA)
    body = shaded(shape, random.choice(SKINS), size * 0.35)
    creases = np.zeros((height, width), np.float32)
    for place in (-0.35, 0.05, 0.4):
        middle = (palm[0], int(palm[1] + place * size))
        cv2.ellipse(creases, middle, (int(0.8 * size), int(0.35 * size)), 20 * place, 200, 330, 1.0, 5, cv2.LINE_AA)
    body = lit(body, (1 - 0.22 * cv2.GaussianBlur(creases, (0, 0), 3)) * uneven(random, shape.shape, 14, 0.9, 1.06))
    room = np.full_like(page, random.choice((28, 46, 205)))
    found = surfaces.laid_down(lit(room, uneven(random, room.shape, 3, 0.8, 1.2)), body, shape, 0.4, 12)
    return jpeg(noisy(soft(found, 1.6), random, 2, 0.5), 88)


def desk_without_a_sheet(page: Image, random: Random) -> Image:
    """The camera went off over the desk: keys, a pen, a mug, no paper."""
    height, width = 2400, 1800
    found = surfaces.wood(random, height, width) if random.random() < 0.6 else surfaces.checked(random, height, width)
    found = surfaces.mug(found, random, (random.randint(350, 1450), random.randint(350, 900)), random.randint(190, 280))
    centre = (random.randint(400, 1300), random.randint(1400, 1900))
    thing, shape = np.full_like(found, (150, 162, 168)), np.zeros((height, width), np.uint8)
    cv2.circle(shape, centre, 90, 255, 11, cv2.LINE_AA)
    for _ in range(random.randint(2, 4)):
        angle = random.uniform(0, 2 * np.pi)
        away = np.array([np.cos(angle), np.sin(angle)])
        head, tip = np.array(centre) + 150 * away, np.array(centre) + 430 * away
        cv2.circle(shape, (int(head[0]), int(head[1])), 72, 255, 34, cv2.LINE_AA)
        cv2.line(shape, (int(head[0]), int(head[1])), (int(tip[0]), int(tip[1])), 255, 30, cv2.LINE_AA)
        for notch in (0.72, 0.82, 0.93):
            foot = np.array(centre) + 430 * notch * away
            end = foot + 34 * np.array([-away[1], away[0]])
            cv2.line(shape, (int(foot[0]), int(foot[1])), (int(end[0]), int(end[1])), 255, 16, cv2.LINE_AA)
    shine = uneven(random, found.shape, 25, 0.75, 1.35)
    found = surfaces.laid_down(found, lit(thing, shine), shape, 0.5, 9)
    found = surfaces.pen(
        found, random, (random.randint(900, 1500), random.randint(1000, 1300)), 620, random.uniform(0, 6)
    )
    found = lit(found, vignette(found.shape, 0.35) * slope(found.shape, random.uniform(0, 360), 0.75, 1.0))
    return jpeg(noisy(soft(found, 1.0), random, 4, 0.8), 82)
