"""The same sheet scanned twice, told from another month of the same form."""

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.ink import find_ink
from kiosk.pages.model import Image

SIZE = (240, 340)
"""Width and height of the ink map: A4 at 29 dpi, where a figure is two or three dots."""
SAME = 0.55
REACH = 12


def fingerprint(page: Image) -> bytes:
    """Where ink lies on an upright page, cropped to its print. 81 600 bits; nothing can be read from it."""
    ink = find_ink(page)
    box = _printed_box(ink.mask)
    cut = ink.mask[box[1] : box[3], box[0] : box[2]]
    small = cv2.resize(cut, SIZE, interpolation=cv2.INTER_AREA)
    return np.packbits(small > 40).tobytes()


def same_page(a: bytes, b: bytes) -> bool:
    """Whether both are of one sheet, laid anew, a little askew or shifted."""
    return likeness(a, b) >= SAME


def likeness(a: bytes, b: bytes) -> float:
    """From 0 to 1: how well the ink of both coincides in the worst part of the page, after aligning each part."""
    first, second = _map(a), _map(b)
    worst: list[float] = []
    rows, columns = 6, 4
    for row in range(rows):
        for column in range(columns):
            y, x = row * SIZE[1] // rows, column * SIZE[0] // columns
            height, width = SIZE[1] // rows, SIZE[0] // columns
            patch = first[y : y + height, x : x + width]
            if patch.mean() < 0.02:
                continue
            y0, x0 = max(0, y - REACH), max(0, x - REACH)
            area = second[y0 : y + height + REACH, x0 : x + width + REACH]
            worst.append(float(cv2.matchTemplate(area, patch, cv2.TM_CCOEFF_NORMED).max()))
    if not worst:
        return 1.0 if a == b else 0.0
    # different figures change some parts only: the mean would hide them
    return float(np.mean(sorted(worst)[: max(2, len(worst) // 3)]))


def _map(data: bytes) -> NDArray[np.float32]:
    bits = np.unpackbits(np.frombuffer(data, np.uint8))[: SIZE[0] * SIZE[1]].reshape(SIZE[1], SIZE[0])
    return cv2.GaussianBlur(bits.astype(np.float32), (0, 0), 0.8).astype(np.float32)


def _printed_box(mask: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """The box of nearly all ink; dust in the margins does not move it."""
    across, down = mask.astype(bool).sum(axis=0).cumsum(), mask.astype(bool).sum(axis=1).cumsum()
    if across[-1] == 0:
        return 0, 0, mask.shape[1], mask.shape[0]
    left, right = (int(np.searchsorted(across, across[-1] * share)) for share in (0.004, 0.996))
    top, bottom = (int(np.searchsorted(down, down[-1] * share)) for share in (0.004, 0.996))
    return left, top, max(right, left + 8), max(bottom, top + 8)
