"""A virtual camera on the network: pictures as MJPEG over HTTP, with faults on command."""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler
from typing import ClassVar

import cv2
import numpy as np

from hardware.camera.sheet_outline import Picture
from hardware.dock.loopback import LoopbackServer

BOUNDARY = "temoin"
FRAME_SECONDS = 0.05


class StreamFault(StrEnum):
    """What the camera does wrong."""

    SILENT = "silent"
    """The line stays open and nothing more comes."""

    FROZEN = "frozen"
    BLACK = "black"
    CUT = "cut"


@dataclass(slots=True)
class MjpegCamera:
    """Shows `pictures` (BGR) in turn, each with the grain of a sensor, between `start()` and `stop()`."""

    pictures: Sequence[Picture]
    fault: StreamFault | None = None
    port: int = 0
    _server: LoopbackServer | None = field(default=None, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)
    _number: int = field(default=0, init=False)

    @property
    def uri(self) -> str:
        return f"http://127.0.0.1:{self.port}/stream.mjpg"

    def start(self) -> None:
        handler = type("Handler", (_Handler,), {"owner": self})
        self._server = LoopbackServer(self.port, handler)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()
            self._server = self._thread = None

    def frame(self) -> bytes:
        """The next picture as a JPEG."""
        self._number += self.fault is not StreamFault.FROZEN
        shown = self.pictures[self._number % len(self.pictures)]
        if self.fault is StreamFault.BLACK:
            shown = np.zeros_like(shown)
        grain = np.random.default_rng(self._number).normal(0, 2, shown.shape)
        return bytes(cv2.imencode(".jpg", np.clip(shown + grain, 0, 255).astype(np.uint8))[1])


class _Handler(BaseHTTPRequestHandler):
    owner: ClassVar[MjpegCamera]

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY}")
        self.end_headers()
        try:
            while self.owner.fault is not StreamFault.CUT:
                if self.owner.fault is not StreamFault.SILENT:
                    image = self.owner.frame()
                    head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(image)}\r\n\r\n"
                    self.wfile.write(head.encode() + image + b"\r\n")
                time.sleep(FRAME_SECONDS)
        except OSError:
            pass  # whoever looked has gone

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""
