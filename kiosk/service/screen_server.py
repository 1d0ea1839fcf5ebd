"""Frames out, taps in, over a Unix socket that only the kiosk's user may open."""

import asyncio
import contextlib
from pathlib import Path

import structlog

from kiosk.journey.frames import MAX_LINE_BYTES, BadLine, decode_tap, encode_frame
from kiosk.service.core import Core

log = structlog.get_logger()


async def listen(path: Path, handle: "asyncio.streams._ClientConnectedCallback") -> asyncio.Server:
    """A Unix socket server at `path`, in place of what a crash left there."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.unlink(missing_ok=True)
    server = await asyncio.start_unix_server(handle, path=str(path), limit=MAX_LINE_BYTES)
    path.chmod(0o600)
    return server


class ScreenServer:
    """Serves any number of screens: each gets the frame of now at once, then every change."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.connected = 0
        """Screens that draw now: with none, nobody can touch anything."""

    async def serve(self, path: Path) -> asyncio.Server:
        return await listen(path, self._handle)

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        log.info("screen_connected")
        self.connected += 1
        changed = self._core.watch()
        sender = asyncio.create_task(self._send(writer, changed))
        try:
            while line := await reader.readline():
                with contextlib.suppress(BadLine):
                    self._core.post_tap(decode_tap(line))
        except (ConnectionError, ValueError, asyncio.IncompleteReadError):
            pass  # the screen crashed or spoke nonsense: it will come back
        finally:
            self.connected -= 1
            self._core.unwatch(changed)
            sender.cancel()
            writer.close()
            log.info("screen_gone")

    async def _send(self, writer: asyncio.StreamWriter, changed: asyncio.Event) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                changed.clear()
                writer.write(encode_frame(self._core.frame))
                await writer.drain()
                await changed.wait()
