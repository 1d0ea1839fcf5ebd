"""A sheet photographed: laid on something, bent a little, seen in perspective, lit, taken by a sensor."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures.tools import (
    Field,
    Lot,
    grained,
    packed,
    picture,
    resized,
    slope,
    soft,
    tinted,
    waves,
)

Ground = Callable[[int, int, Lot], Image]


@dataclass(frozen=True, slots=True)
class View:
    """How the camera stands: `room` is the frame's width in widths of the sheet, `tilt` how much the far end shrinks,
    `turn` degrees, `curl` the height of a bend in widths of the sheet."""

    room: float = 1.2
    tilt: float = 0.0
    turn: float = 1.0
    curl: float = 0.0


def bent(sheet: Image, curl: float, phase: float) -> Image:
    """Lines of print wave a little: a sheet that does not lie flat. `sheet` may have an alpha channel."""
    if not curl:
        return sheet
    height, width = sheet.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    wave = curl * width * np.sin(np.pi * x / width + phase)
    return np.asarray(
        cv2.remap(sheet, x, y + wave.astype(np.float32), cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT), np.uint8
    )


def laid(page: Image, random: Random, rng: Lot, ground: Ground, view: View, cover: Field | None = None) -> Image:
    """The sheet on `ground` with the shadow under its edge, where `cover` says (everywhere if not given)."""
    height, width = page.shape[:2]
    pad = int(width * (view.curl + 0.01)) + 2
    alpha = np.full((height, width), 255, np.uint8) if cover is None else picture(cover * 255)
    sheet = cv2.copyMakeBorder(np.dstack((page, alpha)), pad, pad, 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0))
    sheet = bent(np.asarray(sheet, np.uint8), view.curl, random.uniform(-0.7, 0.7))
    wide = int(width * view.room)
    high = max(int(wide * 4 / 3), int(height * 1.04))
    target = _corners(sheet, wide, high, random, view)
    source = np.array(((0, 0), (width, 0), (width, sheet.shape[0]), (0, sheet.shape[0])), np.float32)
    seen = cv2.warpPerspective(
        sheet,
        cv2.getPerspectiveTransform(source, target),
        (wide, high),
        flags=cv2.INTER_CUBIC,
        borderValue=(0, 0, 0, 0),
    )
    below = cv2.resize(ground(high // 2, wide // 2, rng), (wide, high)).astype(np.float32)
    share = seen[:, :, 3].astype(np.float32) / 255
    small = resized(share, wide // 8, high // 8, cv2.INTER_AREA)
    drop = np.asarray(cv2.GaussianBlur(np.roll(small, (2, random.choice((-2, 2))), (0, 1)), (0, 0), 2.2), np.float32)
    dimmed = below * (1 - 0.45 * resized(drop, wide, high, cv2.INTER_LINEAR))[:, :, None]
    weight = share[:, :, None]
    return picture(seen[:, :, :3] * weight + dimmed * (1 - weight))


def _corners(sheet: Image, wide: int, high: int, random: Random, view: View) -> Field:
    height, width = sheet.shape[:2]
    slim = width * view.tilt * random.uniform(0.6, 1.0) / 2
    lean = width * view.tilt * random.uniform(-0.3, 0.3)
    points = np.array(((slim, lean), (width - slim, -lean), (width, height), (0, height)), np.float32)
    points[:2, 1] += height * view.tilt * 0.25
    points -= points.mean(0)
    angle = np.radians(random.uniform(-view.turn, view.turn))
    points @= np.array(((np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle))), np.float32)
    size = points.max(0) - points.min(0)
    points *= min(1.0, wide * 0.985 / size[0], high * 0.985 / size[1])
    size = points.max(0) - points.min(0)
    spare = np.array((wide, high), np.float32) - size
    shift = -points.min(0) + spare * np.array((random.uniform(0.35, 0.65), random.uniform(0.35, 0.65)), np.float32)
    return np.asarray(points + shift, np.float32)


def shadow(height: int, width: int, random: Random, rng: Lot, depth: float) -> Field:
    """Of the hand with the telephone: a soft dark shape that comes in from a side."""
    small = np.zeros((120, 90), np.uint8)
    side = random.choice((-1, 1))
    x = int(45 + side * random.uniform(12, 30))
    y = int(random.uniform(60, 100))
    box = cv2.boxPoints(((x, y), (random.uniform(26, 36), random.uniform(50, 64)), random.uniform(-25, 25)))
    cv2.fillConvexPoly(small, box.astype(np.int32), 255)
    cv2.line(small, (x, y + 15), (x + side * 25, 125), 255, 17)
    edge = cv2.GaussianBlur(small, (0, 0), random.uniform(3.5, 6)).astype(np.float32) / 255
    return (1 - depth * resized(edge, width, height)).astype(np.float32)


def taken(
    image: Image,
    random: Random,
    rng: Lot,
    light: Field | None = None,
    cast: tuple[float, float, float] = (1.0, 1.0, 1.0),
    noise: float = 2.5,
    focus: float = 0.7,
    quality: tuple[int, int] = (84, 94),
) -> Image:
    """Through the lens and the sensor: light, colour, a touch of softness, grain, JPEG."""
    height, width = image.shape[:2]
    field = waves(rng, height, width, 2, 3, 0.95, 1.02) * slope(height, width, random.uniform(0, 360), 0.93, 1.02)
    if light is not None:
        field = field * light
    y, x = np.ogrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    field = field * (1 - 0.06 * (x * x + y * y)).astype(np.float32)
    image = tinted(picture(image * field[:, :, None]), *cast)
    image = soft(image, focus * width / 2000)
    return packed(grained(image, rng, noise, noise * 0.6), random.randint(*quality))
