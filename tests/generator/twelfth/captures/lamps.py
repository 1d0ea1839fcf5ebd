"""The light of a photograph, at a sixteenth of its size: a lamp, a window, a shadow."""

from random import Random

import cv2
import numpy as np

from tests.generator.twelfth.captures.device import Field


def lamp(frame: tuple[int, int], random: Random, least: float) -> Field:
    """A lamp nearby: full light around a point, falling to `least` far from it; at a sixteenth of the size."""
    height, width = (side // 16 for side in frame)
    rows, columns = np.mgrid[0:height, 0:width]
    x, y = random.uniform(0.1, 0.9) * width, random.uniform(-0.2, 0.9) * height
    away = ((columns - x) ** 2 + (rows - y) ** 2) / (height**2)
    return np.asarray(least + (1 - least) / (1 + 1.3 * away), np.float32)


def window(frame: tuple[int, int], random: Random, least: float) -> Field:
    """Daylight from one side, falling to `least` at the other; at a sixteenth of the size."""
    height, width = (side // 16 for side in frame)
    rows, columns = np.mgrid[0:height, 0:width]
    way = random.uniform(0, 2 * np.pi)
    along = (columns / width - 0.5) * np.cos(way) + (rows / height - 0.5) * np.sin(way)
    along = (along - along.min()) / np.ptp(along)
    return np.asarray(least + (1 - least) * along**0.8, np.float32)


def shadowed(field: Field, random: Random, depth: float) -> Field:
    """The soft shadow of a head or of a hand and arm over part of the frame."""
    height, width = field.shape
    shape = np.zeros((height, width), np.float32)
    x, y = random.choice((0.05, 0.95)) * width, random.uniform(0.5, 1.0) * height
    if random.random() < 0.5:
        cv2.ellipse(
            shape, (int(x), int(y)), (int(0.33 * width), int(0.26 * height)), random.uniform(-30, 30), 0, 360, 1.0, -1
        )
    else:
        end = int(random.uniform(0.3, 0.7) * width), int(random.uniform(0.3, 0.7) * height)
        cv2.line(shape, (int(x), int(y)), end, 1.0, int(0.14 * width))
        cv2.circle(shape, end, int(0.12 * width), 1.0, -1)
    edge = cv2.GaussianBlur(shape, (0, 0), random.uniform(5, 14))
    return np.asarray(field * (1 - depth * np.asarray(edge, np.float32)), np.float32)
