"""The line to the core: frames come in, taps go out, each on its own thread. It comes back by itself."""

import contextlib
import logging
import queue
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.journey.frames import MAX_LINE_BYTES, BadLine, Glimpse, Tap, decode_line, encode_tap
from kiosk.journey.views import Frame
from kiosk.screens.pictures import Pictures, Pixels, decode, decode_pictures

RETRY_S = 0.1
"""Knocking at the door of the core costs next to nothing."""

log = logging.getLogger(__name__)


class Link:
    """`on_frame`, `on_glimpse` and `on_lost` are called on the link's thread, never on that of the drawing."""

    def __init__(
        self,
        path: Path,
        on_frame: Callable[[Frame, Pictures], None],
        on_glimpse: Callable[[Glimpse, Pixels], None],
        on_lost: Callable[[], None],
    ) -> None:
        self._path = path
        self._on_frame = on_frame
        self._on_glimpse = on_glimpse
        self._on_lost = on_lost
        self._outbox: queue.SimpleQueue[Tap | None] = queue.SimpleQueue()
        self._socket: socket.socket | None = None
        self._closed = threading.Event()
        self._threads = [
            threading.Thread(target=target, name=name, daemon=True)
            for name, target in (("frames", self._listen), ("taps", self._talk))
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def send(self, tap: Tap) -> None:
        """Queue a tap. One made while the core is away is dropped: its frame is gone."""
        self._outbox.put(tap)

    def close(self) -> None:
        self._closed.set()
        self._outbox.put(None)
        self._hang_up()
        for thread in self._threads:
            thread.join(timeout=2)

    def _hang_up(self) -> None:
        line, self._socket = self._socket, None
        if line is not None:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    def _listen(self) -> None:
        while not self._closed.is_set():
            connected = False
            try:
                self._connect()
                connected = True
                self._read()
            except OSError:
                pass
            finally:
                self._hang_up()
            if connected and not self._closed.is_set():
                self._on_lost()
            time.sleep(RETRY_S)

    def _connect(self) -> None:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            line.connect(str(self._path))
        except OSError:
            line.close()
            raise
        self._socket = line

    def _read(self) -> None:
        line = self._socket
        if line is None:
            return
        pictures: Pictures = {}
        with line.makefile("rb") as stream:
            while text := stream.readline(MAX_LINE_BYTES):
                try:
                    sent = decode_line(text)
                except BadLine:
                    # Its text may be private: only the fact is logged.
                    log.warning("unreadable frame")
                    continue
                if isinstance(sent, Frame):
                    pictures = decode_pictures(sent.screen, pictures)
                    self._on_frame(sent, pictures)
                elif (pixels := decode(sent.image)) is not None:
                    self._on_glimpse(sent, pixels)

    def _talk(self) -> None:
        while (tap := self._outbox.get()) is not None:
            line = self._socket
            if line is not None:
                with contextlib.suppress(OSError):
                    line.sendall(encode_tap(tap))
