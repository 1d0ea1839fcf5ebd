"""The picture of a page that is sent: grey, A4, as light as its amounts stay legible."""

import time
from collections.abc import Sequence

import cv2
import numpy as np

from kiosk.pages.ink import Grey
from kiosk.pages.legible import lost, printed_amounts
from kiosk.pages.model import Image, Reading
from kiosk.pages.pixels import grey_of, scaled
from kiosk.pages.text import OutOfTime

A4_INCHES = 11.69
STEPS = ((200, 46), (200, 62), (250, 62), (300, 70))
"""Dots per inch and JPEG quality, the lightest first. It was enough for every generated payslip."""
LIGHTER = (38, 30, 22)
"""Qualities for pages that are too large at the first step: photographs and thick grain."""
LARGEST_PAGE = 300_000 - 12_000
"""Bytes of a picture: a page of 300 kB, less its words."""
LEAST_LEGIBLE = 0.97
"""Share of the amounts that must be read again."""


def light_jpeg(page: Image) -> bytes:
    """`page` at the first step, lighter where that is too large; nothing is read again."""
    data = _jpeg(_small(page, STEPS[0][0]), STEPS[0][1])
    for quality in LIGHTER:
        if len(data) <= LARGEST_PAGE:
            break
        data = _jpeg(_small(page, STEPS[0][0]), quality)
    return data


def legible_jpeg(reading: Reading, languages: Sequence[str], seconds: float) -> bytes:
    """The lightest picture of the page on which at least `LEAST_LEGIBLE` of its amounts are read again.

    Where none of the steps gives that within the limit of size and `seconds`, the one that lost the fewest.
    """
    best = light_jpeg(reading.page)
    printed = printed_amounts(reading)
    if not printed:
        return best
    end, page, fewest = time.monotonic() + seconds, grey_of(reading.page), len(printed) + 1
    for dpi, quality in STEPS:
        data = best if (dpi, quality) == STEPS[0] else _jpeg(_small(reading.page, dpi), quality)
        if len(data) > LARGEST_PAGE:
            break
        copy = np.asarray(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8)
        try:
            missing = len(lost(copy, page, printed, languages, end - time.monotonic()))
        except OutOfTime:
            break
        if missing < fewest:
            best, fewest = data, missing
        if missing <= (1 - LEAST_LEGIBLE) * len(printed):
            break
    return best


def _small(page: Image, dpi: int) -> Grey:
    grey = grey_of(scaled(page, min(1.0, dpi * A4_INCHES / max(page.shape[:2]))))
    return _whitened(grey)


def _whitened(grey: Grey) -> Grey:
    """Paper made plain white: its grain would cost half of the bytes and tells nothing."""
    levels = np.arange(256, dtype=np.float32)
    curve = np.where(levels > 228, 255, np.minimum(levels * (255 / 232), 255))
    return cv2.LUT(grey, curve.astype(np.uint8)).astype(np.uint8)


def _jpeg(grey: Grey, quality: int) -> bytes:
    done, encoded = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1])
    if not done:
        raise ValueError("the page cannot be written as JPEG")
    return encoded.tobytes()
