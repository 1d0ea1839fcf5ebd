"""An A4 sheet of the kiosk's paper: its fonts, inks and elementary marks. Units are millimetres."""

import datetime as dt
import logging
from collections.abc import Sequence

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos

from kiosk.assets import asset
from kiosk.proof import qr, shaped_lines
from kiosk.shaping import script_of

Ink = tuple[int, int, int]
GREEN: Ink = (10, 82, 57)
INK: Ink = (28, 42, 41)
QUIET: Ink = (69, 82, 79)
PROBLEM: Ink = (138, 31, 17)
YELLOW: Ink = (255, 194, 51)
HAIRLINE: Ink = (201, 205, 198)
TINT: Ink = (240, 245, 241)

WIDTH, HEIGHT = 210.0, 297.0
MARGIN = 16.0
BOTTOM = HEIGHT - 19.0
_POINT = 25.4 / 72
_LEADING = 1.32
_CELL_BASE_LINE = 0.8
_FONT = "Andika"
_TABLES = {"GlyphOrder", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
_SPACES = "\u00a0\u202f\n"

# Andika has tables fontTools does not know; dropping them is right, and no news for the journal.
logging.getLogger("fontTools.subset").setLevel(logging.ERROR)


class Sheet(FPDF):  # type: ignore[misc]  # fpdf2 is not followed by mypy here
    """A PDF/A-3U document that breaks its pages itself and has its number of pages at the foot of each."""

    def __init__(self, title: str, when: dt.datetime, running_head: str, foot: str) -> None:
        super().__init__(format="A4", enforce_compliance="PDF/A-3U")
        self._running_head = running_head
        self._foot = foot
        self.ground: Ink = shaped_lines.WHITE
        self.set_creation_date(when)
        self.set_lang("fr-FR")
        self.set_title(title)
        self.set_producer("Témoin")
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(False)
        self.c_margin = 0
        self.add_font(_FONT, "", str(asset("fonts", "Andika-Regular.ttf")))
        self.add_font(_FONT, "B", str(asset("fonts", "Andika-Bold.ttf")))
        for font in self.fonts.values():
            _lean(font.ttfont)
        self._glyphs = frozenset(self.fonts["andika"].cmap)
        self.add_page()

    def header(self) -> None:
        """The running head of every sheet but the first."""
        if self.page_no() == 1:
            return
        self.mark(MARGIN + 2.6, MARGIN - 1.4, 2.6)
        self.line_of(self._running_head, MARGIN + 8, MARGIN - 4, 9, colour=QUIET)
        self.rule(MARGIN + 4)
        self.set_y(MARGIN + 6)

    def footer(self) -> None:
        """Small print: the receipt's number and the sheet's place among its fellows."""
        self.rule(HEIGHT - 14.5)
        self.line_of(self._foot, MARGIN, HEIGHT - 13, 7.5, colour=QUIET)
        self.pen(7.5, colour=QUIET)
        place = f"page {self.page_no()}/"
        # The number of sheets is filled in at the end: room for two digits is kept for it.
        self.set_xy(WIDTH - MARGIN - float(self.get_string_width(place + "00")), HEIGHT - 13)
        self.cell(text=place + "{nb}")

    def room(self, height: float) -> None:
        """Go to a new sheet unless `height` is left on this one."""
        if self.get_y() + height > BOTTOM:
            self.add_page()

    def pen(self, size: float, *, bold: bool = False, colour: Ink = INK) -> None:
        """The font of what is written next; `size` in points."""
        self.set_font(_FONT, "B" if bold else "", size)
        self.set_text_color(*colour)

    def printable(self, text: str) -> str:
        """`text` with what the font cannot draw replaced, so that no label can stop a receipt."""
        drawn = (" " if char.isspace() and char not in _SPACES else char for char in text)
        return "".join(char if ord(char) in self._glyphs or char == "\n" else "□" for char in drawn)

    def fitting(self, text: str, width: float, size: float, *, bold: bool = False) -> float:
        """The largest size, at most `size` points, at which `text` is no wider than `width`."""
        script = script_of(text)
        if script.shaped:
            return min(size, size * width / max(shaped_lines.width_of(text, script, bold, size), 1e-6))
        self.pen(size, bold=bold)
        return min(size, size * width / max(float(self.get_string_width(self.printable(text))), 1e-6))

    def line_of(self, text: str, x: float, y: float, size: float, *, bold: bool = False, colour: Ink = INK) -> None:
        """One line with its top left corner at (x, y)."""
        if not text:
            return
        if script_of(text).shaped:
            self._shaped_line(text.replace("\n", " "), x, y + _CELL_BASE_LINE * size * _POINT, size, bold, colour)
            self.set_xy(self.get_x(), y)
            return
        self.pen(size, bold=bold, colour=colour)
        self.set_xy(x, y)
        self.cell(text=self.printable(text).replace("\n", " "))

    def paragraph(
        self,
        text: str,
        size: float,
        *,
        x: float = MARGIN,
        width: float = WIDTH - 2 * MARGIN,
        bold: bool = False,
        colour: Ink = INK,
        after: float = 0.8,
    ) -> None:
        """Text broken into lines from the current height down; leaves the height below it."""
        script = script_of(text)
        if script.shaped:
            for line in shaped_lines.broken(text, script, bold, size, width):
                right = x + width - shaped_lines.width_of(line, script, bold, size)
                top = self.get_y()
                base_line = top + script.ascent * size * _POINT
                self._shaped_line(line, right if script.right_to_left else x, base_line, size, bold, colour)
                self.set_y(top + shaped_lines.leading(script, size, _LEADING))
            self.set_y(self.get_y() + after)
            return
        self.pen(size, bold=bold, colour=colour)
        self.set_x(x)
        self.multi_cell(
            width, size * _POINT * _LEADING, self.printable(text), align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )
        self.set_y(self.get_y() + after)

    def height_of(self, text: str, size: float, width: float, *, bold: bool = False) -> float:
        """How high `paragraph` would be, without the space after it."""
        script = script_of(text)
        if script.shaped:
            count = len(list(shaped_lines.broken(text, script, bold, size, width)))
            return count * shaped_lines.leading(script, size, _LEADING)
        self.pen(size, bold=bold)
        lines = self.multi_cell(width, size * _POINT * _LEADING, self.printable(text), dry_run=True, output="HEIGHT")
        return float(lines)

    def _shaped_line(self, text: str, x: float, base_line: float, size: float, bold: bool, colour: Ink) -> None:
        line = shaped_lines.drawn(text, script_of(text), bold, size, colour, self.ground)
        self.image(line.picture, x - line.before, base_line - line.above, line.width, line.height)
        self.set_x(x + line.text_width)

    def line_of_both(self, texts: Sequence[str], x: float, y: float, size: float, *, colour: Ink = INK) -> None:
        """French, then the second language behind it if it says something else: each in its own direction."""
        self.line_of(texts[0], x, y, size, colour=colour)
        for text in texts[1:]:
            if text != texts[0]:
                self.line_of("·", self.get_x() + 0.8, y, size, colour=colour)
                self.line_of(text, self.get_x() + 0.8, y, size, colour=colour)

    def heading(self, texts: Sequence[str], room: float = 20) -> None:
        """A section's title, in French and small in the second language, with `room` kept below."""
        self.room(room)
        self.set_y(self.get_y() + 3.5)
        top = self.get_y()
        self.line_of(texts[0], MARGIN, top, 12.5, bold=True, colour=GREEN)
        if len(texts) > 1 and texts[1] != texts[0]:
            self.line_of(texts[1], self.get_x() + 2.5, top + 0.7, 9, colour=QUIET)
        self.set_y(top + 6.8)

    def rule(self, y: float, colour: Ink = HAIRLINE) -> None:
        """A hair line across the sheet."""
        self.set_draw_color(*colour)
        self.set_line_width(0.25)
        self.line(MARGIN, y, WIDTH - MARGIN, y)

    def panel(self, y: float, height: float, fill: Ink = TINT, edge: Ink | None = None) -> None:
        """A quiet ground from margin to margin, with a coloured edge at the left if asked."""
        self.set_fill_color(*fill)
        self.rect(MARGIN, y, WIDTH - 2 * MARGIN, height, style="F", round_corners=edge is None, corner_radius=2)
        if edge:
            self.set_fill_color(*edge)
            self.rect(MARGIN, y, 1.4, height, style="F")

    def mark(self, x: float, y: float, radius: float) -> None:
        """The kiosk's mark, an eye that witnesses: green ring, yellow centre."""
        for share, ink in ((1.0, GREEN), (0.62, (255, 255, 255)), (0.36, YELLOW)):
            self.set_fill_color(*ink)
            self.ellipse(x - radius * share, y - radius * share, 2 * radius * share, 2 * radius * share, style="F")

    def code(self, text: str, x: float, y: float, side: float) -> None:
        """The QR code of `text`, `side` wide without its quiet zone, as runs of dark modules."""
        modules = qr.matrix(text)
        module = side / len(modules)
        self.set_fill_color(0, 0, 0)
        for row, values in enumerate(modules):
            column = 0
            while column < len(values):
                run = column
                while run < len(values) and values[run]:
                    run += 1
                if run > column:
                    # A trace of overlap: viewers that smooth edges would show white lines between the rows.
                    self.rect(x + column * module, y + row * module, (run - column) * module, module * 1.02, style="F")
                column = run + 1


def _lean(font: TTFont) -> None:
    """Leave out what a receipt does not use: instructions for coarse screens, 8 kB, and the tables of text shaping.

    Only what is printed stays in the file; looking through the rest took a third of the time of a receipt.
    """
    for glyph in font["glyf"].glyphs.values():
        glyph.trim(remove_hinting=True)
    for table in set(font.keys()) - _TABLES:
        del font[table]
