"""Pictures in which no letter can be told: out of focus, moved, or of far too few pixels."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fourteenth.captures import grounds
from tests.generator.fourteenth.captures.lens import SMALL_SIZES, corners, laid, lit, shot
from tests.generator.fourteenth.captures.scans import glass
from tests.generator.fourteenth.captures.tools import (
    Floats,
    clipped,
    compressed,
    grained,
    on_paper,
    scaled,
    seeded,
    soft,
    turned_by,
)


def _on_a_table(page: Image, random: Random, fill: float, size: tuple[int, int] | None = None) -> Floats:
    """The sheet on one of the usual grounds, lit, not yet through the lens."""
    noise = seeded(random)
    width, height = size or random.choice(SMALL_SIZES)
    ground = random.choice((grounds.wood, grounds.dark_mat, grounds.pale_desk, grounds.tiles))
    where = corners(random, width, height, fill, 0.04, 3.0, page.shape[0] / page.shape[1])
    view = laid(on_paper(page, noise, 230, 36), ground(noise, random, width, height), where, random, 0.004)
    return lit(view.picture, noise, random, 0.2, 0.12)


def _disc(picture: Floats, radius: float) -> Floats:
    """Out of focus as lenses are: each point a disc."""
    size = int(radius) * 2 + 3
    y, x = np.mgrid[-(size // 2) : size // 2 + 1, -(size // 2) : size // 2 + 1]
    spot = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    spread: Floats = cv2.filter2D(picture, -1, spot / spot.sum()).astype(np.float32)
    return spread


def _along(picture: Floats, path: list[tuple[float, float]]) -> Floats:
    """Smeared along `path`, a point for each moment the shutter was open."""
    reach = max(max(abs(x), abs(y)) for x, y in path)
    size = int(reach) * 2 + 5
    trace = np.zeros((size, size), dtype=np.float32)
    for x, y in path:
        trace[round(size // 2 + y), round(size // 2 + x)] += 1
    trace = soft(trace, 0.8)
    smeared: Floats = cv2.filter2D(picture, -1, trace / trace.sum()).astype(np.float32)
    return smeared


def focus_on_the_table_behind(page: Image, random: Random) -> Image:
    """The telephone was too near to focus."""
    picture = _on_a_table(page, random, 0.92)
    unit = picture.shape[1] / 1944
    return shot(_disc(picture, random.uniform(11, 15) * unit), seeded(random), random, 2.6, 0.3)


def trembling_hand(page: Image, random: Random) -> Image:
    """A slow shutter in poor light: all is smeared along a bent way."""
    picture = _on_a_table(page, random, 0.90) * 0.86
    unit = picture.shape[1] / 1944
    length, angle = random.uniform(44, 62) * unit, random.uniform(0, np.pi)
    bow = random.uniform(0.2, 0.45)
    path = []
    for moment in np.linspace(-0.5, 0.5, 160):
        along, aside = moment * length, bow * length * (1 - 4 * moment * moment) / 2
        path.append((along * np.cos(angle) - aside * np.sin(angle), along * np.sin(angle) + aside * np.cos(angle)))
    return shot(_along(picture, path), seeded(random), random, 5.0, 0.3)


def pulled_while_it_was_read(page: Image, random: Random) -> Image:
    """The sheet slid on the glass while the lamp passed under it."""
    noise = seeded(random)
    length, angle = random.uniform(34, 48), random.uniform(-0.5, 0.5) + np.pi / 2
    steps = np.linspace(-0.5, 0.5, 120)
    path = [
        (moment * length * np.cos(angle) + 4 * np.sin(6 * moment), moment * length * np.sin(angle)) for moment in steps
    ]
    sheet = _along(on_paper(page, noise, 244, 36), path)
    return glass(sheet, noise, random, 1.2, 86)


def held_above_the_glass(page: Image, random: Random) -> Image:
    """A book or a cover kept it away from the glass: dim and soft all over."""
    noise = seeded(random)
    sheet = soft(on_paper(page, noise, 222, 40), random.uniform(8.5, 11.5))
    return glass(sheet, noise, random, 1.5, 88, 205)


def picture_of_a_gallery(page: Image, random: Random) -> Image:
    """The small picture that a message or a list of pictures shows."""
    noise = seeded(random)
    sheet = turned_by(on_paper(page, noise, 245, 34), random.uniform(-0.6, 0.6), (245, 245, 245))
    width = random.randint(270, 350)
    return compressed(
        scaled(clipped(sheet), width, round(width * page.shape[0] / page.shape[1])), random.randint(62, 82)
    )


def camera_of_an_old_computer(page: Image, random: Random) -> Image:
    """640 by 480 pixels for the sheet and what is around it."""
    noise = seeded(random)
    large = _on_a_table(page, random, 0.93, (1920, 1440))
    small = cv2.resize(large, (640, 480), interpolation=cv2.INTER_AREA).astype(np.float32)
    return compressed(clipped(grained(soft(small, 0.6), noise, 4.0)), random.randint(70, 85))


def from_the_other_end_of_the_table(page: Image, random: Random) -> Image:
    """The sheet is a small thing in the middle of a picture."""
    large = _on_a_table(page, random, random.uniform(0.20, 0.25), (1800, 2400))
    small = cv2.resize(large, (1200, 1600), interpolation=cv2.INTER_AREA).astype(np.float32)
    return shot(small, seeded(random), random, 2.5, 0.4)
