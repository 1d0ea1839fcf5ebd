"""Captures of the fifth set: other ways to hold, light and spoil a sheet than those of the sets before."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image


def _grain(scene: np.ndarray, random: Random, sigma: float) -> Image:
    generator = np.random.default_rng(random.getrandbits(32))
    return np.clip(scene + generator.normal(0, sigma, scene.shape), 0, 255).astype(np.uint8)


def _toned(page: Image, random: Random) -> np.ndarray:
    paper = np.array([random.uniform(228, 246), random.uniform(232, 248), random.uniform(234, 250)], np.float32)
    return page.astype(np.float32) / 255 * (paper - 35) + 35


def _table(height: int, width: int, random: Random) -> np.ndarray:
    """A wooden or a plain desk."""
    colour = np.array(random.choice(((52, 74, 104), (96, 92, 88), (40, 44, 48), (110, 120, 96))), np.float32)
    scene = np.ones((height, width, 3), np.float32) * colour
    waves = np.sin(np.arange(height)[:, None] / random.uniform(9, 30) + np.sin(np.arange(width)[None] / 170) * 2)
    return scene * (1 + 0.05 * waves[..., None])


def desk(page: Image, random: Random, corners: np.ndarray | None = None) -> Image:
    """A telephone's picture from above: any small turn, perspective, light from one side."""
    height, width = 2800, 2100
    source = np.array([[0, 0], [page.shape[1], 0], [page.shape[1], page.shape[0]], [0, page.shape[0]]], np.float32)
    if corners is None:
        angle, size = np.radians(random.uniform(-6, 6)), random.uniform(0.78, 0.86)
        half = np.array([[-1, -1.414], [1, -1.414], [1, 1.414], [-1, 1.414]]) * size * width / 2
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        corners = half @ turn.T + np.array([width / 2, height / 2])
        corners = corners + np.array([[random.uniform(-45, 45), random.uniform(-45, 45)] for _ in range(4)])
    warp = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
    flat = cv2.warpPerspective(_toned(page, random), warp, (width, height), flags=cv2.INTER_AREA)
    cover = cv2.warpPerspective(np.ones(page.shape[:2], np.float32), warp, (width, height))[..., None]
    scene = _table(height, width, random) * (1 - cover) + flat * cover
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    light = 0.88 + random.uniform(-0.1, 0.1) * x + random.uniform(-0.1, 0.1) * y
    scene = cv2.GaussianBlur(scene * light[..., None], (0, 0), 0.9)
    return _grain(scene, random, 2.5)


def office(page: Image, random: Random) -> Image:
    """A scanner with a feeder: a little askew, a line of dust, stronger contrast."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-1.4, 1.4), 1)
    scan = cv2.warpAffine(_toned(page, random), turn, (width, height), borderValue=(244, 246, 247))
    scan = cv2.GaussianBlur(scan, (0, 0), random.uniform(0.5, 0.9))
    dust = random.randrange(width)
    scan[:, dust : dust + 2] *= 0.9
    return _grain((scan - 128) * 1.06 + 128, random, 2)


def faded(page: Image, random: Random) -> Image:
    """A worn ribbon: print of a third of its strength, still read by a person."""
    return office((255 - (255 - page.astype(np.float32)) * random.uniform(0.42, 0.6)).astype(np.uint8), random)


def out_of_focus(page: Image, random: Random) -> Image:
    scene = desk(page, random)
    return _grain(cv2.GaussianBlur(scene, (0, 0), random.uniform(5.5, 8)).astype(np.float32), random, 2)


def jerked(page: Image, random: Random) -> Image:
    """The hand moved: a streak of 25 to 40 pixels at any angle."""
    length = random.randint(25, 40) | 1
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1
    turn = cv2.getRotationMatrix2D((length // 2, length // 2), random.uniform(0, 180), 1)
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return np.asarray(cv2.filter2D(desk(page, random), -1, kernel / kernel.sum()), np.uint8)


def at_night(page: Image, random: Random) -> Image:
    return _grain(desk(page, random).astype(np.float32) * random.uniform(0.08, 0.16), random, 4)


def flash(page: Image, random: Random) -> Image:
    """The flash mirrored on the sheet."""
    scene = desk(page, random).astype(np.float32)
    height, width = scene.shape[:2]
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    far = np.hypot(x - width * random.uniform(0.35, 0.65), y - height * random.uniform(0.3, 0.6))
    return np.clip(scene * 0.85 + 420 * np.exp(-((far / (width * 0.2)) ** 4))[..., None], 0, 255).astype(np.uint8)


def half_out(page: Image, random: Random) -> Image:
    """Held too near: the lower or upper fifth to third of the sheet is outside."""
    scene = desk(page, random)
    share = random.uniform(0.2, 0.33)
    cut = round(2800 * (0.08 + share * 0.84))
    return np.ascontiguousarray(scene[:-cut] if random.random() < 0.5 else scene[cut:])


def side_out(page: Image, random: Random) -> Image:
    """A fifth to a third of the width is outside, at the left or right."""
    scene = desk(page, random)
    cut = round(2100 * (0.09 + random.uniform(0.2, 0.33) * 0.82))
    return np.ascontiguousarray(scene[:, :-cut] if random.random() < 0.5 else scene[:, cut:])


def short_scan(page: Image, random: Random) -> Image:
    """The sheet lay beyond the upper or left edge of the glass; white lid fills the rest."""
    scan = office(page, random)
    height, width = scan.shape[:2]
    if random.random() < 0.5:
        part = round(width * random.uniform(0.12, 0.25))
        return np.ascontiguousarray(np.hstack([scan[:, part:], np.full((height, part, 3), 245, np.uint8)]))
    part = round(height * random.uniform(0.15, 0.3))
    return np.ascontiguousarray(np.vstack([scan[part:], np.full((part, width, 3), 245, np.uint8)]))


def turned_corner(page: Image, random: Random) -> Image:
    """A corner lies folded over: its back, a shade darker, hides the print."""
    paper = _toned(page, random)
    height, width = page.shape[:2]
    a, b = round(width * random.uniform(0.42, 0.58)), round(height * random.uniform(0.26, 0.4))
    right, lower = random.random() < 0.5, random.random() < 0.5
    corner = np.array([width if right else 0, height if lower else 0], np.float64)
    first = corner + np.array([-a if right else a, 0])
    second = corner + np.array([0, -b if lower else b])
    along = (second - first) / np.linalg.norm(second - first)
    foot = first + along * np.dot(corner - first, along)
    tip = 2 * foot - corner
    gone = np.array([corner, first, second], np.int32)
    flap = np.array([tip, first, second], np.int32)
    cv2.fillPoly(paper, [gone], (60, 66, 72))
    cv2.fillPoly(paper, [flap], (214, 216, 218))
    cv2.polylines(paper, [flap], True, (170, 172, 174), 3)
    whole = cv2.GaussianBlur(paper, (0, 0), 0.8)
    return _grain(whole, random, 2) if random.random() < 0.5 else desk(np.clip(whole, 0, 255).astype(np.uint8), random)


def reverse(page: Image, random: Random) -> Image:
    """The empty back on the glass, the front showing through."""
    through = cv2.flip(cv2.GaussianBlur(page, (0, 0), 2.4), 1).astype(np.float32)
    return office((255 - (255 - through) * random.uniform(0.02, 0.08)).astype(np.uint8), random)


def reverse_on_desk(page: Image, random: Random) -> Image:
    through = cv2.flip(cv2.GaussianBlur(page, (0, 0), 2.4), 1).astype(np.float32)
    return desk((255 - (255 - through) * random.uniform(0.01, 0.06)).astype(np.uint8), random)


def thumbnail(page: Image, random: Random) -> Image:
    """A preview saved instead of the picture."""
    scene = desk(page, random)
    width = random.randint(430, 620)
    small = cv2.resize(scene, (width, width * 4 // 3), interpolation=cv2.INTER_AREA)
    data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, random.randint(45, 80)])[1]
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def no_paper(page: Image, random: Random) -> Image:
    """The desk alone, with or without things on it."""
    scene = _table(2000, 1500, random)
    for _ in range(random.randint(0, 6)):
        x, y = random.randint(100, 1400), random.randint(100, 1900)
        colour = [float(random.randint(20, 230)) for _ in range(3)]
        cv2.ellipse(scene, (x, y), (random.randint(40, 300), random.randint(40, 300)), 30, 0, 360, colour, -1)
    return _grain(cv2.GaussianBlur(scene, (0, 0), 2), random, 4)
