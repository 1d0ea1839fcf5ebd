"""A strip of thermal paper: 576 dots wide (72 mm at 203 dpi), as long as what is on it, black or white only."""

import functools
import io
import re
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFont

from kiosk import shaping
from kiosk.assets import asset
from kiosk.proof import qr
from kiosk.shaping import PLAIN, Script

WIDTH = 576
DPI = 203
MARGIN = 10
INNER = WIDTH - 2 * MARGIN
_BLACK, _WHITE = 0, 1
_LEADING = 1.32
_BASELINE = 0.98
_BREAKS = re.compile(r"[ \t\n\r\f\v\x00-\x1f\u2028\u2029]+")


@functools.cache
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Andika at `size` dots."""
    return ImageFont.truetype(asset("fonts", f"Andika-{'Bold' if bold else 'Regular'}.ttf"), size)


def measure(text: str, size: int, bold: bool = False, script: Script = PLAIN) -> float:
    """The width of one line of `text` in dots."""
    return shaping.length(text, script, bold, size) if script.shaped else font(size, bold).getlength(text)


def wrap(text: str, size: int, width: float, bold: bool = False) -> list[str]:
    """`text` in lines no wider than `width`; a word too long for a line is cut. Spaces that bind stay."""
    script = shaping.script_of(text)
    if script.shaped:
        whole = " ".join(_BREAKS.split(text.strip()))
        return list(shaping.lines(whole, width, lambda line: measure(line, size, bold, script)))
    lines: list[str] = []
    for word in _BREAKS.split(text.strip()):
        if lines and measure(f"{lines[-1]} {word}", size, bold) <= width:
            lines[-1] += f" {word}"
            continue
        lines.append("")
        for char in word:
            if lines[-1] and measure(lines[-1] + char, size, bold) > width:
                lines.append("")
            lines[-1] += char
    return lines


class Strip:
    """What is put on the paper, one thing under the other."""

    def __init__(self) -> None:
        self._y = MARGIN
        self._marks: list[Callable[[ImageDraw.ImageDraw, Image.Image], None]] = []

    @property
    def y(self) -> int:
        return self._y

    def skip(self, dots: int) -> None:
        """Leave white paper."""
        self._y += dots

    def back_to(self, y: int) -> None:
        """Go on at height `y`, to put something beside what is there."""
        self._y = y

    def text(
        self, text: str, size: int, *, bold: bool = False, x: int = MARGIN, width: int = INNER, ink: int = _BLACK
    ) -> None:
        """`text` from the current height down, broken into lines."""
        script = shaping.script_of(text)
        for line in wrap(text, size, width, bold):
            start = x + width - measure(line, size, bold, script) if script.right_to_left else x
            self._draw_line(line, size, bold, start, ink, script)
            self._y += round(size * max(_LEADING, script.least_leading))

    def fitted(self, text: str, size: int) -> None:
        """One bold line as large as the paper allows, at most `size`."""
        fit = min(size, int(size * INNER / max(measure(text, size, bold=True), 1)))
        self._draw_line(text, fit, True, MARGIN, _BLACK)
        self._y += round(fit * 1.16)

    def centred(self, text: str, size: int, *, bold: bool = False) -> None:
        for line in wrap(text, size, INNER, bold):
            self._draw_line(line, size, bold, (WIDTH - round(measure(line, size, bold))) // 2, _BLACK)
            self._y += round(size * _LEADING)

    def banner(self, text: str, size: int) -> None:
        """White bold words on black, for what must not be overlooked."""
        lines = wrap(text, size, INNER - 28, bold=True)
        self._y += 6
        leading = max(_LEADING, shaping.script_of(text).least_leading)
        top, height = self._y, round(size * leading) * len(lines) + 14
        box = (MARGIN, top, WIDTH - MARGIN - 1, top + height)
        self._marks.append(lambda draw, _: draw.rounded_rectangle(box, 10, fill=_BLACK))
        self._y += 6
        self.text(text, size, bold=True, x=MARGIN + 14, width=INNER - 28, ink=_WHITE)
        self._y = top + height + 8

    def rule(self) -> None:
        y = self._y + 6
        self._marks.append(lambda draw, _: draw.line((MARGIN, y, WIDTH - MARGIN, y), fill=_BLACK, width=2))
        self._y += 14

    def eye(self, x: int, y: int, radius: int) -> None:
        """The kiosk's mark: a ring and its centre."""
        self._marks.append(lambda draw, _: _disc(draw, x, y, radius, _BLACK))
        self._marks.append(lambda draw, _: _disc(draw, x, y, round(radius * 0.62), _WHITE))
        self._marks.append(lambda draw, _: _disc(draw, x, y, round(radius * 0.34), _BLACK))

    def code(self, text: str, dots: int, x: int | None = None) -> int:
        """The QR code of `text`, `dots` per module, centred or at `x`. Returns its width with its quiet zone."""
        code = qr.picture(text, dots)
        place = ((WIDTH - code.width) // 2 if x is None else x, self._y)
        self._marks.append(lambda _, paper: paper.paste(code, place))
        self._y += code.height
        return code.width

    def png(self) -> bytes:
        """The finished strip."""
        paper = Image.new("1", (WIDTH, self._y + MARGIN), _WHITE)
        draw = ImageDraw.Draw(paper)
        draw.fontmode = "1"
        for mark in self._marks:
            mark(draw, paper)
        output = io.BytesIO()
        paper.save(output, "PNG", dpi=(DPI, DPI))
        return output.getvalue()

    def _draw_line(self, line: str, size: int, bold: bool, x: float, ink: int, script: Script = PLAIN) -> None:
        baseline = self._y + round(size * max(_BASELINE, script.ascent if script.shaped else 0))
        if script.shaped:
            self._marks.append(lambda draw, _: shaping.draw_line(draw, line, script, bold, size, x, baseline, ink))
            return
        self._marks.append(lambda draw, _: draw.text((x, baseline), line, ink, font(size, bold), anchor="ls"))


def _disc(draw: ImageDraw.ImageDraw, x: int, y: int, radius: int, ink: int) -> None:
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=ink)
