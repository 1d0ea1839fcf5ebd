"""Is this paper what a kiosk issued, to the last byte? The verdict, and each check it rests on.

"Genuine" is said only of what was looked at: a PDF in whole, the pages given with it, or the code on a ticket (then
only what the code itself says). The time judged is the time of issue: a certificate that has expired since is
reported, and changes nothing.

`trusted` are the certificates of the kiosks to believe, `authorities` those of time-stamp authorities; `now`, when
given, tells whether theirs have expired; `language` is that of the sentences.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cryptography import x509

from kiosk.proof import event_sentences, sentences
from kiosk.proof.attachments import Attachments, Unreadable, read_attachments, read_event_attachment
from kiosk.proof.code import ProofClaims, matches, read_proof_bytes
from kiosk.proof.event_code import event_text
from kiosk.proof.evidence import BadEvidence, Evidence, read_evidence
from kiosk.proof.examination import Examination
from kiosk.proof.findings import Anchor, code_holds, page_is_sealed, remarks, valid_then
from kiosk.proof.keys import Certificate, trust
from kiosk.proof.late_stamp import BadRevision, signed_part, stamps
from kiosk.proof.manifest import UnknownManifest, decode_manifest
from kiosk.proof.model import Manifest, Verdict, VerificationReport
from kiosk.proof.signature import Flaw, looks_signed, signer
from kiosk.proof.times import examine_times
from kiosk.proof.timestamp import Token
from kiosk.proof.verify_code import verify_event
from kiosk.proof.verify_code import verify_text as verify_text
from kiosk.words import SOURCE_LANGUAGE

LARGEST_RECEIPT = 64_000_000
"""Bytes. A receipt of 500 pages with thumbnails has less than 5 million."""


@dataclass(frozen=True, slots=True)
class Attested:
    """What a receipt says, once its signature, code, list of pages and evidence hold together."""

    manifest: Manifest
    claims: ProofClaims
    evidence: Evidence
    stamps: Sequence[Token]


@dataclass(frozen=True, slots=True)
class _Signed:
    """A PDF that `certificate` signed: `part` is what it signed, `event` the code of a follow-up."""

    certificate: Certificate
    part: bytes
    stamps: Sequence[Token]
    event: bytes | None


def verify_receipt(
    pdf: bytes,
    pages: Sequence[bytes],
    trusted: Iterable[Anchor],
    now: dt.datetime | None = None,
    language: str = SOURCE_LANGUAGE,
    authorities: Sequence[x509.Certificate] = (),
) -> VerificationReport:
    """The verdict on a receipt's PDF and on the `pages` (files as scanned) said to belong to it."""
    anchors, examination = trust(trusted), Examination(language)
    unusable = _unusable(pdf, anchors)
    if unusable:
        return examination.unusable(unusable)
    signed = _whole_and_signed(pdf, anchors, examination)
    if signed is None:
        return examination.altered()
    if signed.event is not None:
        if pages:
            return examination.unusable(event_sentences.NO_PAGES)
        return verify_event(event_text(signed.event), [signed.certificate], now, examination, paper=False)
    attested = _attested(signed, examination)
    if attested is None:
        return examination.altered()
    manifest, claims = attested.manifest, attested.claims
    if not valid_then(claims.certificate, claims.issued_at, examination):
        return examination.altered()
    for number, page in enumerate(pages, start=1):
        if not _page_holds(number, page, manifest, examination):
            return examination.altered() if examination.failed else examination.undecided()
    known = examine_times(claims, attested.evidence.since, attested.stamps, authorities, now, examination)
    not_proved = sentences.does_not_prove(claims.level, manifest.body, language)
    remarks(claims.certificate, not_proved, now, examination, known=known)
    return examination.genuine(sentences.genuine_receipt(manifest, claims, len(pages), known, language), known)


def claims_of(pdf: bytes, trusted: Iterable[Anchor]) -> ProofClaims | None:
    """What a genuine receipt claims, e.g. its place in the ledger; None if it is not genuine."""
    attested = attested_by(pdf, trusted)
    return None if attested is None else attested.claims


def attested_by(pdf: bytes, trusted: Iterable[Anchor]) -> Attested | None:
    """All that a genuine receipt says; None if it is not genuine."""
    anchors = trust(trusted)
    if verify_receipt(pdf, [], anchors).verdict is not Verdict.GENUINE:
        return None
    examination = Examination(SOURCE_LANGUAGE)
    signed = _whole_and_signed(pdf, anchors, examination)
    return None if signed is None else _attested(signed, examination)


def _unusable(pdf: bytes, anchors: Sequence[Certificate]) -> str:
    """Why nothing can be said of these bytes; empty if something can."""
    if not pdf:
        return sentences.EMPTY
    if len(pdf) > LARGEST_RECEIPT:
        return sentences.TOO_LARGE
    # A receipt whose first bytes were changed is altered, not unusable: its other marks are looked for first.
    marked = looks_signed(pdf)
    if not marked and not pdf.startswith(b"%PDF-"):
        return sentences.NOT_A_PDF
    if not marked and b"/Encrypt" in pdf:
        return sentences.ENCRYPTED
    return "" if anchors else sentences.NOBODY_TRUSTED


def _whole_and_signed(pdf: bytes, anchors: Sequence[Certificate], examination: Examination) -> _Signed | None:
    """The PDF as its kiosk signed it, stamped since or not; None for any other."""
    part = signed_part(pdf)
    certificate = signer(part, anchors)
    if isinstance(certificate, Flaw):
        examination.fails("signature", sentences.FLAWS[certificate])
        return None
    try:
        later = stamps(pdf, part)
    except BadRevision:
        examination.fails("signature", sentences.FLAWS[Flaw.NOT_WHOLE])
        return None
    event = read_event_attachment(part)
    if event is not None and later:
        examination.fails("signature", sentences.FLAWS[Flaw.NOT_WHOLE])
        return None
    examination.holds("signature", sentences.SIGNATURE_HOLDS)
    return _Signed(certificate, part, later, event)


def _attested(signed: _Signed, examination: Examination) -> Attested | None:
    """What the signed PDF attests, once code, manifest and evidence hold together."""
    attached = read_attachments(signed.part)
    if isinstance(attached, Unreadable):
        examination.fails("attachments", sentences.NOT_A_RECEIPT)
        return None
    claims = code_holds(read_proof_bytes(attached.proof, [signed.certificate]), examination)
    if claims is None:
        return None
    manifest = _matching_manifest(attached, claims, examination)
    evidence = _matching_evidence(attached, claims, examination)
    return None if manifest is None or evidence is None else Attested(manifest, claims, evidence, signed.stamps)


def _matching_evidence(attached: Attachments, claims: ProofClaims, examination: Examination) -> Evidence | None:
    try:
        evidence = read_evidence(attached)
    except BadEvidence as error:
        differs = sentences.LOG_DIFFERS if error.name == "log" else sentences.SINCE_DIFFERS
        examination.fails(error.name, differs)
        return None
    if evidence.log is None:
        return evidence
    if not evidence.log.holds(claims.head, claims.sequence):
        examination.fails("log", sentences.LOG_DIFFERS)
        return None
    size = evidence.log.checkpoint.size
    examination.holds("log", sentences.LOG_HOLDS, sequence=claims.sequence, size=size)
    return evidence


def _matching_manifest(attached: Attachments, claims: ProofClaims, examination: Examination) -> Manifest | None:
    try:
        manifest = decode_manifest(attached.manifest)
    except UnknownManifest as error:
        examination.fails("manifest", str(error))
        return None
    if hashlib.sha256(attached.manifest).digest() != claims.manifest or not matches(claims, manifest):
        examination.fails("manifest", sentences.MANIFEST_DIFFERS)
        return None
    examination.holds("manifest", sentences.MANIFEST_HOLDS)
    return manifest


def _page_holds(number: int, page: bytes, manifest: Manifest, examination: Examination) -> bool:
    """Whether the file given as `number` is one of the manifest's, byte for byte."""
    digest = hashlib.sha256(page).digest()
    places = [str(entry.number) for entry in manifest.pages if entry.digest == digest]
    name = f"page {number}"
    if places:
        count = len(manifest.pages)
        examination.holds(name, sentences.PAGE_HOLDS, number=number, places=", ".join(places), count=count)
    elif not page_is_sealed(number, page, examination):
        examination.fails(name, sentences.PAGE_DIFFERS, number=number)
    return bool(places)
