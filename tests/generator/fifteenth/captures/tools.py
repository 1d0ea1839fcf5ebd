"""What every device does to a picture: grain, light, focus, compression; and where the print of a page stands."""

from random import Random
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.pages.model import Image

Field = npt.NDArray[np.floating[Any]]
Colour = tuple[int, int, int]
Lot = np.random.Generator


def lot(random: Random) -> Lot:
    return np.random.default_rng(random.getrandbits(32))


def picture(values: Any) -> Image:
    given: Any = np.asarray(values, np.float32)
    nothing: Any = 0.0
    return np.asarray(cv2.add(given, nothing, dtype=cv2.CV_8U), np.uint8)


def mm(page: Image, length: float) -> int:
    """`length` in pixels of an A4 page."""
    return max(1, int(length * page.shape[1] / 210 + 0.5))


def resized(field: Any, width: int, height: int, way: int = cv2.INTER_CUBIC) -> Field:
    return np.asarray(cv2.resize(np.asarray(field, np.float32), (width, height), interpolation=way), np.float32)


def waves(rng: Lot, height: int, width: int, across: int, down: int, low: float, high: float) -> Field:
    """A soft field between `low` and `high` with so many hills across and down."""
    small = rng.random((down + 1, across + 1), dtype=np.float32)
    return np.asarray(np.clip(low + (high - low) * resized(small, width, height), low, high), np.float32)


def slope(height: int, width: int, degrees: float, start: float, end: float) -> Field:
    """From `start` to `end` along a direction."""
    y, x = np.mgrid[0 : height // 8 + 1, 0 : width // 8 + 1].astype(np.float32)
    along = x / (width / 8) * np.cos(np.radians(degrees)) + y / (height / 8) * np.sin(np.radians(degrees))
    along = (along - along.min()) / (along.max() - along.min())
    return resized(start + (end - start) * along, width, height, cv2.INTER_LINEAR)


def lit(image: Image, field: Field) -> Image:
    return picture(image * field[:, :, None])


def tinted(image: Image, blue: float, green: float, red: float) -> Image:
    table = np.arange(256, dtype=np.float32)[:, None] * np.array([[blue, green, red]], np.float32)
    return np.asarray(cv2.LUT(image, picture(table)[:, None, :]), np.uint8)


def toned(image: Image, black: float, white: float, gamma: float = 1.0) -> Image:
    """Ink and paper brought to other levels."""
    steps = (np.arange(256) / 255) ** gamma
    return np.asarray(cv2.LUT(image, picture(black + (white - black) * steps)), np.uint8)


def soft(image: Image, sigma: float) -> Image:
    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), np.uint8)


def grained(image: Image, rng: Lot, light: float, colour: float = 0.0) -> Image:
    """Noise of the sensor: finer in light, coarser in colour."""
    height, width = image.shape[:2]
    noise = rng.standard_normal((height, width), np.float32) * light
    result = image.astype(np.float32) + noise[:, :, None]
    if colour:
        small = rng.standard_normal((height // 2 + 1, width // 2 + 1, 3), np.float32) * colour
        result += np.asarray(cv2.resize(small, (width, height)), np.float32)
    return picture(result)


def packed(image: Image, quality: int) -> Image:
    """Through JPEG."""
    data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def grey(image: Image) -> Image:
    return np.asarray(cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), np.uint8)


def mixed(under: Image, over: Any, share: Field) -> Image:
    """`over` (a picture or a colour) laid on `under` where `share` is 1."""
    weight = share[:, :, None]
    return picture(under * (1 - weight) + np.asarray(over, np.float32) * weight)


def shifted(image: Image, degrees: float, dx: float, dy: float, ground: Colour) -> Image:
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    turn[:, 2] += np.array((dx, dy))
    return np.asarray(cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=ground), np.uint8)


def ink(page: Image) -> npt.NDArray[np.bool_]:
    """Where print stands, rules and shades left out: what is dark in a small way."""
    dark = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY) < 120
    across = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_OPEN, np.ones((1, mm(page, 9)), np.uint8))
    down = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_OPEN, np.ones((mm(page, 9), 1), np.uint8))
    return np.asarray(dark & (across == 0) & (down == 0), np.bool_)


def extent(page: Image) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of the print."""
    marks = ink(page)
    rows, cols = np.flatnonzero(marks.sum(1) > 2), np.flatnonzero(marks.sum(0) > 2)
    return int(cols[0]), int(rows[0]), int(cols[-1]), int(rows[-1])


def free_place(page: Image, width: int, height: int, random: Random) -> tuple[int, int] | None:
    """The upper left corner of a place without print or rules, or nothing where there is none."""
    small = cv2.resize(page, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    busy = cv2.integral((small.min(axis=2) < 200).astype(np.uint8))
    across, down = width // 4, height // 4
    edge = small.shape[1] // 25
    full = busy[down:, across:] - busy[:-down, across:] - busy[down:, :-across] + busy[:-down, :-across]
    places = np.argwhere(full[edge:-edge, edge:-edge] == 0)
    if not len(places):
        return None
    y, x = places[random.randrange(len(places))] + edge
    return int(x) * 4, int(y) * 4
