"""What becomes of a submission once it is made: each step noted once, dated, in the ledger, with a short receipt.

Order: the papers are made and read back while the ledger row is held open; the row is committed; the registry follows.
Done again after a crash, only the registry is left to catch up.
"""

import hashlib
from dataclasses import dataclass, replace

import structlog

from kiosk.cases.states import SubmissionState, may_move
from kiosk.guides.library import GuideLibrary
from kiosk.proof import wording
from kiosk.proof.event_code import Event, EventClaims, event_payload, event_text, make_event_code, read_event
from kiosk.proof.event_paper import EventPaper, render_event_sheet, render_event_ticket
from kiosk.proof.keys import KioskKey
from kiosk.proof.letter import Letter, render_letter
from kiosk.proof.model import Manifest
from kiosk.proof.readback import receipt_reads_back, ticket_reads_back
from kiosk.proof.seal import seal
from kiosk.service.stores import Stores
from kiosk.service.submissions import Place, Submissions
from kiosk.storage.ledger import AlreadyRecorded
from kiosk.storage.registry import DispatchStep, SubmissionRow
from kiosk.words import SOURCE_LANGUAGE

log = structlog.get_logger()

_DOMAIN = b"temoin/event/v1"
_SALT_BYTES = 32
_STATES = {
    Event.UNSURE: SubmissionState.UNSURE,
    Event.RETURNED: SubmissionState.FAILED,
    Event.SENT: SubmissionState.SENT,
    Event.RECEIVED: SubmissionState.RECEIVED,
    Event.COUNTED: SubmissionState.COUNTED,
    Event.DECIDED: SubmissionState.DECIDED,
}


_DEPARTURES = (Event.SENT, Event.UNSURE)
_ENDS = {Event.SENT: DispatchStep.SENT, Event.RETURNED: DispatchStep.RETURNED}


_SETTLED = {
    Event.SENT: (
        SubmissionState.SENT,
        SubmissionState.RECEIVED,
        SubmissionState.COUNTED,
        SubmissionState.DECIDED,
    ),
    Event.RETURNED: (SubmissionState.FAILED,),
}


class CannotNote(Exception):
    """The step cannot be noted. The message is one French sentence, for the mediator."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A step that is in the ledger: its ticket (PNG), its sheet (PDF), and a letter (PDF) where one is due."""

    event: Event
    ticket: bytes
    sheet: bytes
    letter: bytes | None = None


class Following:
    """Notes steps. Calls block: the core makes them in a thread."""

    def __init__(
        self,
        stores: Stores,
        *,
        key: KioskKey,
        submissions: Submissions,
        guides: GuideLibrary,
        place: Place,
    ) -> None:
        self._registry, self._ledger, self._vault = stores.registry, stores.ledger, stores.vault
        self._clock, self._random = stores.clock, stores.random
        self._key = key
        self._submissions = submissions
        self._guides = guides
        self._place = place

    def note(
        self,
        row: SubmissionRow,
        event: Event,
        *,
        reference: str = "",
        counted: int | None = None,
        artefact: bytes | None = None,
    ) -> Noted:
        """Note a step of `row`. `artefact` is the body's paper as scanned, kept sealed. Raises `CannotNote`."""
        state = _STATES[event]
        if row.number is None or not _may_follow(row.state, event):
            raise CannotNote("Cet envoi est déjà noté comme fait, ou ne peut pas l’être.")
        try:
            noted = self._append(row, event, reference, counted, artefact)
        except AlreadyRecorded as error:
            self._registry.move_submission(row.id, state, error.row.at)
            raise CannotNote("C’était déjà noté. Demandez un duplicata.") from error
        now = self._clock.now()
        self._registry.move_submission(row.id, state, now, reference=reference or None, pages_counted=counted)
        if event in _ENDS:
            self._registry.settle_dispatches(row.id, _ENDS[event], now)
        if event is Event.COUNTED and counted is not None and counted < row.page_count:
            letter = self.letter(self._registry.get_submission(row.id), Letter.MISSING_PAGES)
            return Noted(event, noted.ticket, noted.sheet, letter)
        return noted

    def catch_up(self, row: SubmissionRow) -> SubmissionRow:
        """The submission as the ledger tells it: a crash may have left the registry one step behind."""
        for event in (Event.UNSURE, Event.SENT, Event.RECEIVED, Event.COUNTED, Event.DECIDED, Event.RETURNED):
            noted = self._ledger.has(event.value, self._subject(row, event))
            if noted is not None and _may_follow(row.state, event):
                row = self._registry.move_submission(row.id, _STATES[event], noted.at)
        for event, states in _SETTLED.items():
            if row.state in states:
                self._registry.settle_dispatches(row.id, _ENDS[event], row.moved_at)
        return row

    def recover(self) -> None:
        """Bring the registry to where the ledger is. For the one core, at its start."""
        for row in self._registry.submissions():
            if row.number is not None:
                self.catch_up(row)

    def _subject(self, row: SubmissionRow, event: Event) -> str:
        """The subject of the ledger row: what came back and leaves again is another attempt, noted apart."""
        attempt = 1
        if event in _DEPARTURES:
            while self._ledger.has(Event.RETURNED.value, _attempt(row.id, attempt)) is not None:
                attempt += 1
        elif event is not Event.ERASED:
            while any(self._ledger.has(one.value, _attempt(row.id, attempt + 1)) for one in _DEPARTURES):
                attempt += 1
        return _attempt(row.id, attempt)

    def _last_subject(self, row: SubmissionRow, event: Event) -> str:
        """The subject of the latest such event; that of the first attempt where there was none."""
        attempt = 1
        while any(self._ledger.has(one.value, _attempt(row.id, attempt + 1)) for one in (event, *_DEPARTURES)):
            attempt += 1
        while attempt > 1 and self._ledger.has(event.value, _attempt(row.id, attempt)) is None:
            attempt -= 1
        return _attempt(row.id, attempt)

    def note_erased(self, row: SubmissionRow) -> Noted | None:
        """Note that the copies of a submission are gone; None if that was noted before."""
        try:
            return self._append(row, Event.ERASED, "", None, None, keep=False)
        except AlreadyRecorded:
            return None

    def letter(self, row: SubmissionRow, which: Letter) -> bytes:
        """The letter about a submission that was sent. Raises `CannotNote` once its copies are erased."""
        sent = self._ledger.has(Event.SENT.value, self._subject(row, Event.RECEIVED))
        values = {
            "number": row.number,
            "sent": wording.long_date((sent.at if sent else row.moved_at).astimezone(), SOURCE_LANGUAGE),
            "reference": row.reference or "",
            **({"counted": row.pages_counted} if row.pages_counted is not None else {}),
        }
        return render_letter(which, self._manifest(row), values, self._clock.now())

    def duplicate(self, row: SubmissionRow, event: Event) -> bytes:
        """The ticket of a step once more, marked, with both times. Raises `CannotNote`."""
        try:
            code = self._submissions.paper_for_desk(row, _name(event, self._last_subject(row, event)))
        except FileNotFoundError as error:
            raise CannotNote("Rien de tel n’est gardé pour cet envoi.") from error
        found = read_event(event_text(code), [self._key.certificate])
        if not isinstance(found, tuple):
            raise CannotNote("Ce suivi a été signé par une autre clé de la borne.")
        return render_event_ticket(self._paper(row, found[0], code), self._clock.now())

    def _append(
        self,
        row: SubmissionRow,
        event: Event,
        reference: str,
        counted: int | None,
        artefact: bytes | None,
        *,
        keep: bool = True,
    ) -> Noted:
        digest = hashlib.sha256(artefact).digest() if artefact is not None else b""
        now = self._clock.now().replace(microsecond=0)
        claims = EventClaims(
            self._place.kiosk,
            0,
            now,
            event,
            row.ledger_sequence or 0,
            row.page_count,
            counted,
            reference,
            digest[:16],
            bytes(32),
        )
        commitment = hashlib.sha256(_DOMAIN + self._random(_SALT_BYTES) + event_payload(claims) + digest).digest()
        subject = self._subject(row, event)
        with self._ledger.append(event.value, subject) as entry:
            position = entry.position(commitment)
            placed = replace(claims, sequence=position.sequence, head=position.head)
            code = make_event_code(placed, self._key)
            noted = self._papers(self._paper(row, placed, code))
            if keep:
                self._keep(row, event, subject, code, artefact)
        log.info("noted", what=event.value)
        return noted

    def _papers(self, paper: EventPaper) -> Noted:
        """Both papers, read back; made a second time if they are not readable."""
        text = event_text(paper.code)
        for _ in range(2):
            ticket, sheet = render_event_ticket(paper), render_event_sheet(paper, self._key)
            if ticket_reads_back(ticket, text) and receipt_reads_back(sheet, text, [self._key]):
                return Noted(paper.claims.event, ticket, sheet)
            log.error("paper_does_not_read_back", what=paper.claims.event.value)
        raise CannotNote("Le reçu de suivi n’est pas lisible. Rien n’a été noté.")

    def _keep(self, row: SubmissionRow, event: Event, subject: str, code: bytes, artefact: bytes | None) -> None:
        """What is needed to print again, sealed to visitor and desk; nothing once the visit was erased."""
        visit = self._registry.get_visit(row.visit_id)
        if visit.purged_at is not None:
            return
        recipients = [visit.recipient, self._submissions.desk_recipient]
        self._vault.put(row.visit_id, _name(event, subject), seal(code, recipients))
        if artefact is not None:
            self._vault.put(
                row.visit_id, _name(event, subject).replace(".cose.age", ".document.age"), seal(artefact, recipients)
            )

    def _paper(self, row: SubmissionRow, claims: EventClaims, code: bytes) -> EventPaper:
        guide = self._guides.get(row.guide_id)
        language = self._registry.get_visit(row.visit_id).language
        first = (row.issued_at or row.begun_at).astimezone(claims.at.tzinfo)
        title = guide.title.within(SOURCE_LANGUAGE)
        return EventPaper(claims, code, self._place.site, self._place.phone, row.body, title, language, first)

    def _manifest(self, row: SubmissionRow) -> Manifest:
        try:
            return self._submissions.manifest_for_desk(row)
        except FileNotFoundError as error:
            raise CannotNote("La liste des pages est effacée : la lettre ne peut plus être faite.") from error


def _attempt(submission_id: str, attempt: int) -> str:
    return submission_id if attempt == 1 else f"{submission_id}.{attempt}"


def _may_follow(state: SubmissionState, event: Event) -> bool:
    """What never left cannot come back."""
    return may_move(state, _STATES[event]) and (event is not Event.RETURNED or state is not SubmissionState.PREPARED)


def _name(event: Event, subject: str) -> str:
    return f"event-{event.value}{''.join(subject.partition('.')[1:])}.cose.age"
