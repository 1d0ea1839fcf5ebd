"""The shared view: a mediator sees the visitor's screen while the visitor lets them. Nothing is kept of it."""

import asyncio
import json
from collections.abc import Callable, Mapping

import structlog

from hardware.printer.api import PrintOutcome
from kiosk.clock import Clock
from kiosk.journey.actions import Action
from kiosk.journey.events import Highlighted, ShareAsked, ShareEnded
from kiosk.journey.frames import encode_frame
from kiosk.journey.model import Step
from kiosk.journey.sharing import nobody_answers
from kiosk.journey.views import ShareRequest
from kiosk.mediation.opened import Opened
from kiosk.mediation.pairing import Admitted
from kiosk.service.control_server import Answer, Handler, refusal
from kiosk.service.core import Core
from kiosk.service.helping import LONGEST_NAME, TicketPrinter
from kiosk.service.openings import Openings
from kiosk.service.slips import opened_slip

log = structlog.get_logger()

NOT_SHARED = "L’écran n’est pas partagé. Demandez au visiteur."


class Sharing:
    """Asks, shows, points, ends. What the mediator gets is the frame of the screen, and only while it is shared."""

    def __init__(
        self,
        core: Core,
        openings: Openings,
        printer: TicketPrinter,
        clock: Clock,
        visit_id: Callable[[], str | None],
    ) -> None:
        self._core = core
        self._openings = openings
        self._printer = printer
        self._clock = clock
        self._visit_id = visit_id
        self._asked_by: Admitted | None = None
        self._noted = False
        self._lock = asyncio.Lock()
        self._to_print: list[Opened] = []

    @property
    def handlers(self) -> dict[str, Handler]:
        return {"share_ask": self._ask, "share_view": self._view, "share_point": self._point, "share_end": self._end}

    async def work(self) -> None:
        """Forget at the end of each sharing who asked; print who looked with the visitor's receipt."""
        changed = self._core.watch()
        try:
            while True:
                await changed.wait()
                changed.clear()
                visit = self._core.visit
                if not visit.sharing and self._noted:
                    self._asked_by, self._noted = None, False
                if visit.step is Step.STANDBY:
                    self._to_print = []
                elif visit.step is Step.RECEIPT and self._to_print and visit.receipt is not None:
                    opened, self._to_print = tuple(self._to_print), []
                    await self._print(visit.receipt.number, opened, visit.language)
        finally:
            self._core.unwatch(changed)

    async def _ask(self, request: Mapping[str, object]) -> Answer:
        """{mediator, role, badge}: the visitor is asked on their screen."""
        visit = self._core.visit
        if visit.sharing:
            return refusal("L’écran est déjà partagé.")
        if isinstance(visit.overlay, ShareRequest):
            return refusal("Un conseiller vient de demander. Attendez la réponse.")
        if nobody_answers(visit):
            return refusal("Personne n’est à la borne pour dire oui.")
        self._asked_by = Admitted(str(request.get("role")), str(request.get("badge"))[:8])
        mediator = request.get("mediator")
        self._core.post(ShareAsked(str(mediator)[:LONGEST_NAME] if mediator else None))
        return {"ok": True}

    async def _view(self, request: Mapping[str, object]) -> Answer:
        """{role, badge} → the frame of the screen, for the one who asked. The ledger has it before it is given."""
        async with self._lock:
            visit, who = self._core.visit, self._asked_by
            if not visit.sharing or who is None:
                return refusal(NOT_SHARED)
            if (who.role, who.badge) != (request.get("role"), request.get("badge")):
                return refusal("Le visiteur a dit oui à un autre conseiller.")
            if not self._noted:
                opened = await asyncio.to_thread(self._openings.note, self._visit_id(), "screen", who)
                self._noted = True
                self._to_print.append(opened)
        if not self._core.visit.sharing:  # the visitor stopped while the ledger was written
            return refusal(NOT_SHARED)
        return {"ok": True, "frame": json.loads(encode_frame(self._core.frame))}

    async def _point(self, request: Mapping[str, object]) -> Answer:
        """{action}: a ring around a button of the visitor's screen."""
        if not self._core.visit.sharing:
            return refusal(NOT_SHARED)
        wanted = request.get("action")
        if wanted and wanted not in {str(action) for action in self._core.frame.actions}:
            return refusal("Ce bouton n’est plus à l’écran.")
        self._core.post(Highlighted(Action(str(wanted)) if wanted else None))
        return {"ok": True}

    async def _end(self, _request: Mapping[str, object]) -> Answer:
        self._core.post(ShareEnded())
        return {"ok": True}

    async def _print(self, number: str, opened: tuple[Opened, ...], language: str) -> None:
        try:
            png = await asyncio.to_thread(opened_slip, number, opened, self._clock.now(), language)
            outcome: PrintOutcome = await self._printer.print_image(png, f"{number}-opened-{len(opened)}")
            log.info("opened_printed", state=type(outcome).__name__)
        except Exception:
            log.exception("effect_failed", effect="OpenedSlip")
