"""Words on a picture, by tesseract. The only module that knows which engine reads."""

import functools
import os
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import PIL.Image
import pytesseract
from numpy.typing import NDArray

from kiosk.pages.ink import Grey
from kiosk.pages.model import UnusableInput
from kiosk.pages.pixels import scaled
from kiosk.words import mark

SPARSE = 11
"""Page segmentation: words wherever they are. On payslips it reads 97 % of the words, the default 95 %, one
block 85 %."""
LEAST_CONFIDENCE = 0.05
LARGE_PRINT = 31
"""Pixels (A4 at 200 dpi) that no stroke of the print on a bar is wider than."""


class ReaderUnavailable(UnusableInput):
    """The engine or one of its languages is not installed on this machine."""


class OutOfTime(Exception):
    """The time allowed for a page is over."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with its box in pixels of the picture given, its confidence from 0 to 1, and the engine's own line."""

    text: str
    x: int
    y: int
    width: int
    height: int
    confidence: float


def require(languages: Sequence[str]) -> None:
    """Raise `ReaderUnavailable`, with the remedy, unless the engine can read all `languages`."""
    try:
        known = _installed()
    except (pytesseract.TesseractNotFoundError, OSError) as missing:
        raise ReaderUnavailable(
            mark("Le logiciel de lecture manque : apt install tesseract-ocr tesseract-ocr-fra")
        ) from missing
    for language in languages:
        if language not in known:
            packaged = language.replace("_", "-")
            raise ReaderUnavailable(
                mark("La langue de lecture {language} manque : apt install tesseract-ocr-{packaged}")
                .replace("{language}", language)
                .replace("{packaged}", packaged)
            )


@functools.cache
def _installed() -> frozenset[str]:
    return frozenset(pytesseract.get_languages(config=""))


def see(grey: Grey, languages: Sequence[str], dpi: float, seconds: float, segmentation: int = SPARSE) -> list[Seen]:
    """The words on `grey`. One thread: several cost twice the processor time for the same words. Raises `OutOfTime`."""
    if seconds <= 0.05:
        raise OutOfTime
    os.environ["OMP_THREAD_LIMIT"] = "1"
    picture = PIL.Image.fromarray(grey)
    picture.format = "PPM"  # handed over uncompressed: compressing costs more than reading it again
    try:
        found = pytesseract.image_to_data(
            picture,
            lang="+".join(languages),
            config=f"--psm {segmentation} --oem 1 --dpi {round(dpi)} -c tessedit_do_invert=0",
            output_type=pytesseract.Output.DICT,
            timeout=seconds,
        )
    except RuntimeError as error:
        if isinstance(error, pytesseract.TesseractError):
            return []
        raise OutOfTime from error
    return [
        Seen(str(text).strip(), int(x), int(y), int(width), int(height), float(confidence) / 100)
        for text, x, y, width, height, confidence in zip(
            found["text"], found["left"], found["top"], found["width"], found["height"], found["conf"], strict=True
        )
        if str(text).strip() and float(confidence) / 100 >= LEAST_CONFIDENCE
    ]


def dark_bars_inverted(grey: Grey) -> Grey:
    """White print on dark bars turned into dark print on white, so that the engine need not try both ways."""
    scale = 0.25
    small = scaled(grey, scale)
    solid = cv2.morphologyEx(
        (small < 170).astype(np.uint8), cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, (9, 3))
    )
    solid = cv2.morphologyEx(solid, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, (25, 6)))
    result = grey.copy()
    for x, y, width, height, area in cv2.connectedComponentsWithStats(solid)[2][1:]:
        if area < 0.7 * width * height or height > 0.2 * small.shape[0]:
            continue
        # its place is known to a few pixels only
        x0, y0 = max(int((x - 2) / scale), 0), max(int((y - 2) / scale), 0)
        x1, y1 = int((x + width + 2) / scale), int((y + height + 2) / scale)
        bar = grey[y0:y1, x0:x1]
        # bold print also looks dark from afar: a bar is dark nearly everywhere
        if np.count_nonzero(bar < 140) > 0.55 * bar.size:
            ground = float(np.median(bar))
            turned = np.clip(240 - (bar.astype(np.float32) - ground) * 240 / max(240 - ground, 1), 0, 255)
            result[y0:y1, x0:x1] = np.where(_inside(bar < (ground + 240) / 2), turned, 240)
    return result


def _inside(dark: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What lies within a dark bar, its print included. The paper around it, turned, would be a black frame."""
    padded = np.pad(dark.astype(np.uint8), LARGE_PRINT)
    whole = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, np.ones((LARGE_PRINT, LARGE_PRINT), np.uint8))
    inner = cv2.erode(whole, np.ones((5, 5), np.uint8))
    return np.asarray(inner[LARGE_PRINT:-LARGE_PRINT, LARGE_PRINT:-LARGE_PRINT] > 0)
