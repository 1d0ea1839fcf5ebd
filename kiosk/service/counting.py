"""Counts what happens, as it happens, without knowing to whom. A lost count is no harm, a slow disk holds no visit."""

import asyncio
from collections.abc import Sequence

import structlog

from kiosk.clock import Clock
from kiosk.journey.effects import CallHelp, Effect
from kiosk.journey.events import Event
from kiosk.journey.model import Step, Visit
from kiosk.reports.counting import Elapsed, counted
from kiosk.storage.registry import Registry, RegistryError

log = structlog.get_logger()


class Counting:
    """Told of each event by the core; the counters are written behind its back."""

    def __init__(self, registry: Registry, clock: Clock) -> None:
        self._registry = registry
        self._clock = clock
        self._begun = self._called = clock.monotonic()
        self._names: asyncio.Queue[str] = asyncio.Queue()

    def told(self, before: Visit, event: Event, after: Visit, effects: Sequence[Effect]) -> None:
        """Take note, at once."""
        now = self._clock.monotonic()
        if before.step is Step.STANDBY and after.step is not Step.STANDBY:
            self._begun = now
        elapsed = Elapsed(now - self._begun, now - self._called)
        for name in counted(before, event, after, effects, elapsed):
            self._names.put_nowait(name)
        if any(isinstance(effect, CallHelp) for effect in effects):
            self._called = now

    async def work(self) -> None:
        """Write what was noted, until cancelled."""
        while True:
            name = await self._names.get()
            await self._write(name)

    async def finish(self) -> None:
        """Before the core ends: what was noted is written."""
        while not self._names.empty():
            await self._write(self._names.get_nowait())

    async def _write(self, name: str) -> None:
        try:
            await asyncio.to_thread(self._registry.count, name, self._clock.now().date())
        except RegistryError:
            log.warning("not_counted")
