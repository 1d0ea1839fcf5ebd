"""A sheet of paper to draw on, in millimetres, and its picture at a given resolution."""

from collections.abc import Sequence

import cv2
import numpy as np
import pypdfium2
from fpdf import FPDF

from kiosk.pages.model import Image
from tests.generator.fonts import Face

WIDTH, HEIGHT = 210.0, 297.0


class Sheet:
    """One or more A4 pages; text is placed by its upper corner."""

    def __init__(self, font: str | Face = "Helvetica") -> None:
        self.pdf = FPDF(unit="mm", format="A4")
        self.pdf.set_auto_page_break(False)
        self.pdf.core_fonts_encoding = "windows-1252"
        self.font = font if isinstance(font, str) else font.name
        if isinstance(font, Face):
            font.load(self.pdf)
        self.pdf.add_page()

    def text(
        self, x: float, y: float, text: str, size: float = 8, bold: bool = False, align: str = "L", width: float = 0
    ) -> None:
        """`text` at (x, y); with align "R" or "C" it ends at, or is centred within, x + width."""
        self.pdf.set_font(self.font, "B" if bold else "", size)
        self.pdf.set_xy(x, y)
        self.pdf.cell(width or 100, size * 0.42, text.encode("cp1252", "replace").decode("cp1252"), align=align)

    def shortened(self, text: str, width: float, size: float, bold: bool = False) -> str:
        """`text` cut where it would be wider than `width`, as pay software does."""
        self.pdf.set_font(self.font, "B" if bold else "", size)
        kept = text.encode("cp1252", "replace").decode("cp1252")
        while kept and self.pdf.get_string_width(kept) > width:
            kept = kept[:-1]
        return kept

    def paragraph(self, x: float, y: float, text: str, width: float, size: float = 10) -> float:
        """Running text; returns the y below it."""
        self.pdf.set_font(self.font, "", size)
        self.pdf.set_xy(x, y)
        self.pdf.multi_cell(width, size * 0.5, text.encode("cp1252", "replace").decode("cp1252"), align="L")
        return float(self.pdf.get_y())

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: tuple[int, int, int] | None = None,
        edge: bool = True,
    ) -> None:
        self.pdf.set_draw_color(60, 60, 60)
        self.pdf.set_line_width(0.2)
        if fill:
            self.pdf.set_fill_color(*fill)
        self.pdf.rect(x, y, width, height, style=("D" if edge else "") + ("F" if fill else ""))

    def line(self, x: float, y: float, x2: float, y2: float) -> None:
        self.pdf.set_draw_color(60, 60, 60)
        self.pdf.set_line_width(0.2)
        self.pdf.line(x, y, x2, y2)

    def ink(self, red: int, green: int, blue: int) -> None:
        self.pdf.set_text_color(red, green, blue)

    def row(
        self, y: float, rights: Sequence[float], cells: Sequence[str], size: float = 7.5, bold: bool = False
    ) -> None:
        """Right-aligned cells whose right edges are `rights`."""
        for right, cell in zip(rights, cells, strict=True):
            if cell:
                self.text(right - 30, y, cell, size, bold, "R", 30)

    def pages(self, dpi: int = 300) -> list[Image]:
        document = pypdfium2.PdfDocument(bytes(self.pdf.output()))
        try:
            return [
                cv2.cvtColor(np.asarray(page.render(scale=dpi / 72).to_pil().convert("RGB")), cv2.COLOR_RGB2BGR).astype(
                    np.uint8
                )
                for page in document
            ]
        finally:
            document.close()
