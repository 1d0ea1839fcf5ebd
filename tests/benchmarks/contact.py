"""Pictures side by side on one sheet, each with a line or two of small print, light enough for the documentation."""

import io
from collections.abc import Sequence

import cv2
import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from kiosk.pages.model import Image
from kiosk.screens.look import REGULAR

ACROSS = 5
CELL, PRINT, GAP = (216, 290), 44, 8
QUALITIES = range(74, 20, -8)


def thumbnail(image: Image) -> Image:
    """`image` small enough for its cell."""
    scale = min(CELL[0] / image.shape[1], CELL[1] / image.shape[0])
    size = (max(round(image.shape[1] * scale), 1), max(round(image.shape[0] * scale), 1))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def contact_sheet(pictures: Sequence[Image], captions: Sequence[str], most_bytes: int) -> bytes:
    """A JPEG of at most `most_bytes` (or the lightest quality), five thumbnails a row, captions of two lines below."""
    rows = -(-len(pictures) // ACROSS)
    wide, tall = CELL[0] + GAP, CELL[1] + PRINT + GAP
    sheet = Pillow.new("RGB", (ACROSS * wide + GAP, rows * tall + GAP), "#8B9391")
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(REGULAR, 15)
    for index, (picture, caption) in enumerate(zip(pictures, captions, strict=True)):
        row, place = divmod(index, ACROSS)
        x, y = GAP + place * wide, GAP + row * tall
        small = Pillow.fromarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB))
        sheet.paste(small, (x + (CELL[0] - small.width) // 2, y + (CELL[1] - small.height) // 2))
        pen.multiline_text((x, y + CELL[1] + 3), caption, fill="#FFFFFF", font=font, spacing=2)
    data = b""
    for quality in QUALITIES:
        out = io.BytesIO()
        sheet.save(out, "JPEG", quality=quality, optimize=True)
        data = out.getvalue()
        if len(data) <= most_bytes:
            break
    return data
