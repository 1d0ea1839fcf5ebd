"""One CUPS queue: plain questions and orders, its errors turned into two of ours.

Orders go through pycups; what is asked again and again goes over IPP itself, for pycups keeps memory at each question
(measured). It is imported when a queue is opened: a kiosk without it has no CUPS printer, and nothing else is lost.
CUPS says "unreachable" with no reason at all (measured), so network printers are also asked directly.
"""

import importlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from hardware.ipp_codec import Attribute, Request, Tag, attribute
from hardware.printer.api import PrinterFault
from hardware.printer.device_jobs import (
    DeviceJob,
    JobState,
    cancel_on_device,
    fault_on_device,
    jobs_on_device,
)
from hardware.printer.device_state import is_accepting, state_of_device, texts
from hardware.printer.ipp_client import CupsServer, NoAnswerError
from hardware.printer.reasons import fault_of, reason_to_tell

_NOT_FOUND = 0x0406
_FORMAT_NOT_SUPPORTED = 0x040A
_INTERNAL_ERROR = 0x0500
_SERVICE_UNAVAILABLE = 0x0502
_NOT_ACCEPTING = 0x0506
_STOPPED = 5
_FAULT_OF_STATUS = {
    _NOT_FOUND: PrinterFault.UNREACHABLE,
    _FORMAT_NOT_SUPPORTED: PrinterFault.REFUSED,
    _NOT_ACCEPTING: PrinterFault.REFUSED,
}
_GET_JOB_ATTRIBUTES = 0x09
_GET_PRINTER_ATTRIBUTES = 0x0B
_FIRST_ERROR = 0x0400
_PRINTER_QUESTIONS = ("printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "device-uri")
PDF = "application/pdf"
SERVICE_SECONDS = 8.0
"""For a CUPS that is there to answer: it does one thing after the other."""


class ServiceDownError(Exception):
    """CUPS does not answer."""


class QueueError(Exception):
    """CUPS answered no."""

    def __init__(self, fault: PrinterFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class QueueState:
    """What CUPS and, for a network printer, the printer itself say now."""

    fault: PrinterFault | None
    stopped: bool
    accepting: bool
    reason: str = ""
    """The printer-state-reason that is worth telling."""


class Queue:
    """A connection to one queue (the default one without a name), for one thread. All may raise both errors above."""

    def __init__(self, name: str, server: str | None, connect_seconds: float) -> None:
        self._connect_seconds = connect_seconds
        try:
            self._cups: Any = importlib.import_module("cups")
            self._connection = self._cups.Connection(host=server) if server else self._cups.Connection()
        except (ImportError, RuntimeError) as error:
            raise ServiceDownError from error
        self._server = CupsServer(
            server or str(self._cups.getServer()), int(self._cups.getPort()), str(self._cups.getUser()), SERVICE_SECONDS
        )
        self.name = name or self._default()

    def state(self) -> QueueState:
        answer = self._ask(_GET_PRINTER_ATTRIBUTES, _wanted(*_PRINTER_QUESTIONS))
        fault, reason = self._told(answer.text("device-uri"), texts(answer, "printer-state-reasons"))
        stopped = answer.integer("printer-state") == _STOPPED
        return QueueState(fault, stopped, is_accepting(answer), reason)

    def enable(self) -> None:
        with self._translated():
            self._connection.enablePrinter(self.name)

    def submit(self, document: bytes, title: str) -> int:
        """Hand over one PDF, without any file of ours; the job's number."""
        with self._translated():
            job = int(self._connection.createJob(self.name, title, {"document-format": PDF}))
            try:
                self._connection.startDocument(self.name, job, title, PDF, 1)
                self._connection.writeRequestData(document, len(document))
                self._connection.finishDocument(self.name)
            except (self._cups.IPPError, RuntimeError):
                self._quietly(lambda: self._connection.cancelJob(job))
                raise
        return job

    def job_state(self, job: int) -> JobState:
        answer = self._ask(_GET_JOB_ATTRIBUTES, attribute("job-id", Tag.INTEGER, job), _wanted("job-state"))
        try:
            return JobState(answer.integer("job-state"))
        except ValueError as error:
            raise ServiceDownError from error

    def unfinished(self) -> dict[int, str]:
        """Numbers and titles of the jobs that still wait or print."""
        wanted = ["job-id", "job-name", "job-printer-uri"]
        with self._translated():
            jobs = self._connection.getJobs(which_jobs="not-completed", requested_attributes=wanted)
        return {
            int(number): str(job.get("job-name", ""))
            for number, job in jobs.items()
            if str(job.get("job-printer-uri", "")).endswith(f"/{self.name}")
        }

    def cancel(self, job: int) -> None:
        """Take a job back; one that has ended is left as it is."""
        with self._translated():
            self._quietly(lambda: self._connection.cancelJob(job))

    def fault_on_device(self, title: str) -> PrinterFault | None:
        """Why the printer gave no paper for a job that CUPS calls completed, if it tells."""
        return fault_on_device(self._device_uri(), title, self._connect_seconds)

    def jobs_on_device(self, title: str) -> tuple[DeviceJob, ...]:
        """What the printer itself knows of jobs of that title; nothing where it does not tell."""
        return jobs_on_device(self._device_uri(), title, self._connect_seconds)

    def cancel_on_device(self, job: DeviceJob) -> None:
        """Take a job back from the printer itself."""
        cancel_on_device(self._device_uri(), job.number, self._connect_seconds)

    def nudge(self, job: int) -> None:
        """Wake a job up: one that was printing when cupsd was restarted stays pending for ever (measured)."""
        with self._translated():
            self._quietly(lambda: self._connection.setJobHoldUntil(job, "indefinite"))
            self._quietly(lambda: self._connection.setJobHoldUntil(job, "no-hold"))

    def _device_uri(self) -> str:
        return self._ask(_GET_PRINTER_ATTRIBUTES, _wanted("device-uri")).text("device-uri")

    def _ask(self, operation: int, *asked: Attribute) -> Request:
        try:
            answer = self._server.ask(f"/printers/{quote(self.name)}", operation, asked)
        except NoAnswerError as error:
            raise ServiceDownError from error
        if answer.operation >= _FIRST_ERROR:
            raise _refusal(answer.operation)
        return answer

    def _default(self) -> str:
        with self._translated():
            name = self._connection.getDefault()
        if not name:
            raise QueueError(PrinterFault.UNREACHABLE)
        return str(name)

    def _told(self, uri: str, by_cups: Sequence[str]) -> tuple[PrinterFault | None, str]:
        """Fault and reason as a network printer says them itself; those that CUPS knows where it does not."""
        by_device = state_of_device(uri, self._connect_seconds)
        return (fault_of(by_cups), reason_to_tell(by_cups)) if by_device is None else by_device

    def _quietly(self, order: Callable[[], object]) -> None:
        """Give an order that the state of the job may have made pointless."""
        try:
            order()
        except self._cups.IPPError as error:
            if error.args[0] in (_INTERNAL_ERROR, _SERVICE_UNAVAILABLE):
                raise

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except self._cups.IPPError as error:
            raise _refusal(error.args[0]) from error
        except RuntimeError as error:
            raise ServiceDownError from error


def _refusal(status: int) -> ServiceDownError | QueueError:
    if status in (_INTERNAL_ERROR, _SERVICE_UNAVAILABLE):
        return ServiceDownError()
    return QueueError(_FAULT_OF_STATUS.get(status, PrinterFault.OTHER))


def _wanted(*names: str) -> Attribute:
    return attribute("requested-attributes", Tag.KEYWORD, *names)
