"""The verdict on the proof of one page, given with the page: the other pages are not needed, and stay unknown."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence

from kiosk.proof import sentences
from kiosk.proof.examination import Examination
from kiosk.proof.findings import Anchor, code_holds, kiosks, page_is_sealed, remarks, valid_then
from kiosk.proof.model import VerificationReport
from kiosk.proof.page_proof import read_page_proof
from kiosk.words import SOURCE_LANGUAGE


def verify_page_proof(
    data: bytes,
    pages: Sequence[bytes],
    trusted: Iterable[Anchor],
    now: dt.datetime | None = None,
    language: str = SOURCE_LANGUAGE,
) -> VerificationReport:
    """The verdict on the proof `data` (see `page_proof`) of the one file in `pages`."""
    (anchors, why_none), examination = kiosks(trusted), Examination(language)
    if why_none:
        return examination.unusable(why_none)
    read = read_page_proof(data)
    if read is None:
        examination.fails("page proof", sentences.PAGE_PROOF_DAMAGED)
        return examination.altered()
    claims = code_holds(read.claims(anchors), examination)
    if claims is None or not valid_then(claims.certificate, claims.issued_at, examination):
        return examination.altered()
    if len(pages) != 1:
        examination.leaves_open("page 1", sentences.ONE_PAGE_WANTED)
        return examination.undecided()
    if not read.holds(claims, hashlib.sha256(pages[0]).digest()):
        if page_is_sealed(1, pages[0], examination):
            return examination.undecided()
        examination.fails("page 1", sentences.PAGE_PROOF_DIFFERS)
        return examination.altered()
    examination.holds("page 1", sentences.PAGE_HOLDS, number=1, places=read.number, count=claims.pages)
    examination.leaves_open("others", sentences.OTHERS_NOT_SHOWN)
    remarks(claims.certificate, sentences.does_not_prove(claims.level, "", language), now, examination, only_code=True)
    return examination.genuine(sentences.genuine_page(claims, read.number, language))
