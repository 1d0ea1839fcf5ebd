"""What mediators ask of the outbox: choose a way, call it back, try again, the pack, the address, a copy on a stick."""

import asyncio
import base64
from collections.abc import Callable, Mapping
from functools import partial

from hardware.printer.api import Printed, PrintFailed
from kiosk.clock import Clock
from kiosk.delivery.choice import CannotSend, Way
from kiosk.mediation.pairing import Admitted
from kiosk.service.control_server import Answer, Handler, refusal
from kiosk.service.desk_requests import Printers
from kiosk.service.openings import Openings
from kiosk.service.sending import Sending
from kiosk.service.visitor_copies import CannotCopy, VisitorCopies
from kiosk.storage.ledger import LedgerError
from kiosk.storage.registry import NewObligation, ObligationKind, Registry, SubmissionRow
from kiosk.storage.vault import StorageFull

_UNKNOWN = "Aucun envoi ne porte ce numéro."


class SendingRequests:
    """Handlers for the control socket, each `{number, …}`. A refusal is one French sentence."""

    def __init__(
        self,
        registry: Registry,
        sending: Sending,
        copies: VisitorCopies,
        printers: Printers,
        clock: Clock,
        openings: Openings,
    ) -> None:
        self._registry = registry
        self._sending = sending
        self._copies = copies
        self._printers = printers
        self._clock = clock
        self._openings = openings

    @property
    def handlers(self) -> dict[str, Handler]:
        return {
            "send": self._send,
            "call_back": partial(self._plain, self._sending.call_back),
            "try_again": partial(self._plain, self._sending.try_again),
            "pack": self._pack,
            "link": self._link,
            "copy": self._copy,
        }

    async def _send(self, request: Mapping[str, object]) -> Answer:
        """{number, by, details?: {name: text}}."""
        row = await self._row(request)
        details = request.get("details") or {}
        if row is None:
            return refusal(_UNKNOWN)
        if request.get("by") not in set(Way) or not isinstance(details, dict):
            return refusal("Ce chemin d’envoi n’existe pas.")
        texts = {str(name): str(value) for name, value in details.items()}
        try:
            plan = await asyncio.to_thread(self._sending.choose, row, Way(str(request["by"])), texts)
        except CannotSend as error:
            return refusal(str(error))
        return {"ok": True, "way": plan.channel, "step": plan.step.value}

    async def _plain(self, act: Callable[[SubmissionRow], None], request: Mapping[str, object]) -> Answer:
        row = await self._row(request)
        if row is None:
            return refusal(_UNKNOWN)
        try:
            await asyncio.to_thread(act, row)
        except CannotSend as error:
            return refusal(str(error))
        return {"ok": True}

    async def _pack(self, request: Mapping[str, object]) -> Answer:
        """{number, last_day?, print?, role?, badge?}: the pack to post (PDF). It shows pages: that is noted first."""
        who = Admitted(str(request.get("role") or "mediator"), str(request.get("badge") or "")[:8])

        def make(row: SubmissionRow) -> bytes:
            pack = self._sending.pack(row, last_day=str(request.get("last_day") or ""))
            self._openings.note(row.visit_id, "bundle", who)
            return pack

        try:
            return await self._paper(request, make, "pack", ObligationKind.PRINT_PACK)
        except (LedgerError, StorageFull):
            return refusal("Le registre ne peut pas être écrit : le dossier reste fermé.")

    async def _link(self, request: Mapping[str, object]) -> Answer:
        """{number, print?}: the ticket with the address of the form begun for the visitor (PNG)."""
        return await self._paper(request, self._sending.link, "ticket", ObligationKind.PRINT_LINK)

    async def _paper(
        self,
        request: Mapping[str, object],
        make: Callable[[SubmissionRow], bytes],
        name: str,
        kind: ObligationKind,
    ) -> Answer:
        row = await self._row(request)
        if row is None:
            return refusal(_UNKNOWN)
        try:
            paper = await asyncio.to_thread(make, row)
        except CannotSend as error:
            return refusal(str(error))
        answer: Answer = {"ok": True, name: base64.b64encode(paper).decode()}
        if request.get("print") is True:
            answer["printed"] = await self._printed(row, paper, kind)
        return answer

    async def _printed(self, row: SubmissionRow, paper: bytes, kind: ObligationKind) -> bool:
        """An obligation like the others, but tried once: somebody's papers never come out later, unasked."""
        key = f"{row.id}-{kind.value}"
        await asyncio.to_thread(self._registry.add_obligations, row.id, [NewObligation(kind, key)], self._clock.now())
        job = f"{row.number}-{kind.value}"
        printer = self._printers.print_pdf if kind is ObligationKind.PRINT_PACK else self._printers.print_image
        outcome = await printer(paper, job)
        match outcome:
            case Printed():
                await asyncio.to_thread(self._registry.obligation_done, key, self._clock.now())
                return True
            case PrintFailed(fault):
                await asyncio.to_thread(self._registry.obligation_failed, key, str(fault), None)
                return False

    async def _copy(self, request: Mapping[str, object]) -> Answer:
        """{number, key, sealed?}: the visitor's own copy on the USB stick."""
        row = await self._row(request)
        if row is None:
            return refusal(_UNKNOWN)
        copy = partial(self._copies.copy, row, str(request.get("key") or ""), sealed=request.get("sealed") is not False)
        try:
            names = await asyncio.to_thread(copy)
        except CannotCopy as error:
            return refusal(str(error))
        return {"ok": True, "names": list(names)}

    async def _row(self, request: Mapping[str, object]) -> SubmissionRow | None:
        return await asyncio.to_thread(self._registry.submission_by_number, str(request.get("number")))
