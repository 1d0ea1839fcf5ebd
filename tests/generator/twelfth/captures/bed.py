"""The scanner: a sheet drawn through the feeder or laid on the glass under its lid."""

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image
from tests.generator.twelfth.captures.device import cloud, grained, jpeg, levels, lit, soft, to_image


def laid(page: Image, turn: NDArray[np.float64], size: tuple[int, int], lid: int, shadow: float = 0.25) -> Image:
    """The sheet moved by `turn` onto a bed of `size` (height, width), with the thin shadow of its edge on the lid."""
    height, width = size
    mask = np.full(page.shape[:2], 255, np.uint8)
    moved = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    cover = np.asarray(cv2.warpAffine(mask, turn, (width, height)), np.float32) / 255
    off = np.array([[1, 0, 4], [0, 1, 5]], np.float32)
    cast = cv2.warpAffine(np.asarray(cv2.GaussianBlur(cover, (0, 0), 4), np.float32), off, (width, height))
    bed = lid * (1 - shadow * cast)
    return to_image(moved * cover[..., None] + (bed * (1 - cover))[..., None])


def turning(page: Image, degrees: float, size: tuple[int, int], x: float = 0, y: float = 0) -> NDArray[np.float64]:
    """The turn that lays the sheet's middle at that of the bed, `x` and `y` pixels aside."""
    height, width = page.shape[:2]
    turn = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1), np.float64)
    turn[:, 2] += ((size[1] - width) / 2 + x, (size[0] - height) / 2 + y)
    return turn


def whole(page: Image, random: Random, skew: float, lid: int, spare: float) -> Image:
    """All the sheet on a bed larger than it by `spare`, as skew as asked."""
    height, width = page.shape[:2]
    extra = abs(np.sin(np.radians(skew)))
    size = (int(height * (1 + spare) + width * extra), int(width * (1 + spare) + height * extra))
    aside = random.uniform(-spare, spare) / 2 * width, random.uniform(-spare, spare) / 2 * height
    return laid(page, turning(page, skew, size, *aside), size, lid)


def streaked(image: Image, random: Random) -> Image:
    """One or two faint lines down the picture, from dust on the feeder's glass."""
    image = image.copy()
    for _ in range(random.randint(1, 2)):
        x, wide = random.randrange(image.shape[1] - 4), random.randint(1, 2)
        image[:, x : x + wide] = to_image(image[:, x : x + wide] * random.uniform(0.8, 0.93))
    return image


def specked(image: Image, random: Random, count: int) -> Image:
    """Dust: small specks anywhere."""
    image = image.copy()
    for _ in range(count):
        at = random.randrange(image.shape[1]), random.randrange(image.shape[0])
        cv2.circle(image, at, random.choice((0, 1, 1, 2)), (random.randint(90, 170),) * 3, -1)
    return image


def sensed(image: Image, random: Random, *, quality: tuple[int, int] = (78, 94)) -> Image:
    """What the scanner's sensor and its driver make of it."""
    dots = image.shape[1] / 1654
    image = soft(image, random.uniform(0.35, 0.6) * dots)
    image = levels(image, random.uniform(12, 38), random.uniform(238, 253), random.uniform(0.9, 1.1))
    small = cloud(image.shape[0] // 16, image.shape[1] // 16, random, 3) * 0.015 + 1
    image = grained(
        lit(image, np.asarray(small, np.float32)), random, random.uniform(0.8, 2.2), random.uniform(0.3, 0.9)
    )
    return jpeg(image, random.randint(*quality))
