"""QR codes: drawn by one library, read back by another. What is printed is always read again."""

import io
import struct
import warnings
from collections.abc import Sequence

import segno
import zxingcpp
from PIL import Image, ImageFilter

from kiosk.words import mark

QUIET_ZONE = 4
_LARGEST_MENDED = 16_000_000
"""Pixels. Mending a larger picture would take seconds."""
_TOO_LARGE = mark("Cette image est trop grande.")
_UNREADABLE = mark("Ce fichier n’est pas une image lisible.")


class UnreadablePicture(Exception):
    """A file that cannot be opened as a picture. The message is one French sentence for people."""


def matrix(text: str) -> Sequence[Sequence[int]]:
    """The modules of the code for `text` (1 is dark), error correction M, without the quiet zone.

    A QR code M always opens the stock reader of a telephone and survives a faded ticket; see the design note.
    """
    code = segno.make_qr(text, error="m", boost_error=False)
    return [list(row) for row in code.matrix]


def picture(text: str, dots: int) -> Image.Image:
    """The code as a 1-bit picture with its quiet zone, each module `dots` pixels wide."""
    modules = matrix(text)
    side = len(modules) + 2 * QUIET_ZONE
    image = Image.new("1", (side, side), 1)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0)
    return image.resize((side * dots, side * dots), Image.Resampling.NEAREST)


def open_picture(data: bytes) -> Image.Image:
    """The picture (grey) in `data`: PNG, JPEG, TIFF… Raises `UnreadablePicture`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                return image.convert("L")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UnreadablePicture(_TOO_LARGE) from error
    except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
        raise UnreadablePicture(_UNREADABLE) from error


def read(image: Image.Image) -> list[str]:
    """The texts of the QR codes in `image`, each once, in the order they were found.

    Where none is found, the dark is thickened and it is tried again: scratches and worn print heads leave white lines.
    """
    found = _read(image)
    if found or image.width * image.height > _LARGEST_MENDED:
        return found
    for size in (3, 5):
        found = _read(image.filter(ImageFilter.MinFilter(size)))
        if found:
            break
    return found


def _read(image: Image.Image) -> list[str]:
    codes = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return list(dict.fromkeys(str(code.text) for code in codes if code.valid))
