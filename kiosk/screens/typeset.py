"""Lines of text: where they break, how wide they are, and the largest size at which they fit.

Kivy breaks lines itself, but cuts a word that is too long, clips silently, and cannot draw lines closer than the
font's own generous height. Doing it here makes what is measured exactly what is drawn.
"""

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from kivy.core.text import Label
from kivy.graphics.texture import Texture
from PIL import Image

from kiosk import shaping
from kiosk.screens.look import BOLD, REGULAR
from kiosk.shaping import PLAIN, Script, script_of

FONT_ASCENT_EM = 1.221
"""Where Andika's own box puts the base line, from its top."""

NARROW_SPACE = "\u202f"
HARD_SPACE = "\u00a0"
STEP = 0.96
REFERENCE_SIZE = 128
"""Widths are measured at one size: opening the font at every size tried would cost 2 ms each."""
HINTING = 1.015
"""Hinted letters are up to 1.2 % wider at one size than at another (measured, 28 to 84 pixels)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Text set in lines at `size` pixels. `whole` is False when a single word is wider than the room."""

    lines: tuple[str, ...]
    size: float
    height: float
    width: float
    whole: bool
    scripts: tuple[Script, ...] = ()
    ascent: float = PLAIN.ascent
    leading: float = 1.5


def clean(text: str) -> str:
    """`text` with the spaces that every font has."""
    return text.replace(NARROW_SPACE, HARD_SPACE)


def _font(bold: bool) -> str:
    return BOLD if bold else REGULAR


@lru_cache(maxsize=2)
def _measurer(bold: bool) -> Any:
    return Label(font_name=_font(bold), font_size=REFERENCE_SIZE)


@lru_cache(maxsize=4096)
def _word_width(word: str, bold: bool, script: Script) -> float:
    if script.shaped:
        return shaping.length(word, script, bold, REFERENCE_SIZE) / REFERENCE_SIZE
    return float(_measurer(bold).get_extents(word)[0]) / REFERENCE_SIZE


def width_of(text: str, bold: bool, size: int, script: Script) -> float:
    """Width of one line in pixels, as wide as hinting can make it."""
    words = text.split(" ")
    ems = sum(_word_width(word, bold, script) for word in words) + _word_width(" ", bold, script) * (len(words) - 1)
    return ems * size * HINTING


@lru_cache(maxsize=256)
def texture_of(text: str, bold: bool, size: int, script: Script = PLAIN) -> tuple[Any, float, float]:
    """The drawn line, white on nothing; what it has at its left before the text, and above its base line, in pixels."""
    if script.shaped:
        return _shaped_texture(text, bold, size, script)
    label = Label(text=text, font_name=_font(bold), font_size=size)
    label.refresh()
    return label.texture, 0.0, FONT_ASCENT_EM * size


def _shaped_texture(text: str, bold: bool, size: int, script: Script) -> tuple[Any, float, float]:
    image, above = shaping.mask(text, script, bold, size)
    white = Image.new("L", image.size, 255)
    texture = Texture.create(size=image.size, colorfmt="rgba")
    texture.blit_buffer(Image.merge("RGBA", (white, white, white, image)).tobytes(), colorfmt="rgba", bufferfmt="ubyte")
    texture.flip_vertical()
    return texture, (image.width - shaping.length(text, script, bold, size)) / 2, float(above)


def forget() -> None:
    """Drop the drawn lines: they may hold what a visitor's papers say."""
    texture_of.cache_clear()
    _word_width.cache_clear()
    typeset.cache_clear()


@lru_cache(maxsize=512)
def typeset(text: str, bold: bool, size: float, width: float, leading: float) -> Setting:
    """`text` broken into lines no wider than `width` pixels; `leading` is the distance of base lines in ems."""
    whole_size = max(1, int(size))
    lines: list[str] = []
    scripts: list[Script] = []
    for paragraph in clean(text).split("\n"):
        script = script_of(paragraph)
        measure = partial(width_of, bold=bold, size=whole_size, script=script)
        broken = [line for line in shaping.lines(paragraph, width, measure) if line]
        lines += broken
        scripts += [script] * len(broken)
    if not lines:
        return Setting((), float(whole_size), 0.0, 0.0, True)
    widest = max(width_of(line, bold, whole_size, script) for line, script in zip(lines, scripts, strict=True))
    leading = max(leading, *(script.least_leading for script in scripts))
    ascent, descent = max(script.ascent for script in scripts), max(script.descent for script in scripts)
    height = whole_size * (ascent + descent + leading * (len(lines) - 1))
    return Setting(tuple(lines), float(whole_size), height, widest, widest <= width, tuple(scripts), ascent, leading)


def largest(text: str, bold: bool, size: float, floor: float, width: float, height: float, leading: float) -> Setting:
    """`text` at `size`, or at the largest size above `floor` that fits in `width` × `height` pixels."""
    while True:
        setting = typeset(text, bold, size, width, leading)
        if (setting.whole and setting.height <= height) or size <= floor:
            return setting
        size = max(floor, size * STEP)
