"""Named waits. Starting one again begins anew."""

import asyncio
from collections.abc import Callable


class Timers:
    """At most one wait per name; `fire(name)` is called in the event loop when it is over."""

    def __init__(self, fire: Callable[[str], None]) -> None:
        self._fire = fire
        self._running: dict[str, asyncio.TimerHandle] = {}

    def start(self, name: str, seconds: float) -> None:
        self.stop(name)
        self._running[name] = asyncio.get_running_loop().call_later(seconds, self._over, name)

    def stop(self, name: str) -> None:
        handle = self._running.pop(name, None)
        if handle is not None:
            handle.cancel()

    def _over(self, name: str) -> None:
        self._running.pop(name, None)
        self._fire(name)
