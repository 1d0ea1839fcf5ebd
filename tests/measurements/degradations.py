"""What happens to a printed code before somebody reads it. Grey pictures (uint8) in, grey pictures out.

Each takes a random generator, so that a campaign is the same each time. They are models: a campaign with real paper,
months in a wallet and real telephones is not replaced by them.
"""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Degradation = Callable[[Picture, np.random.Generator], Picture]


def scan_300(image: Picture, source: np.random.Generator) -> Picture:
    """An office scanner at 300 dpi: a little askew, a little soft."""
    return _noisy(_blurred(_turned(_scaled(image, 300 / 203), source.uniform(-3, 3)), 1.2), source, 4)


def scan_200(image: Picture, source: np.random.Generator) -> Picture:
    """A photocopier or fax at 200 dpi."""
    return _noisy(_blurred(_turned(_scaled(image, 200 / 203), source.uniform(-3, 3)), 0.9), source, 6)


def blur(image: Picture, source: np.random.Generator) -> Picture:
    """Out of focus: a blur of one and a half dots."""
    return _noisy(_blurred(image, 1.5), source, 4)


def contrast_12(image: Picture, source: np.random.Generator) -> Picture:
    """Nearly gone: the dark modules are 12 % darker than the paper."""
    pale = 200 - (255 - image.astype(np.float32)) * 0.12
    return _noisy(_blurred(_bytes(pale), 0.7), source, 2)


def fade_35(image: Picture, source: np.random.Generator) -> Picture:
    """Thermal paper left in the light: 35 % of the black is lost, unevenly, over yellowed paper."""
    height, width = image.shape
    patches = cv2.resize(source.uniform(0.55, 0.75, (6, 6)).astype(np.float32), (width, height))
    pale = 225 - (255 - image.astype(np.float32)) * patches
    return _noisy(_blurred(_bytes(pale), 0.8), source, 6)


def dead_elements(image: Picture, source: np.random.Generator) -> Picture:
    """A worn print head: three of its dots leave white lines down the paper."""
    worn = image.copy()
    for column in source.integers(0, image.shape[1], 3):
        worn[:, column] = 255
    return _noisy(_blurred(worn, 0.8), source, 4)


def scratches(image: Picture, source: np.random.Generator) -> Picture:
    """Keys in the same pocket: six scratches two dots wide."""
    worn = image.copy()
    height, width = image.shape
    for _ in range(6):
        start, end = (tuple(int(one) for one in source.integers(0, (width, height))) for _ in range(2))
        cv2.line(worn, start, end, 255, 2)
    return _noisy(_blurred(worn, 0.7), source, 4)


def stain_11(image: Picture, source: np.random.Generator) -> Picture:
    """A stain over 11 % of the picture, dark brown."""
    height, width = image.shape
    radius = int((0.11 * height * width / np.pi) ** 0.5)
    centre = tuple(int(one) for one in source.integers((radius, radius), (width - radius, height - radius)))
    stained = image.copy()
    cv2.circle(stained, centre, radius, 90, -1)
    mixed = np.minimum(image, cv2.addWeighted(image, 0.35, stained, 0.65, 0))
    return _noisy(_blurred(mixed, 0.7), source, 4)


def photo_640(image: Picture, source: np.random.Generator) -> Picture:
    """A telephone held above the paper, 640 pixels wide."""
    return _photographed(image, source, 640)


def photo_480(image: Picture, source: np.random.Generator) -> Picture:
    """The same with a poor camera, 480 pixels wide."""
    return _photographed(image, source, 480)


EVERY: dict[str, Degradation] = {
    "scan 300 dpi": scan_300,
    "scan 200 dpi": scan_200,
    "blur 1.5 dot": blur,
    "12 % contrast": contrast_12,
    "fade 35 %": fade_35,
    "dead elements": dead_elements,
    "scratches": scratches,
    "11 % stain": stain_11,
    "640 px photo": photo_640,
    "480 px photo": photo_480,
}


def _photographed(image: Picture, source: np.random.Generator, width: int) -> Picture:
    """Seen at an angle on a darker table, lit from one side, JPEG at quality 80. The code is about half as wide."""
    side = image.shape[0]
    share = source.uniform(0.55, 0.7) * width
    height = width * 3 // 4
    left, top = (width - share) / 2, (height - min(share, height * 0.92)) / 2
    share = min(share, height * 0.92)
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    seen = corners * share + (left, top) + source.uniform(-0.06, 0.06, (4, 2)) * share
    warp = cv2.getPerspectiveTransform(corners * side, seen.astype(np.float32))
    soft = cv2.GaussianBlur(image, (0, 0), max(0.4, side / share / 3))
    table = cv2.warpPerspective(soft, warp, (width, height), flags=cv2.INTER_AREA, borderValue=150)
    light = np.linspace(source.uniform(0.55, 0.9), 1.0, width, dtype=np.float32)
    taken = _noisy(_blurred(_bytes(table * light), 0.6), source, 5)
    _, coded = cv2.imencode(".jpg", taken, [cv2.IMWRITE_JPEG_QUALITY, 80])
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE), np.uint8)


def _scaled(image: Picture, factor: float) -> Picture:
    scaled = cv2.resize(
        image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
    )
    return np.asarray(scaled, np.uint8)


def _turned(image: Picture, degrees: float) -> Picture:
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(image, turn, (width, height), borderValue=255), np.uint8)


def _blurred(image: Picture, sigma: float) -> Picture:
    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), np.uint8)


def _noisy(image: Picture, source: np.random.Generator, sigma: float) -> Picture:
    return _bytes(image + source.normal(0, sigma, image.shape))


def _bytes(values: NDArray[np.floating]) -> Picture:
    return np.clip(values, 0, 255).astype(np.uint8)
