"""Small documents for the devices."""

import io

from fpdf import FPDF
from PIL import Image, ImageChops

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


def same_rows(paper: bytes, ticket: bytes) -> bool:
    """Whether the paper shows the ticket, dot by dot, followed by nothing but white."""
    with Image.open(io.BytesIO(paper)) as out, Image.open(io.BytesIO(ticket)) as meant:
        if out.height <= meant.height:
            return False
        top = out.crop((0, 0, *meant.size))
        rest = out.crop((0, meant.height, *out.size))
        alike = ImageChops.difference(top.convert("L"), meant.convert("L")).getbbox() is None
        return alike and rest.convert("L").getextrema() == (255, 255)
