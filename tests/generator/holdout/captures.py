"""Captures held out: other optics, tables, lamps, folds and cuts than those the verdict is tuned on."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.captures import noisy, tint


def feeder(page: Image, random: Random) -> Image:
    """A sheet-fed scanner: grey, a skew, a thin streak of dust on the glass, JPEG at quality 70."""
    height, width = page.shape[:2]
    paper = random.randint(236, 252)
    toned = tint(page, (paper, paper, paper), random.randint(20, 70))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-1.8, 1.8), 1.0)
    toned = cv2.warpAffine(toned, turn, (width, height), borderValue=(252, 252, 252))
    toned = cv2.GaussianBlur(toned, (0, 0), random.uniform(0.5, 0.9))
    streak = random.randrange(width // 10, width - width // 10)
    toned[:, streak : streak + 2] = (toned[:, streak : streak + 2] * 0.86).astype(np.uint8)
    return recompressed(noisy(toned, random, 3.0), 70)


def copier(page: Image, random: Random) -> Image:
    """A photocopy scanned again: contrast raised, specks, a dark edge."""
    toned = tint(page, (246, 246, 246), 10).astype(np.float32)
    toned = 128 + (cv2.GaussianBlur(toned, (0, 0), 0.8) - 128) * 1.35
    generator = np.random.default_rng(random.getrandbits(32))
    specks = generator.random(page.shape[:2]) > 0.99985
    toned[specks] = 40
    toned[:, : max(page.shape[1] // 200, 1)] = 60
    return noisy(np.clip(toned, 0, 255).astype(np.uint8), random, 1.5)


def pale(page: Image, random: Random) -> Image:
    """Thermal or worn print on tinted paper: pale, and readable."""
    tone = random.choice(((214, 236, 240), (226, 240, 222), (236, 226, 240)))
    return noisy(cv2.GaussianBlur(tint(page, tone, random.randint(112, 142)), (0, 0), 0.6), random, 2.0)


def stamped(page: Image, random: Random) -> Image:
    """A received stamp and a line of handwriting across a scan."""
    scan = feeder(page, random)
    layer = np.full_like(scan, 255)
    height, width = scan.shape[:2]
    size = width / 900
    x, y = int(width * random.uniform(0.5, 0.62)), int(height * random.uniform(0.78, 0.9))
    cv2.putText(layer, "RECU LE 14 MARS", (x, y), cv2.FONT_HERSHEY_DUPLEX, size, (170, 60, 60), max(2, int(size * 2)))
    cv2.rectangle(layer, (x - 12, y - int(36 * size)), (x + int(290 * size), y + int(14 * size)), (170, 60, 60), 3)
    cv2.putText(
        layer,
        "vu avec Mme L.",
        (width // 12, int(height * 0.955)),
        cv2.FONT_HERSHEY_SCRIPT_SIMPLEX,
        size,
        (90, 40, 30),
        2,
    )
    return cv2.min(scan, layer).astype(np.uint8)


def camera(
    page: Image, random: Random, keystone: float = 0.055, light: float = 0.8, size: tuple[int, int] = (2304, 3072)
) -> Image:
    """A camera above a table of wood or cloth: keystone, a turn of some degrees, vignetting, a hand's soft shadow."""
    width, height = size
    table = _table(random, width, height)
    lean = [random.uniform(0, keystone) for _ in range(4)]
    margin = random.uniform(0.04, 0.08)
    corners = np.array(
        [
            [margin + lean[0], margin + lean[1] / 2],
            [1 - margin - lean[2], margin + lean[3] / 2],
            [1 - margin - lean[1] / 3, 1 - margin - lean[0] / 2],
            [margin + lean[3] / 3, 1 - margin - lean[2] / 2],
        ],
        np.float32,
    ) * np.array([width, height], np.float32)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-2.5, 2.5), 0.97)
    corners = cv2.transform(corners[None].astype(np.float32), turn)[0]
    return _lit(_laid(page, table, corners.astype(np.float32)), random, light)


def _table(random: Random, width: int, height: int) -> Image:
    generator = np.random.default_rng(random.getrandbits(32))
    base = np.array(random.choice(((52, 84, 118), (96, 92, 86), (44, 48, 40), (120, 88, 70))), np.float32)
    grain = cv2.resize(
        generator.normal(0, 9, (height // 60, 8)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    return np.clip(base + grain[..., None], 0, 255).astype(np.uint8)


def _laid(page: Image, table: Image, corners: np.ndarray) -> Image:
    height, width = table.shape[:2]
    far = max(page.shape[0] / height, 1.0)
    sheet = cv2.GaussianBlur(tint(page, (228, 238, 244), 40), (0, 0), 0.35 * far)
    source = np.array([[0, 0], [page.shape[1], 0], [page.shape[1], page.shape[0]], [0, page.shape[0]]], np.float32)
    warp = cv2.getPerspectiveTransform(source, corners)
    flat = cv2.warpPerspective(sheet, warp, (width, height), flags=cv2.INTER_AREA)
    cover = cv2.warpPerspective(np.full(page.shape[:2], 255, np.uint8), warp, (width, height))[..., None] / 255.0
    return (table * (1 - cover) + flat * cover).astype(np.uint8)


def _lit(scene: Image, random: Random, light: float) -> Image:
    height, width = scene.shape[:2]
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    fall = 1 - random.uniform(0.05, 0.16) * (x**2 + y**2)
    shadow = np.zeros((height, width), np.float32)
    side = random.choice((0.05, 0.95))
    cv2.ellipse(
        shadow,
        (int(width * side), int(height * random.uniform(0.4, 0.9))),
        (width // 4, height // 5),
        30,
        0,
        360,
        1,
        -1,
    )
    shadow = cv2.GaussianBlur(shadow, (0, 0), width / 18)
    lit = scene * (light * fall * (1 - random.uniform(0.1, 0.35) * shadow))[..., None] * 1.12
    return recompressed(noisy(np.clip(lit, 0, 255).astype(np.uint8), random, 2.5), 82)


def recompressed(image: Image, quality: int) -> Image:
    data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def defocused(page: Image, random: Random) -> Image:
    """The lens focused elsewhere: a disc, not a bell."""
    radius = page.shape[1] / random.uniform(190, 240)
    disc = np.zeros((int(2 * radius) | 1,) * 2, np.float32)
    cv2.circle(disc, (disc.shape[1] // 2, disc.shape[0] // 2), max(int(radius), 1), 1, -1)
    return noisy(cv2.filter2D(feeder(page, random), -1, disc / disc.sum()), random, 1.5)


def shaken(page: Image, random: Random) -> Image:
    """The hand shook: print is doubled along a short bent path."""
    scan = feeder(page, random).astype(np.float32)
    reach = page.shape[1] / random.uniform(80, 110)
    bend = random.uniform(-0.5, 0.5)
    heading = random.uniform(0, np.pi)
    total = np.zeros_like(scan)
    steps = 15
    for step in range(steps):
        way = step / (steps - 1) - 0.5
        angle = heading + bend * way
        move = np.array([[1, 0, reach * way * np.cos(angle)], [0, 1, reach * way * np.sin(angle)]], np.float32)
        total += cv2.warpAffine(scan, move, (scan.shape[1], scan.shape[0]), borderMode=cv2.BORDER_REPLICATE)
    return noisy((total / steps).astype(np.uint8), random, 1.5)


def dim(page: Image, random: Random) -> Image:
    """No lamp: a camera's picture with a twelfth of the light, and its noise."""
    scene = camera(page, random).astype(np.float32) * random.uniform(0.06, 0.13)
    return noisy(np.clip(scene, 0, 255).astype(np.uint8), random, 4.0)


def lamp(page: Image, random: Random) -> Image:
    """Two bars of a ceiling lamp mirrored in the paper."""
    scene = camera(page, random, light=0.72).astype(np.float32)
    height, width = scene.shape[:2]
    spot = np.zeros((height, width), np.float32)
    for place in (0.36, 0.58):
        centre = (int(width * random.uniform(0.45, 0.55)), int(height * place))
        cv2.ellipse(spot, centre, (int(width * 0.3), int(height * 0.055)), random.randint(-12, 12), 0, 360, 1, -1)
    spot = cv2.GaussianBlur(spot, (0, 0), width / 60)[..., None]
    return np.clip(scene + spot * 265, 0, 255).astype(np.uint8)


def beyond(page: Image, random: Random) -> Image:
    """Under the camera a side of the sheet lies outside the picture, with what is printed there."""
    scene = camera(page, random)
    height, width = scene.shape[:2]
    share = random.uniform(0.2, 0.3)
    side = random.choice(("left", "right", "top", "bottom"))
    if side == "left":
        return scene[:, int(width * share) :].copy()
    if side == "right":
        return scene[:, : int(width * (1 - share))].copy()
    if side == "top":
        return scene[int(height * share) :].copy()
    return scene[: int(height * (1 - share))].copy()


def dog_ear(page: Image, random: Random) -> Image:
    """A corner, any of the four, folded over the print, under the camera."""
    height, width = page.shape[:2]
    sheet = page.copy()
    reach_x, reach_y = width * random.uniform(0.4, 0.55), height * random.uniform(0.26, 0.38)
    tip = np.array([reach_x, 0.0]), np.array([0.0, reach_y])
    line = tip[1] - tip[0]
    normal = np.array([line[1], -line[0]]) / np.linalg.norm(line)
    mirrored = 2 * np.dot(tip[0], normal) * normal
    cv2.fillPoly(sheet, [np.array([[0, 0], tip[0], tip[1]], np.int32)], (60, 66, 74))
    cv2.fillPoly(sheet, [np.array([mirrored, tip[0], tip[1]], np.int32)], (222, 222, 222))
    cv2.line(sheet, tuple(int(v) for v in tip[0]), tuple(int(v) for v in tip[1]), (150, 150, 150), max(3, width // 300))
    flips = random.choice((None, 0, 1, -1))
    if flips is not None:
        # the print itself must stay upright: fold a flipped page, and flip it back
        return camera(cv2.flip(dog_eared(cv2.flip(page, flips), sheet, page, flips), flips).astype(np.uint8), random)
    return camera(sheet, random)


def dog_eared(flipped: Image, folded: Image, page: Image, way: int) -> Image:
    """The flap of `folded` laid on the page flipped in the same way."""
    changed = np.any(folded != page, axis=2)
    result = flipped.copy()
    result[changed] = folded[changed]
    return result


def back(page: Image, random: Random) -> Image:
    """The empty back, on tinted or grey paper, its front shining through, with punched holes."""
    ghost = cv2.flip(cv2.GaussianBlur(page, (0, 0), page.shape[1] / 900), 1).astype(np.float32)
    pale_page = (255 - (255 - ghost) * random.uniform(0.02, 0.06)) * random.choice((0.84, 0.93, 1.0))
    scan = noisy(pale_page.astype(np.uint8), random, 2.5)
    for place in (0.36, 0.64):
        cv2.circle(scan, (scan.shape[1] // 22, int(scan.shape[0] * place)), scan.shape[1] // 80, (30, 30, 30), -1)
    return scan


def tiny(page: Image, random: Random) -> Image:
    """A picture sent by a messenger: few pixels, strong compression."""
    width = random.randint(430, 540)
    small = cv2.resize(
        feeder(page, random), (width, width * page.shape[0] // page.shape[1]), interpolation=cv2.INTER_AREA
    )
    return recompressed(small, 40)


def elsewhere(page: Image, random: Random) -> Image:
    """Not a sheet: planks, a keyboard, or a checked cloth."""
    generator = np.random.default_rng(random.getrandbits(32))
    scene = _table(random, 1500, 2000).astype(np.float32)
    what = random.randrange(3)
    if what == 0:
        for x in range(0, 1500, 190):
            scene[:, x : x + 5] *= 0.5
    elif what == 1:
        for y in range(300, 1700, 130):
            for x in range(100, 1400, 130):
                shade = float(generator.uniform(0.55, 0.75))
                scene[y : y + 104, x : x + 104] = scene[y : y + 104, x : x + 104] * shade + 12
    else:
        for place in range(0, 2000, 160):
            scene[place : place + 70] += 46
            scene[:, place : place + 70] += 40
    return noisy(np.clip(scene, 0, 255).astype(np.uint8), random, 6)
