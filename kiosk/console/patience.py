"""Slow clients: whoever takes too long to say what they want is cut off, so that nobody keeps the door for others."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_SECONDS = 10.0
"""For the first line, the headers and the body together."""
MOST_PER_PLACE = 24
"""Connections from one address at a time: a browser with several pages has a dozen."""


class PatientProtocol(H11Protocol):
    """HTTP/1.1 with a clock."""

    seconds = REQUEST_SECONDS
    _open: dict[str, int] = {}  # noqa: RUF012 - shared on purpose: all connections of this process

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._place = str((transport.get_extra_info("peername") or ("?",))[0])
        self._timer: asyncio.TimerHandle | None = None
        self._open[self._place] = self._open.get(self._place, 0) + 1
        if self._open[self._place] > MOST_PER_PLACE:
            transport.close()
            return
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._calm()
        left = self._open.get(self._place, 1) - 1
        if left > 0:
            self._open[self._place] = left
        else:
            self._open.pop(self._place, None)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._busy():
            self._calm()
        elif self._timer is None:
            self._wait()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._wait()

    def _wait(self) -> None:
        self._calm()
        self._timer = self.loop.call_later(self.seconds, self._enough)

    def _calm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _enough(self) -> None:
        """An answer under way is left alone; a request that does not come is not waited for."""
        if not self._busy():
            self.transport.close()

    def _busy(self) -> bool:
        """Whether a whole request came in and is being answered."""
        cycle: Any = self.cycle
        return cycle is not None and not cycle.response_complete and not cycle.more_body
