"""Captures a clerk would send back, each code in two ways or three."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.sixth import camera
from tests.generator.sixth.accepted import cloth, compressed, dark_top, fed, grain, tilted, toned, wood
from tests.generator.sixth.camera import corners, developed, laid, uneven


def misfocused(page: Image, random: Random) -> Image:
    """The telephone focused on something nearer: a disc of confusion, as lenses have it."""
    scene = laid(toned(page, (236, 240, 243), 30), wood(random, *camera.SIZE), corners(random))
    radius = random.randint(12, 16)
    disc = np.zeros((2 * radius + 1, 2 * radius + 1), np.float32)
    cv2.circle(disc, (radius, radius), radius, 1, -1, cv2.LINE_AA)
    return developed(np.asarray(cv2.filter2D(scene, -1, disc / disc.sum()), np.uint8), random, 0)


def trembled(page: Image, random: Random) -> Image:
    """The hand moved along a bent path while the picture was taken."""
    scene = laid(toned(page, (232, 236, 240), 32), dark_top(random, *camera.SIZE), corners(random))
    length, angle = random.randint(30, 44), random.uniform(0, np.pi)
    path = np.zeros((64, 64), np.float32)
    bend = random.uniform(-0.35, 0.35)
    points = [
        (
            32 + step * length / 40 * np.cos(angle + bend * step / 20),
            32 + step * length / 40 * np.sin(angle + bend * step / 20),
        )
        for step in range(-20, 21)
    ]
    cv2.polylines(path, [np.array(points, np.int32)], False, 1.0, 2, cv2.LINE_AA)
    return developed(np.asarray(cv2.filter2D(scene, -1, path / path.sum()), np.uint8), random, 0)


def lifted(page: Image, random: Random) -> Image:
    """A sheet that stood off the glass of the scanner: all of it out of focus, its light a little less."""
    width = page.shape[1]
    far = cv2.GaussianBlur(toned(page, (224, 227, 228), 58), (0, 0), width / random.uniform(220, 270))
    return grain(tilted(np.asarray(far, np.uint8), random.uniform(-1.2, 1.2), (215, 215, 215)), random, 1.4)


def evening(page: Image, random: Random) -> Image:
    """Taken in a room where the lamp is out: little light, strong grain."""
    scene = laid(toned(page, (232, 240, 246), 30), wood(random, *camera.SIZE), corners(random))
    dim = uneven(scene, random, 0.5, 0.25).astype(np.float32) * random.uniform(0.13, 0.19)
    return compressed(grain(dim.astype(np.uint8), random, 5.5), 80)


def lamp_failing(page: Image, random: Random) -> Image:
    """A scanner whose lamp gives out: a dark grey page with little between paper and ink."""
    weak = toned(page, (62, 60, 58), 22)
    return grain(tilted(weak, random.uniform(-0.6, 0.6), (40, 40, 40)), random, 3.0)


def ceiling_light(page: Image, random: Random) -> Image:
    """The light of the ceiling in a plastic sleeve: a long bright bar with a halo over a part of the text."""
    scene = laid(toned(page, (214, 218, 220), 34), dark_top(random, *camera.SIZE), corners(random))
    lit = uneven(scene, random, 0.75, 0.02)
    width, height = camera.SIZE
    mask = np.zeros((height, width), np.uint8)
    middle = round(width * random.uniform(0.42, 0.58)), round(height * random.uniform(0.3, 0.44))
    size = (width * random.uniform(0.62, 0.8), height * random.uniform(0.085, 0.12))
    box = cv2.boxPoints((middle, size, random.uniform(-14, 14)))
    cv2.fillPoly(mask, [box.astype(np.int32)], 255)
    return developed(_burnt(lit, mask, width / 55), random)


def flashed(page: Image, random: Random) -> Image:
    """The telephone's own flash on glossy paper: a burnt spot, the rest darker the farther away."""
    scene = laid(toned(page, (216, 214, 212), 34), wood(random, *camera.SIZE), corners(random))
    width, height = camera.SIZE
    x, y = round(width * random.uniform(0.38, 0.62)), round(height * random.uniform(0.3, 0.42))
    away = np.hypot(np.arange(width)[None, :] - x, np.arange(height)[:, None] - y).astype(np.float32) / width
    fallen = (
        (scene.astype(np.float32) * (0.62 + 0.42 * np.exp(-((away / 0.6) ** 2)))[..., None])
        .clip(0, 255)
        .astype(np.uint8)
    )
    mask = np.zeros((height, width), np.uint8)
    axes = round(width * random.uniform(0.15, 0.2)), round(width * random.uniform(0.17, 0.24))
    cv2.ellipse(mask, (x, y), axes, random.randrange(180), 0, 360, 255, -1)
    return developed(_burnt(fallen, mask, width / 30), random)


def _burnt(scene: Image, mask: np.ndarray, halo: float) -> Image:
    """`scene` washed out to white within `mask`, with a soft border `halo` pixels wide."""
    height, width = mask.shape
    small = cv2.GaussianBlur(cv2.resize(mask, (width // 4, height // 4)), (0, 0), halo / 4)
    part = cv2.resize(small, (width, height)).astype(np.float32)[..., None] / 255
    return (scene.astype(np.float32) + 290 * part).clip(0, 255).astype(np.uint8)


def over_the_glass(page: Image, random: Random) -> Image:
    """A sheet laid askew and too far over the edge of the scanner's glass: a side with its figures is missing."""
    height, width = page.shape[:2]
    away = random.choice((-1, 1)) * width * random.uniform(0.15, 0.22)
    paper = toned(page, (245, 247, 248), 34)
    moved = tilted(paper, random.uniform(-1.6, 1.6), (198, 200, 202), (away, height * random.uniform(-0.01, 0.01)))
    return compressed(grain(moved, random, 1.6), 84)


def out_of_frame(page: Image, random: Random) -> Image:
    """A photograph taken from too near: the head or a side of the sheet lies outside the picture."""
    table = wood(random, *camera.SIZE) if random.random() < 0.5 else cloth(random, *camera.SIZE)
    where = corners(random, fill=0.97)
    width, height = camera.SIZE
    shift = random.choice(((width * 0.19, 0), (-width * 0.19, 0), (0, -height * 0.2)))
    scene = laid(toned(page, (234, 239, 243), 30), table, where + np.array(shift, np.float32))
    return developed(uneven(scene, random, 0.75), random)


def stopped_early(page: Image, random: Random) -> Image:
    """The feeder let go too soon: the lower part of what is printed never came through."""
    printed = np.flatnonzero((page.min(axis=2) < 128).any(axis=1))
    end = round(int(printed[-1]) * random.uniform(0.6, 0.78)) if printed.size else page.shape[0] // 2
    return fed(page[:end], random)


def corner_over(page: Image, random: Random) -> Image:
    """A big corner turned over on the text: the white back of it, its crease, the shadow along it."""
    paper, _ = _turned(page, random)
    return compressed(grain(tilted(paper, random.uniform(-0.8, 0.8), (205, 207, 208)), random, 1.6), 84)


def corner_over_table(page: Image, random: Random) -> Image:
    """The same on a table, taken with a telephone: the table shows where the corner was."""
    table = wood(random, *camera.SIZE)
    where = corners(random)
    paper, gone = _turned(page, random)
    scene = laid(paper, table, where)
    wide, high = page.shape[1], page.shape[0]
    source = np.array(((0, 0), (wide, 0), (wide, high), (0, high)), np.float32)
    hole = cv2.warpPerspective(gone, cv2.getPerspectiveTransform(source, where), camera.SIZE)
    scene[hole > 127] = table[hole > 127]
    return developed(uneven(scene, random, 0.75), random)


def _turned(page: Image, random: Random) -> tuple[Image, np.ndarray]:
    """`page` with an upper corner folded down on it, and the mask of what is no longer paper."""
    high, wide = page.shape[:2]
    paper = toned(page, (240, 244, 246), 32)
    across, down = wide * random.uniform(0.3, 0.44), high * random.uniform(0.2, 0.3)
    left = random.random() < 0.5
    corner = np.array((0.0 if left else wide, 0.0))
    first = np.array((across if left else wide - across, 0.0))
    second = np.array((0.0 if left else wide, down))
    along = (second - first) / np.linalg.norm(second - first)
    foot = first + along * np.dot(corner - first, along)
    mirrored = 2 * foot - corner
    gone = np.zeros((high, wide), np.uint8)
    cv2.fillPoly(gone, [np.array((corner, first, second), np.int32)], 255)
    flap = np.zeros((high, wide), np.uint8)
    cv2.fillPoly(flap, [np.array((mirrored, first, second), np.int32)], 255)
    soft = cv2.GaussianBlur(np.roll(flap, wide // 160, 0), (0, 0), wide / 120).astype(np.float32)[..., None] / 255
    shaded = paper.astype(np.float32) * (1 - 0.4 * soft)
    shaded[flap > 0] = (226, 230, 233)
    shaded[gone > 0] = (205, 207, 208)
    made = shaded.astype(np.uint8)
    cv2.line(made, tuple(map(int, first)), tuple(map(int, second)), (172, 175, 178), max(2, wide // 500), cv2.LINE_AA)
    return made, gone
