"""Scans of the seventh set that can be read: a feeder, the glass of a copier, a copy of a copy, a worn ribbon."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.seventh.light import creased, generator, grain, image, jpeg, mottle, tilted

_STAMPS = ("RECU LE 14 MARS", "COURRIER ARRIVE", "COPIE CONFORME", "DOSSIER COMPLET")
_NOTES = ("vu avec M. Paul", "pour la CAF", "mars OK", "a renvoyer", "dossier logement")


def feeder(page: Image, random: Random) -> Image:
    """Grey, a hair's skew, lines that dust on the feeder's glass draws along the sheet, some noise."""
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY).astype(np.float32)
    paper = random.uniform(232, 246)
    grey = cv2.GaussianBlur(18 + grey * (paper - 18) / 255, (0, 0), 0.0028 * page.shape[1] / 8)
    grey *= mottle(*grey.shape, 220, 0.004, random)
    for _ in range(random.randint(1, 3)):
        x = random.randrange(30, grey.shape[1] - 30)
        grey[:, x : x + random.randint(1, 2)] -= random.choice((-14.0, 16.0, 30.0))
    scan = cv2.cvtColor(image(grey), cv2.COLOR_GRAY2BGR).astype(np.uint8)
    level = int(paper)
    scan = tilted(scan, random.uniform(-0.5, 0.5), (level, level, level))
    return jpeg(grain(scan, random.uniform(1.0, 3.2), random), 78)


def copier_glass(page: Image, random: Random) -> Image:
    """In colour and askew, the dark lid beside it: creases, a staple's trace, a stamp or a word by hand."""
    paper = random.choice(((255, 255, 255), (238, 240, 246), (242, 246, 248), (232, 242, 240)))
    sheet = image(page.astype(np.float32) * np.array(paper, np.float32) / 255)
    if random.random() < 0.5:
        sheet = creased(sheet, random, random.choice((1, 2, 2)), random.uniform(14, 28))
    if random.random() < 0.6:
        sheet = _stamped(sheet, random)
    if random.random() < 0.6:
        sheet = _written(sheet, random)
    if random.random() < 0.5:
        _stapled(sheet, random)
    sheet = cv2.GaussianBlur(sheet, (0, 0), 0.00035 * page.shape[1]).astype(np.uint8)
    lid = random.randint(26, 44)
    return jpeg(grain(tilted(sheet, random.uniform(-2.4, 2.4), (lid, lid, lid)), 0.7, random), 75)


def second_copy(page: Image, random: Random) -> Image:
    """A copy of a copy: thin strokes break, pale rules are lost, the toner spatters, one edge is dark."""
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY).astype(np.float32)
    scale = page.shape[1] / 1654
    soft = cv2.GaussianBlur(grey, (0, 0), 0.8 * scale)
    soft *= mottle(*grey.shape, 180, 0.02, random)
    hard = 255 / (1 + np.exp(-(soft - random.uniform(150, 172)) / 15))
    height, width = grey.shape
    away = np.arange(width, dtype=np.float32)[None, :]
    away = width - away if random.random() < 0.5 else away
    hard -= 150 * np.exp(-away / (random.uniform(0.008, 0.02) * width))
    spots = generator(random)
    for _ in range(random.randint(40, 140)):
        at = int(spots.integers(width)), int(spots.integers(height))
        cv2.circle(hard, at, int(spots.integers(1, 3)), float(spots.integers(20, 120)), -1)
    hard = cv2.GaussianBlur(hard, (0, 0), 0.65 * scale)
    scan = cv2.cvtColor(image(hard), cv2.COLOR_GRAY2BGR).astype(np.uint8)
    return jpeg(tilted(scan, random.uniform(-1.3, 1.3), (252, 252, 252)), 78)


def worn_ribbon(page: Image, random: Random) -> Image:
    """Grey thermal paper, the print faded to half, bands where the head ran slower."""
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY).astype(np.float32)
    ink, paper = random.uniform(88, 112), random.uniform(206, 224)
    faded = ink + grey * (paper - ink) / 255
    rows = generator(random).normal(0, 1.6, (page.shape[0] // 9 + 2, 1)).astype(np.float32)
    faded += cv2.resize(rows, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_LINEAR)
    faded = cv2.GaussianBlur(faded, (0, 0), 0.7 * page.shape[1] / 1654)
    scan = cv2.cvtColor(image(faded), cv2.COLOR_GRAY2BGR).astype(np.uint8)
    level = int(paper)
    return jpeg(tilted(scan, random.uniform(-0.7, 0.7), (level, level, level)), 75)


def _stamped(sheet: Image, random: Random) -> Image:
    """An office's stamp in blue, violet or red ink, through which the print still shows."""
    height, width = sheet.shape[:2]
    unit = width / 1654
    stamp = np.full((int(120 * unit), int(430 * unit), 3), 255, np.uint8)
    colour = random.choice(((150, 70, 60), (130, 60, 120), (70, 60, 180)))
    cv2.rectangle(stamp, (4, 4), (stamp.shape[1] - 5, stamp.shape[0] - 5), colour, max(2, int(3 * unit)))
    text = random.choice(_STAMPS)
    cv2.putText(
        stamp,
        text,
        (int(18 * unit), int(72 * unit)),
        cv2.FONT_HERSHEY_DUPLEX,
        1.25 * unit,
        colour,
        max(1, int(2.4 * unit)),
    )
    rows, columns = stamp.shape[:2]
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), random.uniform(-12, 12), 1)
    turn[:, 2] += random.uniform(0.1, 0.65) * width, random.uniform(0.3, 0.85) * height
    inked = cv2.warpAffine(stamp, turn, (width, height), borderValue=(255, 255, 255)).astype(np.float32)
    inked = 255 - (255 - inked) * 0.7
    return image(sheet.astype(np.float32) * inked / 255)


def _written(sheet: Image, random: Random) -> Image:
    """A word by hand in a margin, or a tick."""
    height, width = sheet.shape[:2]
    unit = width / 1654
    pen = random.choice(((140, 50, 30), (60, 60, 60), (40, 40, 160)))
    drawn = sheet.copy()
    x, y = int(random.uniform(0.35, 0.6) * width), int(random.choice((0.025, 0.9, 0.94)) * height)
    if random.random() < 0.6:
        face = cv2.FONT_HERSHEY_SCRIPT_COMPLEX
        cv2.putText(drawn, random.choice(_NOTES), (x, y), face, 1.5 * unit, pen, max(2, int(2 * unit)), cv2.LINE_AA)
    else:
        tick = np.array([(0, 0), (9, 16), (34, -26)]) * unit + (0.03 * width, random.uniform(0.3, 0.7) * height)
        cv2.polylines(drawn, [tick.astype(np.int32)], False, pen, max(2, int(4 * unit)), cv2.LINE_AA)
    return drawn


def _stapled(sheet: Image, random: Random) -> None:
    unit = sheet.shape[1] / 1654
    x, y = int(random.uniform(40, 90) * unit), int(random.uniform(40, 90) * unit)
    end = x + int(58 * unit), y + int(random.uniform(-12, 22) * unit)
    cv2.line(sheet, (x + 3, y + 6), (end[0] + 3, end[1] + 6), (200, 200, 200), max(2, int(5 * unit)), cv2.LINE_AA)
    cv2.line(sheet, (x, y), end, (110, 110, 110), max(2, int(4 * unit)), cv2.LINE_AA)
