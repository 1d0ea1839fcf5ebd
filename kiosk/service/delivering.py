"""The outbox at work: what is owed to a public body, tried until it is handed over or a person must look at it."""

import asyncio

import structlog

from kiosk.clock import Clock
from kiosk.delivery.api import Channel, DeliveryItem
from kiosk.delivery.retry import BackOff, GivenUp, HandedOver, TryAgain, settle
from kiosk.service.submissions import BUNDLE
from kiosk.storage.registry import ObligationKind, ObligationRow, Registry
from kiosk.storage.vault import Vault

log = structlog.get_logger()

LOOK_SECONDS = 5.0
ERASED = "erased"


class Delivering:
    """Takes due deliveries to their channel."""

    def __init__(
        self, registry: Registry, vault: Vault, channels: dict[str, Channel], back_off: BackOff, clock: Clock
    ) -> None:
        self._registry = registry
        self._vault = vault
        self._channels = channels
        self._back_off = back_off
        self._clock = clock

    async def work(self) -> None:
        """Until cancelled; the registry is the queue, so a restart goes on where this one stopped."""
        while True:
            for owed in await asyncio.to_thread(self._registry.due_obligations, self._clock.now()):
                if owed.kind is ObligationKind.DELIVER:
                    await asyncio.to_thread(self.deliver, owed)
            await asyncio.sleep(LOOK_SECONDS)

    def deliver(self, owed: ObligationRow) -> None:
        """One attempt, and what becomes of it."""
        row = self._registry.get_submission(owed.submission_id)
        try:
            bundle = self._vault.get(row.visit_id, BUNDLE)
        except FileNotFoundError:  # its owner had it erased: there is nothing to hand over any more
            self._registry.obligation_failed(owed.key, ERASED, None)
            return
        item = DeliveryItem(row.id, row.number or "", row.guide_id, bundle)
        now = self._clock.now()
        step = settle(self._channels[row.channel].deliver(item), owed.attempts + 1, now, self._back_off)
        log.info("delivery", what=row.channel, state=type(step).__name__)
        match step:
            case HandedOver():
                self._registry.obligation_done(owed.key, now)
            case TryAgain(fault, at):
                self._registry.obligation_failed(owed.key, fault, at)
            case GivenUp(fault):
                self._registry.obligation_failed(owed.key, fault, None)
