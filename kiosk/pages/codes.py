"""Square codes on a page. What they say is data: no address in them is ever opened."""

from dataclasses import dataclass
from enum import StrEnum

import zxingcpp

from kiosk.pages.model import Image
from kiosk.pages.pixels import grey_of

MOST = 8
"""Codes looked at on a page; a sheet of stickers is not a document."""


class Symbol(StrEnum):
    """What the code looks like."""

    DATA_MATRIX = "data_matrix"
    QR = "qr"


@dataclass(frozen=True, slots=True)
class Code:
    """The bytes a code holds, as they were printed."""

    symbol: Symbol
    content: bytes


_SYMBOLS = {zxingcpp.BarcodeFormat.DataMatrix: Symbol.DATA_MATRIX, zxingcpp.BarcodeFormat.QRCode: Symbol.QR}


def find_codes(page: Image) -> tuple[Code, ...]:
    """The codes on `page` at its full resolution: a module of a 2D-Doc is 0.4 mm, five pixels at 300 dpi."""
    found = zxingcpp.read_barcodes(
        grey_of(page),
        formats=tuple(_SYMBOLS),
        try_invert=False,
    )
    codes = [Code(_SYMBOLS[code.format], bytes(code.bytes)) for code in found if code.format in _SYMBOLS]
    return tuple(dict.fromkeys(codes))[:MOST]
