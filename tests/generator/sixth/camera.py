"""A telephone's photographs of a sheet on a table: to accept here, to refuse in `spoilt`."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.sixth.accepted import cloth, compressed, dark_top, grain, toned, wood

SIZE = (2268, 3024)
"""Width and height of a photograph in pixels."""


def corners(random: Random, fill: float = 0.86) -> np.ndarray:
    """Where the sheet's corners come to lie, clockwise from the upper left (4 × 2); `fill` is its share."""
    width, height = SIZE
    wide = min(width * fill, height * fill / 1.414)
    high = wide * 1.414
    left, top = (width - wide) / 2, (height - high) / 2
    flat = np.array(((left, top), (left + wide, top), (left + wide, top + high), (left, top + high)), np.float32)
    lean = random.uniform(-0.035, 0.035) * wide  # held not quite over its middle
    flat += np.array(((lean, 0), (-lean, 0), (0, 0), (0, 0)), np.float32)
    flat += np.array([[random.uniform(-0.012, 0.012) * wide for _ in range(2)] for _ in range(4)], np.float32)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-3.5, 3.5), 1.0)
    return np.asarray(cv2.transform(flat[None], turn)[0], np.float32)


def laid(page: Image, table: Image, where: np.ndarray) -> Image:
    """`page` on `table` with its corners at `where`, and the thin shadow that a sheet throws."""
    height, width = table.shape[:2]
    high, wide = page.shape[:2]
    source = np.array(((0, 0), (wide, 0), (wide, high), (0, high)), np.float32)
    matrix = cv2.getPerspectiveTransform(source, where)
    over = cv2.warpPerspective(page, matrix, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), matrix, (width, height), flags=cv2.INTER_AREA)
    under = cv2.GaussianBlur(np.roll(mask, (7, 6), (0, 1)), (0, 0), 9).astype(np.float32)[..., None] / 255
    part = mask.astype(np.float32)[..., None] / 255
    ground = table.astype(np.float32) * (1 - 0.45 * under)
    return (ground * (1 - part) + over.astype(np.float32) * part).astype(np.uint8)


def uneven(scene: Image, random: Random, least: float, warmth: float = 0.06) -> Image:
    """Light that falls from one side: `least` of it is left at the far one; lamps are a little yellow."""
    height, width = scene.shape[:2]
    angle = random.uniform(0, 2 * np.pi)
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :] * np.cos(angle)
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None] * np.sin(angle)
    across = (x + y + 1.4142) / 2.8284
    light = least + (1 - least) * across
    tone = np.array((1 - warmth, 1 - warmth / 3, 1.0), np.float32)
    return (scene.astype(np.float32) * light[..., None] * tone).clip(0, 255).astype(np.uint8)


def shadowed(scene: Image, random: Random, depth: float) -> Image:
    """The shadow of a hand and an arm that hold the telephone, soft at its edge, from the lower side."""
    height, width = scene.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    middle = random.randint(width // 4, 3 * width // 4)
    top = random.randint(height // 2, 2 * height // 3)
    palm = width // 6
    cv2.ellipse(mask, (middle, top), (palm, palm * 5 // 4), random.randint(-20, 20), 0, 360, 255, -1)
    for finger in range(4):
        tip = middle - palm + finger * palm * 2 // 3, top - palm * 2 + abs(finger - 1) * palm // 4
        cv2.line(mask, (middle - palm * 2 // 3 + finger * palm // 2, top - palm // 2), tip, 255, palm * 2 // 5)
    cv2.line(mask, (middle, top), (middle + random.randint(-width // 5, width // 5), height + 200), 255, palm * 5 // 4)
    soft = cv2.GaussianBlur(cv2.resize(mask, (width // 4, height // 4)), (0, 0), width / 160)
    shade = 1 - depth * cv2.resize(soft, (width, height)).astype(np.float32)[..., None] / 255
    return (scene.astype(np.float32) * shade).astype(np.uint8)


def developed(scene: Image, random: Random, softness: float = 0.7, quality: int = 86) -> Image:
    """What the telephone makes of the scene: a little softness, grain, its JPEG."""
    soft = cv2.GaussianBlur(scene, (0, 0), softness) if softness else scene
    return compressed(grain(np.asarray(soft, np.uint8), random, 2.2), quality)


def on_wood(page: Image, random: Random) -> Image:
    """By a window, on a wooden table."""
    paper = toned(page, (236, 241, 244), 30)
    scene = laid(paper, wood(random, *SIZE), corners(random))
    return developed(uneven(scene, random, random.uniform(0.66, 0.8)), random)


def under_hand(page: Image, random: Random) -> Image:
    """On a checked cloth; the hand that holds the telephone throws its shadow on the lower half."""
    paper = toned(page, (232, 240, 246), 32)
    scene = laid(paper, cloth(random, *SIZE), corners(random, fill=0.83))
    lit = uneven(scene, random, random.uniform(0.78, 0.9), 0.1)
    return developed(shadowed(lit, random, random.uniform(0.2, 0.32)), random, 0.8, 82)


def at_desk(page: Image, random: Random) -> Image:
    """On a dark desk in the light of the office, not quite sharp, a stronger JPEG."""
    paper = toned(page, (226, 228, 228), 28)
    scene = laid(paper, dark_top(random, *SIZE), corners(random, fill=0.88))
    return developed(uneven(scene, random, random.uniform(0.7, 0.85), 0.02), random, 1.15, 74)
