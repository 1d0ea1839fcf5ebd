"""Refused as too coarse: a thumbnail, a sheet too far away, a low fax."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.twelfth.captures import bed, camera, desk, device, lamps
from tests.generator.twelfth.captures.camera import EIGHT, View
from tests.generator.twelfth.captures.device import to_image


def _small(image: Image, height: int) -> Image:
    """The picture at this height in pixels."""
    width = round(image.shape[1] * height / image.shape[0])
    return to_image(cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA))


def thumbnail(page: Image, random: Random) -> Image:
    """The preview of a scan saved from a message in place of the scan."""
    page = bed.whole(page, random, random.uniform(-1, 1), random.randint(215, 250), 0.02)
    return device.jpeg(_small(page, random.randint(260, 430)), random.randint(35, 75))


def sent_and_printed_again(page: Image, random: Random) -> Image:
    """A thumbnail printed over a whole sheet and scanned: letters made of large soft squares."""
    small = device.jpeg(_small(page, random.randint(270, 400)), random.randint(30, 60))
    ways = random.choice((cv2.INTER_LINEAR, cv2.INTER_NEAREST, cv2.INTER_CUBIC))
    large = to_image(cv2.resize(small, (page.shape[1], page.shape[0]), interpolation=ways))
    page = bed.whole(large, random, random.uniform(-1, 1), random.randint(215, 250), 0.015)
    return bed.sensed(page, random)


def low_fax(page: Image, random: Random) -> Image:
    """A fax at its coarsest: black and white dots, letters that run together."""
    dots = random.randint(33, 45)
    plain = device.grained(device.grey(_small(page, round(11.7 * dots))), random, 12)
    black = to_image(np.where(plain[..., :1] < random.randint(165, 200), 20, 250).repeat(3, axis=2))
    large = to_image(cv2.resize(black, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_NEAREST))
    return bed.sensed(bed.whole(large, random, random.uniform(-0.8, 0.8), 245, 0.01), random)


def from_too_far(page: Image, random: Random) -> Image:
    """Photographed from across the room: a small sheet in the middle of a large table."""
    view = View(random.uniform(0.12, 0.17), random.uniform(-12, 12), random.uniform(0.02, 0.12))
    table = desk.strewn(random.choice((desk.wooden, desk.laminate))(*EIGHT, random), random, random.randint(0, 2))
    image = camera.put(camera.with_cover(page), table, camera.corners(page.shape, EIGHT, view, random), 0.4)
    return camera.taken(image, random, lamps.lamp(EIGHT, random, 0.75), softness=(1.0, 1.5), luma=random.uniform(3, 5))


def video_call(page: Image, random: Random) -> Image:
    """A frame of a video call in which the sheet was shown: 480 by 360 or less."""
    frame = random.choice(((480, 360), (400, 300)))
    view = View(random.uniform(0.75, 0.95), random.uniform(-6, 6), random.uniform(0.02, 0.08))
    scene = desk.laminate(*frame, random)
    image = camera.put(camera.with_cover(page), scene, camera.corners(page.shape, frame, view, random), 0.2)
    field = lamps.lamp(frame, random, random.uniform(0.75, 0.9))
    return camera.taken(image, random, field, softness=(0.5, 0.8), luma=3, quality=(40, 65))
