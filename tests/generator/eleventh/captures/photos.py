"""Photographs to accept: a thumb on the margin, over a newspaper, a sheet that nearly fills the picture."""

from random import Random

import numpy as np

from kiosk.pages.model import Image
from tests.generator.eleventh.captures import beside
from tests.generator.ninth.captures import tables
from tests.generator.ninth.captures.camera import Bend, Lamp, Pose, developed, exposed, lit, look
from tests.generator.ninth.captures.pixels import clouds, pixels, soft

_SKY, _BULB = (1.0, 0.97, 0.92), (0.72, 0.9, 1.0)


def striped_cloth(random: Random) -> Image:
    """A woven cloth of stripes in three colours."""
    side = tables.SIDE
    bands = random.choice(
        (
            ((60.0, 60, 170), (196, 206, 210), (120, 90, 60)),
            ((150.0, 120, 60), (210, 210, 204), (70, 150, 190)),
            ((80.0, 120, 70), (180, 196, 200), (60, 70, 90)),
        )
    )
    rows = np.empty((side, 3), np.float32)
    top = 0
    while top < side:
        tall = random.choice((4, 8, 14, 30)) * tables.PER_MM
        rows[top : top + tall] = random.choice(bands)
        top += tall
    weave = 1 + 0.05 * clouds(side, side, 3, random, stretch=3, octaves=1)
    return pixels((rows[:, None, :] * weave[:, :, None]).astype(np.float32))


def held_by_a_thumb(page: Image, random: Random) -> Image:
    """A telephone in one hand, the other holds the sheet: daylight at one side, the room's bulb at the other."""
    size = random.choice(((3000, 2250), (3264, 2448)))
    aim = random.uniform(-4, 4), random.uniform(-6, 6)
    pose = Pose(
        size, random.uniform(0.78, 0.84), random.uniform(-6, 8), random.uniform(-6, 6), random.uniform(-5, 5), aim
    )
    table = random.choice((tables.oilcloth, tables.wood, tables.laminate, striped_cloth))(random)
    seen = look(page, table, pose, random, Bend(random.choice((0, 1)), random.uniform(1, 6)))
    seen = beside.thumb(seen, page, random)
    side = random.choice((-1, 1))
    lamps = [
        Lamp((side * random.uniform(500, 800), random.uniform(-300, 200), 700), 0.5, _SKY),
        Lamp((-side * random.uniform(250, 450), random.uniform(-300, 100), 900), 0.28, _BULB),
    ]
    levels = exposed(seen.albedo * lit(seen, lamps, 0.22), seen.sheet, random.uniform(212, 226))
    return developed(levels, random, 0.8, 1.6, 84)


def over_the_newspaper(page: Image, random: Random) -> Image:
    """The table not cleared: a newspaper partly under the sheet, at times a leaflet and a pen beside it."""
    aim = random.uniform(-5, 5), random.uniform(-5, 5)
    pose = Pose((3264, 2448), random.uniform(0.74, 0.82), random.uniform(-7, 7), random.uniform(-5, 5), 0, aim)
    table = random.choice((tables.wood, tables.granite, striped_cloth))(random)
    seen = look(page, table, pose, random, Bend(random.choice((0, 1)), random.uniform(0, 5)))
    side = random.choice((-1, 1))
    place = side * random.uniform(40, 90), random.uniform(-60, 60)
    seen = beside.beneath(seen, beside.newspaper(random), place, random.uniform(-14, 14))
    if random.random() < 0.6:
        place = -side * random.uniform(55, 80), random.choice((-1, 1)) * random.uniform(60, 100)
        seen = beside.beneath(seen, beside.leaflet(random), place, random.uniform(-30, 30))
    if random.random() < 0.7:
        x, y = -side * random.uniform(114, 118), random.uniform(-40, 10)
        seen = beside.pen(seen, (x, y), (x - side * random.uniform(0, 5), y + 138), random)
    sky = Lamp((random.uniform(-700, 700), random.choice((-1, 1)) * random.uniform(300, 600), 850), 0.55, _SKY)
    levels = exposed(seen.albedo * lit(seen, [sky], 0.45), seen.sheet, random.uniform(212, 228))
    return developed(levels, random, 0.8, 1.6, 84)


def filling_the_picture(page: Image, random: Random) -> Image:
    """Taken as close as goes: a few millimetres of a striped or flowered cloth about the sheet, a soft shadow."""
    aim = random.uniform(-1, 1), random.uniform(-1, 1)
    turn = random.uniform(-1, 1)
    pose = Pose((2900, 2175), random.uniform(0.945, 0.965), random.uniform(-1, 1), random.uniform(-1, 1), turn, aim)
    cloth = random.choice((striped_cloth, striped_cloth, tables.flowered))(random)
    seen = look(page, cloth, pose, random, Bend(random.choice((0, 1)), random.uniform(0, 1.5)))
    lamps = [
        Lamp((random.uniform(-500, 500), random.choice((-1, 1)) * 500, 800), 0.4, _SKY),
        Lamp((random.uniform(-300, 300), random.uniform(-300, 300), 1100), 0.3, _BULB),
    ]
    light = lit(seen, lamps, 0.3)
    x, y = random.choice((-1, 1)) * random.uniform(70, 110), random.uniform(40, 150)
    head = (np.hypot((seen.x - x) / 80, (seen.y - y) / 100) < 1).astype(np.float32)
    dim = 1 - np.float32(random.uniform(0.12, 0.26)) * soft(head, 0.05 * pose.size[0])
    levels = exposed(seen.albedo * light * dim[:, :, None], seen.sheet, random.uniform(214, 228))
    return developed(levels, random, 0.75, 1.7, 84)
