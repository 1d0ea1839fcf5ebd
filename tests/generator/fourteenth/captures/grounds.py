"""What sheets lie on: tables, mats, cloths; drawn at half the size and enlarged."""

from random import Random

import cv2
import numpy as np

from tests.generator.fourteenth.captures.tools import Floats, Noise, fine, soft, uneven


def _coloured(light: Floats, colour: tuple[float, float, float]) -> Floats:
    return light[..., None] * np.array(colour, dtype=np.float32)


def _enlarged(small: Floats, width: int, height: int) -> Floats:
    large: Floats = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    return large


def wood(noise: Noise, random: Random, width: int, height: int) -> Floats:
    """Boards with a long grain and their joints."""
    across, down = width // 2, height // 2
    grain = cv2.resize(
        noise.standard_normal((down // 3, max(3, across // 90))).astype(np.float32),
        (across, down),
        interpolation=cv2.INTER_CUBIC,
    )
    waves = np.sin(np.linspace(0, 90, down, dtype=np.float32)[:, None] + 5 * uneven(noise, down, across, 4))
    light = 1 + 0.05 * grain + 0.035 * waves + 0.05 * uneven(noise, down, across, 3)
    board = random.randint(down // 7, down // 4)
    for y in range(random.randrange(board), down, board):
        light[y : y + 3] *= 0.72
        light[y + 3 : y + board] *= random.uniform(0.92, 1.08)
    colour = random.choice(((96, 138, 182), (62, 92, 130), (120, 160, 196), (44, 66, 96)))
    return _enlarged(_coloured(light.astype(np.float32), colour), width, height)


def dark_mat(noise: Noise, random: Random, width: int, height: int) -> Floats:
    """The rubber mat under a document camera."""
    across, down = width // 2, height // 2
    light = 1 + 0.10 * soft(fine(noise, down, across), 0.8) + 0.08 * uneven(noise, down, across, 4)
    colour = random.choice(((38, 36, 35), (52, 48, 44), (62, 44, 34), (44, 56, 42)))
    return _enlarged(_coloured(light, colour), width, height)


def pale_desk(noise: Noise, random: Random, width: int, height: int) -> Floats:
    """A laminated desk, light grey or cream, a little less bright than paper."""
    across, down = width // 2, height // 2
    light = 1 + 0.012 * soft(fine(noise, down, across), 1.5) + 0.03 * uneven(noise, down, across, 3)
    colour = random.choice(((186, 190, 192), (170, 186, 198), (176, 178, 178), (162, 182, 190)))
    return _enlarged(_coloured(light, colour), width, height)


def jeans(noise: Noise, random: Random, width: int, height: int) -> Floats:
    """Blue cloth in a twill over two knees."""
    across, down = width // 2, height // 2
    y, x = np.mgrid[0:down, 0:across].astype(np.float32)
    twill = np.sin((x + y) * 0.9) * 0.06 + 0.09 * soft(fine(noise, down, across), 0.9)
    knees = 0.80 + 0.28 * np.abs(np.cos(x / across * np.pi * 1.0 + random.uniform(-0.2, 0.2)))
    light = (1 + twill + 0.12 * uneven(noise, down, across, 5)) * knees
    return _enlarged(_coloured(light.astype(np.float32), (112, 84, 66)), width, height)


def tablecloth(noise: Noise, random: Random, width: int, height: int) -> Floats:
    """Oilcloth in checks, whose crossings are darker."""
    across, down = width // 2, height // 2
    step = random.randint(across // 16, across // 10)
    y, x = np.mgrid[0:down, 0:across]
    tone = 0.30 * ((x // step) % 2) + 0.30 * ((y // step) % 2)
    colour = np.array(random.choice(((70, 60, 196), (150, 104, 60), (96, 140, 76))), dtype=np.float32)
    white = np.array((216, 222, 226), dtype=np.float32)
    mixed = white * (1 - 1.4 * tone[..., None]) + colour * (1.4 * tone[..., None])
    weave = 1 + 0.03 * soft(fine(noise, down, across), 0.8) + 0.05 * uneven(noise, down, across, 5)
    return _enlarged((mixed * weave[..., None]).astype(np.float32), width, height)


def tiles(noise: Noise, random: Random, width: int, height: int) -> Floats:
    """A worktop of stone-like tiles with joints."""
    across, down = width // 2, height // 2
    light = 1 + 0.10 * uneven(noise, down, across, 40) + 0.05 * soft(fine(noise, down, across), 1.0)
    step = random.randint(across // 5, across // 3)
    for place in range(random.randrange(step), across, step):
        light[:, place : place + 5] *= 0.75
    for place in range(random.randrange(step), down, step):
        light[place : place + 5] *= 0.75
    colour = random.choice(((128, 138, 148), (92, 104, 120), (134, 130, 126)))
    return _enlarged(_coloured(light, colour), width, height)
