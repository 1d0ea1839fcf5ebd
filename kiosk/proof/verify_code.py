"""The verdict on a code, as a telephone reads it: that of a receipt, or of what became of it."""

import datetime as dt
from collections.abc import Iterable, Sequence

from kiosk.proof import event_sentences, sentences
from kiosk.proof.code import ProofRejected, Reason, read_proof
from kiosk.proof.event_code import PREFIX as EVENT_PREFIX
from kiosk.proof.event_code import read_event
from kiosk.proof.examination import Examination
from kiosk.proof.findings import Anchor, code_holds, kiosks, remarks, valid_then
from kiosk.proof.keys import Certificate
from kiosk.proof.model import VerificationReport
from kiosk.words import SOURCE_LANGUAGE

_NOT_A_CODE = (Reason.NOT_A_PROOF, Reason.UNKNOWN_VERSION)


def verify_text(
    text: str, trusted: Iterable[Anchor], now: dt.datetime | None = None, language: str = SOURCE_LANGUAGE
) -> VerificationReport:
    """The verdict on the text of a PROOF code, or of a follow-up's."""
    (anchors, why_none), examination = kiosks(trusted), Examination(language)
    if why_none:
        return examination.unusable(why_none)
    if text.startswith(EVENT_PREFIX):
        return verify_event(text.strip("\r\n\t"), anchors, now, examination)
    found = read_proof(text.strip("\r\n\t"), anchors)
    if isinstance(found, ProofRejected) and found.reason in _NOT_A_CODE:
        return examination.unusable(sentences.REJECTED[found.reason])
    claims = code_holds(found, examination)
    if claims is None or not valid_then(claims.certificate, claims.issued_at, examination):
        return examination.altered()
    remarks(claims.certificate, sentences.does_not_prove(claims.level, "", language), now, examination, only_code=True)
    return examination.genuine(sentences.genuine_code(claims, language))


def verify_event(
    text: str,
    anchors: Sequence[Certificate],
    now: dt.datetime | None,
    examination: Examination,
    *,
    paper: bool = True,
) -> VerificationReport:
    """The verdict on a follow-up's code; `paper`: all that was seen is the code."""
    found = read_event(text, anchors)
    if isinstance(found, ProofRejected):
        if found.reason is Reason.UNKNOWN_VERSION:
            return examination.unusable(sentences.REJECTED[found.reason])
        examination.fails("code", sentences.REJECTED[found.reason])
        return examination.altered()
    claims, certificate = found
    examination.holds("code", sentences.CODE_HOLDS)
    if not valid_then(certificate, claims.at, examination):
        return examination.altered()
    not_proved = event_sentences.does_not_prove(claims, examination.language)
    remarks(certificate, not_proved, now, examination, only_code=paper)
    return examination.genuine(event_sentences.genuine_event(claims, examination.language))
