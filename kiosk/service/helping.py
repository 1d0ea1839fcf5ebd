"""Calls for a human: kept in the registry from the first tap, shown on the screen as they move, louder when unseen.

They have a queue of their own: a call never waits behind a scanner that hangs.
"""

import asyncio
import uuid
from collections.abc import Callable, Mapping
from typing import Protocol

import structlog

from hardware.printer.api import Printed, PrintOutcome
from kiosk.clock import Clock
from kiosk.journey.effects import CallHelp, CancelHelp, LetHelpStand
from kiosk.journey.events import Event, HelpChanged
from kiosk.journey.views import HelpState
from kiosk.mediation.escalation import DEFAULT_PATIENCE, Escalation, Patience, escalation
from kiosk.mediation.help import HelpRequest, Moved, MoveOutcome, is_remembered, position
from kiosk.mediation.sentences import refusal_sentence
from kiosk.service.control_server import Answer, refusal
from kiosk.service.opening import Opening
from kiosk.service.slips import call_slip
from kiosk.storage.registry import NotThere, Registry
from kiosk.words import SOURCE_LANGUAGE

log = structlog.get_logger()

DEVICES = "devices"
"""The step of a call that the kiosk makes itself: something is to be mended before anyone comes."""

MEDIATORS_STATES = {str(state): state for state in (HelpState.SEEN, HelpState.COMING, HelpState.HERE, HelpState.CLOSED)}
"""Those a mediator brings about; calling and cancelling are the visitor's."""
LOOK_SECONDS = 1.0
"""How often unseen calls are looked at, where patience is that of the service."""
LONGEST_NAME = 40

HelpEffect = CallHelp | CancelHelp | LetHelpStand


class TicketPrinter(Protocol):
    """Where slips come out."""

    async def print_image(self, png: bytes, key: str) -> PrintOutcome: ...


class Helping:
    """The call of the screen, and those that mediators move from their side."""

    def __init__(
        self,
        registry: Registry,
        clock: Clock,
        post: Callable[[Event], None],
        printer: TicketPrinter,
        opening: Opening,
        *,
        patience: Patience = DEFAULT_PATIENCE,
    ) -> None:
        self._registry = registry
        self._clock = clock
        self._post = post
        self._printer = printer
        self._opening = opening
        self._patience = patience
        self._queue: asyncio.Queue[tuple[HelpEffect, str | None]] = asyncio.Queue()
        self._current: str | None = None
        self._slips: dict[str, bool] = {}
        """Calls whose slip was asked for, and whether it came out."""
        self._late: set[str] = set()
        self._left: set[str] = set()
        """Calls whose person left the screen; after a restart of the machine nobody knows."""
        self._watchers: set[asyncio.Event] = set()
        self._printing: set[asyncio.Task[None]] = set()

    def run(self, effect: HelpEffect, visit_id: str | None) -> None:
        """What the visitor asked; carried out in order, by `work`."""
        self._queue.put_nowait((effect, visit_id))

    def watch(self) -> asyncio.Event:
        """An event that is set each time a call moves."""
        changed = asyncio.Event()
        self._watchers.add(changed)
        return changed

    def is_left(self, call_id: str) -> bool:
        """Whether whoever made this call walked away from the screen."""
        return call_id in self._left

    async def take_up(self, visit_id: str | None) -> None:
        """After a restart: the call that was on the screen is shown again."""
        now = self._clock.now()
        calls = await asyncio.to_thread(self._registry.open_help_requests)
        found = [call for call in calls if is_remembered(call, visit_id, now)]
        if found:
            self._current = found[-1].id
            if escalation(found[-1], now, self._patience) is Escalation.HONEST_WORDS:
                self._slips[self._current] = True  # it came out before the restart, or will not help any more
            self._show(found[-1], calls)

    async def work(self) -> None:
        """Carry out what visitors ask, and look after calls that nobody sees, until cancelled."""
        await asyncio.gather(self._carry_out(), self._look_after())

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
            name = str(mediator)[:LONGEST_NAME] if mediator else None
            outcome = await self._move(str(request.get("id")), state, name)
        except NotThere:
            return refusal("Cet appel n’existe pas.")
        return {"ok": True} if isinstance(outcome, Moved) else refusal(refusal_sentence(outcome))

    async def _carry_out(self) -> None:
        while True:
            effect, visit_id = await self._queue.get()
            try:
                match effect:
                    case CallHelp():
                        await self._call(effect, visit_id)
                    case CancelHelp():
                        await self._cancel()
                    case LetHelpStand():
                        self._let_stand()
            except Exception:
                # Without a disk the call cannot be kept, but it must not be lost for the person: the screen says so.
                log.exception("effect_failed", effect=type(effect).__name__)
                self._post(HelpChanged(HelpState.SENT, late=True, phone=self._opening.phone))

    async def _call(self, effect: CallHelp, visit_id: str | None) -> None:
        """Register the call, then show it. What the screen says was kept first."""
        call_id = uuid.uuid4().hex[:8]
        at = self._clock.now()
        call = await asyncio.to_thread(self._registry.open_help, call_id, visit_id, effect.step, effect.language, at)
        self._current = call_id
        log.info("help_called", call=call_id, step=effect.step, language=effect.language)
        self._changed()
        self._show(call)
        if not self._opening.is_open():
            self._print_slip(call)

    async def _cancel(self) -> None:
        if self._current is not None:
            await self._move(self._current, HelpState.CANCELLED, None)
            self._current = None

    def _let_stand(self) -> None:
        """The call stays for the mediators, who are told that nobody is at the machine any more."""
        if self._current is not None:
            self._left.add(self._current)
            self._current = None
            self._changed()

    async def _look_after(self) -> None:
        """A second tone after a minute (the consoles hear it), honest words and a ticket after three."""
        while True:
            await asyncio.sleep(min(LOOK_SECONDS, self._patience.second_tone.total_seconds() / 4))
            try:
                calls = await asyncio.to_thread(self._registry.open_help_requests)
                for call in calls:
                    self._escalate(call)
            except Exception:
                log.exception("effect_failed", effect="Escalation")

    def _escalate(self, call: HelpRequest) -> None:
        level = escalation(call, self._clock.now(), self._patience)
        if level is Escalation.HONEST_WORDS and call.id not in self._late:
            self._late.add(call.id)
            log.info("help_unseen", call=call.id, state=str(call.state))
            self._print_slip(call)
            if call.id == self._current:
                self._show(call)
            self._changed()

    def _print_slip(self, call: HelpRequest) -> None:
        """At most once for a call, and only for someone who is still at the machine."""
        if call.id != self._current or call.id in self._slips:
            return
        self._slips[call.id] = False
        task = asyncio.ensure_future(self._slip(call))
        self._printing.add(task)
        task.add_done_callback(self._printing.discard)

    async def _slip(self, call: HelpRequest) -> None:
        calls = await asyncio.to_thread(self._registry.open_help_requests)
        png = await asyncio.to_thread(
            call_slip, call, position(call.id, calls), self._opening.facts(), self._clock.now(), call.language
        )
        outcome = await self._printer.print_image(png, f"call-{call.id}")
        self._slips[call.id] = isinstance(outcome, Printed)
        if call.id == self._current:
            self._show(await asyncio.to_thread(self._registry.get_help, call.id))

    async def _move(self, call_id: str, state: HelpState, mediator: str | None) -> MoveOutcome:
        outcome = await asyncio.to_thread(self._registry.move_help, call_id, state, self._clock.now(), mediator)
        if isinstance(outcome, Moved):
            if not outcome.request.open:
                self._left.discard(call_id)
            log.info("help_moved", call=call_id, state=str(outcome.request.state))
            self._changed()
            if call_id == self._current:
                self._show(outcome.request)
        return outcome

    def _show(self, call: HelpRequest, calls: tuple[HelpRequest, ...] | None = None) -> None:
        waiting = self._registry.open_help_requests() if calls is None else calls
        facts = self._opening.facts()
        unseen = call.state is HelpState.SENT
        self._post(
            HelpChanged(
                call.state,
                call.mediator,
                position(call.id, waiting),
                late=unseen and call.id in self._late,
                closed=unseen and not facts.open_now,
                opens_at=facts.opens_at,
                phone=facts.phone,
                slip=self._slips.get(call.id, False),
            )
        )
        if not call.open:
            self._current = None
            self._slips.pop(call.id, None)
            self._late.discard(call.id)

    def _changed(self) -> None:
        for changed in self._watchers:
            changed.set()
