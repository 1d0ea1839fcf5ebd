"""Small documents for the devices."""

import io

from fpdf import FPDF
from PIL import Image

from hardware.ticket.api import DOTS_PER_LINE


def pdf(words: str = "Essai") -> bytes:
    """One A4 page."""
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", size=20)
    page.cell(text=words)
    return bytes(page.output())


def ticket_png(width: int = DOTS_PER_LINE) -> bytes:
    """A short ticket, black on white."""
    return _png(Image.new("1", (width, 200), 1))


def sheet_png(shade: int) -> bytes:
    """A small grey sheet, told from others by its shade."""
    return _png(Image.new("L", (210, 297), shade))


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()
