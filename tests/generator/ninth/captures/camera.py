"""A sheet on a table under a camera: where each pixel looks at, in millimetres, sheet curled or folded, and its light.

The sheet lies about the origin; x goes to its right, y down the sheet, z up from the table to the camera.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.pixels import Plane, displayed, jpeg, linear, noisy, pixels, soft

_FINE, _REACH = 10, 500
"""Steps to the millimetre, and millimetres each way, of the height of a bent sheet."""


@dataclass(frozen=True, slots=True)
class Pose:
    """How the camera is held over a sheet: height and width of its picture in pixels, angles in degrees.

    `fill`: height of an A4 sheet as a part of the picture's; `aim`: the point of the sheet in the middle, in mm.
    """

    size: tuple[int, int]
    fill: float
    tilt: float = 0
    lean: float = 0
    turn: float = 0
    aim: tuple[float, float] = (0, 0)


@dataclass(frozen=True, slots=True)
class Bend:
    """How a sheet stands up from the table, the same all along `axis` (0: it changes with x, 1: with y).

    `curl`: mm by which the two ends rise; `folds`: (place from the middle, mm up) of former folds.
    """

    axis: int = 1
    curl: float = 0
    folds: Sequence[tuple[float, float]] = ()

    def profile(self) -> tuple[Plane, Plane, Plane]:
        """Height, slope and paper gained by the slope, at steps of 1/10 mm."""
        at = np.arange(-_REACH * _FINE, _REACH * _FINE + 1) / _FINE
        height = self.curl * (at / 148) ** 2
        for place, rise in self.folds:
            height = height + rise * np.exp(-np.abs(at - place) / 32)
        height = cv2.GaussianBlur(height[None, :], (0, 0), 1.2 * _FINE)[0]
        slope = np.gradient(height, 1 / _FINE)
        gained = np.cumsum(np.sqrt(1 + slope**2) - 1) / _FINE
        gained -= gained[_REACH * _FINE]
        return height.astype(np.float32), slope.astype(np.float32), gained.astype(np.float32)


@dataclass(frozen=True, slots=True)
class Lamp:
    """A lamp at a place in mm; its part of the light that reaches the middle of the sheet, and its colour."""

    place: tuple[float, float, float]
    part: float = 1
    colour: tuple[float, float, float] = (1, 1, 1)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a camera sees: reflectance (with colours) and cover by the sheet, 0 to 1; pixels' places (mm) and slopes."""

    albedo: Plane
    sheet: Plane
    x: Plane
    y: Plane
    z: Plane
    slope: tuple[Plane, Plane]
    eye: tuple[float, float, float]


def _rotation(pose: Pose) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    tilt, lean, turn = (float(np.radians(angle)) for angle in (pose.tilt, pose.lean, pose.turn))
    about_x = np.array([[1, 0, 0], [0, np.cos(tilt), -np.sin(tilt)], [0, np.sin(tilt), np.cos(tilt)]])
    about_y = np.array([[np.cos(lean), 0, np.sin(lean)], [0, 1, 0], [-np.sin(lean), 0, np.cos(lean)]])
    about_z = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x)


def look(
    page: Image,
    table: Image,
    pose: Pose,
    random: Random,
    bend: Bend | None = None,
    cover: Plane | None = None,
    per_mm: float | None = None,
) -> Seen:
    """`page` on `table`; `cover` is 0 where the page's picture holds no paper; A4 unless `per_mm` says its pixels."""
    height, width = pose.size
    rows, columns = page.shape[:2]
    per_mm = per_mm or columns / 210
    focal = 0.8 * max(height, width)
    rotation = _rotation(pose)
    away = focal * 297 / (pose.fill * height)
    eye = np.array((*pose.aim, 0.0)) - rotation @ np.array((0, 0, -1.0)) * away
    i, j = np.meshgrid(
        (np.arange(width, dtype=np.float32) - width / 2) / focal,
        (np.arange(height, dtype=np.float32) - height / 2) / focal,
    )
    ray = [(rotation[k, 0] * i + rotation[k, 1] * j - rotation[k, 2]).astype(np.float32) for k in range(3)]

    def reached(level: Plane | float) -> tuple[Plane, Plane]:
        far = ((level - eye[2]) / ray[2]).astype(np.float32)
        return (eye[0] + far * ray[0]).astype(np.float32), (eye[1] + far * ray[1]).astype(np.float32)

    ground_x, ground_y = reached(0.0)
    bend = bend or Bend()
    tall, steep, gained = bend.profile()
    x, y = ground_x, ground_y
    for _ in range(3):
        place = np.clip((y if bend.axis else x) * _FINE + _REACH * _FINE, 0, tall.size - 1).astype(np.int32)
        z = tall[place]
        x, y = reached(z)
    u, v = (x, y + gained[place]) if bend.axis else (x + gained[place], y)
    paper_u, paper_v = (u * per_mm + columns / 2).astype(np.float32), (v * per_mm + rows / 2).astype(np.float32)
    shrunk = per_mm * 297 / (pose.fill * height)
    drawn = np.asarray(cv2.GaussianBlur(page, (0, 0), 0.42 * shrunk), dtype=np.uint8) if shrunk > 1.05 else page
    print_ = cv2.remap(drawn, paper_u - 0.5, paper_v - 0.5, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    inside = np.minimum(np.minimum(paper_u, columns - paper_u), np.minimum(paper_v, rows - paper_v)) / shrunk
    sheet = np.clip(inside + 0.5, 0, 1).astype(np.float32)
    if cover is not None:
        sheet *= cv2.remap(cover, paper_u - 0.5, paper_v - 0.5, cv2.INTER_LINEAR)
    middle = tables.SIDE / 2
    spin = random.uniform(-0.2, 0.2) + random.choice((0, np.pi / 2))
    table_x = (np.cos(spin) * ground_x - np.sin(spin) * ground_y) * tables.PER_MM + middle
    table_y = (np.sin(spin) * ground_x + np.cos(spin) * ground_y) * tables.PER_MM + middle
    under = cv2.remap(
        table, table_x.astype(np.float32), table_y.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
    ground = linear(under.astype(np.uint8)) * _shade(sheet, pose, random)[:, :, None]
    albedo = ground + sheet[:, :, None] * (linear(print_.astype(np.uint8)) * np.float32(0.9) - ground)
    bent = (steep[place] * sheet).astype(np.float32)
    flat = np.zeros_like(bent)
    slopes = (flat, bent) if bend.axis else (bent, flat)
    at = (float(eye[0]), float(eye[1]), float(eye[2]))
    return Seen(albedo.astype(np.float32), sheet, x, y, z.astype(np.float32), slopes, at)


def _shade(sheet: Plane, pose: Pose, random: Random) -> Plane:
    """The sheet's own shadow on the table: a line close to it, a wider one to a side."""
    unit = pose.fill * pose.size[0] / 297
    side = np.array([[1, 0, random.uniform(-1.6, 1.6) * unit], [0, 1, random.uniform(-1.6, 1.6) * unit]])
    moved = np.asarray(cv2.warpAffine(sheet, side, (sheet.shape[1], sheet.shape[0])), dtype=np.float32)
    return 1 - np.float32(0.3) * soft(moved, 1.6 * unit) - np.float32(0.25) * soft(sheet, 0.6 * unit)


def lit(seen: Seen, lamps: Sequence[Lamp], ambient: float) -> Plane:
    """The light on each pixel, with colours; 1 in the middle of the sheet where `lamps` and `ambient` sum to 1."""
    total = np.full((*seen.x.shape, 3), ambient, np.float32)
    for lamp in lamps:
        away = [np.float32(lamp.place[k]) - plane for k, plane in enumerate((seen.x, seen.y, seen.z))]
        square = away[0] ** 2 + away[1] ** 2 + away[2] ** 2
        towards = (away[2] - away[0] * seen.slope[0] - away[1] * seen.slope[1]) / square**1.5
        most = lamp.place[2] / float(np.dot(lamp.place, lamp.place)) ** 1.5
        total += np.clip(towards / most, 0, None)[:, :, None] * lamp.part * np.array(lamp.colour, np.float32)
    return total


def exposed(light: Plane, sheet: Plane, level: float) -> Plane:
    """The picture whose paper comes out at `level` of 255, corners a little darker."""
    height, width = sheet.shape
    across, down = np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)
    corners = 1 / (1 + 0.1 * (across[None, :] ** 2 + down[:, None] ** 2)) ** 2
    seen = light * corners[:, :, None]
    paper = seen[:, :, 1][sheet > 0.9]
    brightest = float(np.percentile(paper, 90)) if paper.size else 1.0
    return displayed(seen * np.float32((level / 255) ** 2.2 / brightest))


def developed(levels: Plane, random: Random, blur: float, noise: float = 1.6, quality: int = 86) -> Image:
    """What the camera's program makes of it: a lens a little soft, noise, edges sharpened, a JPEG file."""
    seen = noisy(np.asarray(cv2.GaussianBlur(levels, (0, 0), blur), dtype=np.float32), noise, random)
    wide = cv2.GaussianBlur(seen, (0, 0), 1.6)
    return jpeg(pixels(seen * np.float32(1.35) - wide * np.float32(0.35)), quality)
