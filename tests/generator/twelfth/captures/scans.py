"""Scans to accept: the common states of papers through the feeder and on the glass."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import bed, marks, wear
from tests.generator.twelfth.captures.device import cloud, grey, levels, lit, soft


def fed_clean(page: Image, random: Random) -> Image:
    """A clean sheet through the feeder."""
    page = bed.whole(page, random, random.uniform(-0.9, 0.9), random.randint(225, 252), random.uniform(0.004, 0.02))
    if random.random() < 0.4:
        page = bed.streaked(page, random)
    return bed.sensed(page, random)


def fed_from_an_envelope(page: Image, random: Random) -> Image:
    """A letter folded in three, flattened and fed."""
    page = wear.folded_flat(page, random, random.uniform(0.08, 0.22))
    page = bed.whole(page, random, random.uniform(-1.4, 1.4), random.randint(215, 250), random.uniform(0.005, 0.02))
    return bed.sensed(page, random)


def on_the_glass(page: Image, random: Random) -> Image:
    """Laid on the glass by hand, under a white or a grey lid."""
    if random.random() < 0.4:
        page = wear.stapled(page, random)
    lid = random.choice((random.randint(225, 248), random.randint(150, 200)))
    page = bed.whole(page, random, random.uniform(-2.5, 2.5), lid, random.uniform(0.02, 0.06))
    return bed.sensed(bed.specked(page, random, random.randint(0, 25)), random)


def from_a_binder(page: Image, random: Random) -> Image:
    """Punched, kept for years, a little yellow."""
    lid = random.choice((60, 205, 240))
    page = wear.punched(wear.aged(page, random, random.uniform(0.2, 0.8)), random, lid)
    page = bed.whole(page, random, random.uniform(-1.2, 1.2), lid, random.uniform(0.01, 0.03))
    return bed.sensed(page, random)


def worked_on(page: Image, random: Random) -> Image:
    """Stamped, written on, passed over with a fluorescent pen: one of these or more."""
    chosen = random.sample((marks.stamped, marks.penned, marks.highlighted), random.choice((1, 1, 2, 3)))
    for mark in chosen:
        page = mark(page, random)
    page = bed.whole(page, random, random.uniform(-1, 1), random.randint(225, 250), random.uniform(0.005, 0.03))
    return bed.sensed(page, random)


def photocopy(page: Image, random: Random) -> Image:
    """A photocopy: grey, contrasted, specks, a dim band along an edge."""
    page = soft(grey(page), random.uniform(0.4, 0.6) * page.shape[1] / 1654)
    page = bed.specked(
        levels(page, random.uniform(15, 45), 255, random.uniform(1.0, 1.25)), random, random.randint(20, 90)
    )
    height, width = (side // 8 for side in page.shape[:2])
    away = np.linspace(0, 1, width)[None, :] if random.random() < 0.5 else np.linspace(0, 1, height)[:, None]
    away = away if random.random() < 0.5 else 1 - away
    dim = 1 - random.uniform(0.15, 0.45) * np.exp(-away * random.uniform(40, 90)) + 0 * cloud(height, width, random, 3)
    page = lit(page, np.asarray(dim, np.float32))
    page = bed.whole(page, random, random.uniform(-1.5, 1.5), random.randint(220, 250), random.uniform(0.005, 0.02))
    return bed.sensed(page, random)


def little_toner(page: Image, random: Random) -> Image:
    """Printed at home with little ink left, or thermal."""
    page = wear.faded(page, random)
    page = bed.whole(page, random, random.uniform(-1, 1), random.randint(220, 250), random.uniform(0.005, 0.03))
    return bed.sensed(page, random, quality=(85, 95))


def from_a_bag(page: Image, random: Random) -> Image:
    """Crumpled in a bag, with a ring of coffee at times."""
    if random.random() < 0.5:
        page = wear.ringed(page, random)
    page = wear.crumpled(page, random, random.uniform(0.08, 0.2))
    if random.random() < 0.5:
        page = wear.folded_flat(page, random, random.uniform(0.08, 0.2))
    page = bed.whole(page, random, random.uniform(-2, 2), random.randint(215, 248), random.uniform(0.01, 0.04))
    return bed.sensed(page, random)
