"""A virtual scanner on the network: eSCL over HTTP, enough for sane-airscan, with faults on command."""

import socket
import threading
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import ClassVar

from hardware.dock import escl_words
from hardware.dock.escl_model import EsclFault, Job, Knobs, VirtualScanner, settings_of
from hardware.dock.loopback import LoopbackServer

ROOT = "/eSCL"
NAME = "Virtual Scanner"
_LOOK = 0.02
_FEEDER_SAYS = {EsclFault.JAMMED: "ScannerAdfJam", EsclFault.COVER_OPEN: "ScannerAdfDoorOpen"}


class EsclScanner:
    """Serves a `VirtualScanner` on loopback between `start()` and `stop()`; off, it is unreachable."""

    def __init__(self, port: int = 0) -> None:
        self.scanner = VirtualScanner()
        self.stopping = threading.Event()
        self._port = port
        self._server: LoopbackServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def knobs(self) -> Knobs:
        return self.scanner.knobs

    @property
    def uri(self) -> str:
        """Where it is, once it was started; the same after a stop and a start."""
        return f"http://127.0.0.1:{self._port}{ROOT}"

    def start(self) -> None:
        self.stopping.clear()
        self._server = LoopbackServer(self._port, type("Handler", (_Handler,), {"owner": self}))
        self._port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """As a plug that is pulled, in the middle of a page or not."""
        self.stopping.set()
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self._server = self._thread = None

    def reset(self) -> None:
        """No fault, no sheet, no job."""
        with self.scanner.lock:
            self.scanner.knobs = Knobs()
            self.scanner.feeder.clear()
            self.scanner.glass = ()
            self.scanner.jobs.clear()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    owner: ClassVar[EsclScanner]

    def handle_one_request(self) -> None:
        if self._knobs().fault is EsclFault.UNPLUGGED:
            self.close_connection = True
            return
        super().handle_one_request()

    def do_GET(self) -> None:
        match self.path.removeprefix(ROOT).strip("/").split("/"):
            case ["ScannerCapabilities"]:
                malformed = self._knobs().fault is EsclFault.MALFORMED
                self._send(HTTPStatus.OK, b"<scan:Scann" if malformed else escl_words.capabilities(NAME), "text/xml")
            case ["ScannerStatus"]:
                self._send(HTTPStatus.OK, self._status(), "text/xml")
            case ["ScanJobs", number, "NextDocument"] if number.isdecimal():
                self._next(int(number))
            case _:
                self._send(HTTPStatus.NOT_FOUND, b"")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        scanner = self.owner.scanner
        try:
            settings = settings_of(body)
        except ValueError:
            self._send(HTTPStatus.BAD_REQUEST, b"")
            return
        with scanner.lock:
            busy = scanner.knobs.fault is EsclFault.BUSY and scanner.struck(scanner.knobs.at_page) is not None
            job = None if busy or (settings.feeder and not scanner.feeder) else scanner.new_job(settings)
        if job is None:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE if busy else HTTPStatus.CONFLICT, b"")
            return
        self.send_response(HTTPStatus.CREATED)
        self.send_header("Location", f"{self.owner.uri}/ScanJobs/{job.number}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_DELETE(self) -> None:
        with self.owner.scanner.lock:
            self.owner.scanner.jobs.clear()
        self._send(HTTPStatus.OK, b"")

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def _knobs(self) -> Knobs:
        return self.owner.scanner.knobs

    def _status(self) -> bytes:
        scanner = self.owner.scanner
        with scanner.lock:
            fault = scanner.knobs.fault
            reached = any(job.pages + 1 >= scanner.knobs.at_page for job in scanner.jobs.values())
            feeder = "ScannerAdfLoaded" if scanner.feeder else "ScannerAdfEmpty"
            if fault in _FEEDER_SAYS and reached:
                feeder = _FEEDER_SAYS[fault]
        return escl_words.status("Processing" if fault is EsclFault.BUSY else "Idle", feeder)

    def _next(self, number: int) -> None:
        scanner = self.owner.scanner
        with scanner.lock:
            job = scanner.jobs.get(number)
            fault = None if job is None else scanner.struck(job.pages + 1)
            if fault is EsclFault.DOUBLE_FEED:
                scanner.lose_a_page()
            if job is not None and fault in _FEEDER_SAYS:
                scanner.knobs.fault = fault  # a jam lasts until someone clears it, however often it was to strike
        if job is None:
            self._send(HTTPStatus.NOT_FOUND, b"")
        elif fault in _FEEDER_SAYS:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, b"")
        elif fault is EsclFault.ERROR:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, b"")
        else:
            self._give(job, fault)

    def _give(self, job: Job, fault: EsclFault | None) -> None:
        scanner = self.owner.scanner
        with scanner.lock:
            page = scanner.next_page(job)
        if page is None:
            self._send(HTTPStatus.NOT_FOUND, b"")
            return
        half = len(page) // 2
        match fault:
            case EsclFault.SLOW:
                self.owner.stopping.wait(self._knobs().slow_seconds)
                self._send(HTTPStatus.OK, page, "image/jpeg")
            case EsclFault.CORRUPT_IMAGE:
                self._send(HTTPStatus.OK, page[:4] + bytes(len(page) - 4), "image/jpeg")
            case EsclFault.STALLED | EsclFault.CUT:
                self._head(HTTPStatus.OK, len(page), "image/jpeg")
                self.wfile.write(page[:half])
                self.wfile.flush()
                self._hang_up_when_done(fault)
            case _:
                self._send(HTTPStatus.OK, page, "image/jpeg")

    def _hang_up_when_done(self, fault: EsclFault) -> None:
        while fault is EsclFault.STALLED and not self.owner.stopping.is_set():
            if self._is_gone():
                break
            time.sleep(_LOOK)
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _is_gone(self) -> bool:
        self.connection.setblocking(False)
        try:
            return not self.connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True
        finally:
            self.connection.setblocking(True)

    def _head(self, status: HTTPStatus, length: int, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def _send(self, status: HTTPStatus, body: bytes, kind: str = "text/plain") -> None:
        self._head(status, len(body), kind)
        self.wfile.write(body)
