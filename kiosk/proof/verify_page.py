"""The verdict on the proof of one page, given with the page: the other pages are not needed, and stay unknown."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence

from kiosk.proof import sentences
from kiosk.proof.age_format import SEALED_MAGIC
from kiosk.proof.code import ProofRejected
from kiosk.proof.examination import Examination
from kiosk.proof.keys import trust
from kiosk.proof.model import VerificationReport
from kiosk.proof.page_proof import read_page_proof
from kiosk.proof.verify import Anchor, remarks, valid_then
from kiosk.words import SOURCE_LANGUAGE


def verify_page_proof(
    data: bytes,
    pages: Sequence[bytes],
    trusted: Iterable[Anchor],
    now: dt.datetime | None = None,
    language: str = SOURCE_LANGUAGE,
) -> VerificationReport:
    """The verdict on the proof `data` (see `page_proof`) of the one file in `pages`."""
    anchors, examination = trust(trusted), Examination(language)
    if not anchors:
        return examination.unusable(sentences.NOBODY_TRUSTED)
    read = read_page_proof(data)
    if read is None:
        examination.fails("page proof", sentences.PAGE_PROOF_DAMAGED)
        return examination.altered()
    claims = read.claims(anchors)
    if isinstance(claims, ProofRejected):
        examination.fails("code", sentences.REJECTED[claims.reason])
        return examination.altered()
    examination.holds("code", sentences.CODE_HOLDS)
    if not valid_then(claims, examination):
        return examination.altered()
    if len(pages) != 1:
        examination.leaves_open("page 1", sentences.ONE_PAGE_WANTED)
        return examination.undecided()
    if not read.holds(claims, hashlib.sha256(pages[0]).digest()):
        if pages[0].startswith(SEALED_MAGIC):
            examination.leaves_open("page 1", sentences.PAGE_SEALED, number=1)
            return examination.undecided()
        examination.fails("page 1", sentences.PAGE_PROOF_DIFFERS)
        return examination.altered()
    examination.holds("page 1", sentences.PAGE_HOLDS, number=1, places=read.number, count=claims.pages)
    examination.leaves_open("others", sentences.OTHERS_NOT_SHOWN)
    remarks(None, claims, now, examination)
    return examination.genuine(sentences.genuine_page(claims, read.number, language))
