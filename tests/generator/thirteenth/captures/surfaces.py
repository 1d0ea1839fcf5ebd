"""What lies under a sheet that is photographed: desks, cloths, mats, and the things upon them."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures.optics import generator, picture, uneven

_WOODS = ((96, 138, 182), (62, 94, 138), (128, 168, 200), (44, 62, 92))
_PLAINS = ((150, 152, 155), (206, 208, 210), (236, 236, 234), (38, 38, 40), (92, 88, 84), (120, 96, 70))


def wood(random: Random, height: int, width: int) -> Image:
    """Boards with their grain."""
    drawn = generator(random)
    fine = cv2.resize(drawn.standard_normal((height // 3, width // 90 + 2), np.float32), (width, height))
    broad = cv2.resize(drawn.standard_normal((height // 40 + 2, width // 500 + 2), np.float32), (width, height))
    y = np.linspace(0, random.uniform(30, 70), height, dtype=np.float32)[:, None]
    value = 1 + 0.05 * fine + 0.07 * broad + 0.04 * np.sin(y + 3 * broad)
    board = height // random.randint(3, 6)
    for top in range(board, height, board):
        value[top : top + 5] *= 0.72
    found = picture(value[:, :, None] * np.array(random.choice(_WOODS), np.float32))
    return found if random.random() < 0.5 else np.asarray(cv2.resize(cv2.rotate(found, 0), (width, height)), np.uint8)


def plain(random: Random, height: int, width: int) -> Image:
    """Melamine, metal or leather: one colour, hardly uneven."""
    light = uneven(random, (height, width), 5, 0.94, 1.06)
    grain = generator(random).standard_normal((height, width), np.float32) * random.uniform(0.005, 0.025)
    return picture((light + grain)[:, :, None] * np.array(random.choice(_PLAINS), np.float32))


def checked(random: Random, height: int, width: int) -> Image:
    """An oilcloth or a mat with squares."""
    side = random.randint(90, 190)
    x, y = np.arange(width) // side % 2, np.arange(height) // side % 2
    odd = (x[None, :] + y[:, None]).astype(np.float32) / 2
    one, other = random.choice(
        (((200, 205, 210), (110, 90, 180)), ((190, 200, 190), (120, 140, 90)), ((70, 60, 50), (110, 96, 80)))
    )
    mixed = (1 - odd[:, :, None]) * np.array(one, np.float32) + odd[:, :, None] * np.array(other, np.float32)
    weave = generator(random).standard_normal((height, width), np.float32)[:, :, None] * 4
    return picture(mixed + weave)


def desk(random: Random, height: int, width: int) -> Image:
    """Wood and plain desks more often than others."""
    make = random.choice((wood, wood, plain, plain, plain, checked))
    return make(random, height, width)


def laid_down(ground: Image, thing: Image, shape: Image, shade: float, away: int) -> Image:
    """`thing` on `ground` where `shape` is 255, with its soft shadow."""
    x, y, width, height = cv2.boundingRect(shape)
    far, more = np.array([[1, 0, away], [0, 1, away]], np.float32), 6 * away + 6
    part = (slice(max(y - more, 0), y + height + more), slice(max(x - more, 0), x + width + more))
    near = np.ascontiguousarray(shape[part])
    cover = (cv2.GaussianBlur(near, (0, 0), 1.0).astype(np.float32) / 255)[:, :, None]
    side = 2 * max(away, 2) + 1
    shadow = cv2.blur(cv2.blur(cv2.warpAffine(near, far, near.shape[::-1]), (side, side)), (side, side))
    under = ground[part].astype(np.float32) * (1 - shade / 255 * shadow.astype(np.float32))[:, :, None]
    found = ground.copy()
    found[part] = picture(under * (1 - cover) + thing[part].astype(np.float32) * cover)
    return found


def pen(ground: Image, random: Random, start: tuple[int, int], length: int, angle: float) -> Image:
    """A ballpoint pen."""
    end = (int(start[0] + length * np.cos(angle)), int(start[1] + length * np.sin(angle)))
    tip = (int(start[0] - 0.12 * length * np.cos(angle)), int(start[1] - 0.12 * length * np.sin(angle)))
    thick = max(length // 15, 3)
    colour = random.choice(((160, 70, 30), (40, 40, 45), (60, 50, 170), (200, 200, 205)))
    thing, shape = np.zeros_like(ground), np.zeros(ground.shape[:2], np.uint8)
    cv2.line(shape, start, end, 255, thick, cv2.LINE_AA)
    cv2.line(shape, tip, start, 255, thick // 3 + 1, cv2.LINE_AA)
    thing[:] = colour
    shine = (int(thick * 0.2 * np.sin(angle)), int(-thick * 0.2 * np.cos(angle)))
    moved = [(point[0] + shine[0], point[1] + shine[1]) for point in (start, end)]
    cv2.line(thing, moved[0], moved[1], tuple(min(one + 70, 255) for one in colour), thick // 4 + 1, cv2.LINE_AA)
    cv2.line(thing, tip, start, (185, 190, 195), thick // 3 + 1, cv2.LINE_AA)
    return laid_down(ground, thing, shape, 0.5, thick // 2)


def mug(ground: Image, random: Random, centre: tuple[int, int], radius: int) -> Image:
    """A mug of coffee from above."""
    thing, shape = np.zeros_like(ground), np.zeros(ground.shape[:2], np.uint8)
    colour = random.choice(((235, 235, 232), (120, 60, 40), (60, 60, 190), (90, 140, 90)))
    angle = random.uniform(0, 2 * np.pi)
    grip = (int(centre[0] + 1.25 * radius * np.cos(angle)), int(centre[1] + 1.25 * radius * np.sin(angle)))
    cv2.line(shape, centre, grip, 255, radius // 4, cv2.LINE_AA)
    cv2.circle(shape, centre, radius, 255, -1, cv2.LINE_AA)
    thing[:] = colour
    cv2.circle(thing, centre, int(0.9 * radius), tuple(int(one * 0.75) for one in colour), -1, cv2.LINE_AA)
    cv2.circle(thing, centre, int(0.86 * radius), (24, 38, 58), -1, cv2.LINE_AA)
    cv2.ellipse(thing, centre, (int(0.6 * radius),) * 2, 0, 200, 250, (90, 110, 130), radius // 12 + 1, cv2.LINE_AA)
    return laid_down(ground, thing, shape, 0.55, radius // 5)
