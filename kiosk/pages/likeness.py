"""The same sheet scanned twice, told from another month of the same form."""

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.ink import WORK_LENGTH, even_light, mask_of, paper_of, words_of
from kiosk.pages.model import Image
from kiosk.pages.pixels import fitted, grey_of

SIZE = (720, 1020)
"""Width and height of the map of words: A4 at 87 dpi, where a figure is eight dots high."""
SAME = 0.86
"""Two scans of one sheet measured 0.87 to 1.0, two months of one form 0.3 to 0.84."""
MARGIN = 0.025
PATCHES = (34, 9)
"""Rows and columns of the parts compared, about as large as an amount; each may lie a little elsewhere."""
REACH = 6
LEAST_INK = 0.02
ALIKE = 0.82
"""Correlation from which two parts show the same words."""


def fingerprint(page: Image) -> bytes:
    """Where words lie on an upright page, rules left out: 92 kB of bits."""
    grey = grey_of(fitted(page, WORK_LENGTH)[0])
    words = words_of(mask_of(even_light(grey, paper_of(grey))))
    top, left = round(words.shape[0] * MARGIN), round(words.shape[1] * MARGIN)
    words[:top], words[-top:], words[:, :left], words[:, -left:] = 0, 0, 0, 0
    return np.packbits(cv2.resize(words, SIZE, interpolation=cv2.INTER_AREA) > 70).tobytes()


def same_page(a: bytes, b: bytes) -> bool:
    """Whether both are of one sheet, laid anew, a little askew or shifted."""
    return likeness(a, b) >= SAME


def likeness(a: bytes, b: bytes) -> float:
    """From 0 to 1: the share of printed parts that show the same words. A stamp changes few, another month many."""
    first, second = _map(a), _map(b)
    if first.max() == 0 or second.max() == 0:
        return float(a == b)
    shift_x, shift_y = _shift(first, second)
    moved = cv2.warpAffine(second, np.array([[1, 0, shift_x], [0, 1, shift_y]], np.float32), SIZE)
    rows, columns = PATCHES
    height, width = SIZE[1] // rows, SIZE[0] // columns
    found: list[float] = []
    for y in range(0, rows * height, height):
        for x in range(0, columns * width, width):
            patch = first[y : y + height, x : x + width]
            area = moved[max(0, y - REACH) : y + height + REACH, max(0, x - REACH) : x + width + REACH]
            if patch.mean() < LEAST_INK and area.mean() < LEAST_INK:
                continue
            if patch.std() < 1e-3 or area.std() < 1e-3:
                found.append(0.0)
                continue
            found.append(float(cv2.matchTemplate(area, patch, cv2.TM_CCOEFF_NORMED).max()))
    if not found:
        return float(a == b)
    return float(np.mean(np.array(found) > ALIKE))


def _shift(first: NDArray[np.float32], second: NDArray[np.float32]) -> tuple[float, float]:
    """How far `second` must move to lie on `first`, in dots."""
    reach = 22
    half = (SIZE[0] // 2, SIZE[1] // 2)
    small = cv2.GaussianBlur(cv2.resize(second, half, interpolation=cv2.INTER_AREA), (0, 0), 2)
    wide = cv2.copyMakeBorder(
        cv2.GaussianBlur(cv2.resize(first, half, interpolation=cv2.INTER_AREA), (0, 0), 2),
        reach,
        reach,
        reach,
        reach,
        cv2.BORDER_CONSTANT,
        value=0,
    )
    _, _, _, place = cv2.minMaxLoc(cv2.matchTemplate(wide, small, cv2.TM_CCORR))
    return 2.0 * (place[0] - reach), 2.0 * (place[1] - reach)


def _map(data: bytes) -> NDArray[np.float32]:
    bits = np.unpackbits(np.frombuffer(data, np.uint8))[: SIZE[0] * SIZE[1]].reshape(SIZE[1], SIZE[0])
    return cv2.GaussianBlur(bits.astype(np.float32), (0, 0), 1.1).astype(np.float32)
