"""The verdict on a file, whatever it is: a receipt's PDF, the text or picture of a code, the proof of one page."""

import datetime as dt
from collections.abc import Iterable, Sequence

from cryptography import x509

from kiosk.proof import sentences
from kiosk.proof.code import PREFIX
from kiosk.proof.event_code import PREFIX as EVENT_PREFIX
from kiosk.proof.examination import Examination
from kiosk.proof.findings import Anchor
from kiosk.proof.model import VerificationReport
from kiosk.proof.page_proof import looks_like_page_proof
from kiosk.proof.verify import verify_receipt
from kiosk.proof.verify_code import verify_text
from kiosk.proof.verify_page import verify_page_proof
from kiosk.words import SOURCE_LANGUAGE

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")


def verify_any(
    data: bytes,
    pages: Sequence[bytes],
    trusted: Iterable[Anchor],
    now: dt.datetime | None = None,
    language: str = SOURCE_LANGUAGE,
    authorities: Sequence[x509.Certificate] = (),
) -> VerificationReport:
    """The verdict on `data` and on the `pages` said to belong to it."""
    text, picture = data.startswith((PREFIX.encode(), EVENT_PREFIX.encode())), data.startswith(_PICTURES)
    if (text or picture) and pages:
        return Examination(language).unusable(sentences.TICKET_AND_PAGES)
    if text:
        return verify_text(data.decode("utf-8", "replace"), trusted, now, language)
    if picture:
        return _picture(data, trusted, now, language)
    if looks_like_page_proof(data):
        return verify_page_proof(data, pages, trusted, now, language)
    return verify_receipt(data, pages, trusted, now, language, authorities)


def _picture(image: bytes, trusted: Iterable[Anchor], now: dt.datetime | None, language: str) -> VerificationReport:
    try:
        from kiosk.proof.verify_picture import verify_picture
    except ImportError:  # the stand-alone program has no library that reads pictures
        return Examination(language).unusable(sentences.NO_PICTURES)
    return verify_picture(image, trusted, now, language)
