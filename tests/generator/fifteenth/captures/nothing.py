"""Sheets without anything on them."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.fifteenth.captures import desks
from tests.generator.fifteenth.captures.lens import View, laid, taken
from tests.generator.fifteenth.captures.tools import grained, lit, lot, mm, packed, picture, shifted, soft, waves


def empty_sheet_from_the_feeder(page: Image, random: Random) -> Image:
    rng = lot(random)
    height, width = page.shape[:2]
    level = random.uniform(236, 250)
    field = waves(rng, height, width, 3, 4, 0.98, 1.0) * waves(rng, height, width, 90, 120, 0.99, 1.0)
    image = lit(np.full_like(page, round(level)), field.astype(np.float32))
    return packed(grained(image, rng, 2.2, 0.8), random.randint(75, 90))


def back_of_a_printed_sheet(page: Image, random: Random) -> Image:
    """The wrong side was laid on the glass: print is guessed through the paper, turned round."""
    rng = lot(random)
    back = soft(np.asarray(page[:, ::-1], np.uint8), mm(page, 0.28)).astype(np.float32)
    image = picture(244 - (255 - back) * random.uniform(0.03, 0.07))
    image = shifted(image, random.uniform(-0.8, 0.8), random.uniform(-6, 6), random.uniform(-6, 6), (240, 240, 240))
    return packed(grained(image, rng, 2.4, 0.8), random.randint(75, 90))


def empty_sheet_on_a_table(page: Image, random: Random) -> Image:
    rng = lot(random)
    ground = random.choice((desks.wood, desks.dark_mat, desks.stone))
    sheet = np.full_like(page, random.randint(214, 234))
    view = View(1.18, random.uniform(0.01, 0.06), 3, random.choice((0.0, 0.004)))
    return taken(laid(sheet, random, rng, ground, view), random, rng, None, (0.96, 0.99, 1.0), 2.8)
