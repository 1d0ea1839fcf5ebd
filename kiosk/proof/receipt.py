"""The A4 receipt: a signed PDF/A-3U that says on paper, and in its attachments, what was handed over and when."""

from collections.abc import Iterator, Mapping

from kiosk.proof import sections, wording
from kiosk.proof.code import make_proof, proof_text
from kiosk.proof.evidence import Evidence
from kiosk.proof.keys import KioskKey, UnusableKey
from kiosk.proof.manifest import encode_manifest, receipt_number
from kiosk.proof.model import LedgerPosition, Manifest
from kiosk.proof.receipt_names import LOG_PROOF_NAME, MANIFEST_NAME, PROOF_NAME, SINCE_NAME
from kiosk.proof.sheet import Sheet

_CBOR = "application/cbor"
_TEXT = "text/plain"
_STAMP = "application/timestamp-token"
_NO_EVIDENCE = Evidence()


def render_receipt(
    manifest: Manifest,
    position: LedgerPosition,
    key: KioskKey,
    thumbnails: Mapping[int, bytes],
    evidence: Evidence = _NO_EVIDENCE,
    proof: bytes | None = None,
) -> bytes:
    """The receipt (PDF/A-3U, PAdES B-B) of `manifest` at `position` in the ledger, with its `evidence` attached.

    `proof` is the code on the ticket, where one was made: in a secure element each would be another. `thumbnails` are
    small pictures (JPEG, PNG) by page number; a page without one is listed all the same. Raises `UnusableKey` where
    the kiosk's certificate does not cover the time of issue: such a receipt could not be verified.
    """
    if not key.certificate.valid_at(manifest.issued_at):
        raise UnusableKey("Le certificat de la borne n’est pas valable à cette date.")
    proof = proof or make_proof(manifest, position, key)
    sheet = _compose(manifest, position, key, proof, thumbnails, evidence)
    for name, mime_type, data in _attached(manifest, proof, evidence):
        sheet.embed_file(
            bytes=data,
            basename=name,
            mime_type=mime_type,
            associated_file_relationship="Data",
            modification_date=manifest.issued_at,
            compress=True,
        )
    from kiosk.proof.pades import sign_pdf  # pyHanko is heavy: the first frame does not wait for it

    return sign_pdf(bytes(sheet.output()), key, manifest.issued_at)


def _attached(manifest: Manifest, proof: bytes, evidence: Evidence) -> Iterator[tuple[str, str, bytes]]:
    """(name, media type, bytes) of each file."""
    yield MANIFEST_NAME, _CBOR, encode_manifest(manifest)
    yield PROOF_NAME, _CBOR, proof
    if evidence.log is not None:
        yield LOG_PROOF_NAME, _TEXT, evidence.log.text.encode()
    if evidence.since is not None:
        yield SINCE_NAME, _STAMP, evidence.since.der


def _compose(
    manifest: Manifest,
    position: LedgerPosition,
    key: KioskKey,
    proof: bytes,
    thumbnails: Mapping[int, bytes],
    evidence: Evidence,
) -> Sheet:
    number = receipt_number(manifest.kiosk, position.sequence)
    french = wording.languages(manifest)[0]
    date = f"{wording.long_date(manifest.issued_at, french)}, {wording.hour(manifest.issued_at, french)}"
    sheet = Sheet(
        title=f"Reçu {number}",
        when=manifest.issued_at,
        running_head=f"Reçu du {date} · {manifest.body}",
        foot=f"Reçu n° {number} · {date}",
    )
    sections.opening(sheet, manifest, proof_text(proof))
    sections.missing(sheet, manifest)
    sections.facts(sheet, manifest, number)
    sections.pages(sheet, manifest, thumbnails)
    sections.level(sheet, manifest, evidence)
    sections.remedies(sheet, manifest)
    sections.acknowledgement(sheet, manifest)
    sections.verification(sheet, manifest, position, key.certificate, evidence)
    return sheet
