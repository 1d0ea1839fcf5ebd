"""The page cut at white rows into bands, so that all cores read at the same time."""

import itertools
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.pages import text
from kiosk.pages.ink import Grey

WORKERS = 2
BANDS = 4
"""More bands than cores, so that a dense band does not leave a core idle; each costs a start of the engine (0.1 s)."""
SURE = 0.62
"""Share of letters read with confidence under which the page may be the wrong way up: upside down gives 0.1 to 0.4."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Words of the page held one way; `score` from 0 to 1 tells how much sense they make."""

    words: tuple[text.Seen, ...]
    score: float
    complete: bool


def rows_to_cut(grey: Grey, count: int = BANDS) -> list[int]:
    """The rows between which bands lie, first and last included, each in the widest white near its ideal place."""
    height = grey.shape[0]
    ink = grey < 190
    # rules run through the white between lines: count only what changes along the row
    changes = np.count_nonzero(ink[:, 1:] != ink[:, :-1], axis=1).astype(np.float64)
    smooth = cv2.GaussianBlur(changes.reshape(-1, 1), (1, 9), 0).ravel()
    weight = np.cumsum(changes)
    if weight[-1] == 0:
        return [0, height]
    cuts = [0]
    for place in range(1, count):
        ideal = int(np.searchsorted(weight, weight[-1] * place / count))
        reach = max(height // (count * 6), 20)
        low, high = max(ideal - reach, cuts[-1] + 40), min(ideal + reach, height - 40)
        if low < high:
            cuts.append(low + int(np.argmin(smooth[low:high])))
    return [*cuts, height]


def sense(words: Sequence[text.Seen]) -> float:
    """Share of letters and figures that stand in words of two and more read with confidence."""
    total = sum(len(word.text) for word in words)
    sure = sum(
        len(word.text)
        for word in words
        if word.confidence > 0.8 and len(word.text) > 1 and word.text.isalnum() | ("," in word.text)
    )
    others = sum(
        len(word.text) for word in words if word.confidence > 0.8 and not word.text.isalnum() and "," not in word.text
    )
    return (sure + 0.7 * others) / total if total else 0.0


def read_bands(grey: Grey, languages: Sequence[str], dpi: float, seconds: float, must_make_sense: bool) -> Attempt:
    """All words of `grey`; with `must_make_sense` it gives up after two bands that do not. Raises `text.OutOfTime`."""
    cuts = rows_to_cut(grey)
    bands = [(top, bottom) for top, bottom in itertools.pairwise(cuts) if bottom - top > 8]
    # the densest first: they tell soonest whether the page is upright, and end evenly
    order = sorted(bands, key=lambda band: -_density(grey, band))

    def one(band: tuple[int, int]) -> list[text.Seen]:
        top, bottom = band
        strip = cv2.copyMakeBorder(grey[top:bottom], 6, 6, 6, 6, cv2.BORDER_CONSTANT, value=250).astype(np.uint8)
        return [
            text.Seen(word.text, word.x - 6, word.y - 6 + top, word.width, word.height, word.confidence)
            for word in text.see(strip, languages, dpi, seconds)
        ]

    words: list[text.Seen] = []
    with ThreadPoolExecutor(WORKERS) as pool:
        futures: list[Future[list[text.Seen]]] = [pool.submit(one, band) for band in order]
        try:
            for place, future in enumerate(futures):
                words.extend(future.result())
                if must_make_sense and place == 1 and sense(words) < SURE:
                    return Attempt(tuple(words), sense(words), complete=False)
        finally:
            for future in futures:
                future.cancel()
    return Attempt(tuple(words), sense(words), complete=True)


def _density(grey: Grey, band: tuple[int, int]) -> int:
    strip = grey[band[0] : band[1] : 2] < 170
    return int(np.count_nonzero(strip[:, 1:] != strip[:, :-1]))
