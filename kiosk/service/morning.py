"""Each morning, before anyone comes: everything is tried once, and the mediators are told what does not work."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping

import structlog

from kiosk.clock import Clock

log = structlog.get_logger()

LOOK_SECONDS = 60.0


def is_due(now: dt.datetime, last: dt.date | None, hour: int) -> bool:
    """Whether today's trial is still to be made. A kiosk switched on at noon makes it at noon."""
    return now.hour >= hour and (last is None or last < now.date())


class Morning:
    """`hour` in local time; None: never by itself. Waits while somebody uses the kiosk."""

    def __init__(
        self,
        try_everything: Callable[[], Awaitable[Mapping[str, str]]],
        last: Callable[[], dt.date | None],
        is_free: Callable[[], bool],
        tell: Callable[[tuple[str, ...]], Awaitable[None]],
        clock: Clock,
        hour: int | None,
        look: float = LOOK_SECONDS,
    ) -> None:
        self._try = try_everything
        self._last = last
        self._is_free = is_free
        self._tell = tell
        self._clock = clock
        self._hour = hour
        self._look = look

    async def watch(self) -> None:
        """Look at the clock until cancelled. A trial that fails is made again at the next look."""
        while self._hour is not None:
            try:
                await self.look(self._hour)
            except Exception:
                log.exception("morning_failed")
            await asyncio.sleep(self._look)

    async def look(self, hour: int) -> bool:
        """Make today's trial if it is due and nobody is here; whether it was made."""
        if not self._is_free() or not is_due(self._clock.now(), await asyncio.to_thread(self._last), hour):
            return False
        faults = await self._try()
        faulty = tuple(sorted(name for name, fault in faults.items() if fault and fault != "disabled"))
        if faulty:
            await self._tell(faulty)
        return True
