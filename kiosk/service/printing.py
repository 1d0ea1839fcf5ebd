"""Paper for the visitor: the key ticket at the start, the receipt and its ticket at the end.

Printing is an obligation kept in the registry: it is owed from the instant of the submission until the paper is out
or the visitor is gone. It is never done for someone who is no longer there. Every paper is read back before it is
printed: what would not verify is not handed out.
"""

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import structlog

from hardware.printer.api import Printed, PrinterFault, PrintFailed
from kiosk.clock import Clock
from kiosk.proof.readback import key_stub_reads_back, receipt_reads_back, ticket_reads_back
from kiosk.proof.ticket import render_key_stub
from kiosk.service.devices import Devices
from kiosk.service.live import LiveVisit
from kiosk.service.submissions import Issued, Submissions
from kiosk.storage.registry import ObligationKind, ObligationRow, ObligationState, Registry

log = structlog.get_logger()

KEY_TICKET_SECONDS = 20.0
"""After which the visitor goes on without the key ticket; it may still come out."""
NOT_READABLE = "not_readable"
_PAPERS = frozenset({ObligationKind.PRINT_RECEIPT, ObligationKind.PRINT_TICKET, ObligationKind.PRINT_KEY})


@dataclass(frozen=True, slots=True)
class PaperOut:
    """What came out; a fault is empty for paper that did."""

    a4_fault: str
    ticket_fault: str

    @property
    def a4(self) -> bool:
        return not self.a4_fault

    @property
    def ticket(self) -> bool:
        return not self.ticket_fault


class Printing:
    """Prints what is owed and notes what came out."""

    def __init__(self, devices: Devices, registry: Registry, submissions: Submissions, clock: Clock) -> None:
        self._devices = devices
        self._registry = registry
        self._submissions = submissions
        self._clock = clock
        self._late: set[asyncio.Future[bool]] = set()

    async def key_ticket(self, visit: LiveVisit) -> bool:
        """The stub that opens the seals, read back, then printed; whether it came out in `KEY_TICKET_SECONDS`.

        Printed while the secret is at hand: nothing else can make it.
        """
        identity = visit.identity
        if identity is None:
            return False
        printing = asyncio.ensure_future(self._key_ticket(visit, identity))
        self._late.add(printing)
        printing.add_done_callback(self._late.discard)
        done, _ = await asyncio.wait({printing}, timeout=KEY_TICKET_SECONDS)
        return bool(done) and printing.result()

    async def _key_ticket(self, visit: LiveVisit, identity: str) -> bool:
        stub = await self._sound(
            partial(render_key_stub, identity, visit.id[:8], visit.opened_at, visit.language, visit.words),
            lambda png: key_stub_reads_back(png, identity, visit.words),
            "key_ticket",
        )
        if stub is None:
            return False
        outcome = await self._devices.print_image(stub, f"key-{visit.id}")
        if isinstance(outcome, PrintFailed):
            log.warning("key_ticket_failed", fault=str(outcome.fault))
        return isinstance(outcome, Printed)

    async def papers(self, visit: LiveVisit, issued: Issued, *, again: bool = False) -> PaperOut:
        """The A4 receipt and the ticket, each once; `again` prints both anew, what was out before as a second copy."""
        a4, ticket = await asyncio.gather(
            self._owed(visit, issued, "receipt", again), self._owed(visit, issued, "ticket", again)
        )
        return PaperOut(a4, ticket)

    def give_up(self, submission_id: str) -> None:
        """The visitor is gone: nothing of theirs may come out in front of the next."""
        for owed in self._registry.obligations_of(submission_id):
            if owed.kind in _PAPERS and owed.state is ObligationState.WAITING:
                self._registry.obligation_failed(owed.key, "visitor_gone", None)

    async def _owed(self, visit: LiveVisit, issued: Issued, what: str, again: bool) -> str:
        """The fault, or nothing."""
        key = f"{issued.submission_id}-{what}"
        owed = next(one for one in self._registry.obligations_of(issued.submission_id) if one.key == key)
        if owed.state is ObligationState.DONE and not again:
            return ""
        if visit.identity is None:
            return str(PrinterFault.REFUSED)
        is_copy = owed.state is ObligationState.DONE
        paper = await self._sound(
            partial(self._paper, visit, what, is_copy), partial(self._reads_back, issued, what), what
        )
        if paper is None:
            self._not_printed(owed, NOT_READABLE)
            return NOT_READABLE
        job = f"{issued.number}-{what}" + ("-duplicata" if is_copy else "")
        if what == "receipt":
            outcome = await self._devices.print_pdf(paper, job)
        else:
            outcome = await self._devices.print_image(paper, job)
        match outcome:
            case Printed():
                self._registry.obligation_done(key, self._clock.now())
                return ""
            case PrintFailed(fault):
                log.warning("print_failed", what=what, fault=str(fault))
                self._not_printed(owed, str(fault))
                return str(fault)

    def _not_printed(self, owed: ObligationRow, fault: str) -> None:
        if owed.state is ObligationState.WAITING:
            self._registry.obligation_failed(owed.key, fault, self._clock.now() + dt.timedelta(seconds=30))

    async def _sound(self, make: Callable[[], bytes], reads_back: Callable[[bytes], bool], what: str) -> bytes | None:
        """A paper that was read back; made a second time if it was not readable, None if it is still not."""
        for _ in range(2):
            paper = await asyncio.to_thread(make)
            if await asyncio.to_thread(reads_back, paper):
                return paper
            log.error("paper_does_not_read_back", what=what)
        return None

    def _reads_back(self, issued: Issued, what: str, paper: bytes) -> bool:
        if what == "receipt":
            return receipt_reads_back(paper, issued.proof, [self._submissions.certificate])
        return ticket_reads_back(paper, issued.proof)

    def _paper(self, visit: LiveVisit, what: str, again: bool) -> bytes:
        if what == "receipt":
            return self._submissions.receipt(visit)  # signed: a second copy cannot be marked, and needs not be
        return self._submissions.duplicate_ticket(visit) if again else self._submissions.ticket(visit)
