"""Scans that anyone reads: feeders, glasses, copiers, and sheets that have lived."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fourteenth.captures import marks
from tests.generator.fourteenth.captures.tools import (
    Floats,
    Noise,
    clipped,
    compressed,
    floats,
    grained,
    grey,
    inked,
    on_paper,
    scaled,
    seeded,
    soft,
    tinted,
    turned_by,
    uneven,
)


def glass(sheet: Floats, noise: Noise, random: Random, skew: float = 0.8, quality: int = 90, lid: float = 247) -> Image:
    """Under the lid: a little askew, the tint of the lamp, its unevenness across, the noise of the sensor."""
    sheet = turned_by(sheet, random.uniform(-skew, skew), (lid, lid, lid))
    height, width = sheet.shape[:2]
    lamp = 1 + 0.012 * uneven(noise, 4, width, 5)[:1, :, None] + 0.004 * uneven(noise, height, 4, 30)[:, :1, None]
    sheet = tinted(sheet * lamp, random.uniform(0.975, 1.0), random.uniform(0.985, 1.0), random.uniform(0.985, 1.0))
    return compressed(clipped(grained(sheet, noise, random.uniform(1.2, 2.4))), quality)


def feeder_of_the_counter(page: Image, random: Random) -> Image:
    """Fast and sharp; rollers leave a faint streak."""
    noise = seeded(random)
    sheet = on_paper(page, noise, random.uniform(244, 252), random.uniform(22, 44))
    x = random.randint(60, page.shape[1] - 60)
    sheet[:, x : x + 2] *= 0.95
    return glass(sheet, noise, random, 0.6, random.randint(82, 92))


def laid_on_the_glass(page: Image, random: Random) -> Image:
    """The shadow of two edges of the sheet on the lid."""
    noise = seeded(random)
    sheet = on_paper(page, noise, random.uniform(240, 250), random.uniform(28, 48))
    width = sheet.shape[1]
    edge = round(width * random.uniform(0.004, 0.01))
    fade = np.linspace(0.80, 1, edge, dtype=np.float32)
    sheet[:, -edge:] *= fade[::-1][None, :, None]
    sheet[-edge:] *= fade[::-1][:, None, None]
    return glass(sheet, noise, random, 1.4, random.randint(84, 93))


def copier_sent_by_mail(page: Image, random: Random) -> Image:
    """Grey, with the contrast of copiers and their thrifty JPEG."""
    noise = seeded(random)
    sheet = floats(grey(clipped(on_paper(page, noise, 240, random.uniform(30, 50)))))
    sheet = (sheet - 18) * 1.13
    return compressed(grey(glass(sheet, noise, random, 0.9, 85, 252)), random.randint(56, 68))


def old_copy(page: Image, random: Random) -> Image:
    """A copy of a copy in grey: specks of dust, letters a little fat, a shadow along one border."""
    noise = seeded(random)
    sheet = on_paper(page, noise, 240, 34)
    unit = page.shape[1] / 1654
    sheet = soft(sheet, 0.8 * unit)
    height, width = sheet.shape[:2]
    for _ in range(random.randint(60, 160)):
        where = (random.randrange(width), random.randrange(height))
        cv2.circle(
            sheet, where, round(random.uniform(0.6, 1.8) * unit), (random.uniform(70, 150),) * 3, -1, cv2.LINE_AA
        )
    band = np.exp(-np.arange(width, dtype=np.float32) / (14 * unit))
    sheet *= 1 - 0.45 * (band if random.random() < 0.5 else band[::-1])[None, :, None]
    spread = np.clip(128 + (sheet - 138) * 1.35, 8, 250)
    return grey(glass(spread.astype(np.float32), noise, random, 1.2, 80, 245))


def lid_open(page: Image, random: Random) -> Image:
    """No lid over the sheet: the glass around it is black, the light a little lost at its edges."""
    noise = seeded(random)
    sheet = on_paper(page, noise, random.uniform(226, 240), 36)
    height, width = sheet.shape[:2]
    border = round(width * random.uniform(0.025, 0.05))
    small = cv2.resize(sheet, (width - 2 * border, round(height * (width - 2 * border) / width)), None, 0, 0, 3)
    around = random.uniform(12, 34)
    picture = np.full((small.shape[0] + 2 * border, width, 3), around, dtype=np.float32)
    picture += uneven(noise, picture.shape[0], width, 3)[..., None] * 4
    picture[border : border + small.shape[0], border : border + small.shape[1]] = small
    return glass(picture, noise, random, 0.9, 88, around)


def letter_that_was_folded(page: Image, random: Random) -> Image:
    """In three for its envelope, or in four for a pocket."""
    noise = seeded(random)
    sheet = on_paper(page, noise, random.uniform(238, 248), 36)
    if random.random() < 0.6:
        sheet = marks.creased(sheet, noise, random, (0.335, 0.667))
    else:
        sheet = marks.creased(sheet, noise, random, (0.5,), 0.5)
    return glass(sheet, noise, random, 1.0)


def stamped_by_an_office(page: Image, random: Random) -> Image:
    """Stamped, noted on by hand, stapled once."""
    noise = seeded(random)
    sheet = marks.stamped(on_paper(page, noise, 246, 34), page, noise, random)
    if random.random() < 0.6:
        sheet = marks.noted(sheet, page, noise, random)
    return glass(marks.stapled(sheet, page, random), noise, random, 0.9)


def from_the_binder(page: Image, random: Random) -> Image:
    """Punched twice; a cup stood on some."""
    noise = seeded(random)
    sheet = on_paper(page, noise, random.uniform(238, 248), 38)
    if random.random() < 0.5:
        sheet = marks.spilt(sheet, noise, random)
    return glass(marks.punched(sheet, page, random, random.uniform(196, 232)), noise, random, 1.0)


def coloured_paper(page: Image, random: Random) -> Image:
    """Printed on the yellow, green, pink or blue paper of some offices."""
    noise = seeded(random)
    colour = random.choice(((0.72, 0.95, 0.99), (0.84, 0.97, 0.86), (0.87, 0.84, 0.98), (0.99, 0.93, 0.84)))
    return glass(tinted(on_paper(page, noise, 247, 34), *colour), noise, random, 0.8)


def thin_paper(page: Image, random: Random) -> Image:
    """The print of the back comes through faintly, mirrored."""
    noise = seeded(random)
    sheet = on_paper(page, noise, 242, 34)
    width = sheet.shape[1]
    back = np.asarray(cv2.flip(page, random.choice((1, 1, 0))), dtype=np.uint8)
    ghost = soft(inked(back).astype(np.float32), 2.2 * width / 1654)
    return glass(sheet * (1 - random.uniform(0.09, 0.15) * ghost)[..., None], noise, random, 0.8)


def cartridge_saving_ink(page: Image, random: Random) -> Image:
    """Letters in mid grey, whole and legible."""
    noise = seeded(random)
    sheet = on_paper(page, noise, 249, random.uniform(95, 122))
    return glass(sheet, noise, random, 0.7, 92)


def multifunction_at_home(page: Image, random: Random) -> Image:
    """Colour, at 200 dpi whatever was asked, sharpened by the driver."""
    noise = seeded(random)
    sheet = on_paper(scaled(page, 1654, round(1654 * page.shape[0] / page.shape[1])), noise, 243, 42)
    sheet = sheet + 0.8 * (sheet - soft(sheet, 1.5))
    return glass(sheet, noise, random, 1.1, random.randint(74, 86))
