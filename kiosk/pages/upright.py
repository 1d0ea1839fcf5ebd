"""Which way is up: lines of print give the axis, words that make sense give the direction."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.pages.bands import Attempt, read_bands
from kiosk.pages.ink import Grey, dark_print, even_light, find_ink, paper_of
from kiosk.pages.leaders import without_leaders
from kiosk.pages.model import Image
from kiosk.pages.pixels import fitted, grey_of
from kiosk.pages.text import OutOfTime, Seen, dark_bars_inverted

LEAST_PAPER = 0.7
"""Share of the usual grey of the page's paper."""
READ_LENGTH = 2340
"""Longest side in pixels of the picture given to the engine: A4 at 200 dpi."""
TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
DOUBTFUL = 0.30
"""Under this score no way of holding the page made sense."""


@dataclass(frozen=True, slots=True)
class Upright:
    """`rotation`: degrees clockwise that made the page upright; words in pixels of the upright `page`."""

    page: Image
    rotation: int
    words: tuple[Seen, ...]
    score: float


def turn(page: Image, degrees: int) -> Image:
    """`page` turned clockwise by quarter turns."""
    return page if degrees == 0 else cv2.rotate(page, TURNS[degrees]).astype(np.uint8)


def read_upright(
    page: Image, languages: Sequence[str], dpi: float, seconds: float, now: Callable[[], float] = time.monotonic
) -> Upright:
    """Read `page` whichever way it lies. Raises `OutOfTime`."""
    end = now() + seconds
    small, scale = fitted(page, READ_LENGTH)
    grey = grey_of(small)
    paper = paper_of(grey)
    # the page is evenly lit by now: what is much darker over a large place is a printed band
    grey = dark_print(
        even_light(grey, np.maximum(paper, round(LEAST_PAPER * float(np.median(paper)))).astype(np.uint8))
    )
    best: tuple[int, Attempt] | None = None
    for degrees in _ways(page):
        attempt = read_bands(_held(grey, degrees), languages, dpi * scale, end - now(), must_make_sense=True)
        if best is None or attempt.score > best[1].score:
            best = (degrees, attempt)
        if attempt.complete:
            break
    if best is None:
        raise OutOfTime
    degrees, attempt = best
    if not attempt.complete:
        attempt = read_bands(_held(grey, degrees), languages, dpi * scale, end - now(), must_make_sense=False)
    words = tuple(
        Seen(
            w.text,
            round(w.x / scale),
            round(w.y / scale),
            round(w.width / scale),
            round(w.height / scale),
            w.confidence,
        )
        for w in attempt.words
    )
    return Upright(turn(page, degrees), degrees, words, attempt.score)


def _held(grey: Grey, degrees: int) -> Grey:
    """The picture as it is read when held this way. Bars and leaders are looked for along the lines."""
    turned = grey if degrees == 0 else cv2.rotate(grey, TURNS[degrees]).astype(np.uint8)
    return without_leaders(dark_bars_inverted(turned))


def _ways(page: Image) -> tuple[int, ...]:
    """The four ways to hold the page, the likeliest first."""
    return (0, 180, 270, 90) if lines_lie_across(page) else (270, 90, 0, 180)


def lines_lie_across(page: Image) -> bool:
    """Whether letters follow one another from left to right (or right to left) rather than up or down."""
    letters = find_ink(page).letters
    if len(letters) < 10:
        return True
    centres = (letters[:, :2] + letters[:, 2:] / 2).astype(np.float32)
    sample = centres[:: max(1, len(centres) // 400)]
    gaps = sample[:, None, :] - centres[None, :, :]
    distance = np.hypot(gaps[..., 0], gaps[..., 1])
    distance[distance < 1] = 1e9
    nearest = np.argmin(distance, axis=1)
    step = np.abs(gaps[np.arange(len(sample)), nearest])
    return bool(np.count_nonzero(step[:, 0] > step[:, 1]) >= 0.5 * len(sample))
