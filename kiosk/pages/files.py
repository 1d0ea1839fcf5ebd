"""Files opened as pages: JPEG, PNG, TIFF and PDF. Sizes are read before anything is decoded."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import PIL.Image
import PIL.ImageFile
import PIL.ImageOps
import pypdfium2
import pypdfium2.raw as pdfium

from kiosk.pages.model import Image, UnusableInput
from kiosk.words import mark

PDF_DPI = 300
MOST_PAGES = 200
"""Also said in `TOO_MANY_PAGES`. A case is a few dozen sheets; longer files are sent by mistake."""
MOST_PIXELS = 60_000_000
"""A3 at 400 dpi is 31 million; a 30 000 × 30 000 picture would take 2.7 GB."""
FORMATS = ("JPEG", "PNG", "TIFF")
_LONGEST_PDF_SIDE = 3700

EMPTY = mark("Ce fichier est vide.")
UNKNOWN = mark("Ce fichier n’est ni une image ni un PDF.")
NOT_PDF = mark("Ce fichier porte le nom d’un PDF mais n’en est pas un.")
TRUNCATED = mark("Cette image est incomplète. Le fichier a été coupé.")
DAMAGED = mark("Ce fichier est abîmé et ne peut pas être lu.")
ENCRYPTED = mark("Ce PDF est protégé par un mot de passe.")
TOO_MANY_PAGES = mark("Ce fichier a trop de pages. La limite est de 200 pages.")
TOO_LARGE = mark("Cette image est trop grande pour être lue.")
NO_PAGES = mark("Ce PDF ne contient aucune page.")


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page as it came: pixels, what the file says of its resolution, its number from 1, how many there are."""

    image: Image
    dpi: float | None
    number: int
    of: int


def open_pages(data: bytes, name: str) -> Iterator[SourcePage]:
    """The pages of the file `name`, one at a time. Raises `UnusableInput` with a French sentence for people."""
    if not data:
        raise UnusableInput(EMPTY)
    if b"%PDF-" in data[:1024]:
        return _pdf_pages(data)
    if name.lower().endswith(".pdf"):
        raise UnusableInput(NOT_PDF)
    return _picture_pages(data)


def _pdf_pages(data: bytes) -> Iterator[SourcePage]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise UnusableInput(ENCRYPTED if locked else DAMAGED) from error
    try:
        count = len(document)
        if count == 0:
            raise UnusableInput(NO_PAGES)
        if count > MOST_PAGES:
            raise UnusableInput(TOO_MANY_PAGES)
        for number in range(count):
            yield _rendered(document, number, count)
    finally:
        document.close()


def _rendered(document: pypdfium2.PdfDocument, number: int, count: int) -> SourcePage:
    """A page drawn, never executed: scripts and forms have no engine here. Posters are drawn smaller."""
    try:
        page = document[number]
        longest = max(page.get_size()) or 1
        scale = min(PDF_DPI / 72, _LONGEST_PDF_SIDE / longest)
        bitmap = page.render(scale=scale, may_draw_forms=False)
        pixels = bitmap.to_numpy()
        image = (
            cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR)
            if pixels.ndim == 2 or pixels.shape[2] == 1
            else pixels[..., :3].copy()
        )
        page.close()
    except pypdfium2.PdfiumError as error:
        raise UnusableInput(DAMAGED) from error
    return SourcePage(np.ascontiguousarray(image, np.uint8), scale * 72, number + 1, count)


def _picture_pages(data: bytes) -> Iterator[SourcePage]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = PIL.Image.open(io.BytesIO(data), formats=FORMATS)
        except PIL.Image.DecompressionBombError as error:
            raise UnusableInput(TOO_LARGE) from error
        except (OSError, SyntaxError, ValueError) as error:
            raise UnusableInput(UNKNOWN) from error
    with picture:
        # a JPEG's second picture is a preview of the camera; only TIFF holds pages
        count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        if count > MOST_PAGES:
            raise UnusableInput(TOO_MANY_PAGES)
        for number in range(count):
            yield _decoded(picture, number, count)


def _decoded(picture: PIL.Image.Image, number: int, count: int) -> SourcePage:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture.seek(number)
            if picture.width * picture.height > MOST_PIXELS:
                raise UnusableInput(TOO_LARGE)
            dpi = _resolution(picture)
            upright = PIL.ImageOps.exif_transpose(picture)
            image = _as_colour(upright)
        except PIL.Image.DecompressionBombError as error:
            raise UnusableInput(TOO_LARGE) from error
        except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as error:
            truncated = "truncated" in str(error) or isinstance(error, EOFError)
            raise UnusableInput(TRUNCATED if truncated else DAMAGED) from error
    return SourcePage(image, dpi, number + 1, count)


def _as_colour(picture: PIL.Image.Image) -> Image:
    """Blue, green, red whatever it was: 16-bit grey is scaled, transparency is laid on white, CMYK is converted."""
    if picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, np.float32)
        top = 65535.0 if values.max(initial=0) > 255 else 255.0
        grey = np.clip(values * (255.0 / top), 0, 255).astype(np.uint8)
        return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), np.uint8)
    if picture.mode in ("LA", "RGBA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        white = PIL.Image.new("RGBA", layered.size, "white")
        picture = PIL.Image.alpha_composite(white, layered)
    return np.asarray(cv2.cvtColor(np.asarray(picture.convert("RGB"), np.uint8), cv2.COLOR_RGB2BGR), np.uint8)


def _resolution(picture: PIL.Image.Image) -> float | None:
    """Dots per inch where the file gives a believable figure."""
    stated = picture.info.get("dpi")
    if not isinstance(stated, tuple) or len(stated) != 2:
        return None
    try:
        across = float(stated[0])
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return across if 50 <= across <= 2400 else None
