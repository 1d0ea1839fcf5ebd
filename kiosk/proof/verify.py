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

from kiosk.proof import qr, sentences
from kiosk.proof.attachments import Attachments, Unreadable, read_attachments
from kiosk.proof.code import ProofClaims, ProofRejected, Reason, matches, read_proof, read_proof_bytes
from kiosk.proof.evidence import BadEvidence, Bounds, Evidence, read_evidence
from kiosk.proof.examination import Examination
from kiosk.proof.keys import Certificate, KioskKey, trust
from kiosk.proof.late_stamp import BadRevision, signed_part, stamps
from kiosk.proof.manifest import UnknownManifest, decode_manifest
from kiosk.proof.model import Manifest, Verdict, VerificationReport
from kiosk.proof.seal import SEALED_MAGIC, find_identity
from kiosk.proof.signature import Flaw, looks_signed, signer
from kiosk.proof.times import examine_times
from kiosk.proof.timestamp import Token
from kiosk.words import SOURCE_LANGUAGE

Anchor = Certificate | KioskKey | bytes
LARGEST_RECEIPT = 64_000_000
"""Bytes. A receipt of 500 pages with thumbnails has less than 5 million."""


@dataclass(frozen=True, slots=True)
class Attested:
    """What a receipt says, once its signature, code, list of pages and evidence hold together."""

    manifest: Manifest
    claims: ProofClaims
    evidence: Evidence
    stamps: Sequence[Token]


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
    attested = _attested(pdf, anchors, examination)
    if attested is None:
        return examination.altered()
    manifest, claims = attested.manifest, attested.claims
    if not _valid_then(claims, examination):
        return examination.altered()
    for number, page in enumerate(pages, start=1):
        if not _page_holds(number, page, manifest, examination):
            return examination.altered() if examination.failed else examination.undecided()
    known = examine_times(claims, attested.evidence.since, attested.stamps, authorities, now, examination)
    _remarks(manifest, claims, now, known, examination)
    return examination.genuine(sentences.genuine_receipt(manifest, claims, len(pages), known, language), known)


def verify_picture(
    image: bytes, trusted: Iterable[Anchor], now: dt.datetime | None = None, language: str = SOURCE_LANGUAGE
) -> VerificationReport:
    """The verdict on the PROOF code in a picture of a ticket or receipt. It says nothing of what is around the code."""
    examination = Examination(language)
    try:
        texts = qr.read(qr.open_picture(image))
    except qr.UnreadablePicture as error:
        return examination.unusable(str(error))
    if any(find_identity(text) for text in texts):
        return examination.unusable(sentences.KEY_SHOWN)
    if len(texts) != 1:
        return examination.unusable(sentences.SEVERAL_CODES if texts else sentences.NO_CODE)
    return verify_text(texts[0], trusted, now, language)


def verify_text(
    text: str, trusted: Iterable[Anchor], now: dt.datetime | None = None, language: str = SOURCE_LANGUAGE
) -> VerificationReport:
    """The verdict on the text of a PROOF code, as a telephone reads it."""
    anchors, examination = trust(trusted), Examination(language)
    if not anchors:
        return examination.unusable(sentences.NOBODY_TRUSTED)
    claims = read_proof(text.strip("\r\n\t"), anchors)
    if isinstance(claims, ProofRejected):
        if claims.reason in (Reason.NOT_A_PROOF, Reason.UNKNOWN_VERSION):
            return examination.unusable(sentences.REJECTED[claims.reason])
        examination.fails("code", sentences.REJECTED[claims.reason])
        return examination.altered()
    examination.holds("code", sentences.CODE_HOLDS)
    if not _valid_then(claims, examination):
        return examination.altered()
    _remarks(None, claims, now, Bounds(), examination)
    return examination.genuine(sentences.genuine_code(claims, language))


def claims_of(pdf: bytes, trusted: Iterable[Anchor]) -> ProofClaims | None:
    """What a genuine receipt claims, e.g. its place in the ledger; None if it is not genuine."""
    attested = attested_by(pdf, trusted)
    return None if attested is None else attested.claims


def attested_by(pdf: bytes, trusted: Iterable[Anchor]) -> Attested | None:
    """All that a genuine receipt says; None if it is not genuine."""
    anchors = trust(trusted)
    if verify_receipt(pdf, [], anchors).verdict is not Verdict.GENUINE:
        return None
    return _attested(pdf, anchors, Examination(SOURCE_LANGUAGE))


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


def _attested(pdf: bytes, anchors: Sequence[Certificate], examination: Examination) -> Attested | None:
    """What the signed PDF attests, once signature, code, manifest and evidence hold together."""
    signed = signed_part(pdf)
    certificate = signer(signed, anchors)
    if isinstance(certificate, Flaw):
        examination.fails("signature", sentences.FLAWS[certificate])
        return None
    try:
        stamped = stamps(pdf, signed)
    except BadRevision:
        examination.fails("signature", sentences.FLAWS[Flaw.NOT_WHOLE])
        return None
    examination.holds("signature", sentences.SIGNATURE_HOLDS)
    attached = read_attachments(signed)
    if isinstance(attached, Unreadable):
        examination.fails("attachments", sentences.NOT_A_RECEIPT)
        return None
    claims = read_proof_bytes(attached.proof, [certificate])
    if isinstance(claims, ProofRejected):
        examination.fails("code", sentences.REJECTED[claims.reason])
        return None
    examination.holds("code", sentences.CODE_HOLDS)
    manifest = _matching_manifest(attached, claims, examination)
    evidence = _matching_evidence(attached, claims, examination)
    return None if manifest is None or evidence is None else Attested(manifest, claims, evidence, stamped)


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


def _valid_then(claims: ProofClaims, examination: Examination) -> bool:
    """Whether the certificate covered the time of issue."""
    if not claims.certificate.valid_at(claims.issued_at):
        examination.fails("validity", sentences.WAS_NOT_VALID)
        return False
    examination.holds("validity", sentences.WAS_VALID)
    return True


def _page_holds(number: int, page: bytes, manifest: Manifest, examination: Examination) -> bool:
    """Whether the file given as `number` is one of the manifest's, byte for byte."""
    digest = hashlib.sha256(page).digest()
    places = [str(entry.number) for entry in manifest.pages if entry.digest == digest]
    name = f"page {number}"
    if places:
        count = len(manifest.pages)
        examination.holds(name, sentences.PAGE_HOLDS, number=number, places=", ".join(places), count=count)
    elif page.startswith(SEALED_MAGIC):
        examination.leaves_open(name, sentences.PAGE_SEALED, number=number)
    else:
        examination.fails(name, sentences.PAGE_DIFFERS, number=number)
    return bool(places)


def _remarks(
    manifest: Manifest | None, claims: ProofClaims, now: dt.datetime | None, known: Bounds, examination: Examination
) -> None:
    """What the verdict does not cover. None of it can be judged here."""
    if now is not None and now > claims.certificate.valid_until:
        examination.leaves_open("expiry", sentences.HAS_EXPIRED)
        if known.until is None:
            examination.leaves_open("stamp", sentences.EXPIRED_UNSTAMPED)
    if manifest is None:
        examination.leaves_open("paper", sentences.ONLY_THE_CODE)
    certified = known.since is not None or known.until is not None
    examination.leaves_open("clock", sentences.CLOCK_PARTLY_PROVED if certified else sentences.CLOCK_NOT_PROVED)
    body = manifest.body if manifest else ""
    examination.leaves_open_as_said("body", sentences.does_not_prove(claims.level, body, examination.language))
