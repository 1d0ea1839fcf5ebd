"""Sheets with nothing on the side that is seen."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures import sheets
from tests.generator.thirteenth.captures.optics import jpeg, noisy, soft, toned
from tests.generator.thirteenth.captures.scans import scanned
from tests.generator.thirteenth.captures.scene import sheet
from tests.generator.thirteenth.captures.turned import seen


def empty_sheet_in_the_feeder(page: Image, random: Random) -> Image:
    """A separating sheet, or the empty side of one: paper, some dust, a fold perhaps."""
    shade = random.uniform(0.93, 1.0)
    found = sheets.tinted(np.full_like(page, 252), shade * random.uniform(0.95, 1.0), shade, shade)
    if random.random() < 0.5:
        found = sheets.creased(found, (1 / 3, 2 / 3), random.uniform(0.05, 0.15), random)
    found = scanned(sheets.dusty(found, random, random.randint(3, 30), 170), random, 1.0, random.choice((255, 240)), 2)
    return jpeg(noisy(found, random, random.uniform(1, 3)), random.randint(75, 92))


def back_of_the_sheet(page: Image, random: Random) -> Image:
    """The wrong side up: what is printed on the other one shimmers through, mirrored."""
    found = sheets.seen_through(np.full_like(page, 250), page, random.uniform(0.04, 0.12))
    found = scanned(found, random, 1.2, random.choice((252, 236)), 3)
    return jpeg(noisy(soft(found, 0.7), random, random.uniform(1, 3)), random.randint(75, 90))


def empty_sheet_on_the_desk(page: Image, random: Random) -> Image:
    """A photograph of a sheet that has nothing on it."""
    plain = sheets.crumpled(np.full_like(page, 246), random, random.uniform(0.01, 0.05), 12)
    return toned(seen(sheet(plain), random, True), random.uniform(0.85, 1.0))
