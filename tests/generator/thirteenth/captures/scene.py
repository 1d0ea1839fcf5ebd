"""A sheet before a camera: bent, laid on a ground in perspective, with its shadow."""

from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.pages.model import Image
from tests.generator.thirteenth.captures.optics import lit

Corners = npt.NDArray[np.float32]
"""Upper left, upper right, lower right, lower left in pixels of the frame."""
FRAMES = ((3264, 2448), (3456, 2592), (3648, 2736))
"""Heights and widths of 8 to 10 Mpixel."""


def sheet(page: Image) -> Image:
    """`page` with a channel that says where paper is."""
    return np.dstack([page, np.full(page.shape[:2], 255, np.uint8)])


def bent(page: Image, random: Random, rise: float, waves: float) -> Image:
    """A sheet that does not lie flat: its lines go up and down by `rise` of its width, lit by their slope."""
    height, width = page.shape[:2]
    pad = int(rise * width) + 2
    padded = cv2.copyMakeBorder(sheet(page), pad, pad, 0, 0, cv2.BORDER_CONSTANT)
    x = np.linspace(0, 1, width, dtype=np.float32)
    phase = random.uniform(0, np.pi)
    lift = rise * width * np.sin(np.pi * waves * x + phase)
    tall = height + 2 * pad
    map_x = np.broadcast_to(np.arange(width, dtype=np.float32), (tall, width)).copy()
    map_y = (np.arange(tall, dtype=np.float32)[:, None] + lift[None, :]).astype(np.float32)
    found = cv2.remap(padded, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    light = 1 + 3.2 * rise * np.cos(np.pi * waves * x + phase)
    light = np.minimum(light / light.max(), 1)
    shone = lit(np.ascontiguousarray(found[:, :, :3]), np.broadcast_to(light, (tall, width)).astype(np.float32))
    return np.dstack([shone, found[:, :, 3]])


def corners(
    random: Random, frame: tuple[int, int], ratio: float, share: float, tilt: float = 4, keystone: float = 0.06
) -> Corners:
    """Corners of a sheet (`ratio`: width by height) that takes `share` of the frame's height; it stays within."""
    height = share * frame[0]
    half_h, half_w = height / 2, ratio * height / 2
    points = np.array([[-half_w, -half_h], [half_w, -half_h], [half_w, half_h], [-half_w, half_h]], np.float64)
    far, side = random.uniform(-0.3, 1) * keystone, random.uniform(-0.5, 0.5) * keystone
    points[0:2, 0] *= 1 - far
    points[[1, 2], 1] *= 1 - side
    angle = np.radians(random.uniform(-tilt, tilt))
    points = points @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    spread = points.max(axis=0) - points.min(axis=0)
    room = np.array([frame[1] * 0.985, frame[0] * 0.985])
    points *= min(1.0, *(room / spread))
    spread = points.max(axis=0) - points.min(axis=0)
    free = (np.array([frame[1], frame[0]]) - spread) * 0.5
    shift = [random.uniform(-0.7, 0.7) * free[0], random.uniform(-0.7, 0.7) * free[1]]
    points += np.array([frame[1], frame[0]]) / 2 + shift - (points.max(axis=0) + points.min(axis=0)) / 2
    return np.asarray(points, np.float32)


def placed(paper: Image, ground: Image, where: Corners, shade: float = 0.45, height: int = 10) -> Image:
    """`paper` (four channels) on `ground`, its corners at `where`; `height` is how far its shadow falls."""
    tall, wide = paper.shape[:2]
    own = np.array([[0, 0], [wide, 0], [wide, tall], [0, tall]], np.float32)
    matrix = cv2.getPerspectiveTransform(own, where)
    size = (ground.shape[1], ground.shape[0])
    warped = cv2.warpPerspective(paper, matrix, size, flags=cv2.INTER_AREA | cv2.INTER_LINEAR)
    cover = np.asarray(warped[:, :, 3], np.float32) / np.float32(255)
    faint = cv2.resize(cover, (size[0] // 4, size[1] // 4), interpolation=cv2.INTER_AREA)
    away = np.array([[1, 0, height / 4], [0, 1, height / 4]], np.float32)
    faint = cv2.GaussianBlur(cv2.warpAffine(faint, away, faint.shape[::-1]), (0, 0), max(height / 4, 1))
    shadow = cv2.resize(faint, size, interpolation=cv2.INTER_LINEAR)
    under = lit(ground, (1 - shade * shadow).astype(np.float32))
    top = np.ascontiguousarray(warped[:, :, :3])
    return np.asarray(cv2.blendLinear(top, under, cover, 1 - cover), np.uint8)


def cast_shadow(random: Random, frame: tuple[int, int], depth: float, softness: float) -> npt.NDArray[np.float32]:
    """Light with the shadow of a head, an arm or a telephone in it, coming in from one border."""
    height, width = frame[0] // 8, frame[1] // 8
    dark = np.zeros((height, width), np.float32)
    edge = random.choice(("left", "right", "low"))
    x = {"left": 0.0, "right": 1.0, "low": random.uniform(0.2, 0.8)}[edge] * width
    y = height * (1.0 if edge == "low" else random.uniform(0.3, 0.9))
    axes = (int(random.uniform(0.25, 0.5) * width), int(random.uniform(0.2, 0.42) * height))
    cv2.ellipse(dark, (int(x), int(y)), axes, random.uniform(-40, 40), 0, 360, 1.0, -1)
    if random.random() < 0.5:
        end = (int(x + random.uniform(-0.3, 0.3) * width), int(y - random.uniform(0.2, 0.4) * height))
        cv2.line(dark, (int(x), int(y)), end, 1.0, width // 6)
    soft = cv2.GaussianBlur(dark, (0, 0), softness * width)
    return (1 - depth * cv2.resize(soft, (frame[1], frame[0]), interpolation=cv2.INTER_LINEAR)).astype(np.float32)
