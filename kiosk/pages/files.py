"""Files opened as pages: JPEG, PNG, TIFF and PDF. Sizes are read before anything is decoded."""

import io
import struct
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
from kiosk.pages.pixels import scaled
from kiosk.words import mark

PDF_DPI = 300
MOST_PAGES = 200
"""Also said in `TOO_MANY_PAGES`. A case is a few dozen sheets; longer files are sent by mistake."""
MOST_PIXELS = 60_000_000
"""A3 at 400 dpi is 31 million; a 30 000 × 30 000 picture would take 2.7 GB."""
ENOUGH_PIXELS = 16_000_000
"""A4 at 400 dpi has 15.5 million. Larger pictures are made smaller at once: reading them takes 400 MB at most."""
LARGEST_FILE = 100_000_000
"""Bytes; also said in `TOO_HEAVY`. A page at 300 dpi has 1 MB."""
FORMATS = ("JPEG", "PNG", "TIFF")
_LONGEST_PDF_SIDE = 3700

EMPTY = mark("Ce fichier est vide.")
UNKNOWN = mark("Ce fichier n’est ni une image ni un PDF.")
OTHER_FORMAT = mark("Ce format d’image n’est pas accepté. Donnez un JPEG ou un PDF.")
TOO_HEAVY = mark("Ce fichier est trop lourd. La limite est de 100 Mo.")
NOT_PDF = mark("Ce fichier porte le nom d’un PDF mais n’en est pas un.")
TRUNCATED = mark("Cette image est incomplète. Le fichier a été coupé.")
DAMAGED = mark("Ce fichier est abîmé et ne peut pas être lu.")
ENCRYPTED = mark("Ce PDF est protégé par un mot de passe.")
TOO_MANY_PAGES = mark("Ce fichier a trop de pages. La limite est de 200 pages.")
TOO_LARGE = mark("Cette image est trop grande pour être lue.")
NO_PAGES = mark("Ce PDF ne contient aucune page.")
_OTHER_FORMATS = ((0, b"GIF8"), (0, b"BM"), (8, b"WEBP"), (4, b"ftyphei"), (4, b"ftypmif"), (4, b"ftypavif"))
"""Pictures that telephones and browsers make, by what stands where."""


PARSER_ERRORS = (
    *(OSError, SyntaxError, ValueError, EOFError, MemoryError, ArithmeticError),
    *(AttributeError, LookupError, TypeError, struct.error),
)
"""What Pillow raises on files made to hurt it; all mean that the file cannot be read."""


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
    if len(data) > LARGEST_FILE:
        raise UnusableInput(TOO_HEAVY)
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
        _show_forms(document)
        count = len(document)
        if count == 0:
            raise UnusableInput(NO_PAGES)
        if count > MOST_PAGES:
            raise UnusableInput(TOO_MANY_PAGES)
        for number in range(count):
            yield _rendered(document, number, count)
    finally:
        document.close()


def _show_forms(document: pypdfium2.PdfDocument) -> None:
    """Have what was filled into forms drawn. No action of the document is started by it."""
    try:
        document.init_forms()
    except pypdfium2.PdfiumError as error:
        raise UnusableInput(DAMAGED) from error


def _rendered(document: pypdfium2.PdfDocument, number: int, count: int) -> SourcePage:
    """A page drawn, never executed: this PDFium has no engine for scripts. Posters are drawn smaller."""
    try:
        page = document[number]
        longest = max(page.get_size()) or 1
        scale = min(PDF_DPI / 72, _LONGEST_PDF_SIDE / longest)
        bitmap = page.render(scale=scale)
        pixels = bitmap.to_numpy()
        image = (
            cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR)
            if pixels.ndim == 2 or pixels.shape[2] == 1
            else pixels[..., :3].copy()
        )
        page.close()
    except (pypdfium2.PdfiumError, MemoryError, ValueError) as error:
        raise UnusableInput(DAMAGED) from error
    return SourcePage(np.ascontiguousarray(image, np.uint8), scale * 72, number + 1, count)


def _picture_pages(data: bytes) -> Iterator[SourcePage]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = PIL.Image.open(io.BytesIO(data), formats=FORMATS)
        except PIL.Image.DecompressionBombError as error:
            raise UnusableInput(TOO_LARGE) from error
        except PARSER_ERRORS as error:
            known = any(data.startswith(magic, place) for place, magic in _OTHER_FORMATS)
            raise UnusableInput(OTHER_FORMAT if known else UNKNOWN) from error
    with picture:
        count = _frames(picture)
        for number in range(count):
            yield _decoded(picture, number, count)


def _frames(picture: PIL.Image.Image) -> int:
    """How many pages there are. A JPEG's second picture is a preview, a PNG's an animation: only TIFF holds pages."""
    if picture.format != "TIFF":
        return 1
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        count = 0
        try:
            # one by one: a file may name millions, or lead in circles
            while count <= MOST_PAGES:
                picture.seek(count)
                count += 1
        except EOFError:
            picture.seek(0)
            return count
        except PARSER_ERRORS as error:
            raise UnusableInput(DAMAGED) from error
    raise UnusableInput(TOO_MANY_PAGES)


def _decoded(picture: PIL.Image.Image, number: int, count: int) -> SourcePage:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture.seek(number)
            if picture.width * picture.height > MOST_PIXELS:
                raise UnusableInput(TOO_LARGE)
            dpi, full_width = _resolution(picture), picture.width
            if picture.width * picture.height > ENOUGH_PIXELS:
                # JPEGs can be decoded at half their size, in a quarter of the memory
                picture.draft(None, (picture.width // 2, picture.height // 2))
            scale = picture.width / full_width
            # in place: a picture that needs no turn is not copied for it
            PIL.ImageOps.exif_transpose(picture, in_place=True)
            image = _as_colour(picture)
            excess = image.shape[0] * image.shape[1] / ENOUGH_PIXELS
            if excess > 1:
                image = scaled(image, excess**-0.5)
                scale *= excess**-0.5
        except PIL.Image.DecompressionBombError as error:
            raise UnusableInput(TOO_LARGE) from error
        except PARSER_ERRORS as error:
            truncated = "truncated" in str(error) or isinstance(error, EOFError)
            raise UnusableInput(TRUNCATED if truncated else DAMAGED) from error
    return SourcePage(image, None if dpi is None else dpi * scale, number + 1, count)


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
    colour = picture if picture.mode == "RGB" else picture.convert("RGB")
    return np.asarray(cv2.cvtColor(np.asarray(colour, np.uint8), cv2.COLOR_RGB2BGR), np.uint8)


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
