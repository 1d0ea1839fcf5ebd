"""A line to a printer on tape: what its driver said and heard, and the same again without the printer.

It stands on loopback where the printer would be, so the driver does not know. Good for ESC/POS and for IPP: both
drivers speak first, and say the same thing when they hear the same. The scanner's tapes are in scanimage_tape.py,
the card's in card_tape.py.
"""

import base64
import contextlib
import json
import re
import socket
import threading
from pathlib import Path

HOST = "127.0.0.1"
SECONDS = 30.0
_CHUNK = 1 << 16
_PORT = re.compile(rb"(?<=localhost:|127\.0\.0\.1:)\d{5}")
"""Another one each time the line is put up; as long, so that nothing else moves."""

Event = tuple[str, bytes]
SENT, HEARD = "sent", "heard"
HUNG_UP, LEFT = "hung up", "left"
"""The printer, and the driver."""


class _Line:
    """Takes connections one after another between `start()` and `stop()`."""

    def __init__(self) -> None:
        self._listener = socket.create_server((HOST, 0))
        self._thread = threading.Thread(target=self._accept, daemon=True)

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def address(self) -> str:
        return f"{HOST}:{self.port}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                driver, _ = self._listener.accept()
                with driver, contextlib.suppress(OSError):
                    driver.settimeout(SECONDS)
                    self._serve(driver)

    def _serve(self, driver: socket.socket) -> None:
        raise NotImplementedError


class RecordedLine(_Line):
    """Passes everything on to the printer at `host` and `port`; after `stop()` all of it is in the new file `tape`."""

    def __init__(self, host: str, port: int, tape: Path) -> None:
        super().__init__()
        self._printer = (host, port)
        self._tape = tape
        self._connections: list[list[Event]] = []
        self._lock = threading.Lock()

    def stop(self) -> None:
        super().stop()
        rows = [
            [[who, base64.b64encode(_PORT.sub(b"00000", data)).decode()] for who, data in events]
            for events in self._connections
        ]
        self._tape.write_text(json.dumps(rows, indent=1) + "\n", encoding="ascii")

    def _serve(self, driver: socket.socket) -> None:
        events: list[Event] = []
        self._connections.append(events)
        with socket.create_connection(self._printer, SECONDS) as printer:
            back = threading.Thread(target=self._pump, args=(printer, driver, HEARD, events), daemon=True)
            back.start()
            self._pump(driver, printer, SENT, events)
            with self._lock:
                events.append((LEFT, b""))
            back.join()
            del events[events.index((LEFT, b"")) :]  # what the printer said to nobody

    def _pump(self, source: socket.socket, sink: socket.socket, who: str, events: list[Event]) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(_CHUNK):
                with self._lock:
                    before = events.pop()[1] if events and events[-1][0] == who else b""
                    events.append((who, before + data))
                sink.sendall(data)
        if who == HEARD:
            with self._lock:
                events.append((HUNG_UP, b""))
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)


class ReplayedLine(_Line):
    """The printer of the tape. `is_off` once the driver said something else than when the tape was made."""

    def __init__(self, tape: Path) -> None:
        super().__init__()
        rows = json.loads(tape.read_text(encoding="ascii"))
        self._connections = [[(who, base64.b64decode(data)) for who, data in events] for events in rows]
        self.played = 0
        """Connections; a driver that asks once more hears the last one again."""
        self.is_off = False

    @property
    def is_over(self) -> bool:
        """Whether the driver went through all of the tape."""
        return self.played >= len(self._connections)

    def _serve(self, driver: socket.socket) -> None:
        events = self._connections[min(self.played, len(self._connections) - 1)]
        self.played += 1
        for who, data in events:
            if who == HUNG_UP:
                return
            if who == HEARD:
                driver.sendall(data)
                continue
            said = _exactly(driver, len(data))
            if not said:
                return  # it has heard enough
            if _PORT.sub(b"00000", said) != data:
                self.is_off = True
                return
        self.is_off = self.is_off or bool(driver.recv(1))  # silent, as the printer was, until the driver leaves


def _exactly(line: socket.socket, length: int) -> bytes:
    """So many bytes, or what came before the other side hung up."""
    received = b""
    while len(received) < length and (chunk := line.recv(length - len(received))):
        received += chunk
    return received
