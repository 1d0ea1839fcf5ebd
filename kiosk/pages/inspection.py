"""The verdict before any reading: fast, and without a word recognised; and the page, made good to read."""

import cv2
import numpy as np

from kiosk.pages.ink import Ink
from kiosk.pages.model import Image, Inspection
from kiosk.pages.pixels import rough, strongest, weakest
from kiosk.pages.sheet import A4_RATIO, find_sheet
from kiosk.pages.skew import find_skew, straighten

A4_LONG_SIDE = 11.69
"""Inches."""
LEAST_SKEW = 0.15
FLAT_TARGET = 245
BAND_COLOUR, BAND_DARK = 0.5, 0.35
"""Share by which the colours of a printed band differ, and of the page's light that a black one has: no light and no
shadow on white paper is like that."""
BAND_PRINT = 15
"""Pixels, as light is measured, that a line of print on a band is not higher than: 2 cm on A4."""
LIGHT_SCALE = 1 / 16
"""Of the full page, at which its light is measured."""


def inspect(image: Image, dpi: float | None, to_show: bool = False) -> Inspection:
    """What is wrong with the capture `image`, and the page cut out of it, straightened and evenly lit.

    `to_show`: the page is only to be shown and compared: it is handed back at working size, in half the time.
    """
    sheet = find_sheet(image)
    resolution = _resolution(sheet.page, dpi)
    page, scale = (sheet.small, sheet.ink.scale) if to_show else (sheet.page, 1.0)
    if not sheet.problems:
        page = _improved(page, sheet.ink, LIGHT_SCALE / scale)
    return Inspection(problems=sheet.problems, page=page, dpi=resolution * scale)


def _improved(page: Image, ink: Ink, light_scale: float) -> Image:
    """Lines levelled, light evened out; colours, stamps and handwriting stay."""
    skew = find_skew(ink.mask)
    if abs(skew) >= LEAST_SKEW:
        page = straighten(page, skew)
    light = light_of(rough(page, light_scale))
    full = cv2.resize(light, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(page, np.maximum(full, 40), scale=FLAT_TARGET), np.uint8)


def light_of(small: Image) -> Image:
    """The light on each place of the paper, by colour. Where a printed band covers the paper, that of the page."""
    light = np.asarray(cv2.medianBlur(cv2.dilate(small, np.ones((3, 3), np.uint8)), 11), np.uint8)
    most, least = strongest(light).astype(np.float32), weakest(light).astype(np.float32)
    usual = np.median(light.reshape(-1, 3), axis=0)
    band = (most - least > BAND_COLOUR * np.maximum(most, 1)) | (most < BAND_DARK * usual.max())
    # print within a band is as light as paper: its surroundings are the band's
    around = cv2.morphologyEx(band.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((BAND_PRINT, BAND_PRINT), np.uint8))
    light[around > 0] = usual.astype(np.uint8)
    return np.asarray(cv2.GaussianBlur(light, (0, 0), 3), np.uint8)


def _resolution(page: Image, dpi: float | None) -> float:
    """Dots per inch: from the sheet's size where it has the shape of A4, else what the file says, else a guess."""
    long_side, short_side = max(page.shape[:2]), min(page.shape[:2])
    if A4_RATIO[0] <= long_side / short_side <= A4_RATIO[1]:
        return float(long_side / A4_LONG_SIDE)
    return dpi if dpi and dpi >= 72 else 200.0
