"""A virtual printer on the network: IPP over HTTP (RFC 8010, 8011), enough for CUPS and for `ipptool`."""

import threading
from collections.abc import Callable
from enum import IntEnum
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import ClassVar

from hardware.dock.ipp_model import FINISHED, Job, JobState, Knobs, VirtualPrinter
from hardware.dock.loopback import LoopbackServer
from hardware.ipp_codec import Attribute, Request, Tag, attribute, decode, encode

PATH = "/ipp/print"


class Status(IntEnum):
    """RFC 8011, appendix B."""

    OK = 0x0000
    NOT_POSSIBLE = 0x0404
    NOT_FOUND = 0x0406
    OPERATION_NOT_SUPPORTED = 0x0501
    NOT_ACCEPTING = 0x0506
    JOB_CANCELED = 0x0508


class Operation(IntEnum):
    """RFC 8011, 5.4.15."""

    PRINT_JOB = 0x02
    VALIDATE_JOB = 0x04
    CREATE_JOB = 0x05
    SEND_DOCUMENT = 0x06
    CANCEL_JOB = 0x08
    GET_JOB_ATTRIBUTES = 0x09
    GET_JOBS = 0x0A
    GET_PRINTER_ATTRIBUTES = 0x0B


Reply = tuple[Status, list[tuple[Tag, list[Attribute]]]]


class IppPrinter:
    """Serves a `VirtualPrinter` on loopback between `start()` and `stop()`; off, it is unreachable."""

    def __init__(self, port: int = 0) -> None:
        self.printer = VirtualPrinter()
        self._port = port
        self._server: LoopbackServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def knobs(self) -> Knobs:
        return self.printer.knobs

    @property
    def uri(self) -> str:
        """Where it is, once it was started; the same after a stop and a start."""
        return f"ipp://localhost:{self._port}{PATH}"

    def start(self) -> None:
        handler = type("Handler", (_Handler,), {"owner": self})
        self._server = LoopbackServer(self._port, handler)
        self._port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self._server = self._thread = None

    def reset(self) -> None:
        """All knobs back, no memory of what was printed; the jobs are kept, their numbers are known outside."""
        with self.printer.lock:
            self.printer.knobs = Knobs()
            self.printer.printed.clear()

    def answer(self, message: bytes) -> bytes:
        """The IPP answer to an IPP request. Raises ValueError when it is none."""
        request = decode(message)
        with self.printer.lock:
            self.printer.advance()
            status, groups = self._operate(request)
        operation: list[Attribute] = [
            attribute("attributes-charset", Tag.CHARSET, "utf-8"),
            attribute("attributes-natural-language", Tag.LANGUAGE, "en"),
        ]
        return encode(request, status, [(Tag.OPERATION, operation), *groups])

    def _operate(self, request: Request) -> Reply:
        match request.operation:
            case Operation.GET_PRINTER_ATTRIBUTES:
                return Status.OK, [(Tag.PRINTER, list(self.printer.printer_attributes(self.uri)))]
            case Operation.VALIDATE_JOB:
                return (Status.OK if self.knobs.accepts else Status.NOT_ACCEPTING), []
            case Operation.PRINT_JOB | Operation.CREATE_JOB:
                return self._begin(request)
            case Operation.SEND_DOCUMENT:
                return self._with_job(request, self._receive)
            case Operation.CANCEL_JOB:
                return self._with_job(request, self._cancel)
            case Operation.GET_JOB_ATTRIBUTES:
                return self._with_job(request, lambda _request, job: self._tell(job))
            case Operation.GET_JOBS:
                return self._list(finished=request.text("which-jobs") == "completed")
        return Status.OPERATION_NOT_SUPPORTED, []

    def _list(self, finished: bool) -> Reply:
        newest_first = reversed(self.printer.jobs)
        jobs = [job for job in newest_first if (job.state in FINISHED) == finished]
        return Status.OK, [group for job in jobs for group in self._tell(job)[1]]

    def _begin(self, request: Request) -> Reply:
        if not self.knobs.accepts:
            return Status.NOT_ACCEPTING, []
        job = self.printer.new_job(request.text("job-name"))
        if request.operation == Operation.PRINT_JOB:
            self.printer.feed(job, request.document)
        return self._tell(job)

    def _receive(self, request: Request, job: Job) -> Reply:
        if self.knobs.aborts:
            job.state = JobState.ABORTED
            return Status.JOB_CANCELED, []
        self.printer.feed(job, request.document)
        return self._tell(job)

    def _cancel(self, _request: Request, job: Job) -> Reply:
        if job.state in FINISHED:
            return Status.NOT_POSSIBLE, []
        job.state = JobState.CANCELED
        return Status.OK, []

    def _tell(self, job: Job) -> Reply:
        return Status.OK, [(Tag.JOB, list(self.printer.job_attributes(job, self.uri)))]

    def _with_job(self, request: Request, act: Callable[[Request, Job], Reply]) -> Reply:
        end_of_uri = request.text("job-uri").rpartition("/")[2]
        number = request.integer("job-id") or (int(end_of_uri) if end_of_uri.isdecimal() else 0)
        if not 1 <= number <= len(self.printer.jobs):
            return Status.NOT_FOUND, []
        return act(request, self.printer.jobs[number - 1])


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    owner: ClassVar[IppPrinter]

    def do_POST(self) -> None:
        body = self._body()
        if self.owner.knobs.unavailable:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, b"")
            return
        try:
            answer = self.owner.answer(body)
        except ValueError:
            self._send(HTTPStatus.BAD_REQUEST, b"")
            return
        self._send(HTTPStatus.OK, answer)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: a job's name has no business in a log."""

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        chunks = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(chunks)

    def _send(self, status: HTTPStatus, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
