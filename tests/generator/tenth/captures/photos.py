"""Photographs to accept: on top of a pile with its clip, a letter opened under a lamp, the camera over a counter."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures.camera import Bend, Lamp, developed, exposed, lit, look
from tests.generator.ninth.captures.photos import DOCUMENT_CAMERA, PHONE, held
from tests.generator.ninth.captures.pixels import Plane, pixels, soft, through
from tests.generator.tenth.captures import grounds, handled

_OVERCAST, _BULB, _LED = (1.0, 0.99, 0.97), (0.74, 0.91, 1.0), (1.0, 0.99, 0.94)


def hand(x: Plane, y: Plane, at: tuple[float, float], turn: float, edge: float) -> Plane:
    """Cover, 0 to 1, of the shadow of a hand at `at` (mm) whose fingers point along `turn`; `edge`: mm of its edge."""
    along = (x - at[0]) * np.cos(turn) + (y - at[1]) * np.sin(turn)
    aside = (y - at[1]) * np.cos(turn) - (x - at[0]) * np.sin(turn)
    dark = (np.abs(aside) < 34) & (along < 0)
    for place, reach in ((-30, 48), (-10, 62), (10, 58), (28, 40)):
        dark |= (np.abs(aside - place) < 8) & (along >= -5) & (along < reach)
    step = float(np.abs(x[0, -1] - x[0, 0])) / x.shape[1]
    return soft(dark.astype(np.float32), edge / max(step, 1e-3))


def on_the_pile(page: Image, random: Random) -> Image:
    """A telephone by day over a desk: another sheet or an envelope shows behind, a clip holds them."""
    ground = grounds.piled(grounds.any_ground(random), random)
    sheet = handled.clip(page, random) if random.random() < 0.8 else page
    bend = Bend(random.choice((0, 1)), random.uniform(0, 5))
    seen = look(sheet, ground, held(random, PHONE, (0.77, 0.84), 7, 5), random, bend)
    sky = Lamp((random.uniform(-700, 700), random.choice((-1, 1)) * random.uniform(300, 700), 900), 0.5, _OVERCAST)
    levels = exposed(seen.albedo * lit(seen, [sky], 0.5), seen.sheet, random.uniform(214, 228))
    return developed(levels, random, 0.8, 1.5, 84)


def from_the_letter_box(page: Image, random: Random) -> Image:
    """Opened in the evening: folds in three or crosswise, a warm bulb, the soft shadow of a hand from one side."""
    crossed = random.random() < 0.4
    light = handled.creases(page, random, (0.5,), (0.5,)) if crossed else handled.creases(page, random, (1 / 3, 2 / 3))
    folds = ((0.0, random.uniform(1, 3)),) if crossed else tuple((at, random.uniform(-1, 2.5)) for at in (-49, 50))
    pose = held(random, PHONE, (0.74, 0.82), 6, 4)
    seen = look(pixels(page * light), grounds.any_ground(random), pose, random, Bend(1, random.uniform(0, 2), folds))
    bulb = Lamp((random.uniform(-350, 350), random.uniform(-450, -150), random.uniform(750, 1000)), 0.65, _BULB)
    side = random.choice((-1, 1))
    turn = (np.pi if side > 0 else 0) + random.uniform(-0.5, 0.5)
    shadow = hand(seen.x, seen.y, (side * random.uniform(85, 125), random.uniform(10, 120)), turn, random.uniform(5, 9))
    dim = 1 - random.uniform(0.2, 0.34) * shadow[:, :, None]
    levels = exposed(seen.albedo * lit(seen, [bulb], 0.35) * dim, seen.sheet, random.uniform(208, 222))
    return developed(levels, random, 0.85, 2.0, 82)


def counter_camera(page: Image, random: Random) -> Image:
    """From straight above a counter, four lamps about the lens: the back a little seen, the edges curled."""
    paper = pixels(page * through(page, random.uniform(0.01, 0.05))[:, :, None])
    ground = random.choice((grounds.cutting_mat, grounds.concrete))(random)
    if random.random() < 0.5:
        ground = grounds.piled(ground, random)
    pose = held(random, DOCUMENT_CAMERA, (0.84, 0.91), 1, 2.5)
    seen = look(paper, ground, pose, random, Bend(random.choice((0, 1)), random.uniform(0, 3)))
    lamps = [Lamp((x, y, 480), random.uniform(0.14, 0.2), _LED) for x in (-120, 120) for y in (-120, 120)]
    levels = exposed(seen.albedo * lit(seen, lamps, 0.3), seen.sheet, random.uniform(222, 236))
    return developed(levels, random, 0.7, 1.7, 80)
