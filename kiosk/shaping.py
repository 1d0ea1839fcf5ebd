"""How each script is written: its font, its direction, and lines that keep dates and numbers in their own order.

Latin and Cyrillic need no shaping. Arabic and Bengali letters change with their neighbours: Pillow draws them through
raqm (HarfBuzz and FriBidi), one line at a time, broken before and not after the letters are put in order.
"""

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from kiosk.assets import asset
from kiosk.words import END_ISOLATE, LEFT_TO_RIGHT


@dataclass(frozen=True, slots=True)
class Script:
    """A family of fonts, with the room its letters take, in ems above and below the base line."""

    family: str
    shaped: bool
    right_to_left: bool
    ascent: float
    descent: float
    least_leading: float

    def font_file(self, bold: bool) -> str:
        return str(asset("fonts", f"{self.family}-{'Bold' if bold else 'Regular'}.ttf"))


PLAIN = Script("Andika", False, False, 1.0, 0.3, 1.0)
ARABIC = Script("TemoinArabic", True, True, 1.1, 0.46, 1.5)
BENGALI = Script("TemoinBengali", True, False, 1.02, 0.42, 1.4)
SCRIPTS = (PLAIN, ARABIC, BENGALI)

_ARABIC_LETTER = re.compile("[\u0620-\u06d3\u06d5\u06fa-\u06ff\u0750-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_BENGALI_LETTER = re.compile("[\u0980-\u09ff]")


@functools.lru_cache(maxsize=4096)
def script_of(text: str) -> Script:
    """The script of a line: that of its first letters which are not Latin. Names in Latin letters keep to it."""
    if _ARABIC_LETTER.search(text):
        return ARABIC
    return BENGALI if _BENGALI_LETTER.search(text) else PLAIN


@functools.lru_cache(maxsize=64)
def font(script: Script, bold: bool, size: int) -> ImageFont.FreeTypeFont:
    """The font of a shaped script at `size` pixels."""
    return ImageFont.truetype(script.font_file(bold), size, layout_engine=ImageFont.Layout.RAQM)


def length(text: str, script: Script, bold: bool, size: int) -> float:
    """Width in pixels of one line of `text`."""
    return float(font(script, bold, size).getlength(text, direction="rtl" if script.right_to_left else "ltr"))


def draw_line(
    pen: ImageDraw.ImageDraw, text: str, script: Script, bold: bool, size: int, x: float, base_line: float, ink: object
) -> None:
    """Draw one line of a shaped script from its left edge `x`."""
    direction = "rtl" if script.right_to_left else "ltr"
    pen.text((x, base_line), text, fill=ink, font=font(script, bold, size), direction=direction, anchor="ls")  # type: ignore[arg-type]


def mask(text: str, script: Script, bold: bool, size: int) -> tuple[Image.Image, int]:
    """One drawn line as a grey picture, white on black, and the height of its base line from its top."""
    pad = max(2, size // 8)
    width = round(length(text, script, bold, size)) + 2 * pad
    above, below = round(script.ascent * size) + pad, round(script.descent * size) + pad
    image = Image.new("L", (width, above + below), 0)
    draw_line(ImageDraw.Draw(image), text, script, bold, size, pad, above, 255)
    return image, above


def lines(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """`text` (one paragraph) in lines that `measure` no wider than `width`; spaces that bind stay.

    A piece in its own order that goes over the end of a line goes on in it on the next.
    """
    line, opened = "", False
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and measure(longer) > width:
            opened = _is_open(line)
            yield line + END_ISOLATE if opened else line
            line = LEFT_TO_RIGHT + word if opened else word
        else:
            line = longer
    yield line


def _is_open(line: str) -> bool:
    return line.rfind(LEFT_TO_RIGHT) > line.rfind(END_ISOLATE)
