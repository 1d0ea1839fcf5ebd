"""What scans and photographs of the seventh set share: JPEG, noise, creases, surfaces, a sheet laid on them."""

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image

Field = NDArray[np.float32]
"""A factor of the light, or a picture in linear numbers; height × width, with or without colours."""


def image(picture: NDArray[np.floating]) -> Image:
    """Numbers back to pixels."""
    return np.clip(picture, 0, 255).astype(np.uint8)


def jpeg(page: Image, quality: int) -> Image:
    """`page` as it comes out of a JPEG file."""
    _, packed = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(packed, cv2.IMREAD_COLOR).astype(np.uint8)


def generator(random: Random) -> np.random.Generator:
    return np.random.default_rng(random.getrandbits(32))


def grain(page: Image, sigma: float, random: Random) -> Image:
    """Noise of the sensor, the same in the three colours."""
    noise = generator(random).normal(0, sigma, page.shape[:2]).astype(np.float32)
    return image(page.astype(np.float32) + noise[:, :, None])


def mottle(height: int, width: int, cell: int, strength: float, random: Random) -> Field:
    """A smooth random factor about 1, its spots some `cell` pixels wide."""
    small = generator(random).normal(1, strength, (height // cell + 2, width // cell + 2)).astype(np.float32)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.float32)


def ramp(height: int, width: int, low: float, random: Random) -> Field:
    """Light that falls off across the frame from 1 to `low`."""
    angle = random.uniform(0, 2 * np.pi)
    x = np.linspace(-0.5, 0.5, width, dtype=np.float32)[None, :]
    y = np.linspace(-0.5, 0.5, height, dtype=np.float32)[:, None]
    along = np.float32(np.cos(angle)) * x + np.float32(np.sin(angle)) * y
    fall = np.float32((1 - low) / float(along.max() - along.min()))
    return (1 - fall * (along - along.min())).astype(np.float32)


def spread(mask: Field, sigma: float) -> Field:
    """`mask` with edges as wide as `sigma` pixels, reckoned on a smaller picture."""
    height, width = mask.shape
    step = max(1, int(sigma / 4))
    small = cv2.resize(mask, (width // step, height // step), interpolation=cv2.INTER_AREA)
    return cv2.resize(cv2.GaussianBlur(small, (0, 0), sigma / step), (width, height)).astype(np.float32)


def creased(page: Image, random: Random, count: int, depth: float = 26) -> Image:
    """Folds that were opened again: a dark line, shade on one side of it."""
    height, width = page.shape[:2]
    shade = np.zeros((height, width), np.float32)
    rows = np.arange(height, dtype=np.float32)[:, None]
    columns = np.arange(width, dtype=np.float32)[None, :]
    for number in range(count):
        middle = height * (number + 1) / (count + 1) + random.uniform(-0.03, 0.03) * height
        line = middle + (columns - width / 2) * random.uniform(-0.012, 0.012)
        away = rows - line
        side = random.choice((-1, 1))
        shade += depth * np.exp(-np.abs(away) / (0.012 * height)) * (np.sign(away) == side)
        shade += 1.9 * depth * np.exp(-((away / (0.0008 * height)) ** 2))
    return image(page.astype(np.float32) - shade[:, :, None])


def tilted(page: Image, degrees: float, around: tuple[int, int, int]) -> Image:
    """`page` turned a little within its frame; what comes to be seen beside it has the colour `around`."""
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    turned = cv2.warpAffine(
        page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=around
    )
    return turned.astype(np.uint8)


def surface(height: int, width: int, random: Random) -> Image:
    """A kitchen table, a desk pad, tiles or a bench of stone, out of focus."""
    kind = random.choice(("boards", "pad", "tiles", "stone"))
    tint = {"boards": (78, 122, 168), "pad": (72, 84, 60), "tiles": (150, 158, 160), "stone": (96, 96, 104)}[kind]
    base = np.full((height, width, 3), tint, np.float32) * random.uniform(0.75, 1.1)
    base *= mottle(height, width, 60 if kind == "stone" else 160, 0.06, random)[:, :, None]
    if kind == "boards":
        veins = cv2.resize(mottle(height, width, 14, 0.09, random)[: height // 24], (width, height))
        base *= veins[:, :, None]
        for y in range(random.randint(0, 200), height, height // 5):
            base[y : y + 5] *= 0.5
    if kind == "tiles":
        step = width // 4
        for edge in range(random.randint(0, step), max(height, width), step):
            base[edge : edge + 8] *= 0.7
            base[:, edge : edge + 8] *= 0.7
    return cv2.GaussianBlur(image(base), (0, 0), 2.5).astype(np.uint8)


Quad = tuple[tuple[float, float], ...]


def laid(page: Image, table: Image, corners: Quad) -> Image:
    """`page` on `table`, its corners (left upper, then clockwise) at these fractions of the frame, over its shadow."""
    height, width = table.shape[:2]
    target = np.array([(x * width, y * height) for x, y in corners], np.float32)
    wide = float(np.linalg.norm(target[1] - target[0]))
    scale = wide / page.shape[1]
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else page
    rows, columns = small.shape[:2]
    source = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float32)
    matrix = cv2.getPerspectiveTransform(source, target)
    laid_page = cv2.warpPerspective(small, matrix, (width, height), flags=cv2.INTER_CUBIC)
    mask = (
        cv2.warpPerspective(np.full((rows, columns), 255, np.uint8), matrix, (width, height)).astype(np.float32) / 255
    )
    shadow = spread(np.roll(mask, (width // 90, width // 120), (0, 1)), width / 110)
    under = table.astype(np.float32) * (1 - 0.5 * shadow[:, :, None])
    return image(under * (1 - mask[:, :, None]) + laid_page.astype(np.float32) * mask[:, :, None])


def around(random: Random, margin: float = 0.05, wild: float = 0.03) -> Quad:
    """Where a sheet's corners are in the frame: `margin` from its edges, each off by up to `wild`."""

    def off() -> float:
        return random.uniform(-wild, wild)

    low, high = margin, 1 - margin
    return (
        (low + 0.01 + off(), low + off()),
        (high - 0.01 + off(), low + off()),
        (high + off() / 2, high + off() / 2),
        (low + off() / 2, high + off() / 2),
    )


def lit(picture: Image, light: Field, colour: tuple[float, float, float] = (1, 1, 1)) -> Image:
    """`picture` (BGR) under `light` of this colour."""
    return image(picture.astype(np.float32) * light[:, :, None] * np.array(colour, np.float32))
