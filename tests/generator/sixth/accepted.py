"""Captures a clerk would take: scans of three machines, photographs on three tables."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image


def _generator(random: Random) -> np.random.Generator:
    return np.random.default_rng(random.getrandbits(32))


def grain(image: Image, random: Random, strength: float) -> Image:
    """Noise of a sensor, coarser than a pixel, as it is once the camera has smoothed it."""
    height, width = image.shape[:2]
    small = _generator(random).normal(0, strength * 1.6, (height // 2 + 1, width // 2 + 1, 1)).astype(np.float32)
    noise = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)[..., None]
    return np.clip(image.astype(np.float32) + noise, 0, 255).astype(np.uint8)


def compressed(image: Image, quality: int) -> Image:
    """`image` after a JPEG of that quality."""
    done, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError("the picture cannot be written as JPEG")
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def toned(page: Image, white: tuple[float, float, float], black: float) -> Image:
    """White paper becomes `white` (blue, green, red), black ink as light as `black`."""
    scale = page.astype(np.float32) / 255
    return (black + scale * (np.array(white, np.float32) - black)).clip(0, 255).astype(np.uint8)


def tilted(
    page: Image, degrees: float, border: tuple[float, float, float], shift: tuple[float, float] = (0, 0)
) -> Image:
    """`page` turned about its middle, on a canvas of its own size; what is uncovered shows `border`."""
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    matrix[:, 2] += shift
    moved = cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=border)
    return np.asarray(moved, np.uint8)


def glass(page: Image, random: Random) -> Image:
    """A flatbed whose glass wants cleaning: a bigger bed than the sheet, skewed by one to three degrees, dust."""
    height, width = page.shape[:2]
    edge = round(width * 0.06)
    paper = toned(page, (243, 247, 248), 34)
    lid = (226, 228, 229)
    bed = cv2.copyMakeBorder(paper, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=lid)
    cv2.line(bed, (edge, edge + height), (edge + width, edge + height), (170, 172, 174), 3)
    cv2.line(bed, (edge + width, edge), (edge + width, edge + height), (170, 172, 174), 3)
    bed = tilted(np.asarray(bed, np.uint8), random.choice((-1, 1)) * random.uniform(1.0, 2.6), lid)
    for _ in range(random.randint(25, 60)):
        spot = random.randrange(bed.shape[1]), random.randrange(bed.shape[0])
        shade = random.randint(90, 190)
        cv2.circle(bed, spot, random.randint(1, max(2, width // 900)), (shade, shade, shade), -1, cv2.LINE_AA)
    for _ in range(random.randint(1, 3)):  # hairs
        x, y = random.randrange(bed.shape[1]), random.randrange(bed.shape[0])
        axes = random.randint(width // 60, width // 30), random.randint(width // 150, width // 70)
        cv2.ellipse(bed, (x, y), axes, random.randrange(180), 0, 140, (120, 122, 126), 1, cv2.LINE_AA)
    return compressed(grain(bed, random, 1.6), 84)


def copied(page: Image, random: Random) -> Image:
    """A copy scanned again: grey, ink gone a little thick, a dark edge where the lid stood open, specks of toner."""
    height, width = page.shape[:2]
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    thick = cv2.addWeighted(grey, 0.75, cv2.erode(grey, np.ones((2, 2), np.uint8)), 0.25, 0)
    thick = cv2.GaussianBlur(thick, (0, 0), width / 2400)
    paper = toned(np.asarray(cv2.cvtColor(thick, cv2.COLOR_GRAY2BGR), np.uint8), (232, 232, 232), 46)
    paper = tilted(paper, random.uniform(-0.7, 0.7), (232, 232, 232))
    reach = random.uniform(0.012, 0.02) * width
    along = np.arange(width, dtype=np.float32)
    if random.random() < 0.5:
        along = along[::-1]
    wave = 1 + 0.25 * np.sin(np.linspace(0, random.uniform(2, 6), height, dtype=np.float32))
    shade = 1 - 0.86 * np.exp(-((along[None, :] / (reach * wave[:, None])) ** 2))
    made = _generator(random).random((height // 3 + 1, width // 3 + 1)) < 0.00025
    specks = cv2.resize(made.astype(np.uint8), (width, height), interpolation=cv2.INTER_NEAREST).astype(bool)
    dark = (paper.astype(np.float32) * shade[..., None]).astype(np.uint8)
    dark[specks] = 70
    return grain(dark, random, 2.2)


def fed(page: Image, random: Random) -> Image:
    """A feeder: a streak or two down the page, rows a little stretched, thin ink, a JPEG of a slight quality."""
    height, width = page.shape[:2]
    paper = toned(page, (252, 252, 252), 62)
    paper = tilted(paper, random.uniform(-0.5, 0.5), (250, 250, 250), (random.uniform(-8, 8), random.uniform(0, 12)))
    stretch = random.uniform(0.995, 1.006)
    paper = np.asarray(cv2.resize(paper, (width, round(height * stretch)), interpolation=cv2.INTER_AREA), np.uint8)
    for _ in range(random.randint(1, 2)):
        x = random.randint(width // 12, width - width // 12)
        lost = random.choice(((150, 160, 165), (205, 225, 205), (228, 214, 206)))
        wide = random.randint(1, max(1, width // 1100))
        strip = paper[:, x : x + wide].astype(np.float32)
        paper[:, x : x + wide] = (0.35 * strip + 0.65 * np.array(lost, np.float32)).astype(np.uint8)
    return compressed(grain(paper, random, 1.0), 62)


def _waves(random: Random, width: int, height: int, across: float, along: float) -> np.ndarray:
    """Smooth noise from 0 to 1, drawn out in one direction."""
    shape = max(2, round(height / along)), max(2, round(width / across))
    small = _generator(random).random(shape).astype(np.float32)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)).clip(0, 1)


def wood(random: Random, width: int, height: int) -> Image:
    """A wooden table: bands of grain along its length, boards apart by thin dark lines."""
    base = np.array(random.choice(((62, 98, 140), (84, 122, 160), (44, 66, 96))), np.float32)
    fine = _waves(random, width, height, 6, 500)
    broad = _waves(random, width, height, 60, 900)
    table = base * (0.72 + 0.22 * fine + 0.28 * broad)[..., None]
    boards = random.randint(3, 5)
    for place in range(1, boards):
        x = width * place // boards + random.randint(-20, 20)
        table[:, x : x + 4] *= 0.5
    return table.clip(0, 255).astype(np.uint8)


def cloth(random: Random, width: int, height: int) -> Image:
    """A table-cloth: checks, woven, with soft folds."""
    first, second = random.choice(
        (((196, 206, 222), (72, 66, 168)), ((208, 200, 186), (150, 112, 70)), ((190, 205, 200), (96, 128, 84)))
    )
    step = random.randint(70, 110)
    rows_of, columns = np.arange(height)[:, None] // step % 2, np.arange(width)[None, :] // step % 2
    mixed = ((rows_of + columns) / 2)[..., None]
    table = np.array(first, np.float32) * (1 - mixed) + np.array(second, np.float32) * mixed
    weave = 0.93 + 0.07 * ((np.arange(height)[:, None] + np.arange(width)[None, :]) % 4 > 1)
    folds = 0.86 + 0.2 * _waves(random, width, height, 700, 500)
    return (table * (weave * folds)[..., None]).clip(0, 255).astype(np.uint8)


def dark_top(random: Random, width: int, height: int) -> Image:
    """A dark desk with a dull shine."""
    base = np.array(random.choice(((38, 36, 34), (52, 42, 38), (30, 40, 46))), np.float32)
    shine = 0.9 + 0.5 * _waves(random, width, height, 900, 1100) ** 2
    return (base * shine[..., None]).clip(0, 255).astype(np.uint8)
