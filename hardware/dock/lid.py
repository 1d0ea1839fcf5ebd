"""A drawing of an empty glass under its white lid, clean or dusty: what a scanner sees when nothing was laid down."""

import io

import numpy as np
from PIL import Image, ImageDraw

from hardware.scanner.whole_image import A4_HEIGHT_MM, A4_WIDTH_MM, MM_PER_INCH

SPECKS_MM = ((38, 61), (121, 140), (174, 232))
SPECK_MM = 1.2


def empty_glass(dpi: int, *, dusty: bool = False) -> bytes:
    """A PNG of A4 size. The light is uneven, the sensor has its grain, the lid's edge a shadow."""
    width, height = (round(side / MM_PER_INCH * dpi) for side in (A4_WIDTH_MM, A4_HEIGHT_MM))
    grain = np.random.default_rng(1).normal(0, 3, (height, width))
    light = np.linspace(226, 248, width)[None, :] + np.linspace(0, -12, height)[:, None]
    image = Image.fromarray(np.clip(light + grain, 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, round(dpi / 20), height), fill=95)
    for x_mm, y_mm in SPECKS_MM if dusty else ():
        x, y, half = (length / MM_PER_INCH * dpi for length in (x_mm, y_mm, SPECK_MM / 2))
        pen.ellipse((x - half, y - half, x + half, y + half), fill=70)
    stream = io.BytesIO()
    image.save(stream, "PNG", compress_level=1)
    return stream.getvalue()
