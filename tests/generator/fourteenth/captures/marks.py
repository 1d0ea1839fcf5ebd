"""What happens to sheets before they are scanned: stamps, notes by hand, staples, holes, spills, folds that were."""

import datetime as dt
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fourteenth.captures.tools import Floats, Noise, inked, soft, uneven

BLUE_PEN, BLUE_STAMP, RED_STAMP = (0.62, 0.30, 0.22), (0.72, 0.42, 0.36), (0.40, 0.36, 0.80)


def free_place(page: Image, random: Random, wide: int, tall: int) -> tuple[int, int]:
    """The upper corner of a place of this size with the least print, of some tried by lot."""
    ink = cv2.integral(inked(page).astype(np.uint8))
    height, width = page.shape[:2]
    margin = width // 25
    tried = []
    for _ in range(60):
        x = random.randint(margin, width - wide - margin)
        y = random.randint(margin, height - tall - margin)
        tried.append((int(ink[y + tall, x + wide] - ink[y, x + wide] - ink[y + tall, x] + ink[y, x]), x, y))
    _, x, y = min(tried)
    return x, y


def drawn_over(sheet: Floats, mark: Floats, colour: tuple[float, float, float]) -> Floats:
    """Ink that lets what is under it through; `mark` is 0 where there is none."""
    over: Floats = sheet * (1 - mark[..., None] * (1 - np.array(colour, dtype=np.float32)))
    return over


def stamped(sheet: Floats, page: Image, noise: Noise, random: Random) -> Floats:
    """REÇU LE and a date in a frame, a little askew, the ink not even."""
    height, width = sheet.shape[:2]
    unit = width / 1654
    wide, tall = round(430 * unit), round(190 * unit)
    x, y = free_place(page, random, wide, tall)
    mark = np.zeros((height, width), dtype=np.uint8)
    thick = max(2, round(3 * unit))
    box = ((x + thick * 6, y + thick * 8), (x + wide - thick * 6, y + tall - thick * 8))
    cv2.rectangle(mark, *box, 255, thick, cv2.LINE_AA)
    date = dt.date(random.randint(2023, 2026), random.randint(1, 12), random.randint(1, 28))
    for place, text in enumerate((random.choice(("RECU LE", "ARRIVE LE", "COURRIER RECU")), f"{date:%d.%m.%Y}")):
        size = 1.5 * unit if place else 1.15 * unit
        (across, _), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_DUPLEX, size, thick)
        where = (x + (wide - across) // 2, round(y + tall * (0.43 if not place else 0.72)))
        cv2.putText(mark, text, where, cv2.FONT_HERSHEY_DUPLEX, size, 255, thick, cv2.LINE_AA)
    turn = cv2.getRotationMatrix2D((x + wide / 2, y + tall / 2), random.uniform(-6, 6), 1)
    turned = soft(cv2.warpAffine(mark, turn, (width, height)).astype(np.float32) / np.float32(255), 1.2 * unit)
    turned = turned * np.clip(0.85 + 0.3 * uneven(noise, height, width, 40), 0.35, 1)
    return drawn_over(sheet, turned, random.choice((BLUE_STAMP, RED_STAMP)))


def noted(sheet: Floats, page: Image, noise: Noise, random: Random) -> Floats:
    """A few words of a ball-point pen where there is room."""
    height, width = sheet.shape[:2]
    unit = width / 1654
    wide, tall = round(520 * unit), round(110 * unit)
    x, y = free_place(page, random, wide, tall)
    mark = np.zeros((height, width), dtype=np.uint8)
    text = random.choice(("vu le 12/03", "a garder", "copie dossier CAF", "envoye - ok", "pour Mme Ravel", "logement"))
    face = random.choice((cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, cv2.FONT_HERSHEY_SCRIPT_COMPLEX))
    where = (x + round(20 * unit), y + round(75 * unit))
    cv2.putText(mark, text, where, face, 1.7 * unit, 255, max(2, round(2.4 * unit)), cv2.LINE_AA)
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    shift = uneven(noise, height, width, 25) * 5 * unit
    moved = cv2.remap(mark, across + shift, down + np.roll(shift, 40, axis=1) + (across - x) * 0.04, cv2.INTER_LINEAR)
    return drawn_over(sheet, soft(moved.astype(np.float32) / np.float32(255), 0.8 * unit), BLUE_PEN)


def stapled(sheet: Floats, page: Image, random: Random) -> Floats:
    """A staple in the upper left corner, clear of the print."""
    unit = sheet.shape[1] / 1654
    for _ in range(40):
        x, y = random.randint(25, 60) * unit, random.randint(25, 60) * unit
        angle = np.radians(random.uniform(-65, 5))
        x2, y2 = x + 78 * unit * np.cos(angle), y - 78 * unit * np.sin(angle)
        box = inked(page)[max(0, int(min(y, y2)) - 9) : int(max(y, y2)) + 9, int(x) : int(x2) + 9]
        if min(x2, y2, y) > 12 and not box.any():
            for away, tone in ((4 * unit, 150), (0, 92), (-1.5 * unit, 200)):
                ends = ((round(x), round(y + away)), (round(x2), round(y2 + away)))
                cv2.line(sheet, *ends, (tone, tone, tone), max(2, round(3.2 * unit)), cv2.LINE_AA)
            return sheet
    return sheet


def punched(sheet: Floats, page: Image, random: Random, behind: float) -> Floats:
    """Two holes 8 cm apart in the left margin, where they take no print away; they show what is behind."""
    height, width = sheet.shape[:2]
    dot = width / 210
    radius = round(2.9 * dot)
    ink = inked(page)
    for _ in range(80):
        x = round(random.uniform(5.5, 11.5) * dot)
        middle = height / 2 + random.uniform(-12, 12) * dot
        holes = [round(middle - 40 * dot), round(middle + 40 * dot)]
        if not any(ink[y - radius - 3 : y + radius + 4, x - radius - 3 : x + radius + 4].any() for y in holes):
            for y in holes:
                cv2.circle(sheet, (x, y), radius, (behind * 0.82,) * 3, -1, cv2.LINE_AA)
                cv2.circle(sheet, (x + round(dot / 4), y + round(dot / 3)), radius - round(dot / 3), (behind,) * 3, -1)
            break
    return sheet


def spilt(sheet: Floats, noise: Noise, random: Random) -> Floats:
    """The ring that a cup of coffee leaves, with a drop or two."""
    height, width = sheet.shape[:2]
    small = (height // 4, width // 4)
    y, x = np.mgrid[0 : small[0], 0 : small[1]].astype(np.float32)
    middle = (random.uniform(0.2, 0.8) * small[1], random.uniform(0.2, 0.8) * small[0])
    away = np.hypot(x - middle[0], y - middle[1]) / (small[1] / 210) + 1.2 * uneven(noise, *small, 8)
    edge = np.exp(-(((away - 38) / 1.1) ** 2)) * np.clip(0.75 + uneven(noise, *small, 6), 0.1, 1.1)
    stain = 0.34 * edge + 0.07 * (away < 38) * np.clip(0.8 + uneven(noise, *small, 7), 0, 1)
    for _ in range(random.randint(1, 3)):
        spot = (random.uniform(0.1, 0.9) * small[1], random.uniform(0.1, 0.9) * small[0])
        near = np.hypot(x - spot[0], y - spot[1]) / (small[1] / 210)
        stain += 0.22 * (near < random.uniform(1.5, 4.0))
    large = cv2.resize(soft(stain.astype(np.float32), 0.8), (width, height), interpolation=cv2.INTER_CUBIC)
    return drawn_over(sheet, np.clip(large, 0, 0.5).astype(np.float32), (0.28, 0.48, 0.66))


def creased(sheet: Floats, noise: Noise, random: Random, places: tuple[float, ...], upright: float = 0) -> Floats:
    """Folds that were opened again: a line of light and one of shadow, and slopes beside them."""
    height, width = sheet.shape[:2]
    unit = width / 1654
    for place, along in [(one, False) for one in places] + ([(upright, True)] if upright else []):
        length = width if along else height
        line = (place + random.uniform(-0.006, 0.006)) * length
        span = np.arange(length, dtype=np.float32)[None, :] if along else np.arange(length, dtype=np.float32)[:, None]
        across = height if along else width
        waver = uneven(noise, across, across, 8)[0] * 1.6 * unit
        away = (span - line - (waver[:, None] if along else waver[None, :])) / unit
        slope = -0.05 * np.exp(-np.abs(away) / 45) * np.sign(away) * random.choice((-1, 1))
        ridge = -0.16 * np.exp(-((away / 2.2) ** 2)) + 0.07 * np.exp(-(((away - 4.5) / 2.5) ** 2))
        sheet = sheet * (1 + (slope + ridge).astype(np.float32))[..., None]
    return sheet
