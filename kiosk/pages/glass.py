"""What lies on a glass that should be empty: nothing, dust, or a sheet that someone left there."""

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
import zxingcpp

from kiosk.pages.model import Image
from kiosk.pages.pixels import Pixels, grey_of, scaled

DPI = 100.0
"""Dust is a speck of half a millimetre: two pixels. Finer grain is the sensor's own."""

BORDER_MM = 6.0
"""The shadow of the lid's edge."""

DARKER = 38
"""Grey levels below its surroundings."""

LEAST_MM2 = 0.12
DARK = 110
"""Mean grey of a glass whose lid is open, in a room."""

SHEET_SHARE = 0.004
"""Of the glass. A page with five lines of text covers more; twenty specks of dust cover a quarter of it."""

MOST_SPECKS = 80
STREAK_MM = 60.0
MM_PER_INCH = 25.4


class Glass(StrEnum):
    """How the glass is."""

    CLEAN = "clean"
    DIRTY = "dirty_glass"
    SHEET_LEFT = "sheet_left"
    LID_OPEN = "lid_open"


@dataclass(frozen=True, slots=True)
class GlassLook:
    """`specks` are the middles of what is to be wiped off, in millimetres from the top left, the largest first."""

    state: Glass
    specks: tuple[tuple[int, int], ...] = ()
    codes: tuple[str, ...] = ()
    """The texts of the QR codes that lie there."""


def look_at_glass(image: Image, dpi: float | None) -> GlassLook:
    """What a scan of the glass shows. `dpi` None: an A4 page is taken to fill the width."""
    grey = grey_of(image)
    found = tuple(code.text for code in zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode))
    dpi = dpi or grey.shape[1] / 210.0 * MM_PER_INCH
    grey = scaled(grey, min(1.0, DPI / dpi))
    per_mm = min(dpi, DPI) / MM_PER_INCH
    border = round(BORDER_MM * per_mm)
    grey = grey[border:-border, border:-border]
    if grey.size == 0 or float(grey.mean()) < DARK:
        return GlassLook(Glass.LID_OPEN, codes=found)
    count, _, stats, middles = cv2.connectedComponentsWithStats(_spots(grey), connectivity=8)
    areas = stats[1:count, cv2.CC_STAT_AREA] / per_mm**2
    large = [index for index in np.argsort(-areas) if areas[index] >= LEAST_MM2]
    share = float(areas.sum()) * per_mm**2 / grey.size
    streaks = [i for i in large if stats[i + 1, cv2.CC_STAT_HEIGHT] / per_mm >= STREAK_MM]
    if found or len(large) > MOST_SPECKS or (share > SHEET_SHARE and not streaks):
        return GlassLook(Glass.SHEET_LEFT, codes=found)
    specks = tuple(
        (round(middles[i + 1][0] / per_mm + BORDER_MM), round(middles[i + 1][1] / per_mm + BORDER_MM)) for i in large
    )
    return GlassLook(Glass.DIRTY if specks else Glass.CLEAN, specks)


def _spots(grey: Pixels) -> Pixels:
    """1 where a pixel is clearly darker than what is around it: an even shade of the lid does not count."""
    around = cv2.medianBlur(grey, 41)
    darker = cv2.subtract(around, grey)
    return np.asarray(darker > DARKER, np.uint8)
