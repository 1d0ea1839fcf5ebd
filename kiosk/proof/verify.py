"""Is this paper what a kiosk issued, to the last byte? The verdict, and each check it rests on.

"Genuine" is said only of what was looked at: a PDF in whole, the pages given with it, or the code on a ticket (then
only what the code itself says). The time judged is the time of issue: a certificate that has expired since is
reported, and changes nothing.

`trusted` are the certificates of the kiosks to believe; `now`, when given, tells whether theirs has expired;
`language` is that of the sentences.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence

from kiosk.proof import event_sentences, sentences
from kiosk.proof.age_format import SEALED_MAGIC
from kiosk.proof.attachments import Attachments, Unreadable, read_attachments, read_event_attachment
from kiosk.proof.code import ProofClaims, ProofRejected, Reason, matches, read_proof, read_proof_bytes
from kiosk.proof.event_code import PREFIX as EVENT_PREFIX
from kiosk.proof.event_code import event_text, read_event
from kiosk.proof.examination import Examination
from kiosk.proof.keys import Certificate, KioskKey, trust
from kiosk.proof.manifest import UnknownManifest, decode_manifest
from kiosk.proof.model import Manifest, Verdict, VerificationReport
from kiosk.proof.signature import Flaw, looks_signed, signer
from kiosk.words import SOURCE_LANGUAGE

Anchor = Certificate | KioskKey | bytes
LARGEST_RECEIPT = 64_000_000
"""Bytes. A receipt of 500 pages with thumbnails has less than 5 million."""


def verify_receipt(
    pdf: bytes,
    pages: Sequence[bytes],
    trusted: Iterable[Anchor],
    now: dt.datetime | None = None,
    language: str = SOURCE_LANGUAGE,
) -> VerificationReport:
    """The verdict on a receipt's PDF and on the `pages` (files as scanned) said to belong to it."""
    anchors, examination = trust(trusted), Examination(language)
    unusable = _unusable(pdf, anchors)
    if unusable:
        return examination.unusable(unusable)
    event = read_event_attachment(pdf)
    if event is not None:
        return _verify_event_sheet(pdf, event, pages, anchors, now, examination)
    attested = _attested(pdf, anchors, examination)
    if attested is None:
        return examination.altered()
    manifest, claims = attested
    if not valid_then(claims, examination):
        return examination.altered()
    for number, page in enumerate(pages, start=1):
        if not _page_holds(number, page, manifest, examination):
            return examination.altered() if examination.failed else examination.undecided()
    remarks(manifest, claims, now, examination)
    return examination.genuine(sentences.genuine_receipt(manifest, claims, len(pages), language))


def verify_text(
    text: str, trusted: Iterable[Anchor], now: dt.datetime | None = None, language: str = SOURCE_LANGUAGE
) -> VerificationReport:
    """The verdict on the text of a PROOF code, as a telephone reads it."""
    anchors, examination = trust(trusted), Examination(language)
    if not anchors:
        return examination.unusable(sentences.NOBODY_TRUSTED)
    if text.startswith(EVENT_PREFIX):
        return _verify_event(text.strip("\r\n\t"), anchors, now, examination)
    claims = read_proof(text.strip("\r\n\t"), anchors)
    if isinstance(claims, ProofRejected):
        if claims.reason in (Reason.NOT_A_PROOF, Reason.UNKNOWN_VERSION):
            return examination.unusable(sentences.REJECTED[claims.reason])
        examination.fails("code", sentences.REJECTED[claims.reason])
        return examination.altered()
    examination.holds("code", sentences.CODE_HOLDS)
    if not valid_then(claims, examination):
        return examination.altered()
    remarks(None, claims, now, examination)
    return examination.genuine(sentences.genuine_code(claims, language))


def _verify_event_sheet(
    pdf: bytes,
    event: bytes,
    pages: Sequence[bytes],
    anchors: Sequence[Certificate],
    now: dt.datetime | None,
    examination: Examination,
) -> VerificationReport:
    """The verdict on a follow-up sheet: its signature over every byte, then the code it carries."""
    certificate = signer(pdf, anchors)
    if isinstance(certificate, Flaw):
        examination.fails("signature", sentences.FLAWS[certificate])
        return examination.altered()
    examination.holds("signature", sentences.SIGNATURE_HOLDS)
    if pages:
        return examination.unusable(event_sentences.NO_PAGES)
    return _verify_event(event_text(event), [certificate], now, examination, paper=False)


def _verify_event(
    text: str,
    anchors: Sequence[Certificate],
    now: dt.datetime | None,
    examination: Examination,
    *,
    paper: bool = True,
) -> VerificationReport:
    """The verdict on the code of an event in the life of a submission."""
    found = read_event(text, anchors)
    if isinstance(found, ProofRejected):
        if found.reason is Reason.UNKNOWN_VERSION:
            return examination.unusable(sentences.REJECTED[found.reason])
        examination.fails("code", sentences.REJECTED[found.reason])
        return examination.altered()
    claims, certificate = found
    examination.holds("code", sentences.CODE_HOLDS)
    if not certificate.valid_at(claims.at):
        examination.fails("validity", sentences.WAS_NOT_VALID)
        return examination.altered()
    examination.holds("validity", sentences.WAS_VALID)
    if now is not None and now > certificate.valid_until:
        examination.leaves_open("expiry", sentences.HAS_EXPIRED)
    if paper:
        examination.leaves_open("paper", sentences.ONLY_THE_CODE)
    examination.leaves_open("clock", sentences.CLOCK_NOT_PROVED)
    examination.leaves_open_as_said("body", event_sentences.does_not_prove(claims, examination.language))
    return examination.genuine(event_sentences.genuine_event(claims, examination.language))


def claims_of(pdf: bytes, trusted: Iterable[Anchor]) -> ProofClaims | None:
    """What a genuine receipt claims, e.g. its place in the ledger; None if it is not genuine."""
    anchors = trust(trusted)
    if verify_receipt(pdf, [], anchors).verdict is not Verdict.GENUINE:
        return None
    attested = _attested(pdf, anchors, Examination(SOURCE_LANGUAGE))
    return None if attested is None else attested[1]


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


def _attested(
    pdf: bytes, anchors: Sequence[Certificate], examination: Examination
) -> tuple[Manifest, ProofClaims] | None:
    """What the signed PDF attests, once signature, code and manifest hold together."""
    certificate = signer(pdf, anchors)
    if isinstance(certificate, Flaw):
        examination.fails("signature", sentences.FLAWS[certificate])
        return None
    examination.holds("signature", sentences.SIGNATURE_HOLDS)
    attached = read_attachments(pdf)
    if isinstance(attached, Unreadable):
        examination.fails("attachments", sentences.NOT_A_RECEIPT)
        return None
    claims = read_proof_bytes(attached.proof, [certificate])
    if isinstance(claims, ProofRejected):
        examination.fails("code", sentences.REJECTED[claims.reason])
        return None
    examination.holds("code", sentences.CODE_HOLDS)
    manifest = _matching_manifest(attached, claims, examination)
    return None if manifest is None else (manifest, claims)


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


def valid_then(claims: ProofClaims, examination: Examination) -> bool:
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


def remarks(manifest: Manifest | None, claims: ProofClaims, now: dt.datetime | None, examination: Examination) -> None:
    """What the verdict does not cover. None of it can be judged here."""
    if now is not None and now > claims.certificate.valid_until:
        examination.leaves_open("expiry", sentences.HAS_EXPIRED)
    if manifest is None:
        examination.leaves_open("paper", sentences.ONLY_THE_CODE)
    examination.leaves_open("clock", sentences.CLOCK_NOT_PROVED)
    body = manifest.body if manifest else ""
    examination.leaves_open_as_said("body", sentences.does_not_prove(claims.level, body, examination.language))
