"""One CUPS queue seen through pycups: plain questions and orders, its errors turned into two of ours.

pycups is imported when a queue is opened: a kiosk without it has no CUPS printer, and nothing else is lost. CUPS says
"unreachable" with no reason at all (measured), so network printers are also asked directly.
"""

import importlib
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from hardware.printer.api import PrinterFault
from hardware.printer.device_jobs import (
    IPP_PORT,
    DeviceJob,
    JobState,
    cancel_on_device,
    fault_on_device,
    jobs_on_device,
)
from hardware.printer.reasons import fault_of

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
_PRINTER_QUESTIONS = ["printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "device-uri"]
_DEVICE_QUESTIONS = ["printer-state-reasons", "printer-is-accepting-jobs"]
PDF = "application/pdf"


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


class Queue:
    """A connection to one queue (the default one without a name), for one thread. All may raise both errors above."""

    def __init__(self, name: str, server: str | None, connect_seconds: float) -> None:
        self._connect_seconds = connect_seconds
        try:
            self._cups: Any = importlib.import_module("cups")
            self._connection = self._cups.Connection(host=server) if server else self._cups.Connection()
        except (ImportError, RuntimeError) as error:
            raise ServiceDownError from error
        self.name = name or self._default()

    def state(self) -> QueueState:
        with self._translated():
            answer = self._connection.getPrinterAttributes(self.name, requested_attributes=_PRINTER_QUESTIONS)
        told_by_cups = fault_of(_as_list(answer.get("printer-state-reasons", [])))
        return QueueState(
            fault=self._fault_of_device(str(answer.get("device-uri", "")), told_by_cups),
            stopped=answer.get("printer-state") == _STOPPED,
            accepting=bool(answer.get("printer-is-accepting-jobs", True)),
        )

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
        with self._translated():
            answer = self._connection.getJobAttributes(job, requested_attributes=["job-state"])
        return JobState(answer["job-state"])

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
        with self._translated():
            answer = self._connection.getPrinterAttributes(self.name, requested_attributes=["device-uri"])
        return str(answer.get("device-uri", ""))

    def _default(self) -> str:
        with self._translated():
            name = self._connection.getDefault()
        if not name:
            raise QueueError(PrinterFault.UNREACHABLE)
        return str(name)

    def _fault_of_device(self, uri: str, told_by_cups: PrinterFault | None) -> PrinterFault | None:
        """What a network printer says itself, which is newer: CUPS asks it only while it prints."""
        parts = urlsplit(uri)
        if parts.scheme not in ("ipp", "ipps") or parts.hostname is None:
            return told_by_cups
        port = parts.port or IPP_PORT
        try:
            socket.create_connection((parts.hostname, port), self._connect_seconds).close()
        except OSError:
            return PrinterFault.UNREACHABLE
        if parts.scheme == "ipps":
            return told_by_cups
        try:
            device = self._cups.Connection(host=parts.hostname, port=port)
            answer = device.getPrinterAttributes(uri=uri, requested_attributes=_DEVICE_QUESTIONS)
        except (self._cups.IPPError, RuntimeError):
            return told_by_cups
        fault = fault_of(_as_list(answer.get("printer-state-reasons", [])))
        return fault or (None if answer.get("printer-is-accepting-jobs", True) else PrinterFault.REFUSED)

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
            status = error.args[0]
            if status in (_INTERNAL_ERROR, _SERVICE_UNAVAILABLE):
                raise ServiceDownError from error
            raise QueueError(_FAULT_OF_STATUS.get(status, PrinterFault.OTHER)) from error
        except RuntimeError as error:
            raise ServiceDownError from error


def _as_list(value: object) -> Sequence[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]
