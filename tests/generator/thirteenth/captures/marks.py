"""What people put on a sheet: stamps, handwriting, highlighter, staples, punched holes. Print stays legible."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures.optics import Plane, generator, picture, uneven
from tests.generator.thirteenth.captures.sheets import ink, quiet, scale

_INKS = ((150, 60, 30), (60, 40, 170), (90, 60, 60), (140, 40, 110))
"""Blue, red, black and violet, in BGR."""


def inked(page: Image, marks: Plane, ink_colour: tuple[int, int, int]) -> Image:
    """`marks` (0 to 1) in transparent ink over the page."""
    found = page.copy()
    rows, columns = np.flatnonzero(marks.any(axis=1)), np.flatnonzero(marks.any(axis=0))
    if len(rows):
        part = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
        colour = 1 - np.array(ink_colour, np.float32) / 255
        found[part] = picture(page[part].astype(np.float32) * (1 - marks[part][:, :, None] * colour))
    return found


def stamped(page: Image, random: Random) -> Image:
    """A stamp of the desk with a day, somewhat askew, where there is room or else over print."""
    mm = scale(page)
    width, height = int(58 * mm), int(30 * mm)
    inky = np.zeros((height, width), np.uint8)
    thick = max(int(0.5 * mm), 1)
    cv2.rectangle(inky, (thick, thick), (width - thick, height - thick), 255, thick, cv2.LINE_AA)
    month = random.choice(("JAN", "MARS", "MAI", "SEPT", "NOV"))
    day = f"{random.randint(1, 28):02d} {month} {random.randint(2023, 2026)}"
    for text, y, size in (("RECU LE", 0.3, 0.09), (day, 0.6, 0.11), ("ACCUEIL FRANCE SERVICES", 0.86, 0.06)):
        wide = cv2.getTextSize(text, cv2.FONT_HERSHEY_DUPLEX, size * mm, thick)[0][0]
        where = ((width - wide) // 2, int(y * height))
        cv2.putText(inky, text, where, cv2.FONT_HERSHEY_DUPLEX, size * mm, 255, thick, cv2.LINE_AA)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-14, 14), 0.84)
    worn = uneven(random, inky.shape, 7, 0.35, 1.0)
    stamp = cv2.warpAffine(inky, turn, (width, height)).astype(np.float32) / 255 * worn
    x, y = quiet(page, random, width, height) or (int(130 * mm), int(240 * mm))
    marks = np.zeros(page.shape[:2], np.float32)
    marks[y : y + height, x : x + width] = stamp * random.uniform(0.6, 0.85)
    return inked(page, marks, random.choice(_INKS))


def written(page: Image, random: Random) -> Image:
    """A line or two by hand in a free place, and a value with a ring around it."""
    mm, drawn = scale(page), generator(random)
    lines = np.zeros(page.shape[:2], np.uint8)
    thick = max(int(random.uniform(0.35, 0.55) * mm), 1)
    length = random.randint(40, 80)
    place = quiet(page, random, int((length + 6) * mm), int(16 * mm))
    if place:
        for line in range(random.choice((1, 2))):
            t = np.linspace(0, 1, 260)
            beat = np.cumsum(drawn.uniform(0.4, 1.6, 260)) * length / 160
            tall = np.interp(t, np.linspace(0, 1, length // 2), drawn.choice((0.7, 0.8, 0.9, 1.0, 2.1), length // 2))
            x = place[0] + (3 + t * length + 0.5 * np.sin(beat + 1.2)) * mm
            y = place[1] + (4 + 7.5 * line + tall * np.sin(beat) - t * random.uniform(0, 2)) * mm
            points = np.stack([x * 8, y * 8], axis=1).astype(np.int32)
            gaps = np.flatnonzero(np.sin(t * random.uniform(28, 44)) > 0.9)
            for part in np.split(points, gaps):
                if len(part) > 5:
                    cv2.polylines(lines, [part.reshape(-1, 1, 2)], False, 255, thick, cv2.LINE_AA, 3)
    rows = np.argwhere(ink(page)[int(80 * mm) : int(200 * mm)])
    if len(rows) and random.random() < 0.6:
        y, x = rows[random.randrange(len(rows))]
        centre = (int(x), int(y) + int(80 * mm))
        axes = (int(15 * mm), int(5.5 * mm))
        cv2.ellipse(lines, centre, axes, random.uniform(-6, 6), 15, 385, 255, thick, cv2.LINE_AA)
    marks = cv2.GaussianBlur(lines, (0, 0), 0.8).astype(np.float32) / 255
    return inked(page, (marks * random.uniform(0.75, 0.95)).astype(np.float32), random.choice(_INKS[:3]))


def highlighted(page: Image, random: Random) -> Image:
    """One to three lines of print under yellow, green or pink."""
    mm = scale(page)
    marks = np.zeros(page.shape[:2], np.float32)
    rows = np.flatnonzero(ink(page).any(axis=1))
    for _ in range(random.randint(1, 3)):
        y, left = int(random.choice(list(rows))), random.uniform(12, 110) * mm
        right = min(left + random.uniform(30, 85) * mm, 200 * mm)
        start, end = (int(left), y), (int(right), y + int(random.uniform(-1, 1) * mm))
        cv2.line(marks, start, end, 1.0, int(random.uniform(4, 5.5) * mm))
    colour = random.choice(((90, 250, 255), (130, 255, 180), (215, 170, 255)))
    return inked(page, marks * uneven(random, page.shape, 20, 0.75, 1.0), colour)


def punched(page: Image, random: Random, ground: int = 215) -> Image:
    """Two holes at the left, where no print stands; `ground` is the grey of what is behind the sheet."""
    mm, found, dark = scale(page), page.copy(), ink(page)
    middle = random.uniform(140, 156)
    for y in (middle - 40, middle + 40):
        centre, radius = (int(random.uniform(9, 11) * mm), int(y * mm)), int(2.8 * mm)
        near = dark[centre[1] - radius : centre[1] + radius, centre[0] - radius : centre[0] + radius]
        if near.any():
            continue
        cv2.circle(found, centre, radius, (ground,) * 3, -1, cv2.LINE_AA)
        cv2.ellipse(
            found, centre, (radius, radius), 0, 180, 300, (ground - 70,) * 3, max(int(0.3 * mm), 1), cv2.LINE_AA
        )
    return found


def stapled(page: Image, random: Random) -> Image:
    """A staple, or its two holes, in the upper left corner, and the crease of pages turned over it."""
    mm, found = scale(page), page.copy()
    x, y = random.uniform(6, 9) * mm, random.uniform(4, 6) * mm
    lean = np.radians(random.uniform(20, 60))
    end = (int(x + 7 * mm * np.cos(lean) * 0.7), int(y - 7 * mm * np.sin(lean) * 0.5))
    start, thick = (int(x), int(y)), max(int(0.55 * mm), 1)
    if random.random() < 0.6:
        cv2.line(found, (start[0] + thick, start[1] + thick), (end[0] + thick, end[1] + thick), (150,) * 3, thick)
        cv2.line(found, start, end, (105, 108, 110), thick, cv2.LINE_AA)
    else:
        for point in (start, end):
            cv2.circle(found, point, thick, (90,) * 3, -1, cv2.LINE_AA)
    crease: Plane = np.zeros(page.shape[:2], np.float32)
    cv2.line(crease, (int(random.uniform(16, 24) * mm), 0), (0, int(random.uniform(16, 24) * mm)), 1.0, int(0.8 * mm))
    shade = cv2.GaussianBlur(crease, (0, 0), 0.5 * mm) * random.uniform(0.12, 0.25)
    return picture(found.astype(np.float32) * (1 - shade[:, :, None]))
