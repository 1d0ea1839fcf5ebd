"""A virtual ticket printer on the network, port 9100 style, or behind any pair of file descriptors."""

import contextlib
import os
import select
import socket
import threading

from hardware.dock.escpos_model import Knobs, VirtualTicketPrinter
from hardware.dock.escpos_stream import Stream

_LOOK = 0.02
"""Seconds between two looks at the knobs while nothing comes."""


class EscposPrinter:
    """Serves a `VirtualTicketPrinter` on loopback between `start()` and `stop()`; off, it is unreachable."""

    def __init__(self, port: int = 0) -> None:
        self.printer = VirtualTicketPrinter()
        self._port = port
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        self._listener: socket.socket | None = None

    @property
    def knobs(self) -> Knobs:
        return self.printer.knobs

    @property
    def address(self) -> str:
        """Where it is, once it was started; the same after a stop and a start."""
        return f"127.0.0.1:{self._port}"

    def start(self) -> None:
        self._stopping.clear()
        self._listener = socket.create_server(("127.0.0.1", self._port))
        self._port = self._listener.getsockname()[1]
        self._run(self._accept, self._listener)

    def stop(self) -> None:
        """As a plug that is pulled."""
        self._stopping.set()
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        with self.printer.lock:
            self.printer.off()

    def reset(self) -> None:
        """All knobs back, no memory of what was printed."""
        with self.printer.lock:
            self.printer.off()
            self.printer.knobs = Knobs()
            self.printer.printed.clear()
            self.printer.letters = 0
            self.printer.tear_off()

    def serve_descriptor(self, number: int) -> None:
        """Be at the other end of a line that is open already, e.g. of a pseudo-terminal; until `stop()`."""
        self._stopping.clear()
        self._run(self._serve, number)

    def _run(self, what: object, argument: object) -> None:
        thread = threading.Thread(target=what, args=(argument,), daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        while not self._stopping.is_set():
            try:
                if not select.select([listener], [], [], _LOOK)[0]:
                    continue
                connection, _ = listener.accept()
            except (OSError, ValueError):
                return
            with connection:
                self._serve(connection.fileno())

    def _serve(self, number: int) -> None:
        """One line until it ends. A real one serves one at a time too."""
        stream = Stream()
        taken = 0
        while not self._stopping.is_set():
            try:
                ready = bool(select.select([number], [], [], _LOOK)[0])
                data = os.read(number, 4096) if ready else b""
            except OSError:
                return
            if ready and not data:
                return
            taken += len(data)
            with self.printer.lock:
                limit = self.knobs.hangs_up_after
                if limit is not None and taken >= limit:
                    self.knobs.hangs_up_after = None
                    self.printer.off()
                    return
                answers = self.printer.take(stream, data) if data else self.printer.advance()
            with contextlib.suppress(OSError):
                os.write(number, answers)
