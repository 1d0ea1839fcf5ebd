"""The heart of the core process: one event at a time through the reducer, then the frame, then the effects."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog

from kiosk.journey.effects import Effect
from kiosk.journey.events import Event, Tapped
from kiosk.journey.frames import Tap
from kiosk.journey.model import Rules, Visit
from kiosk.journey.presenter import present
from kiosk.journey.reducer import reduce
from kiosk.journey.views import Frame

log = structlog.get_logger()

Run = Callable[[Effect], Awaitable[None]]
Told = Callable[[Visit, Event, Visit, Sequence[Effect]], None]


class Core:
    """Holds the visit. Screens subscribe to its frames; effects are run by `run`, one after another, in order."""

    def __init__(self, rules: Rules, told: Told = lambda *_: None) -> None:
        self.rules = rules
        self._told = told
        self.visit = Visit()
        self._events: asyncio.Queue[Event] = asyncio.Queue()
        self._watchers: set[asyncio.Event] = set()

    @property
    def frame(self) -> Frame:
        """What the screen shows now."""
        return present(self.visit, self.rules)

    def post(self, event: Event) -> None:
        """Something happened. May be called from the event loop only."""
        self._events.put_nowait(event)

    def post_tap(self, tap: Tap) -> None:
        """A touch. One made on a frame that is no longer shown is not meant for what is there now."""
        if tap.serial == self.visit.serial:
            self.post(Tapped(tap.action, tap.value))

    def watch(self) -> asyncio.Event:
        """An event that is set each time the frame changes."""
        changed = asyncio.Event()
        self._watchers.add(changed)
        return changed

    def unwatch(self, changed: asyncio.Event) -> None:
        self._watchers.discard(changed)

    async def run(self, run: Run) -> None:
        """Turn events into frames and effects until cancelled."""
        while True:
            event = await self._events.get()
            before = self.visit
            self.visit, effects = reduce(before, event, self.rules)
            if self.visit is not before and self.visit.step is not before.step:
                log.info("step", step=str(self.visit.step), pages=len(self.visit.pages))
            if self.visit != before:
                for changed in self._watchers:
                    changed.set()
            self._told(before, event, self.visit, effects)
            for effect in effects:
                await run(effect)
