"""A failed attempt: said by the visitor, written in the ledger, printed. Nothing else of it is kept.

Order: the ticket is made and read back while the ledger row is held open; the row is committed; then it is printed.
"""

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace

import structlog

from kiosk.clock import Clock
from kiosk.journey.jobs import FailedAttempt, NotedAttempt
from kiosk.proof.failure_code import FailureClaims, failure_payload, failure_text, make_failure_code
from kiosk.proof.failure_paper import FailurePaper, render_failure_ticket
from kiosk.proof.keys import KioskKey
from kiosk.proof.manifest import receipt_number
from kiosk.proof.readback import ticket_reads_back
from kiosk.service.submissions import Place
from kiosk.storage.ledger import Ledger

log = structlog.get_logger()

LEDGER_KIND = "failure_record"
_DOMAIN = b"temoin/failure/v1"
_SALT_BYTES = 32


class UnreadableTicket(Exception):
    """The ticket could not be read back, twice: nothing was noted."""


@dataclass(frozen=True, slots=True)
class FailureRecord:
    """What was noted, and its ticket as a PNG, to be printed again while the visitor is there."""

    attempt: FailedAttempt
    noted: NotedAttempt
    ticket: bytes


class FailureRecords:
    """Notes failed attempts. Calls block: the core makes them in a thread."""

    def __init__(
        self, ledger: Ledger, clock: Clock, random: Callable[[int], bytes], key: KioskKey, place: Place
    ) -> None:
        self._ledger = ledger
        self._clock = clock
        self._random = random
        self._key = key
        self._place = place

    def note(self, attempt: FailedAttempt, language: str) -> FailureRecord:
        """On return it is in the ledger. Raises `LedgerError`, `StorageFull`, `UnreadableTicket`."""
        now = self._clock.now().replace(microsecond=0)
        claims = FailureClaims(
            self._place.kiosk,
            0,
            now,
            str(attempt.tried),
            attempt.body or "",
            attempt.when or "",
            attempt.times or "",
            bytes(32),
        )
        commitment = hashlib.sha256(_DOMAIN + self._random(_SALT_BYTES) + failure_payload(claims)).digest()
        subject = uuid.UUID(bytes=self._random(16), version=4).hex
        with self._ledger.append(LEDGER_KIND, subject) as entry:
            position = entry.position(commitment)
            placed = replace(claims, sequence=position.sequence, head=position.head)
            ticket = self._ticket(placed, language)
        log.info("noted", what=LEDGER_KIND)
        number = receipt_number(self._place.kiosk, position.sequence)
        return FailureRecord(attempt, NotedAttempt(number, now), ticket)

    def _ticket(self, claims: FailureClaims, language: str) -> bytes:
        code = make_failure_code(claims, self._key)
        paper = FailurePaper(claims, code, self._place.site, self._place.phone, language)
        for _ in range(2):
            ticket = render_failure_ticket(paper)
            if ticket_reads_back(ticket, failure_text(code)):
                return ticket
            log.error("paper_does_not_read_back", what=LEDGER_KIND)
        raise UnreadableTicket
