"""Frames out, taps in, over a Unix socket that only the kiosk's user may open."""

import asyncio
import base64
import contextlib
from pathlib import Path

import structlog

from hardware.camera.api import Preview
from kiosk.journey.frames import MAX_LINE_BYTES, BadLine, Glimpse, decode_tap, encode_frame, encode_glimpse
from kiosk.journey.model import Visit
from kiosk.journey.views import Frame
from kiosk.journey.visit_views import Scanning
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
        self._glimpse: Glimpse | None = None
        self._wakes: set[asyncio.Event] = set()

    @property
    def connected(self) -> int:
        """Screens that draw now: with none, nobody can touch anything."""
        return len(self._wakes)

    def glimpse(self, seen: Preview) -> None:
        """What the camera sees, to whoever draws that; a screen that is behind gets only the latest."""
        if not self._wakes:
            return
        self._glimpse = Glimpse(base64.b64encode(seen.image).decode(), seen.corners, seen.steady)
        for wake in self._wakes:
            wake.set()

    async def serve(self, path: Path) -> asyncio.Server:
        return await listen(path, self._handle)

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        log.info("screen_connected")
        changed = self._core.watch()
        self._wakes.add(changed)
        sender = asyncio.create_task(self._send(writer, changed))
        try:
            while line := await reader.readline():
                with contextlib.suppress(BadLine):
                    self._core.post_tap(decode_tap(line))
        except (ConnectionError, ValueError, asyncio.IncompleteReadError):
            pass  # the screen crashed or spoke nonsense: it will come back
        finally:
            self._wakes.discard(changed)
            if not self._wakes:
                self._glimpse = None
            self._core.unwatch(changed)
            sender.cancel()
            writer.close()
            log.info("screen_gone")

    async def _send(self, writer: asyncio.StreamWriter, changed: asyncio.Event) -> None:
        shown: Visit | None = None
        with contextlib.suppress(ConnectionError):
            while True:
                changed.clear()
                visit, frame = self._core.visit, self._core.frame
                if visit is not shown:
                    writer.write(encode_frame(frame))
                    shown = visit
                if not _draws_glimpses(frame):
                    self._glimpse = None
                elif self._glimpse is not None:
                    writer.write(encode_glimpse(self._glimpse))
                await writer.drain()
                await changed.wait()


def _draws_glimpses(frame: Frame) -> bool:
    """Not under a badge, and not where something covers the screen."""
    return isinstance(frame.screen, Scanning) and frame.screen.photo and frame.overlay is None
