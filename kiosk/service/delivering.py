"""The outbox at work: what is owed to a public body, tried until it is handed over or a person must look at it.

Exactly once, whatever is killed when: the ledger alone says whether a submission left; "in hand" is on the disk before
the byte that may make it leave; what is found in hand after a crash is "perhaps sent", and no longer tried by itself.
"""

import asyncio
import datetime as dt
import json
from collections.abc import Mapping
from typing import Protocol

import structlog

from kiosk.cases.states import SubmissionState
from kiosk.clock import Clock
from kiosk.delivery.api import (
    Channel,
    DeliveryFault,
    DeliveryItem,
    DeliveryOutcome,
    Failed,
    NoHand,
    WaitingForVisitor,
)
from kiosk.delivery.retry import BackOff, GivenUp, HandedOver, NextStep, PerhapsSent, TryAgain, settle
from kiosk.proof.event_code import Event
from kiosk.proof.seal import CannotUnseal, seal
from kiosk.service.following import CannotNote, Following
from kiosk.service.submissions import BUNDLE, Submissions
from kiosk.storage.registry import (
    Conflict,
    DispatchRow,
    DispatchStep,
    NewObligation,
    ObligationKind,
    ObligationRow,
    Registry,
    SubmissionRow,
)
from kiosk.storage.vault import Vault

log = structlog.get_logger()

LOOK_SECONDS = 5.0
LEFT = frozenset({SubmissionState.SENT, SubmissionState.RECEIVED, SubmissionState.COUNTED, SubmissionState.DECIDED})


_UNDER_WAY = (DispatchStep.WAITING, DispatchStep.IN_HAND)


class RegistryHand:
    """Writes down the moments that matter, before they pass."""

    def __init__(self, registry: Registry, clock: Clock, key: str) -> None:
        self._registry = registry
        self._clock = clock
        self._key = key

    def in_hand(self, part: int, parts: int) -> None:
        """Raises `Conflict` where a person called it back, or noted it as sent, in the meantime: it does not leave."""
        now = self._clock.now()
        self._registry.move_dispatch(
            self._key, DispatchStep.IN_HAND, now, parts=parts, passed=part - 1, only_from=_UNDER_WAY
        )

    def passed(self, part: int) -> None:
        self._registry.move_dispatch(self._key, DispatchStep.WAITING, self._clock.now(), passed=part)

    def kept(self) -> None:
        self._registry.move_dispatch(self._key, DispatchStep.WAITING, self._clock.now())


class Delivering:
    """Takes due deliveries to their channel, and notes what became of them. Calls block: made in a thread."""

    def __init__(
        self,
        registry: Registry,
        vault: Vault,
        channels: Mapping[str, Channel],
        back_off: BackOff,
        clock: Clock,
        *,
        submissions: Submissions,
        following: Following,
    ) -> None:
        self._registry = registry
        self._vault = vault
        self._channels = channels
        self._back_off = back_off
        self._clock = clock
        self._submissions = submissions
        self._following = following

    def due(self) -> tuple[ObligationRow, ...]:
        """What is to be delivered now."""
        owed = self._registry.due_obligations(self._clock.now())
        return tuple(one for one in owed if one.kind is ObligationKind.DELIVER)

    def deliver(self, owed: ObligationRow) -> None:
        """One attempt, and what becomes of it. Nothing that goes wrong with one keeps the others waiting."""
        try:
            dispatch = self._registry.find_dispatch(owed.key)
            if dispatch is None:
                self._leave_at_the_desk(owed)
            elif dispatch.step in _UNDER_WAY:
                self._dispatch(owed, dispatch)
            else:
                self._was_over(owed, dispatch)
        except Conflict:
            log.info("delivery_called_back")
        except Exception:
            log.exception("delivery_failed")
            at = self._back_off.next_attempt(owed.attempts + 1, self._clock.now())
            self._registry.obligation_failed(owed.key, DeliveryFault.OTHER.value, at)

    def _was_over(self, owed: ObligationRow, dispatch: DispatchRow) -> None:
        """A crash fell between the end of an attempt and that of what was owed: nothing is tried again."""
        if dispatch.step is DispatchStep.GIVEN_UP:
            self._registry.obligation_failed(owed.key, dispatch.fault or DeliveryFault.OTHER.value, None)
        else:
            self._registry.obligation_done(owed.key, self._clock.now())

    def _leave_at_the_desk(self, owed: ObligationRow) -> None:
        """Every submission begins so: sealed, in the outbox of the site."""
        row = self._registry.get_submission(owed.submission_id)
        item = DeliveryItem(row.id, row.number or "", row.guide_id, self._bundle(row))
        self._settle(owed, settle(self._channels["desk"].deliver(item, NoHand()), *self._now(owed)))

    def _dispatch(self, owed: ObligationRow, dispatch: DispatchRow) -> None:
        row = self._following.catch_up(self._registry.get_submission(owed.submission_id))
        channel = self._channels[dispatch.channel]
        if row.state in LEFT:
            self._over(owed, dispatch, DispatchStep.SENT)
            return
        if row.state is SubmissionState.UNSURE:
            self._over(owed, dispatch, DispatchStep.UNSURE, DeliveryFault.ANSWER_LOST.value)
            return
        if dispatch.step is DispatchStep.IN_HAND and not channel.repeatable:
            # Killed between the last byte and the answer: only a report or a person can tell.
            self._carry_out(owed, dispatch, row, PerhapsSent(DeliveryFault.ANSWER_LOST.value), None)
            return
        outcome = self._try(channel, dispatch, row)
        self._carry_out(owed, dispatch, row, settle(outcome, *self._now(owed)), outcome)

    def _try(self, channel: Channel, dispatch: DispatchRow, row: SubmissionRow) -> DeliveryOutcome:
        bundle = self._bundle(row)
        if not bundle:
            return Failed(DeliveryFault.BUNDLE_MISSING)
        item = DeliveryItem(
            row.id,
            row.number or "",
            row.guide_id,
            bundle,
            dispatch.key,
            dispatch.number,
            lambda: self._submissions.paper_for_desk(row, BUNDLE),
            self._details(row, dispatch),
            dispatch.parts,
            dispatch.passed,
            dispatch.planned_at,
        )
        try:
            return channel.deliver(item, RegistryHand(self._registry, self._clock, dispatch.key))
        except CannotUnseal:
            return Failed(DeliveryFault.BUNDLE_DAMAGED)

    def _carry_out(
        self,
        owed: ObligationRow,
        dispatch: DispatchRow,
        row: SubmissionRow,
        step: NextStep,
        outcome: DeliveryOutcome | None,
    ) -> None:
        """The ledger first, then the registry; a crash in between is caught up at the next attempt."""
        log.info("delivery", what=dispatch.channel, state=type(step).__name__)
        now = self._clock.now()
        match step:
            case HandedOver(sent=True, reference=reference):
                self._note(row, Event.SENT, reference)
                self._over(owed, dispatch, DispatchStep.SENT)
                self._vault.remove(row.visit_id, details_name(dispatch.channel))
            case HandedOver():
                if isinstance(outcome, WaitingForVisitor):
                    self._keep(row, dispatch, outcome.keep)
                    watch = [NewObligation(ObligationKind.WATCH, f"{dispatch.key}-watch")]
                    self._registry.add_obligations(row.id, watch, now)
                self._registry.move_dispatch(dispatch.key, DispatchStep.OUTSIDE, now, only_from=_UNDER_WAY)
                self._registry.obligation_done(owed.key, now)
            case PerhapsSent(fault):
                self._note(row, Event.UNSURE, None)
                self._over(owed, dispatch, DispatchStep.UNSURE, fault)
            case TryAgain(fault, _):
                self._registry.move_dispatch(dispatch.key, DispatchStep.WAITING, now, fault=fault, only_from=_UNDER_WAY)
                self._settle(owed, step)
            case GivenUp(fault):
                self._registry.move_dispatch(
                    dispatch.key, DispatchStep.GIVEN_UP, now, fault=fault, only_from=_UNDER_WAY
                )
                self._settle(owed, step)

    def _settle(self, owed: ObligationRow, step: NextStep) -> None:
        match step:
            case HandedOver() | PerhapsSent():
                self._registry.obligation_done(owed.key, self._clock.now())
            case TryAgain(fault, at):
                self._registry.obligation_failed(owed.key, fault, at)
            case GivenUp(fault):
                self._registry.obligation_failed(owed.key, fault, None)

    def _over(self, owed: ObligationRow, dispatch: DispatchRow, step: DispatchStep, fault: str | None = None) -> None:
        now = self._clock.now()
        self._registry.move_dispatch(dispatch.key, step, now, fault=fault)
        self._registry.obligation_done(owed.key, now)

    def _note(self, row: SubmissionRow, event: Event, reference: str | None) -> None:
        try:
            self._following.note(row, event, reference=reference or "")
        except CannotNote:
            # Noted by a person in the meantime, or before a crash: the ledger has it, and the registry follows.
            self._following.catch_up(self._registry.get_submission(row.id))

    def _bundle(self, row: SubmissionRow) -> bytes:
        try:
            return self._vault.get(row.visit_id, BUNDLE)
        except FileNotFoundError:
            return b""

    def _details(self, row: SubmissionRow, dispatch: DispatchRow) -> Mapping[str, str]:
        try:
            sealed = self._submissions.paper_for_desk(row, details_name(dispatch.channel))
        except FileNotFoundError:
            return {}
        return {str(name): str(value) for name, value in json.loads(sealed).items()}

    def _keep(self, row: SubmissionRow, dispatch: DispatchRow, kept: Mapping[str, str]) -> None:
        sealed = seal(json.dumps(dict(kept)).encode(), [self._submissions.desk_recipient])
        self._vault.put(row.visit_id, draft_name(dispatch.key), sealed)

    def _now(self, owed: ObligationRow) -> tuple[int, dt.datetime, BackOff]:
        return owed.attempts + 1, self._clock.now(), self._back_off


class Looks(Protocol):
    """Looks at what the other side says."""

    def look(self) -> None: ...


async def work(delivering: Delivering, watching: Looks, pace: float = 1.0) -> None:
    """Until cancelled; the registry is the queue, so a restart goes on where this one stopped."""
    while True:
        for owed in await asyncio.to_thread(delivering.due):
            await asyncio.to_thread(delivering.deliver, owed)
        await asyncio.to_thread(watching.look)
        await asyncio.sleep(max(LOOK_SECONDS * pace, 0.05))


def details_name(channel: str) -> str:
    """The sealed file with what a mediator typed for a way."""
    return f"way-{channel}.details.age"


def draft_name(key: str) -> str:
    """The sealed file with what opens the draft on the other side."""
    return f"way-{'-'.join(key.rsplit('-', 2)[1:])}.draft.age"
