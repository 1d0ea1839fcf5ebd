"""Refused as blurred: out of focus, moved, drawn unevenly through the feeder."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import bed, camera, desk, lamps
from tests.generator.twelfth.captures.camera import EIGHT, View
from tests.generator.twelfth.captures.device import soft, to_image


def off_the_glass(page: Image, random: Random) -> Image:
    """A sheet that does not lie on the glass: out of the scanner's short depth of field."""
    page = soft(page, random.uniform(5.5, 9))
    return bed.sensed(bed.whole(page, random, random.uniform(-2, 2), random.randint(170, 235), 0.03), random)


def slipped_in_the_feeder(page: Image, random: Random) -> Image:
    """Rollers that slip: every line is smeared along the way of the paper."""
    long = random.randint(21, 42)
    page = to_image(cv2.blur(page, (3, long)))
    wave = np.cumsum(random.uniform(0.4, 1.2) * np.sin(np.linspace(0, random.uniform(20, 50), page.shape[0])))
    columns, rows = np.meshgrid(np.arange(page.shape[1], dtype=np.float32), np.arange(page.shape[0], dtype=np.float32))
    page = to_image(
        cv2.remap(
            page, columns, rows + wave.astype(np.float32)[:, None], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
    )
    return bed.sensed(bed.whole(page, random, random.uniform(-1, 1), random.randint(215, 250), 0.01), random)


def _on_a_table(page: Image, random: Random) -> Image:
    view = View(random.uniform(0.75, 0.95), random.uniform(-5, 5), random.uniform(0.01, 0.08))
    table = random.choice((desk.wooden, desk.laminate, desk.mat))(*EIGHT, random)
    return camera.put(camera.with_cover(page), table, camera.corners(page.shape, EIGHT, view, random), 0.35)


def shaken_telephone(page: Image, random: Random) -> Image:
    """The hand moved while the shutter was open: a smear along a slightly curved way."""
    reach = random.randint(42, 72)
    way, bend = random.uniform(0, np.pi), random.uniform(-0.3, 0.3)
    along = np.linspace(-1, 1, 60)
    x = reach * (1 + along * np.cos(way) / 2 - bend * along**2 * np.sin(way))
    y = reach * (1 + along * np.sin(way) / 2 + bend * along**2 * np.cos(way))
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    cv2.polylines(kernel, [np.stack([x, y], axis=1).round().astype(np.int32)], False, 1.0, 2)
    image = to_image(cv2.filter2D(_on_a_table(page, random), -1, kernel / kernel.sum()))
    return camera.taken(image, random, lamps.lamp(EIGHT, random, random.uniform(0.6, 0.85)), luma=random.uniform(3, 6))


def focused_elsewhere(page: Image, random: Random) -> Image:
    """The camera has not found its focus: all is soft, sheet and table."""
    image = soft(_on_a_table(page, random), random.uniform(6.5, 12))
    return camera.taken(image, random, lamps.lamp(EIGHT, random, random.uniform(0.65, 0.9)))
