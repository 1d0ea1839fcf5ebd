"""Lines of Arabic and Bengali on an A4 sheet, as small pictures: the same drawing as on screens and tickets.

The PDF keeps no font for them and needs no Unicode of their glyphs (PDF/A-3U). The French above each says the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageOps

from kiosk import shaping
from kiosk.shaping import Script

_DPI = 600
_TINTED_DPI = 300
_POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4
_REFERENCE = 128
WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """A line in millimetres: its `picture` begins `before` its text at the left, and `above` its base line."""

    picture: Image.Image
    width: float
    height: float
    text_width: float
    before: float
    above: float


def leading(script: Script, size: float, usual: float) -> float:
    """Millimetres from one line to the next at `size` points."""
    return size / _POINTS_PER_INCH * _MM_PER_INCH * max(usual, script.least_leading)


def width_of(text: str, script: Script, bold: bool, size: float) -> float:
    """Millimetres of one line at `size` points."""
    ems = shaping.length(text, script, bold, _REFERENCE) / _REFERENCE
    return ems * size / _POINTS_PER_INCH * _MM_PER_INCH


def broken(text: str, script: Script, bold: bool, size: float, width: float) -> Iterator[str]:
    """`text` in lines no wider than `width` millimetres."""
    for paragraph in text.split("\n"):
        yield from shaping.lines(paragraph, width, lambda line: width_of(line, script, bold, size))


def drawn(
    text: str, script: Script, bold: bool, size: float, ink: tuple[int, int, int], ground: tuple[int, int, int]
) -> ShapedLine:
    """One line in black on white paper, in its colours on a tinted ground."""
    dpi = _DPI if ground == WHITE else _TINTED_DPI
    pixels = max(1, round(size / _POINTS_PER_INCH * dpi))
    mask, above = shaping.mask(text, script, bold, pixels)
    mm = _MM_PER_INCH / dpi
    text_width = shaping.length(text, script, bold, pixels) * mm
    before = (mask.width * mm - text_width) / 2
    if ground == WHITE:
        picture = ImageOps.invert(mask).point(lambda grey: 255 * (grey >= 128), mode="1")
    else:
        picture = Image.new("RGB", mask.size, ground)
        picture.paste(ink, mask=mask)
    return ShapedLine(picture, mask.width * mm, mask.height * mm, text_width, before, above * mm)
