"""What the consoles see of this kiosk: steps, calls, devices, and never a paper. One whole picture at each change."""

import asyncio
import contextlib
import datetime as dt
import secrets
from collections.abc import Mapping

from kiosk.clock import Clock
from kiosk.journey.views import CallCover, ShareRequest
from kiosk.mediation.escalation import DEFAULT_PATIENCE, Patience, escalation
from kiosk.mediation.help import HelpRequest, position
from kiosk.mediation.steps import COVERED, stuck_hint
from kiosk.service.control_server import Answer
from kiosk.service.core import Core
from kiosk.service.helping import Helping
from kiosk.service.opening import Opening
from kiosk.service.screen_server import ScreenServer
from kiosk.storage.registry import Registry

LONGEST_WAIT = 30.0
SETTLE_SECONDS = 0.05
"""Changes that come together are told together."""


class Board:
    """Answers `watch`: at once when `known` is not the picture of now, else when it changes or time is up."""

    def __init__(
        self,
        core: Core,
        helping: Helping,
        registry: Registry,
        opening: Opening,
        screens: ScreenServer,
        clock: Clock,
        kiosk: str,
        site: str,
        patience: Patience = DEFAULT_PATIENCE,
    ) -> None:
        self._core = core
        self._helping = helping
        self._registry = registry
        self._opening = opening
        self._screens = screens
        self._clock = clock
        self._kiosk = kiosk
        self._site = site
        self._patience = patience
        self._boot = secrets.token_hex(4)
        self._version = 0
        self._changed = asyncio.Condition()
        self._step = core.visit.step
        self._since = clock.monotonic()

    async def work(self) -> None:
        """Notice what changes, until cancelled."""
        frames, calls = self._core.watch(), self._helping.watch()
        try:
            while True:
                waits = [asyncio.ensure_future(one.wait()) for one in (frames, calls)]
                try:
                    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED, timeout=LONGEST_WAIT)
                finally:
                    for wait in waits:
                        wait.cancel()
                frames.clear()
                calls.clear()
                if self._core.visit.step is not self._step:
                    self._step, self._since = self._core.visit.step, self._clock.monotonic()
                async with self._changed:
                    self._version += 1
                    self._changed.notify_all()
                await asyncio.sleep(SETTLE_SECONDS)
        finally:
            self._core.unwatch(frames)

    async def handle(self, request: Mapping[str, object]) -> Answer:
        """{known?, seconds?} → the picture, its `version` to be given as `known` next time."""
        asked = request.get("seconds")
        seconds = min(float(asked), LONGEST_WAIT) if isinstance(asked, int | float) else 0.0
        if request.get("known") == self._name() and seconds > 0:
            async with self._changed:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(
                        self._changed.wait_for(lambda: request.get("known") != self._name()), seconds
                    )
        return await self._picture()

    def _name(self) -> str:
        return f"{self._boot}.{self._version}"

    async def _picture(self) -> Answer:
        version, visit = self._name(), self._core.visit
        calls = await asyncio.to_thread(self._registry.open_help_requests)
        now, seconds = self._clock.now(), self._clock.monotonic() - self._since
        facts = self._opening.facts()
        return {
            "ok": True,
            "version": version,
            "kiosk": self._kiosk,
            "site": self._site,
            "step": str(visit.step),
            "step_seconds": round(seconds),
            "language": visit.language,
            "hint": COVERED if isinstance(visit.overlay, CallCover) else stuck_hint(visit.step, seconds, visit.tries),
            "sharing": visit.sharing,
            "asked": isinstance(visit.overlay, ShareRequest),
            "out_of_order": list(visit.out_of_order),
            "screen": self._screens.connected > 0,
            "open_now": facts.open_now,
            "calls": [self._call(call, position(call.id, calls), now) for call in calls],
        }

    def _call(self, call: HelpRequest, place: int, now: dt.datetime) -> dict[str, object]:
        """Ages are told, not hours: the clock of whoever reads may be wrong."""
        return {
            "id": call.id,
            "state": call.state.value,
            "step": call.step,
            "language": call.language,
            "mediator": call.mediator,
            "position": place,
            "waiting": max(0, round((now - call.sent_at).total_seconds())),
            "left": self._helping.is_left(call.id),
            "level": int(escalation(call, now, self._patience)),
        }
