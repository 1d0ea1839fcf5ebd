"""The camera above the desk and the visitor's telephone: a sheet in perspective, light, lens and sensor."""

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import device
from tests.generator.twelfth.captures.device import Field, cloud, to_image

TWELVE, EIGHT = (4032, 3024), (3264, 2448)


@dataclass(frozen=True, slots=True)
class View:
    """How the sheet is seen: share of the frame's height, turn in degrees, tilt as a share of its width."""

    share: float
    turn: float
    tilt: float
    aside: float = 0.5
    shadow: float = 0.35


def with_cover(page: Image, bend: float = 0.0) -> Image:
    """The page with a fourth layer that covers it, its rows bent by `bend` of its height."""
    sheet = to_image(cv2.merge([page, np.full(page.shape[:2], 255, np.uint8)]))
    if abs(bend) < 1e-6:
        return sheet
    height, width = page.shape[:2]
    rise = np.sin(np.linspace(0, np.pi, width, dtype=np.float32)) * np.float32(bend * height)
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    return to_image(cv2.remap(sheet, columns, rows + rise, cv2.INTER_LINEAR, borderValue=(0, 0, 0, 0)))


def corners(shape: tuple[int, ...], frame: tuple[int, int], view: View, random: Random) -> NDArray[np.float32]:
    """Where the sheet's corners fall in the frame, clockwise from the top left; inside it for shares up to 1."""
    height, width = frame
    tall = view.share * height
    wide = tall * shape[1] / shape[0]
    top, side = (random.uniform(-view.tilt, view.tilt) * wide / 2 for _ in range(2))
    x, y = wide / 2, tall / 2
    quad = np.array(
        [[-x + top, -y - side], [x - top, -y + side], [x + top, y - side], [-x - top, y + side]], np.float64
    )
    quad += np.array([[random.uniform(-1, 1), random.uniform(-1, 1)] for _ in range(4)]) * view.tilt * wide / 10
    angle = np.radians(view.turn)
    quad = quad @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    room = np.array([width, height]) - np.ptp(quad, axis=0)
    if (room < 16).any() and view.share <= 1:
        quad *= min((np.array([width, height]) - 16) / np.ptp(quad, axis=0))
        room = np.array([width, height]) - np.ptp(quad, axis=0)
    shift = np.array([0.5 + random.uniform(-0.5, 0.5) * view.aside for _ in range(2)])
    return np.asarray(quad - quad.min(axis=0) + room * shift, np.float32)


def put(sheet: Image, desk: Image, quad: NDArray[np.float32], shadow: float) -> Image:
    """The covered sheet on the desk, with the soft shadow of its edges."""
    height, width = desk.shape[:2]
    tall, wide = sheet.shape[:2]
    scale = float(np.linalg.norm(quad[3] - quad[0])) / tall
    if scale < 0.8:
        sheet = to_image(cv2.GaussianBlur(sheet, (0, 0), 0.42 / scale))
    start = np.array([[0, 0], [wide, 0], [wide, tall], [0, tall]], np.float32)
    seen = cv2.warpPerspective(sheet, cv2.getPerspectiveTransform(start, quad), (width, height), flags=cv2.INTER_LINEAR)
    cover = np.asarray(seen[..., 3], np.uint8)
    small = np.asarray(cv2.resize(cover, (width // 8, height // 8), interpolation=cv2.INTER_AREA), np.float32) / 255
    off = np.array([[1, 0, 2], [0, 1, 3]], np.float32)
    cast = cv2.warpAffine(np.asarray(cv2.GaussianBlur(small, (0, 0), 3), np.float32), off, (width // 8, height // 8))
    desk = device.lit(desk, np.asarray(1 - shadow * cast, np.float32))
    part = cv2.merge([cover, cover, cover])
    above = cv2.multiply(cv2.cvtColor(seen, cv2.COLOR_BGRA2BGR), part, scale=1 / 255)
    return to_image(cv2.add(above, cv2.multiply(desk, cv2.bitwise_not(part), scale=1 / 255)))


def taken(
    image: Image,
    random: Random,
    field: Field,
    *,
    softness: tuple[float, float] = (0.6, 1.0),
    luma: float = 2.5,
    warmth: float | None = None,
    quality: tuple[int, int] = (82, 94),
) -> Image:
    """The scene as the camera gives it: vignetting, white balance, lens, grain, sharpening, JPEG."""
    height, width = field.shape
    rows, columns = np.mgrid[0:height, 0:width]
    away = ((columns / width - 0.5) ** 2 + (rows / height - 0.5) ** 2) * 2
    light = field * (1 - random.uniform(0.03, 0.14) * away) * (1 + 0.015 * cloud(height, width, random, 5))
    image = device.lit(image, np.asarray(light, np.float32))
    warm = random.uniform(-0.05, 0.09) if warmth is None else warmth
    image = device.balanced(device.soft(image, random.uniform(*softness)), 1 - warm, 1 + warm * 0.6)
    image = device.grained(image, random, luma, luma * 0.4)
    if random.random() < 0.6:
        image = to_image(cv2.addWeighted(image, 1.4, cv2.GaussianBlur(image, (0, 0), 1.5), -0.4, 0))
    image = device.levels(image, random.uniform(0, 18), random.uniform(238, 252), random.uniform(0.85, 1.15))
    return device.jpeg(image, random.randint(*quality))
