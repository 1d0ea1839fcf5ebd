"""A paper read again before anyone is told that it is done: what the eye cannot check, the machine checks.

The picture that goes to the printer is decoded by another library than the one that drew it.
"""

import threading
from collections.abc import Iterable, Sequence

import pypdfium2
from PIL import Image

from kiosk.proof import qr
from kiosk.proof.findings import Anchor
from kiosk.proof.key_words import NotTheWords, secret_of
from kiosk.proof.model import Verdict
from kiosk.proof.seal import identity_text
from kiosk.proof.verify import verify_receipt

_DPI = 200
PDFIUM = threading.Lock()
"""PDFium is not made for several threads at once."""


def key_stub_reads_back(png: bytes, identity: str, words: Sequence[str] = ()) -> bool:
    """Whether the stub's code is that very key, and nothing else; and whether its words say the same key."""
    return _codes(png) == [identity] and (not words or _same_key(words, identity))


def ticket_reads_back(png: bytes, proof_text: str) -> bool:
    """Whether the only code of a ticket is that proof."""
    return _codes(png) == [proof_text]


def receipt_reads_back(pdf: bytes, proof_text: str, trusted: Iterable[Anchor]) -> bool:
    """Whether the PDF is genuine, and its first sheet, drawn as a printer would, shows that proof and no other."""
    if verify_receipt(pdf, [], trusted).verdict is not Verdict.GENUINE:
        return False
    return qr.read(_first_sheet(pdf)) == [proof_text]


def _codes(png: bytes) -> list[str]:
    try:
        return qr.read(qr.open_picture(png))
    except qr.UnreadablePicture:
        return []


def _same_key(words: Sequence[str], identity: str) -> bool:
    try:
        return identity_text(secret_of(" ".join(words))) == identity
    except NotTheWords:
        return False


def _first_sheet(pdf: bytes) -> Image.Image:
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            picture: Image.Image = document[0].render(scale=_DPI / 72, grayscale=True).to_pil()
            return picture.convert("L")
        finally:
            document.close()
