"""Lines of text: where they break, how wide they are, and the largest size at which they fit.

Kivy breaks lines itself, but cuts a word that is too long, clips silently, and cannot draw lines closer than the
font's own generous height. Doing it here makes what is measured exactly what is drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kivy.core.text import Label

from kiosk.screens.look import BOLD, REGULAR

ASCENT_EM = 1.0
"""Room kept above the first base line: a capital with its accent."""
DESCENT_EM = 0.3
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


def clean(text: str) -> str:
    """`text` with the spaces that every font has."""
    return text.replace(NARROW_SPACE, HARD_SPACE)


def _font(bold: bool) -> str:
    return BOLD if bold else REGULAR


@lru_cache(maxsize=2)
def _measurer(bold: bool) -> Any:
    return Label(font_name=_font(bold), font_size=REFERENCE_SIZE)


@lru_cache(maxsize=4096)
def _word_width(word: str, bold: bool) -> float:
    return float(_measurer(bold).get_extents(word)[0]) / REFERENCE_SIZE


def width_of(text: str, bold: bool, size: int) -> float:
    """Width of one line in pixels, as wide as hinting can make it."""
    words = text.split(" ")
    ems = sum(_word_width(word, bold) for word in words) + _word_width(" ", bold) * (len(words) - 1)
    return ems * size * HINTING


@lru_cache(maxsize=256)
def texture_of(text: str, bold: bool, size: int) -> Any:
    """The drawn line, white on nothing."""
    label = Label(text=text, font_name=_font(bold), font_size=size)
    label.refresh()
    return label.texture


def forget() -> None:
    """Drop the drawn lines: they may hold what a visitor's papers say."""
    texture_of.cache_clear()
    _word_width.cache_clear()
    typeset.cache_clear()


def _break(paragraph: str, bold: bool, size: int, width: float) -> Iterator[str]:
    line = ""
    for word in paragraph.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, bold, size) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


@lru_cache(maxsize=512)
def typeset(text: str, bold: bool, size: float, width: float, leading: float) -> Setting:
    """`text` broken into lines no wider than `width` pixels; `leading` is the distance of base lines in ems."""
    whole_size = max(1, int(size))
    lines = tuple(
        line for paragraph in clean(text).split("\n") for line in _break(paragraph, bold, whole_size, width) if line
    )
    widest = max((width_of(line, bold, whole_size) for line in lines), default=0.0)
    height = whole_size * (ASCENT_EM + DESCENT_EM + leading * (len(lines) - 1)) if lines else 0.0
    return Setting(lines, float(whole_size), height, widest, widest <= width)


def largest(text: str, bold: bool, size: float, floor: float, width: float, height: float, leading: float) -> Setting:
    """`text` at `size`, or at the largest size above `floor` that fits in `width` × `height` pixels."""
    while True:
        setting = typeset(text, bold, size, width, leading)
        if (setting.whole and setting.height <= height) or size <= floor:
            return setting
        size = max(floor, size * STEP)
