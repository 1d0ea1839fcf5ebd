"""What every device does to a picture: softness, tone, light, grain and JPEG."""

from random import Random
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image

Field = NDArray[np.float32]


def dice(random: Random) -> np.random.Generator:
    """A generator of arrays that follows from `random`."""
    return np.random.default_rng(random.getrandbits(63))


def to_image(values: NDArray[Any]) -> Image:
    """Any values as bytes, those out of range clipped."""
    plain = values if values.dtype == np.uint8 else np.clip(values, 0, 255)
    return plain.astype(np.uint8, copy=False)


def resized(values: NDArray[Any], height: int, width: int) -> Field:
    """A field at another size, in float32."""
    return np.asarray(cv2.resize(values.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC), np.float32)


def cloud(height: int, width: int, random: Random, lumps: int) -> Field:
    """Soft lumps within -1 and 1, about `lumps` of them along the longer side."""
    longer = max(height, width)
    rows, columns = (max(3, lumps * side // longer + 1) for side in (height, width))
    return np.clip(resized(dice(random).standard_normal((rows, columns)) / 2, height, width), -1, 1)


def lit(image: Image, field: Field) -> Image:
    """The picture times a field of light, which may be given at a smaller size."""
    full = cv2.resize(field, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR)
    return to_image(cv2.multiply(image, cv2.merge([full, full, full]), dtype=cv2.CV_8U))


def soft(image: Image, sigma: float) -> Image:
    """The picture out of focus by `sigma` pixels."""
    return to_image(cv2.GaussianBlur(image, (0, 0), sigma)) if sigma > 0.05 else image


def levels(image: Image, black: float, white: float, gamma: float = 1.0) -> Image:
    """Tones between `black` and `white`."""
    steps = np.linspace(0, 1, 256) ** gamma * (white - black) + black
    return to_image(cv2.LUT(image, to_image(steps)))


def balanced(image: Image, blue: float, red: float) -> Image:
    """The white balance moved: factors of blue and red."""
    steps = np.arange(256)
    table = to_image(np.stack([steps * blue, steps, steps * red], axis=1)).reshape(1, 256, 3)
    return to_image(cv2.LUT(image, table))


def grained(image: Image, random: Random, luma: float, chroma: float = 0.0) -> Image:
    """Noise of a sensor: fine in light, coarse in colour; `luma` and `chroma` are standard deviations in levels."""
    height, width = image.shape[:2]
    fine = dice(random).standard_normal((height, width), np.float32)
    fine = np.asarray(cv2.GaussianBlur(fine, (0, 0), 0.6), np.float32) * (luma * 1.9)
    layers = [np.asarray(fine)] * 3
    if chroma:
        coarse = dice(random).standard_normal((3, height // 4 + 1, width // 4 + 1), np.float32) * chroma
        layers = [np.asarray(fine + cv2.resize(one, (width, height)), np.float32) for one in coarse]
    return to_image(cv2.add(image, cv2.merge(layers), dtype=cv2.CV_8U))


def jpeg(image: Image, quality: int) -> Image:
    """The picture after JPEG of this quality."""
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return to_image(np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR)))


def grey(image: Image) -> Image:
    """The picture without its colours, still in three layers."""
    return to_image(cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR))
