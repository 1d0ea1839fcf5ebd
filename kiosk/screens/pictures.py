"""Page images that travel in a frame: decoded beside the drawing thread, shown as textures."""

import base64
import binascii
import io
from dataclasses import dataclass, fields
from typing import Any

from PIL import Image

from kiosk.journey.views import Screen

MOST_PIXELS = 1000
"""Twice what a page gets on the smaller panel: sharp, and sent to the graphics in a few milliseconds."""
_IMAGE_FIELDS = ("image", "thumbnails")


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture: rows from the top, three bytes a pixel."""

    width: int
    height: int
    data: bytes


Pictures = dict[str, Pixels]


def decode(encoded: str) -> Pixels | None:
    """A JPEG in base64; None where it is none."""
    try:
        with Image.open(io.BytesIO(base64.b64decode(encoded, validate=True))) as image:
            # Whoever sent it, a picture is no larger than a panel: the drawing thread must not wait for it.
            image.thumbnail((MOST_PIXELS, MOST_PIXELS))
            colours = image.convert("RGB")
            return Pixels(colours.width, colours.height, colours.tobytes())
    except (binascii.Error, OSError, ValueError):
        return None


def decode_pictures(screen: Screen, known: Pictures | None = None) -> Pictures:
    """The pictures of a screen, by their encoded form, taken from `known` where they are; the unreadable are absent."""
    found: Pictures = {}
    for field in fields(screen):
        if field.name not in _IMAGE_FIELDS:
            continue
        value = getattr(screen, field.name)
        for encoded in (value,) if isinstance(value, str) else value:
            pixels = (known or {}).get(encoded) or (decode(encoded) if encoded else None)
            if pixels is not None:
                found[encoded] = pixels
    return found


def texture_from(pixels: Pixels) -> Any:
    """A Kivy texture of `pixels`; only in the drawing thread."""
    from kivy.graphics.texture import Texture

    texture = Texture.create(size=(pixels.width, pixels.height), colorfmt="rgb")
    texture.flip_vertical()
    texture.blit_buffer(pixels.data, colorfmt="rgb", bufferfmt="ubyte")
    return texture
