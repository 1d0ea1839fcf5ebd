"""A real A4 printer through CUPS. The job is ours until its end: followed to `completed`, or taken back.

A job left in a queue comes out hours later, in front of another visitor. So nothing is ever left waiting: what does
not print in time is cancelled and said to be cancelled, and a job that a crash left behind is found by its title.

When CUPS itself dies while the printer holds the document, the printer is asked what became of it. One case escapes: a
printer that does not tell. The receipt is then printed at least once, and perhaps twice; both bear the same number.
"""

import contextlib
import re
import time
from dataclasses import replace

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
from hardware.printer.device_jobs import FINISHED, DeviceJob, JobState
from hardware.printer.job import Job
from hardware.printer.patience import Patience
from hardware.printer.queue import Queue, QueueError, ServiceDownError

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
        self._in_doubt: dict[str, Job] = {}

    def status(self) -> PrinterStatus:
        try:
            queue = self._open()
            state = queue.state()
        except ServiceDownError:
            return PrinterUnavailable(PrinterFault.SERVICE_DOWN)
        except QueueError as error:
            return PrinterUnavailable(error.fault)
        fault = state.fault or (None if state.accepting else PrinterFault.REFUSED)
        if fault is None:
            return PrinterReady(queue.name, state.reason)
        return PrinterUnavailable(fault, state.reason)

    def print_pdf(self, document: bytes, key: str) -> PrintOutcome:
        """Print and wait for the end. A job of the same key that still waits is followed, not sent again.

        A key that was printed is printed again. Raises ValueError for a key that could hold anything personal.
        """
        if not _KEY.fullmatch(key):
            raise ValueError("key")
        title, missed = TITLE + key, self._in_doubt.pop(key, None)
        try:
            queue = self._open()
            number = self._job_of(queue, title)
            self._wake(queue)
            on_device = None
            if missed is not None:
                job = Job(title, document, number or missed.number, missed.earlier)
                on_device = job.after_restart(queue)
            elif number is not None:
                job = Job(title, document, number)
                queue.nudge(number)
            else:
                earlier = frozenset(one.number for one in queue.jobs_on_device(title))
                job = Job(title, document, queue.submit(document, title), earlier)
        except ServiceDownError:
            self._doubt(key, missed)
            return PrintFailed(PrinterFault.SERVICE_DOWN)
        except QueueError as error:
            return PrintFailed(error.fault)
        patience = Patience(self._delays, time.monotonic())
        if on_device is not None:
            outcome = self._follow_on_device(queue, job, on_device, patience)
        else:
            outcome = self._follow(queue, job, patience)
        if outcome == PrintFailed(PrinterFault.SERVICE_DOWN):
            self._doubt(key, job)
        return outcome

    def _doubt(self, key: str, job: Job | None) -> None:
        """The service died with this job: what became of it is asked before it is printed again. No paper is kept."""
        if job is not None:
            self._in_doubt[key] = replace(job, document=b"")

    def _open(self) -> Queue:
        return Queue(self._queue_name, self._server, self._delays.connect)

    def _wake(self, queue: Queue) -> None:
        if queue.state().stopped:
            with contextlib.suppress(QueueError):  # not allowed to: the job then waits its time and is taken back
                queue.enable()

    def _job_of(self, queue: Queue, title: str) -> int | None:
        """The job of this title that has not ended; any other of ours is taken back."""
        found = None
        for job, its_title in queue.unfinished().items():
            if its_title == title and found is None:
                found = job
            elif its_title.startswith(TITLE):
                queue.cancel(job)
        return found

    def _follow(self, queue: Queue, job: Job, patience: Patience) -> PrintOutcome:
        nudge_at = time.monotonic() + self._delays.nudge
        was_down = False
        while True:
            fault: PrinterFault | None
            try:
                if was_down:
                    queue = self._open()
                on_device = job.after_restart(queue) if was_down else job.sent_twice(queue)
                if on_device is not None:
                    return self._follow_on_device(queue, job, on_device, patience)
                was_down = False
                state = queue.job_state(job.number)
                if state in FINISHED or state is JobState.STOPPED:
                    return self._ended(queue, job, state)
                if state is not JobState.PENDING:
                    nudge_at = time.monotonic() + self._delays.nudge
                elif time.monotonic() >= nudge_at:
                    self._wake(queue)  # a queue that stopped meanwhile is started again
                    queue.nudge(job.number)
                    nudge_at = time.monotonic() + self._delays.nudge
                fault = queue.state().fault
            except ServiceDownError:
                was_down = True
                fault = PrinterFault.SERVICE_DOWN
            except QueueError as error:
                fault = error.fault
            lost = patience.lost(fault, time.monotonic())
            if lost is not None:
                return self._take_back(queue, job, lost)
            time.sleep(self._delays.comeback if was_down else self._delays.poll)

    def _follow_on_device(self, queue: Queue, job: Job, kept: DeviceJob, patience: Patience) -> PrintOutcome:
        """CUPS died and the printer had the document already: the paper is followed where it is."""
        state, is_alone = kept.state, False
        while state not in FINISHED or not is_alone:
            fault: PrinterFault | None = None
            try:
                is_alone = job.is_alone(queue, kept)
                fault = queue.state().fault
                state = next((one.state for one in queue.jobs_on_device(job.title) if one.number == kept.number), state)
            except ServiceDownError:
                with contextlib.suppress(ServiceDownError, QueueError):
                    queue = self._open()
            except QueueError as error:
                fault = error.fault
            lost = patience.lost(fault, time.monotonic())
            if lost is not None and state not in FINISHED:
                with contextlib.suppress(ServiceDownError, QueueError):
                    queue.cancel_on_device(kept)
                return PrintFailed(lost)
            if lost is not None:
                break
            time.sleep(self._delays.poll)
        return Printed(str(job.number)) if state is JobState.COMPLETED else PrintFailed(PrinterFault.CANCELLED)

    def _ended(self, queue: Queue, job: Job, state: JobState) -> PrintOutcome:
        if state is JobState.STOPPED:  # its filter failed; CUPS would keep it for ever
            return self._take_back(queue, job, PrinterFault.REFUSED)
        if state is JobState.COMPLETED:
            fault = queue.fault_on_device(job.title)
            return Printed(str(job.number)) if fault is None else PrintFailed(fault)
        return PrintFailed(PrinterFault.CANCELLED if state is JobState.CANCELED else PrinterFault.OTHER)

    def _take_back(self, queue: Queue, job: Job, fault: PrinterFault) -> PrintOutcome:
        """Cancel and make sure. The last line may have come out meanwhile: then it is printed."""
        deadline = time.monotonic() + self._delays.cancel
        try:
            queue.cancel(job.number)
            while (state := queue.job_state(job.number)) not in FINISHED and time.monotonic() < deadline:
                time.sleep(min(self._delays.poll, self._delays.cancel))
        except ServiceDownError:
            return PrintFailed(PrinterFault.SERVICE_DOWN)
        except QueueError:
            state = JobState.CANCELED
        return Printed(str(job.number)) if state is JobState.COMPLETED else PrintFailed(fault)
