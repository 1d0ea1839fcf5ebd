"""A core of a few frames behind a real Unix socket: any tap on the frame in front brings the next one."""

import contextlib
import socket
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.journey.frames import Tap, decode_tap, encode_frame
from kiosk.journey.views import Frame


class FakeCore:
    """Keeps where it is when it stops and starts again, like the real one."""

    def __init__(self, path: Path, frames: Sequence[Frame]) -> None:
        self._path = path
        self._frames = [replace(frame, serial=number) for number, frame in enumerate(frames, 1)]
        self.at = 0
        self.taps: list[Tap] = []
        self._listener: socket.socket | None = None
        self._line: socket.socket | None = None
        self._thread: threading.Thread | None = None

    @property
    def frame(self) -> Frame:
        return self._frames[self.at]

    def start(self) -> None:
        self._path.unlink(missing_ok=True)
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(self._path))
        self._listener.listen()
        self._thread = threading.Thread(target=self._serve, args=(self._listener,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        for line in (self._line, self._listener):
            if line is not None:
                with contextlib.suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
                line.close()
        if self._thread is not None:
            self._thread.join(5)
        self._path.unlink(missing_ok=True)

    def _serve(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                self._line, _ = listener.accept()
                with contextlib.suppress(OSError):
                    self._talk(self._line)

    def _talk(self, line: socket.socket) -> None:
        with line, line.makefile("rb") as stream:
            line.sendall(encode_frame(self.frame))
            for text in stream:
                tap = decode_tap(text)
                self.taps.append(tap)
                if tap.serial == self.frame.serial and self.at + 1 < len(self._frames):
                    self.at += 1
                    line.sendall(encode_frame(self.frame))
