"""Calls for a human, kept in the registry from the first tap and shown on the screen as they move."""

import asyncio
import uuid
from collections.abc import Callable, Mapping

import structlog

from kiosk.clock import Clock
from kiosk.journey.effects import CallHelp
from kiosk.journey.events import Event, HelpChanged
from kiosk.journey.views import HelpState
from kiosk.mediation.help import HelpRequest, Moved, MoveOutcome, position
from kiosk.mediation.sentences import refusal_sentence
from kiosk.service.control_server import Answer, refusal
from kiosk.storage.registry import NotThere, Registry
from kiosk.words import SOURCE_LANGUAGE

log = structlog.get_logger()

DEVICES = "devices"
"""The step of a call that the kiosk makes itself: something is to be mended before anyone comes."""

MEDIATORS_STATES = {str(state): state for state in (HelpState.SEEN, HelpState.COMING, HelpState.HERE, HelpState.CLOSED)}
"""Those a mediator brings about; calling and cancelling are the visitor's."""


class Helping:
    """The call of the screen, and those that mediators move from their side."""

    def __init__(self, registry: Registry, clock: Clock, post: Callable[[Event], None]) -> None:
        self._registry = registry
        self._clock = clock
        self._post = post
        self._current: str | None = None

    async def call(self, effect: CallHelp, visit_id: str | None) -> None:
        """Register the call, then show it. What the screen says was kept first."""
        call_id = uuid.uuid4().hex[:8]
        at = self._clock.now()
        call = await asyncio.to_thread(self._registry.open_help, call_id, visit_id, effect.step, effect.language, at)
        self._current = call_id
        log.info("help_called", call=call_id, step=effect.step, language=effect.language)
        self._show(call)

    async def cancel(self) -> None:
        if self._current is not None:
            await self._move(self._current, HelpState.CANCELLED, None)
            self._current = None

    def let_stand(self) -> None:
        """The visitor left; the call stays open for the mediators and leaves the screen."""
        self._current = None

    async def tell_devices(self, _faulty: tuple[str, ...]) -> None:
        """Tell the mediators that devices do not work; once, however often it is found. Not a visitor's call."""
        waiting = await asyncio.to_thread(self._registry.open_help_requests)
        if not any(call.step == DEVICES for call in waiting):
            now, call_id = self._clock.now(), uuid.uuid4().hex[:8]
            await asyncio.to_thread(self._registry.open_help, call_id, None, DEVICES, SOURCE_LANGUAGE, now)
            log.info("devices_reported", call=call_id)

    async def handle(self, request: Mapping[str, object]) -> Answer:
        """A mediator's `{"control": "help", "id": ..., "state": ..., "mediator": ...}`."""
        state = MEDIATORS_STATES.get(str(request.get("state")))
        if state is None:
            return refusal("Cet état d’appel n’existe pas.")
        mediator = request.get("mediator")
        try:
            outcome = await self._move(str(request.get("id")), state, str(mediator)[:40] if mediator else None)
        except NotThere:
            return refusal("Cet appel n’existe pas.")
        return {"ok": True} if isinstance(outcome, Moved) else refusal(refusal_sentence(outcome))

    async def _move(self, call_id: str, state: HelpState, mediator: str | None) -> MoveOutcome:
        outcome = await asyncio.to_thread(self._registry.move_help, call_id, state, self._clock.now(), mediator)
        if isinstance(outcome, Moved):
            log.info("help_moved", call=call_id, state=str(outcome.request.state))
            if call_id == self._current:
                self._show(outcome.request)
        return outcome

    def _show(self, call: HelpRequest) -> None:
        waiting = self._registry.open_help_requests()
        self._post(HelpChanged(call.state, call.mediator, position(call.id, waiting)))
        if not call.open:
            self._current = None
