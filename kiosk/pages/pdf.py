"""The pages as one searchable PDF: small grey pictures with the words, invisible, where they stand."""

import io
from collections.abc import Sequence

import pikepdf
from fpdf import FPDF
from fpdf.enums import TextMode

from kiosk.pages.model import Reading
from kiosk.pages.picture import light_jpeg

_FACE = "Helvetica"


def searchable_pdf(pages: Sequence[Reading], title: str, pictures: Sequence[bytes] = ()) -> bytes:
    """A4 PDF of `pages`, in their order; at least one. The text layer lies under each word's picture.

    `pictures` are their JPEGs, one each; made as light as usual where there are none.
    """
    document = FPDF(unit="pt", format="A4")
    document.core_fonts_encoding = "windows-1252"
    document.set_auto_page_break(False)
    document.set_margin(0)
    document.set_title(title)
    document.set_lang("fr-FR")
    document.set_compression(True)
    for reading, picture in zip(pages, pictures or [light_jpeg(page.page) for page in pages], strict=True):
        _add(document, reading, picture)
    return _tidied(bytes(document.output()))


def _add(document: FPDF, reading: Reading, picture: bytes) -> None:
    height, width = reading.page.shape[:2]
    landscape = width > height
    document.add_page(orientation="L" if landscape else "P")
    sheet = (document.w, document.h)
    scale = min(sheet[0] / width, sheet[1] / height)
    left, top = (sheet[0] - width * scale) / 2, (sheet[1] - height * scale) / 2
    document.image(io.BytesIO(picture), x=left, y=top, w=width * scale, h=height * scale)
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
