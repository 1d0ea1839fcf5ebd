"""A sheet seen by a camera: where its corners fall, how it bends, its shadow, the light, and what the sensor makes."""

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fourteenth.captures.tools import Floats, Noise, clipped, compressed, grained, soft, uneven

SIZES = ((2448, 3264), (2592, 3456), (2736, 3648))
SMALL_SIZES = ((1944, 2592), (2100, 2800))
Corners = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class View:
    """The picture so far, how much of each pixel is the sheet, and the corners of the sheet in it."""

    picture: Floats
    sheet: Floats
    corners: Corners


def corners(random: Random, width: int, height: int, fill: float, lean: float, turn: float, ratio: float) -> Corners:
    """Where a sheet of `ratio` (height by width) falls: `lean` makes one end smaller, `turn` is in degrees."""
    across = min(width * fill, height * fill / ratio)
    down = across * ratio
    lean_x, lean_y = (random.uniform(-lean, lean) for _ in range(2))
    angle = np.radians(random.uniform(-turn, turn))
    middle = (width / 2 + random.uniform(-0.012, 0.012) * width, height / 2 + random.uniform(-0.012, 0.012) * height)
    found = []
    for side, end in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        x = side * across / 2 * (1 - lean_y * (end + 1) / 2 if lean_y > 0 else 1 + lean_y * (1 - end) / 2)
        y = end * down / 2 * (1 - lean_x * (side + 1) / 2 if lean_x > 0 else 1 + lean_x * (1 - side) / 2)
        found.append(
            (middle[0] + x * np.cos(angle) - y * np.sin(angle), middle[1] + x * np.sin(angle) + y * np.cos(angle))
        )
    return found


def laid(
    sheet: Floats, ground: Floats, where: Corners, random: Random, bend: float = 0.0, shadow: float = 0.35
) -> View:
    """`sheet` on `ground` at `where`; `bend` is how far, in parts of its width, its middle rises to the camera."""
    height, width = ground.shape[:2]
    span = int(np.hypot(where[1][0] - where[0][0], where[1][1] - where[0][1]))
    if span < sheet.shape[1] * 0.95:
        size = (span, round(sheet.shape[0] * span / sheet.shape[1]))
        sheet = cv2.resize(sheet, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    tall, wide = sheet.shape[:2]
    flat = np.array(((0, 0), (wide, 0), (wide, tall), (0, tall)), dtype=np.float32)
    back = cv2.getPerspectiveTransform(np.array(where, dtype=np.float32), flat)
    step = 12
    y, x = np.mgrid[0 : height + step : step, 0 : width + step : step].astype(np.float64)
    depth = back[2, 0] * x + back[2, 1] * y + back[2, 2]
    across = (back[0, 0] * x + back[0, 1] * y + back[0, 2]) / depth
    down = (back[1, 0] * x + back[1, 1] * y + back[1, 2]) / depth
    phase = random.uniform(0.3, 0.8)
    wave = np.sin(np.pi * (np.clip(down / tall, -0.2, 1.2) + phase))
    across += bend * wide * wave
    down += bend * 0.6 * wide * np.sin(np.pi * (np.clip(across / wide, -0.2, 1.2) + phase))
    shade = 1 + 2.2 * bend * np.cos(np.pi * (np.clip(down / tall, 0, 1) + phase))
    full = ((x.shape[1]) * step, (x.shape[0]) * step)
    maps = [_spread(one, full, step)[:height, :width] for one in (across, down, shade)]
    seen = cv2.remap(sheet, maps[0], maps[1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    inside = np.minimum(
        np.minimum(maps[0] + 0.5, wide - 0.5 - maps[0]), np.minimum(maps[1] + 0.5, tall - 0.5 - maps[1])
    )
    mask: Floats = np.clip(inside + 0.5, 0, 1).astype(np.float32)
    away = (random.choice((-1, 1)) * (6 + 300 * bend), 7 + 200 * bend)
    cast = _shadow(mask, away, 9 + 260 * bend)
    ground = ground * (1 - shadow * cast)[..., None]
    picture = ground + (seen * maps[2][..., None] - ground) * mask[..., None]
    return View(picture.astype(np.float32, copy=False), mask, where)


def _spread(coarse: np.ndarray, full: tuple[int, int], step: int) -> Floats:
    """Each sample of `coarse` stands at a multiple of `step`: resizing alone would shift them by half a step."""
    large = cv2.resize(coarse.astype(np.float32), full, interpolation=cv2.INTER_LINEAR)
    half = (step - 1) / 2
    move = np.array(((1, 0, -half), (0, 1, -half)), dtype=np.float64)
    moved: Floats = cv2.warpAffine(large, move, full, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
    return moved


def _shadow(mask: Floats, away: tuple[float, float], width: float) -> Floats:
    small = cv2.resize(mask, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    move = np.array(((1, 0, away[0] / 4), (0, 1, away[1] / 4)), dtype=np.float64)
    small = cv2.GaussianBlur(cv2.warpAffine(small, move, small.shape[::-1]), (0, 0), max(1.0, width / 4))
    large: Floats = cv2.resize(small, mask.shape[::-1], interpolation=cv2.INTER_LINEAR).astype(np.float32)
    return large


def lit(picture: Floats, noise: Noise, random: Random, fall: float = 0.15, corner: float = 0.10) -> Floats:
    """Light from one side that falls by `fall` across the picture, and corners that are darker."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[-1:1:90j, -1:1:90j].astype(np.float32)
    angle = random.uniform(0, 2 * np.pi)
    light = 1 - fall * (0.5 + 0.5 * (x * np.cos(angle) + y * np.sin(angle)) / 1.4)
    light = light * (1 - corner * (x * x + y * y) / 2) + 0.02 * uneven(noise, 90, 90, 3)
    large = cv2.resize(light.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    seen: Floats = picture * large[..., None]
    return seen


def shot(picture: Floats, noise: Noise, random: Random, sigma: float = 3.0, sharp: float = 0.5) -> Image:
    """Through the lens, onto the sensor, sharpened and stored as cameras do."""
    seen = cv2.GaussianBlur(clipped(grained(soft(picture, 0.7), noise, sigma)), (0, 0), 0.5)
    if sharp:
        seen = cv2.addWeighted(seen, 1 + sharp, cv2.GaussianBlur(seen, (0, 0), 1.6), -sharp, 0)
    return compressed(np.asarray(seen, dtype=np.uint8), random.randint(84, 93))
