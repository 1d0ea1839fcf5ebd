"""The instant a submission becomes true, and what is kept of it.

Order, so that a power cut at any instant leaves either nothing or all: the intention is registered; the receipt, the
ticket and the bundle are made, sealed and fsynced while the ledger row is held open; the row is committed (this is the
submission); the registry follows. A start-up repairs the last step where it is missing.
"""

import datetime as dt
import hashlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.cases.labels import missing_label, page_label
from kiosk.guides.calendar import months_later
from kiosk.guides.library import GuideLibrary
from kiosk.guides.schema import Guide
from kiosk.guides.wording import deadline_lines, remedy_lines
from kiosk.proof.checkpoint import log_proof
from kiosk.proof.code import make_proof, proof_text
from kiosk.proof.evidence import Evidence, evidence_of
from kiosk.proof.keys import Certificate, KioskKey
from kiosk.proof.late_stamp import signed_part, stamped
from kiosk.proof.manifest import decode_manifest, encode_manifest, receipt_number
from kiosk.proof.model import LedgerPosition, Manifest, ProofLevel
from kiosk.proof.note import LogKey
from kiosk.proof.receipt import render_receipt
from kiosk.proof.seal import CannotUnseal, recipient_of, seal, unseal
from kiosk.proof.ticket import render_ticket
from kiosk.proof.timestamp import Token
from kiosk.proof.wording import channel_and_trusted
from kiosk.service.bundle import merge_pages
from kiosk.service.live import LiveVisit
from kiosk.service.page_entry import page_entry
from kiosk.service.stores import Stores
from kiosk.storage.registry import NewObligation, SubmissionRow
from kiosk.words import mark, say

LEDGER_KIND = "submission"
SALT_BYTES = 32
RECEIPT = "receipt.pdf.age"
TICKET = "ticket.png.age"
BUNDLE = "bundle.pdf.age"
PROOF = "proof.cose.age"
MANIFEST = "manifest.cbor.age"
THUMBNAILS_UP_TO = 12
DESK_CHANNEL = mark("Remis au conseiller de l’espace")


@dataclass(frozen=True, slots=True)
class Issued:
    """A submission that is in the ledger."""

    submission_id: str
    number: str
    issued_at: dt.datetime
    pages: int
    proof: str


@dataclass(frozen=True, slots=True)
class Place:
    """Who issues: printed on every receipt."""

    kiosk: str
    site: str
    phone: str
    keep_months: int


class Submissions:
    """Makes submissions and finds their papers again. Calls block: the core makes them in a thread."""

    def __init__(
        self,
        stores: Stores,
        *,
        key: KioskKey,
        log_key: LogKey,
        desk_identity: str,
        guides: GuideLibrary,
        place: Place,
        since: Callable[[], Token | None],
        stamping: bool,
    ) -> None:
        """`since` gives the newest stamp of an outside authority; `stamping`: receipts are to be stamped too."""
        self._registry, self._ledger, self._vault = stores.registry, stores.ledger, stores.vault
        self._clock, self._random = stores.clock, stores.random
        self._key = key
        self._log_key = log_key
        self._since = since
        self._stamping = stamping
        self._desk_identity = desk_identity
        self._desk = recipient_of(desk_identity)
        self._guides = guides
        self._place = place

    @property
    def desk_recipient(self) -> str:
        """What is sealed to it, the mediators can read."""
        return self._desk

    @property
    def certificate(self) -> Certificate:
        """What the papers issued here verify against."""
        return self._key.certificate

    def submit(self, visit: LiveVisit, missing_months: Sequence[str], missing_papers: Sequence[str]) -> Issued:
        """Hand the pages of `visit` over. On return the submission is durable. Raises `StorageFull`."""
        guide = self._guides.get(visit.guide_id)
        submission_id = uuid.UUID(bytes=self._random(16), version=4).hex
        manifest = self._manifest(visit, guide, submission_id, missing_months, missing_papers)
        self._registry.begin_submission(
            submission_id,
            visit.id,
            guide.id,
            guide.body.name,
            "desk",
            len(manifest.pages),
            str(manifest.level),
            manifest.issued_at,
        )
        bundle = merge_pages([page.reading.pdf for page in visit.pages if page.reading is not None])
        thumbnails = {number: page.thumbnail for number, page in enumerate(visit.pages, 1) if page.thumbnail}
        try:
            return self._issue(visit, manifest, bundle, thumbnails)
        except Exception:
            self._settle(self._registry.get_submission(submission_id))
            raise

    def _issue(self, visit: LiveVisit, manifest: Manifest, bundle: bytes, thumbnails: Mapping[int, bytes]) -> Issued:
        submission_id = manifest.submission_id
        with self._ledger.append(LEDGER_KIND, submission_id) as entry:
            position = entry.position(self._commitment(manifest))
            proof = make_proof(manifest, position, self._key)
            evidence = Evidence(log_proof(entry.place(), self._log_key), self._since())
            papers = {
                RECEIPT: render_receipt(
                    manifest,
                    position,
                    self._key,
                    thumbnails if len(manifest.pages) <= THUMBNAILS_UP_TO else {},
                    evidence,
                    proof,
                ),
                TICKET: render_ticket(manifest, position, proof, evidence=evidence),
                PROOF: proof,
                MANIFEST: encode_manifest(manifest),
            }
            for name, paper in papers.items():
                self._vault.put(visit.id, name, seal(paper, [visit.recipient, self._desk]))
            self._vault.put(visit.id, BUNDLE, seal(bundle, [self._desk]))
            if manifest.keep_until is not None:
                self._registry.keep_visit_until(visit.id, manifest.keep_until)
        issued = Issued(
            submission_id,
            receipt_number(self._place.kiosk, position.sequence),
            manifest.issued_at,
            len(manifest.pages),
            proof_text(proof),
        )
        self._complete(submission_id, position.sequence, issued.issued_at)
        visit.submission_id = submission_id
        return issued

    def issued(self, visit: LiveVisit) -> Issued | None:
        """The submission of a visit that was restored, None when it had none."""
        row = self._registry.submission_of_visit(visit.id)
        if row is None or row.number is None or row.issued_at is None:
            return None
        proof = proof_text(self._paper(visit, PROOF))
        return Issued(row.id, row.number, row.issued_at, row.page_count, proof)

    def receipt(self, visit: LiveVisit) -> bytes:
        """The signed PDF."""
        return self._paper(visit, RECEIPT)

    def ticket(self, visit: LiveVisit) -> bytes:
        """The ticket, as a PNG."""
        return self._paper(visit, TICKET)

    def bundle(self, visit: LiveVisit) -> bytes:
        """The PDF handed over to the public body."""
        return self._paper(visit, BUNDLE)

    def duplicate_ticket(self, visit: LiveVisit) -> bytes:
        """The ticket once more, marked as a second copy."""
        return self._duplicate(visit.id)

    def duplicate_for_desk(self, row: SubmissionRow) -> bytes:
        """The same, long after the visit."""
        return self._duplicate(row.visit_id)

    def manifest_for_desk(self, row: SubmissionRow) -> Manifest:
        """What a submission holds, opened with the desk's key."""
        return decode_manifest(self.paper_for_desk(row, MANIFEST))

    def stamp_receipt(self, submission_id: str, fetch: Callable[[bytes], Token]) -> None:
        """Add an authority's stamp to the stored receipt, unless it has one; `fetch` gets it for a digest.

        Raises FileNotFoundError where the receipt was erased, and what `fetch` raises.
        """
        row = self._registry.get_submission(submission_id)
        receipt = self.paper_for_desk(row, RECEIPT)
        if signed_part(receipt) != receipt:
            return
        late = stamped(receipt, fetch)
        recipient = self._registry.get_visit(row.visit_id).recipient
        if self._vault.has(row.visit_id, RECEIPT):
            self._vault.put(row.visit_id, RECEIPT, seal(late, [recipient, self._desk]))

    def recover(self) -> None:
        """Finish or drop what a crash left between the intention and the registry. For the one core, at its start."""
        for row in self._registry.preparing_submissions():
            self._settle(row)

    def _settle(self, row: SubmissionRow) -> None:
        """The ledger alone says whether a submission took place."""
        entry = self._ledger.has(LEDGER_KIND, row.id)
        if entry is not None:
            self._complete(row.id, entry.sequence, row.begun_at)
            return
        self._registry.drop_preparing(row.id)
        for name in (RECEIPT, TICKET, BUNDLE, PROOF, MANIFEST):
            self._vault.remove(row.visit_id, name)

    def paper_for_desk(self, row: SubmissionRow, name: str) -> bytes:
        """A paper of a submission, opened with the desk's key: for the mediator, long after the visit."""
        return self.sealed_for_desk(row.visit_id, name)

    def sealed_for_desk(self, visit_id: str, name: str) -> bytes:
        """Anything of a visit that was sealed to the desk too. Raises FileNotFoundError, `CannotUnseal`."""
        return unseal(self._vault.get(visit_id, name), self._desk_identity)

    def _duplicate(self, visit_id: str) -> bytes:
        receipt, manifest, proof = (
            unseal(self._vault.get(visit_id, name), self._desk_identity) for name in (RECEIPT, MANIFEST, PROOF)
        )
        read = decode_manifest(manifest)
        entry = self._ledger.has(LEDGER_KIND, read.submission_id)
        if entry is None:
            raise CannotUnseal("no such submission")
        evidence, known = evidence_of(receipt)
        return render_ticket(
            read,
            LedgerPosition(entry.sequence, entry.head),
            proof,
            duplicate=True,
            reprinted_at=self._clock.now(),
            evidence=evidence,
            known=known,
        )

    def _paper(self, visit: LiveVisit, name: str) -> bytes:
        return unseal(self._vault.get(visit.id, name), self._desk_identity)

    def _complete(self, submission_id: str, sequence: int, issued_at: dt.datetime) -> None:
        self._registry.complete_submission(
            submission_id,
            receipt_number(self._place.kiosk, sequence),
            sequence,
            issued_at,
            [
                NewObligation("print_receipt", f"{submission_id}-receipt"),
                NewObligation("print_ticket", f"{submission_id}-ticket"),
                NewObligation("deliver", f"{submission_id}-deliver"),
                *([NewObligation("stamp", f"{submission_id}-stamp")] if self._stamping else []),
            ],
        )

    def _keep_until(self, visit: LiveVisit, today: dt.date) -> dt.date:
        """As long as the place keeps, or as short as the visitor wants."""
        usual = months_later(today, self._place.keep_months)
        chosen = self._registry.get_visit(visit.id).keep_until
        return usual if chosen is None or chosen > usual else max(chosen, today)

    def _commitment(self, manifest: Manifest) -> bytes:
        """Hides what it commits to: without the manifest and its salts the ledger tells nothing."""
        return hashlib.sha256(b"temoin/submission/v1" + encode_manifest(manifest)).digest()

    def _manifest(
        self,
        visit: LiveVisit,
        guide: Guide,
        submission_id: str,
        missing_months: Sequence[str],
        missing_papers: Sequence[str],
    ) -> Manifest:
        now = self._clock.now()
        return Manifest(
            kiosk=self._place.kiosk,
            site=self._place.site,
            site_phone=self._place.phone,
            submission_id=submission_id,
            guide_id=guide.id,
            guide_version=str(guide.version),
            guide_title=guide.title.within("fr"),
            body=guide.body.name,
            channel=channel_and_trusted(say("fr", DESK_CHANNEL), visit.trusted.name if visit.trusted else None),
            language=visit.language,
            issued_at=now.replace(microsecond=0),
            clock_source="horloge de la borne",
            level=ProofLevel.SCANNED,
            pages=tuple(page_entry(number, page) for number, page in enumerate(visit.pages, 1)),
            missing=(
                *(missing_label(month, "fr") for month in missing_months),
                *(page_label(kind, None, None, "fr") for kind in missing_papers),
            ),
            deadline_notes=deadline_lines(guide, "fr"),
            remedies=remedy_lines(guide, "fr"),
            keep_until=self._keep_until(visit, now.date()),
        )
