"""Failure records: noted in the ledger, printed for the person, nothing of them kept here.

The papers are made and read back while the ledger row is held open: what is numbered is printed, what fails leaves
no trace. For the screens, mediators' commands and the console alike.
"""

import asyncio
import base64
import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import structlog

from hardware.printer.api import Printed
from kiosk.clock import Clock
from kiosk.guides.library import GuideLibrary, UnknownGuide
from kiosk.guides.schema import Guide
from kiosk.proof.event_code import Event, EventClaims, event_payload, event_text, make_event_code
from kiosk.proof.failure import KIND_WORDS, MOST_ATTEMPTS, Failure, FailureKind, failure_digest, without_identity
from kiosk.proof.failure_paper import FailurePaper, render_failure_sheet, render_failure_ticket
from kiosk.proof.keys import KioskKey
from kiosk.proof.manifest import receipt_number
from kiosk.proof.readback import receipt_reads_back, ticket_reads_back
from kiosk.service.control_server import Answer, refusal
from kiosk.service.desk_requests import Printers
from kiosk.service.submissions import Place
from kiosk.storage.ledger import Ledger
from kiosk.words import SOURCE_LANGUAGE

log = structlog.get_logger()

_DOMAIN = b"temoin/failure/v1"
_SALT_BYTES = 32
_OLDEST = dt.timedelta(days=31)
_AHEAD = dt.timedelta(minutes=5)


class CannotRecord(Exception):
    """The failure cannot be recorded. The message is one French sentence."""


@dataclass(frozen=True, slots=True)
class FailureRecord:
    """A record that is in the ledger: its number, the signed A4 sheet (PDF), the ticket (PNG), the text of its code."""

    number: str
    sheet: bytes
    ticket: bytes
    code: str


class FailureRecords:
    """Makes failure records. Calls block: the core makes them in a thread."""

    def __init__(
        self,
        ledger: Ledger,
        clock: Clock,
        random: Callable[[int], bytes],
        *,
        key: KioskKey,
        guides: GuideLibrary,
        place: Place,
    ) -> None:
        self._ledger = ledger
        self._clock = clock
        self._random = random
        self._key = key
        self._guides = guides
        self._place = place

    def record(
        self,
        kind: FailureKind,
        guide_id: str,
        *,
        body: str | None = None,
        tried_at: dt.datetime | None = None,
        hour_said: bool = True,
        attempts: int = 1,
        words: str = "",
        language: str = SOURCE_LANGUAGE,
    ) -> FailureRecord:
        """Note that an attempt failed. `guide_id` may be empty where `body` is said, which is the guide's otherwise.

        `words` are freed of numbers and addresses. On return the row is durable and the papers were read back. Raises
        `CannotRecord`, `LedgerError`, `StorageFull`.
        """
        now = self._clock.now().replace(microsecond=0)
        said = self._failure(kind, guide_id, body, tried_at or now, attempts, words, now)
        failure = replace(said, hour_said=hour_said)
        digest = failure_digest(failure)
        reference = f"{KIND_WORDS[kind]}, {attempts} fois" if attempts > 1 else KIND_WORDS[kind]
        claims = EventClaims(self._place.kiosk, 0, now, Event.IMPOSSIBLE, 0, 0, None, reference, digest[:16], bytes(32))
        commitment = hashlib.sha256(_DOMAIN + self._random(_SALT_BYTES) + event_payload(claims) + digest).digest()
        with self._ledger.append(Event.IMPOSSIBLE.value, self._random(16).hex()) as entry:
            position = entry.position(commitment)
            placed = replace(claims, sequence=position.sequence, receipt=position.sequence, head=position.head)
            record = self._papers(placed, failure, language)
        log.info("failure_recorded", what=kind.value)
        return record

    def _failure(
        self,
        kind: FailureKind,
        guide_id: str,
        body: str | None,
        tried_at: dt.datetime,
        attempts: int,
        words: str,
        now: dt.datetime,
    ) -> Failure:
        guide = self._guide(guide_id) if guide_id or not body else None
        if not 1 <= attempts <= MOST_ATTEMPTS:
            raise CannotRecord("Ce nombre de tentatives n’est pas possible.")
        if not now - _OLDEST <= tried_at <= now + _AHEAD:
            raise CannotRecord("L’heure de la tentative n’est pas possible : au plus un mois en arrière.")
        return Failure(
            kind,
            guide.id if guide else "",
            guide.title.within(SOURCE_LANGUAGE) if guide else "",
            without_identity(body or "")[:60] or (guide.body.name if guide else ""),
            tried_at.replace(microsecond=0),
            attempts,
            without_identity(words),
        )

    def _guide(self, guide_id: str) -> Guide:
        try:
            return self._guides.get(guide_id)
        except UnknownGuide as error:
            raise CannotRecord(str(error)) from error

    def _papers(self, claims: EventClaims, failure: Failure, language: str) -> FailureRecord:
        code = make_event_code(claims, self._key)
        text = event_text(code)
        paper = FailurePaper(claims, code, failure, self._place.site, self._place.phone, language)
        for _ in range(2):
            sheet, ticket = render_failure_sheet(paper, self._key), render_failure_ticket(paper)
            if receipt_reads_back(sheet, text, [self._key]) and ticket_reads_back(ticket, text):
                return FailureRecord(receipt_number(claims.kiosk, claims.sequence), sheet, ticket, text)
            log.error("paper_does_not_read_back", what=claims.event.value)
        raise CannotRecord("Le constat n’est pas lisible. Rien n’a été noté.")


class FailureRequests:
    """`{"control": "failure", kind, guide, body?, tried_at?, attempts?, words?, language?, print?}`."""

    def __init__(self, records: FailureRecords, printers: Printers) -> None:
        self._records = records
        self._printers = printers

    async def handle(self, request: Mapping[str, object]) -> Answer:
        """The record with its papers (base64), printed where that was asked."""
        try:
            kind = FailureKind(str(request.get("kind")))
            attempts = request.get("attempts", 1)
            tried_at = _moment(request.get("tried_at"))
        except ValueError:
            return refusal("Ce constat ne peut pas être noté ainsi.")
        if type(attempts) is not int:
            return refusal("Ce nombre de tentatives n’est pas possible.")
        body, words, language = (str(request.get(name) or "") for name in ("body", "words", "language"))
        try:
            record = await asyncio.to_thread(
                lambda: self._records.record(
                    kind,
                    str(request.get("guide")),
                    body=body,
                    tried_at=tried_at,
                    attempts=attempts,
                    words=words,
                    language=language or SOURCE_LANGUAGE,
                )
            )
        except CannotRecord as error:
            return refusal(str(error))
        papers = {"sheet": record.sheet, "ticket": record.ticket}
        answer: Answer = {
            "ok": True,
            "number": record.number,
            **{name: base64.b64encode(paper).decode() for name, paper in papers.items()},
        }
        if request.get("print") is True:
            outcomes = [
                await self._printers.print_pdf(record.sheet, f"{record.number}-constat"),
                await self._printers.print_image(record.ticket, f"{record.number}-constat-ticket"),
            ]
            answer["printed"] = all(isinstance(outcome, Printed) for outcome in outcomes)
        return answer


def _moment(text: object) -> dt.datetime | None:
    """A time with its zone, the machine's where none is said. Raises ValueError."""
    return None if text is None else dt.datetime.fromisoformat(str(text)).astimezone()
