"""The pages as one searchable PDF: small grey pictures with the words, invisible, where they stand."""

import io
from collections.abc import Sequence

import cv2
import numpy as np
import pikepdf
from fpdf import FPDF
from fpdf.enums import TextMode

from kiosk.pages.ink import Grey
from kiosk.pages.model import Image, Reading

DPI = 200
LARGEST_PAGE = 240 * 1024
"""Bytes of a page's picture: bodies refuse large files."""
QUALITIES = (46, 40, 34, 28, 22)
A4_MM = (210.0, 297.0)
POINTS_PER_MM = 72 / 25.4
_FACE = "Helvetica"


def searchable_pdf(pages: Sequence[Reading], title: str) -> bytes:
    """A4 PDF of `pages`, in their order; at least one. The text layer lies under each word's picture."""
    document = FPDF(unit="pt", format="A4")
    document.core_fonts_encoding = "windows-1252"
    document.set_auto_page_break(False)
    document.set_margin(0)
    document.set_title(title)
    document.set_lang("fr-FR")
    document.set_compression(True)
    for reading in pages:
        _add(document, reading)
    return _tidied(bytes(document.output()))


def page_jpeg(page: Image) -> bytes:
    """The page in grey at 200 dpi of A4, as light as `LARGEST_PAGE` asks for."""
    longest = DPI * A4_MM[1] / 25.4
    scale = min(1.0, longest / max(page.shape[:2]))
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else page
    grey = _whitened(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY).astype(np.uint8))
    data = b""
    for quality in QUALITIES:
        done, encoded = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1])
        if not done:
            raise ValueError("the page cannot be written as JPEG")
        data = encoded.tobytes()
        if len(data) <= LARGEST_PAGE:
            break
    return data


def _whitened(grey: Grey) -> Grey:
    """Paper made plain white: its grain would cost half of the bytes and tells nothing."""
    levels = np.arange(256, dtype=np.float32)
    curve = np.where(levels > 228, 255, np.minimum(levels * (255 / 232), 255))
    return cv2.LUT(grey, curve.astype(np.uint8)).astype(np.uint8)


def _add(document: FPDF, reading: Reading) -> None:
    height, width = reading.page.shape[:2]
    landscape = width > height
    document.add_page(orientation="L" if landscape else "P")
    sheet = (document.w, document.h)
    scale = min(sheet[0] / width, sheet[1] / height)
    left, top = (sheet[0] - width * scale) / 2, (sheet[1] - height * scale) / 2
    document.image(io.BytesIO(page_jpeg(reading.page)), x=left, y=top, w=width * scale, h=height * scale)
    document.set_font(_FACE, size=10)
    with document.local_context(text_mode=TextMode.INVISIBLE):
        for word in reading.words:
            _write(
                document,
                word.text,
                left + word.x * scale,
                top + (word.y + word.height) * scale,
                word.width * scale,
                word.height * scale,
            )


def _write(document: FPDF, text: str, x: float, baseline: float, width: float, height: float) -> None:
    """One word as wide as it is on the picture."""
    printable = text.encode("cp1252", "ignore").decode("cp1252")
    if not printable.strip() or width <= 0 or height <= 0:
        return
    size = min(max(height * 1.3, 3.0), 72.0)
    document.set_font(_FACE, size=size)
    natural = document.get_string_width(printable)
    document.set_stretching(min(max(100 * width / natural, 20), 400) if natural > 0 else 100)
    document.text(x, baseline, printable)
    document.set_stretching(100)


def _tidied(data: bytes) -> bytes:
    """Object streams: a tenth smaller, and a second parser has seen the file."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return target.getvalue()
