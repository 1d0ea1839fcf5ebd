"""What pictures of paper are made with: seeds, uneven fields, grain, tones, where the ink is."""

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image

Floats = NDArray[np.float32]
Noise = np.random.Generator


def seeded(random: Random) -> Noise:
    return np.random.default_rng(random.getrandbits(63))


def uneven(noise: Noise, height: int, width: int, cells: int) -> Floats:
    """A smooth field between about -1 and 1 with some `cells` hills across."""
    down = max(2, round(cells * height / width))
    small = noise.standard_normal((down + 2, cells + 2)).astype(np.float32) * 0.6
    field: Floats = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.float32, copy=False)
    return field


def fine(noise: Noise, height: int, width: int) -> Floats:
    grain: Floats = noise.standard_normal((height, width), dtype=np.float32)
    return grain


def clipped(picture: Floats) -> Image:
    return np.clip(picture, 0, 255).astype(np.uint8)


def floats(image: Image) -> Floats:
    return image.astype(np.float32)


def grained(picture: Floats, noise: Noise, sigma: float, colour: float = 0.4) -> Floats:
    """The noise of a sensor: more in the light of each pixel than in its colours, these in wider spots."""
    height, width = picture.shape[:2]
    picture = picture + (sigma * fine(noise, height, width))[..., None]
    spots = noise.standard_normal((height // 2 + 1, width // 2 + 1, 3), dtype=np.float32) * sigma * colour * 1.6
    spread = cv2.resize(spots, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32, copy=False)
    return picture + spread


def compressed(image: Image, quality: int) -> Image:
    _, coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), dtype=np.uint8)


def grey(image: Image) -> Image:
    return np.asarray(cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), dtype=np.uint8)


def soft(picture: Floats, sigma: float) -> Floats:
    blurred: Floats = cv2.GaussianBlur(picture, (0, 0), sigma).astype(np.float32, copy=False)
    return blurred


def scaled(image: Image, width: int, height: int) -> Image:
    smaller = width < image.shape[1]
    way = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, (width, height), interpolation=way), dtype=np.uint8)


def on_paper(page: Image, noise: Noise, white: float = 245, black: float = 38) -> Floats:
    """The page as a printer lays it on paper: fibres, toner not quite even, edges that spread a little."""
    height, width = page.shape[:2]
    drawn = np.asarray(cv2.GaussianBlur(page, (0, 0), 0.55 * width / 1654), dtype=np.uint8)
    sheet = floats(drawn) * np.float32((white - black) / 255) + np.float32(black)
    toner = 1 - cv2.cvtColor(drawn, cv2.COLOR_BGR2GRAY).astype(np.float32) / np.float32(255)
    mottled = uneven(noise, height, width, 60) * 5 * toner
    fibres = soft(fine(noise, height, width), 1.1) * 2.0 + uneven(noise, height, width, 9) * 1.2
    laid: Floats = sheet + (mottled + fibres)[..., None]
    return laid


def inked(page: Image) -> NDArray[np.bool_]:
    """Where print is, on the page as it was drawn."""
    ink: NDArray[np.bool_] = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY) < 150
    return ink


def printed_area(page: Image) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the print."""
    ink = inked(page)
    across, down = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if not len(across):
        return 0, 0, page.shape[1], page.shape[0]
    return int(across[0]), int(down[0]), int(across[-1]), int(down[-1])


def densest(page: Image, random: Random, reach: float) -> tuple[int, int]:
    """A point around which, within `reach` of the width, there is much print."""
    size = max(3, round(reach * page.shape[1] / 8)) | 1
    small = cv2.resize(inked(page).astype(np.float32), None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA)
    much = cv2.blur(small, (size, size), borderType=cv2.BORDER_CONSTANT)
    edge = size // 2
    much[:edge], much[-edge:], much[:, :edge], much[:, -edge:] = 0, 0, 0, 0
    rows, columns = np.nonzero(much >= 0.85 * much.max())
    place = random.randrange(len(rows))
    return int(columns[place]) * 8, int(rows[place]) * 8


def tinted(picture: Floats, blue: float, green: float, red: float) -> Floats:
    coloured: Floats = picture * np.array((blue, green, red), dtype=np.float32)
    return coloured


def turned_by(picture: Floats, degrees: float, around: tuple[float, float, float]) -> Floats:
    """Askew on the glass; `around` is the colour that comes in at the borders."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    turned: Floats = cv2.warpAffine(
        picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=around
    ).astype(np.float32)
    return turned
