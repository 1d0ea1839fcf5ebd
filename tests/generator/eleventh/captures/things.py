"""No paper at all: a shelf of books, a pair of shoes on a tiled floor."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.camera import developed
from tests.generator.ninth.captures.pixels import Plane, clouds, soft

_SIZE = (2048, 1536)
_CLOTHS = ((60.0, 50, 140), (120, 70, 40), (60, 96, 50), (50, 120, 190), (70, 64, 60), (150, 160, 168), (130, 80, 110))


def _book(view: Plane, box: tuple[int, int, int, int], random: Random) -> None:
    """One spine in `box` (left, top, right, foot): round, with bands of gold or none."""
    left, top, right, foot = box
    across = np.linspace(-1, 1, right - left, dtype=np.float32)
    colour = np.array(random.choice(_CLOTHS), np.float32) * np.float32(random.uniform(0.75, 1.2))
    spine = np.sqrt(np.clip(1.05 - across**2, 0.1, 1))[None, :, None] * colour * np.ones((foot - top, 1, 1), np.float32)
    band = np.array(random.choice(((90.0, 170, 200), (190, 200, 206), (30, 30, 34))), np.float32)
    for part in random.choice(((0.1, 0.9), (0.08, 0.2, 0.8), (0.15,), ())):
        row = int(part * (foot - top))
        spine[row : row + random.randint(6, 26)] *= 0.3
        spine[row : row + 12] += band * 0.6
    view[top:foot, left:right] = spine


def shelf_of_books(_page: Image, random: Random) -> Image:
    """Three boards of books, some shelves not full, the wall behind them in shadow."""
    height, width = _SIZE
    view = np.full((height, width, 3), (58.0, 66, 74), np.float32)
    storey, board = height // 3, 44
    for shelf in range(3):
        floor = (shelf + 1) * storey - board
        left = random.randint(0, 60)
        while left < width - 150:
            if random.random() < 0.08:
                left += random.randint(60, 200)
                continue
            thick = random.randint(44, 130)
            top = floor - random.randint(int(0.6 * storey), int(0.88 * storey))
            _book(view, (left, top, min(left + thick, width), floor), random)
            left += thick + random.randint(0, 5)
        grain = 1 + 0.08 * clouds(board, width, 6, random, stretch=40, octaves=2)
        view[floor : floor + board] = grain[:, :, None] * np.array((80.0, 124, 166), np.float32)
        view[floor + board : floor + board + 60] *= np.float32(0.5)
    light = 1 + 0.03 * clouds(height, width, 5, random, octaves=2) + 0.1 * clouds(height, width, 700, random, octaves=1)
    return developed((soft(view, 1.3) * light[:, :, None]).astype(np.float32), random, 1.0, 2.2, 80)


def _shoe(view: Plane, centre: tuple[float, float], turn: float, colour: tuple[float, float, float]) -> None:
    """A shoe seen from above, its toe towards `turn` degrees: sole, upper, opening, tongue and laces."""
    tone = np.array(colour)

    def oval(along: float, size: tuple[float, float], shade: float, add: float = 0) -> None:
        at = centre[0] + along * np.sin(np.radians(turn)), centre[1] - along * np.cos(np.radians(turn))
        box = (float(at[0]), float(at[1])), (size[0], size[1]), turn
        cv2.ellipse(view, box, tuple((tone * shade + add).tolist()), -1, cv2.LINE_AA)

    for along, size in ((250, (300, 480)), (-230, (240, 380)), (0, (246, 640))):
        oval(along, size, 0.2, 150)
    for along, size in ((245, (272, 444)), (-225, (212, 344)), (0, (218, 620))):
        oval(along, size, 1.0)
    oval(300, (190, 240), 1.25, 8)
    oval(-190, (150, 310), 0.25)
    oval(-10, (120, 170), 0.8)
    for step in range(5):
        ends = []
        for side in (-1, 1):
            x, y = side * 66.0, 20.0 + 48 * step + side * 16
            angle = np.radians(turn)
            ends.append(
                (
                    int(centre[0] + x * np.cos(angle) + y * np.sin(angle)),
                    int(centre[1] + x * np.sin(angle) - y * np.cos(angle)),
                )
            )
        cv2.line(view, ends[0], ends[1], (206.0, 212, 214), 13, cv2.LINE_AA)


def shoes_on_the_floor(_page: Image, random: Random) -> Image:
    """The telephone went off while it hung down: two shoes on square tiles."""
    height, width = _SIZE
    tile = random.randint(330, 460)
    colour = np.array(random.choice(((120.0, 140, 160), (96, 110, 150), (140, 140, 132))), np.float32)
    view = np.ones((height, width, 1), np.float32) * colour
    for top in range(0, height, tile):
        for left in range(0, width, tile):
            view[top : top + tile, left : left + tile] *= np.float32(random.uniform(0.88, 1.1))
            view[top : top + 9, left : left + tile] = 84
            view[top : top + tile, left : left + 9] = 84
    view = view * (1 + 0.05 * clouds(height, width, 14, random))[:, :, None]
    leather = random.choice(((40.0, 44, 50), (50, 80, 130), (120, 70, 50), (60, 50, 150)))
    lean, x, y = random.uniform(3, 14), width / 2 + random.uniform(-80, 80), height / 2 + random.uniform(-120, 160)
    shadow = np.zeros((height, width, 3), np.float32)
    for side in (-1, 1):
        place = x + side * random.uniform(200, 240), y + random.uniform(-40, 40)
        cv2.ellipse(shadow, ((place[0] + 40, place[1] + 40), (330, 980), side * lean), (1.0, 1.0, 1.0), -1)
    view *= 1 - np.float32(0.5) * soft(shadow, 30)
    view = view.astype(np.float32)
    for side in (-1, 1):
        _shoe(view, (x + side * 220, y + side * random.uniform(-30, 30)), side * lean, leather)
    light = (
        1 + 0.025 * clouds(height, width, 4, random, octaves=2) + 0.08 * clouds(height, width, 600, random, octaves=1)
    )
    return developed((soft(view, 1.5) * light[:, :, None]).astype(np.float32), random, 1.0, 2.2, 80)
