"""A real A4 printer through CUPS. The job is ours until its end: followed to `completed`, or taken back.

A job left in a queue comes out hours later, in front of another visitor. So nothing is ever left waiting: what does
not print in time is cancelled and said to be cancelled, and a job that a crash left behind is found by its title.

One case escapes: CUPS itself dies while the printer holds the document. The receipt is then printed at least once, and
perhaps twice; both copies bear the same number.
"""

import contextlib
import re
import time

from hardware.delays import PrinterDelays
from hardware.printer.api import (
    Printed,
    PrinterFault,
    PrinterReady,
    PrinterStatus,
    PrinterUnavailable,
    PrintFailed,
    PrintOutcome,
)
from hardware.printer.patience import Patience
from hardware.printer.queue import FINISHED, JobState, Queue, QueueError, ServiceDownError

TITLE = "temoin-"
_KEY = re.compile(r"[A-Za-z0-9._-]{1,100}")


class CupsPrinter:
    """The queue `queue` (empty: the default one) of the CUPS at `server` (host or socket; None: the machine's own).

    Whoever takes the printer out of service for good uses `cupsreject`: a queue that merely stopped is started again.
    """

    def __init__(self, queue: str, server: str | None = None, delays: PrinterDelays | None = None) -> None:
        self._queue_name = queue
        self._server = server
        self._delays = delays or PrinterDelays()
        self._in_doubt: dict[str, int] = {}

    def status(self) -> PrinterStatus:
        try:
            queue = self._open()
            state = queue.state()
        except ServiceDownError:
            return PrinterUnavailable(PrinterFault.SERVICE_DOWN)
        except QueueError as error:
            return PrinterUnavailable(error.fault)
        fault = state.fault or (None if state.accepting else PrinterFault.REFUSED)
        return PrinterReady(queue.name) if fault is None else PrinterUnavailable(fault)

    def print_pdf(self, document: bytes, key: str) -> PrintOutcome:
        """Print and wait for the end. A job of the same key that still waits is followed, not sent again.

        A key that was printed is printed again. Raises ValueError for a key that could hold anything personal.
        """
        if not _KEY.fullmatch(key):
            raise ValueError("key")
        try:
            queue = self._open()
            job = self._job_of(queue, key)
            self._wake(queue)
            if job is None:
                job = queue.submit(document, TITLE + key)
            else:
                queue.nudge(job)
        except ServiceDownError:
            return PrintFailed(PrinterFault.SERVICE_DOWN)
        except QueueError as error:
            return PrintFailed(error.fault)
        self._in_doubt[key] = job
        return self._follow(queue, job, key)

    def _open(self) -> Queue:
        return Queue(self._queue_name, self._server, self._delays.connect)

    def _wake(self, queue: Queue) -> None:
        if queue.state().stopped:
            with contextlib.suppress(QueueError):  # not allowed to: the job then waits its time and is taken back
                queue.enable()

    def _job_of(self, queue: Queue, key: str) -> int | None:
        """The job of this key that has not ended or whose end we missed; any other of ours is taken back."""
        found = None
        for job, title in queue.unfinished().items():
            if title == TITLE + key and found is None:
                found = job
            elif title.startswith(TITLE):
                queue.cancel(job)
        missed = self._in_doubt.pop(key, None)
        if found is None and missed is not None:
            with contextlib.suppress(QueueError):  # CUPS has forgotten it
                return missed if queue.job_state(missed) is JobState.COMPLETED else None
        return found

    def _follow(self, queue: Queue, job: int, key: str) -> PrintOutcome:
        patience = Patience(self._delays, time.monotonic())
        nudge_at = time.monotonic() + self._delays.nudge
        was_down = False
        while True:
            fault: PrinterFault | None
            try:
                if was_down:
                    queue = self._open()
                    was_down = False
                state = queue.job_state(job)
                if state in FINISHED or state is JobState.STOPPED:
                    return self._ended(queue, job, key, state)
                if state is not JobState.PENDING:
                    nudge_at = time.monotonic() + self._delays.nudge
                elif time.monotonic() >= nudge_at:
                    queue.nudge(job)
                    nudge_at = time.monotonic() + self._delays.nudge
                fault = queue.state().fault
            except ServiceDownError:
                was_down = True
                fault = PrinterFault.SERVICE_DOWN
            except QueueError as error:
                fault = error.fault
            lost = patience.lost(fault, time.monotonic())
            if lost is not None:
                return self._take_back(queue, job, key, lost)
            time.sleep(self._delays.poll)

    def _ended(self, queue: Queue, job: int, key: str, state: JobState) -> PrintOutcome:
        if state is JobState.STOPPED:  # its filter failed; CUPS would keep it for ever
            return self._take_back(queue, job, key, PrinterFault.REFUSED)
        self._in_doubt.pop(key, None)
        if state is JobState.COMPLETED:
            fault = queue.fault_on_device(TITLE + key)
            return Printed(str(job)) if fault is None else PrintFailed(fault)
        return PrintFailed(PrinterFault.CANCELLED if state is JobState.CANCELED else PrinterFault.OTHER)

    def _take_back(self, queue: Queue, job: int, key: str, fault: PrinterFault) -> PrintOutcome:
        """Cancel and make sure. The last line may have come out meanwhile: then it is printed."""
        deadline = time.monotonic() + self._delays.cancel
        try:
            queue.cancel(job)
            while (state := queue.job_state(job)) not in FINISHED and time.monotonic() < deadline:
                time.sleep(min(self._delays.poll, self._delays.cancel))
        except ServiceDownError:
            return PrintFailed(PrinterFault.SERVICE_DOWN)
        except QueueError:
            state = JobState.CANCELED
        if state in FINISHED:
            self._in_doubt.pop(key, None)
        return Printed(str(job)) if state is JobState.COMPLETED else PrintFailed(fault)
