"""Requests of mediators' commands: one line of JSON in, one out. The core is the one writer of its data."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import structlog

from kiosk.service.screen_server import listen

log = structlog.get_logger()

MAX_REQUEST_BYTES = 8 * 1024 * 1024
"""Room for a captured acknowledgement."""
Answer = dict[str, object]
Handler = Callable[[Mapping[str, object]], Awaitable[Answer]]


class ControlServer:
    """Dispatches `{"control": name, ...}` to the handler of that name."""

    def __init__(self, handlers: Mapping[str, Handler]) -> None:
        self._handlers = handlers

    async def serve(self, path: Path) -> asyncio.Server:
        return await listen(path, self._handle)

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            answer = await self._answer(await reader.readline())
            writer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
            await writer.drain()
        except (ConnectionError, ValueError):
            pass  # the command was interrupted: nothing to answer to
        finally:
            writer.close()

    async def _answer(self, line: bytes) -> Answer:
        if len(line) > MAX_REQUEST_BYTES:
            return refusal("Demande trop longue.")
        try:
            request = json.loads(line)
            name = request["control"]
        except (ValueError, TypeError, KeyError):
            return refusal("Demande incompréhensible.")
        handler = self._handlers.get(name)
        if handler is None:
            return refusal("Demande inconnue.")
        return await handler(request)


def refusal(sentence: str) -> Answer:
    """The answer to a request that cannot be met, with one sentence for people."""
    return {"ok": False, "sentence": sentence}
