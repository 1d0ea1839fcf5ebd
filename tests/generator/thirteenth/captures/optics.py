"""What light, lens and sensor do to a picture; nothing here knows what is in it."""

from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.pages.model import Image

Plane = npt.NDArray[np.float32]
"""One value for each pixel, mostly around 1."""


def picture(values: npt.NDArray[np.generic]) -> Image:
    return np.asarray(np.clip(values, 0, 255), np.uint8)


def generator(random: Random) -> np.random.Generator:
    return np.random.default_rng(random.getrandbits(64))


def uneven(random: Random, shape: tuple[int, ...], cells: int, low: float, high: float) -> Plane:
    """Smooth ups and downs between `low` and `high`, about `cells` of them along each side."""
    small = generator(random).uniform(low, high, (cells + 2, cells + 2)).astype(np.float32)
    wide = cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(wide, low, high), dtype=np.float32)


def slope(shape: tuple[int, ...], angle: float, low: float, high: float) -> Plane:
    """From `low` to `high` across the picture, in the direction `angle` in degrees."""
    x = np.linspace(-1, 1, shape[1], dtype=np.float32)[None, :] * np.float32(np.cos(np.radians(angle)))
    y = np.linspace(-1, 1, shape[0], dtype=np.float32)[:, None] * np.float32(np.sin(np.radians(angle)))
    along = (x + y) / (abs(np.cos(np.radians(angle))) + abs(np.sin(np.radians(angle))))
    return np.asarray(low + (high - low) * (along + 1) / 2, dtype=np.float32)


def lit(image: Image, light: Plane) -> Image:
    found = np.empty_like(image)
    for channel in range(3):
        found[:, :, channel] = cv2.multiply(np.ascontiguousarray(image[:, :, channel]), light, dtype=cv2.CV_8U)
    return found


def vignette(shape: tuple[int, ...], loss: float) -> Plane:
    x = np.linspace(-1, 1, shape[1], dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, shape[0], dtype=np.float32)[:, None]
    return (1 - loss * (x * x + y * y) / 2).astype(np.float32)


def toned(image: Image, gain: float = 1, gamma: float = 1, lift: float = 0) -> Image:
    """Exposure, then gamma, then a veil that lifts the black."""
    levels = np.clip(np.arange(256) / 255 * gain, 0, 1) ** gamma
    return np.asarray(cv2.LUT(image, picture(lift + levels * (255 - lift))), np.uint8)


def cast(image: Image, blue: float, green: float, red: float) -> Image:
    """White balance that is off."""
    table = np.stack([picture(np.arange(256) * one) for one in (blue, green, red)], axis=-1)
    return np.asarray(cv2.LUT(image, table[:, None, :]), np.uint8)


def noisy(image: Image, random: Random, sigma: float, colour: float = 0) -> Image:
    """Noise of the sensor, `colour` of it in larger coloured spots."""
    drawn = generator(random)
    height, width = image.shape[:2]
    grain = (drawn.standard_normal((height, width), np.float32) * sigma)[:, :, None]
    values = image.astype(np.float32) + grain
    if colour:
        spots = drawn.standard_normal((height // 3, width // 3, 3), np.float32) * (sigma * colour)
        values += cv2.resize(spots, (width, height), interpolation=cv2.INTER_LINEAR)
    return picture(values)


def jpeg(image: Image, quality: int) -> Image:
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def soft(image: Image, sigma: float) -> Image:
    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), np.uint8)


def defocused(image: Image, radius: int) -> Image:
    """A lens out of focus: each point is a disc."""
    kernel = np.zeros((2 * radius + 1, 2 * radius + 1), np.float32)
    cv2.circle(kernel, (radius, radius), radius, 1.0, -1)
    return np.asarray(cv2.filter2D(image, -1, kernel / kernel.sum()), np.uint8)


def shaken(image: Image, random: Random, length: int) -> Image:
    """The camera moved by `length` pixels along a slightly bent path."""
    size, angle, bend = length | 1, random.uniform(0, 2 * np.pi), random.uniform(-0.6, 0.6)
    along = np.linspace(-0.5, 0.5, 40) * (length - 3)
    turn = angle + bend * along / max(length, 1)
    kernel = np.zeros((size, size), np.float32)
    points = np.stack([size / 2 + along * np.cos(turn), size / 2 + along * np.sin(turn)], axis=1).astype(np.int32)
    cv2.polylines(kernel, [points.reshape(-1, 1, 2)], False, 1.0, 1, cv2.LINE_AA)
    return np.asarray(cv2.filter2D(image, -1, kernel / kernel.sum()), np.uint8)
