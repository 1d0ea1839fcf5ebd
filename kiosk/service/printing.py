"""Paper for the visitor: the key ticket at the start, the receipt and its ticket at the end.

Printing is an obligation kept in the registry: it is owed from the instant of the submission until the paper is out
or the visitor is gone. It is never done for someone who is no longer there.
"""

import asyncio
import datetime as dt
from dataclasses import dataclass

import structlog

from hardware.printer.api import Printed, PrintFailed, PrintOutcome
from kiosk.clock import Clock
from kiosk.proof.ticket import render_key_stub
from kiosk.service.devices import Devices
from kiosk.service.live import LiveVisit
from kiosk.service.submissions import Issued, Submissions
from kiosk.storage.registry import ObligationKind, ObligationState, Registry

log = structlog.get_logger()

_PAPERS = frozenset({ObligationKind.PRINT_RECEIPT, ObligationKind.PRINT_TICKET, ObligationKind.PRINT_KEY})


@dataclass(frozen=True, slots=True)
class PaperOut:
    """What came out."""

    a4: bool
    ticket: bool


class Printing:
    """Prints what is owed and notes what came out."""

    def __init__(self, devices: Devices, registry: Registry, submissions: Submissions, clock: Clock) -> None:
        self._devices = devices
        self._registry = registry
        self._submissions = submissions
        self._clock = clock

    async def key_ticket(self, visit: LiveVisit) -> PrintOutcome | None:
        """The stub that opens the seals. Printed while the secret is at hand: nothing else can make it."""
        if visit.identity is None:
            return None
        stub = await asyncio.to_thread(render_key_stub, visit.identity, visit.id[:8], visit.opened_at, visit.language)
        outcome = await self._devices.print_image(stub, f"key-{visit.id}")
        if isinstance(outcome, PrintFailed):
            log.warning("key_ticket_failed", fault=str(outcome.fault))
        return outcome

    async def papers(self, visit: LiveVisit, issued: Issued, *, again: bool = False) -> PaperOut:
        """The A4 receipt and the ticket, each once; `again` prints both anew, marked as a second copy."""
        a4, ticket = await asyncio.gather(
            self._owed(visit, issued, "receipt", again), self._owed(visit, issued, "ticket", again)
        )
        return PaperOut(a4, ticket)

    def give_up(self, submission_id: str) -> None:
        """The visitor is gone: nothing of theirs may come out in front of the next."""
        for owed in self._registry.obligations_of(submission_id):
            if owed.kind in _PAPERS and owed.state is ObligationState.WAITING:
                self._registry.obligation_failed(owed.key, "visitor_gone", None)

    async def _owed(self, visit: LiveVisit, issued: Issued, what: str, again: bool) -> bool:
        key = f"{issued.submission_id}-{what}"
        owed = next(one for one in self._registry.obligations_of(issued.submission_id) if one.key == key)
        if owed.state is ObligationState.DONE and not again:
            return True
        if visit.identity is None:
            return False
        paper = await asyncio.to_thread(self._paper, visit, what, again)
        job = f"{issued.number}-{what}" + ("-duplicata" if again else "")
        if what == "receipt":
            outcome = await self._devices.print_pdf(paper, job)
        else:
            outcome = await self._devices.print_image(paper, job)
        now = self._clock.now()
        match outcome:
            case Printed():
                self._registry.obligation_done(key, now)
                return True
            case PrintFailed(fault):
                log.warning("print_failed", what=what, fault=str(fault))
                if owed.state is ObligationState.WAITING:
                    self._registry.obligation_failed(key, str(fault), now + dt.timedelta(seconds=30))
                return False

    def _paper(self, visit: LiveVisit, what: str, again: bool) -> bytes:
        if what == "receipt":
            return self._submissions.receipt(visit)  # signed: a second copy cannot be marked, and needs not be
        return self._submissions.duplicate_ticket(visit) if again else self._submissions.ticket(visit)
