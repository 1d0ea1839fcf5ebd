"""One print job, and what to make of it after CUPS died in the middle."""

import contextlib
from dataclasses import dataclass

from hardware.printer.device_jobs import FINISHED, DeviceJob, JobState
from hardware.printer.queue import Queue, QueueError

_HAS_THE_DOCUMENT = (JobState.COMPLETED, JobState.PROCESSING, JobState.STOPPED)


@dataclass(slots=True)
class Job:
    """`number` is CUPS's. `earlier` are the printer's own jobs of the same title from before this one."""

    title: str
    document: bytes
    number: int
    earlier: frozenset[int] = frozenset()

    def after_restart(self, queue: Queue) -> DeviceJob | None:
        """Where the job is now that CUPS answers again.

        The printer's own job when it has the document, or has printed it. None when CUPS is still to print it; what
        CUPS forgot is given to it again. May raise ServiceDownError and QueueError.
        """
        for one in reversed(self._fresh(queue)):  # the oldest is the one that CUPS sent before it died
            if one.state in _HAS_THE_DOCUMENT:
                self.is_alone(queue, one)
                return one
        try:
            state = queue.job_state(self.number)
        except QueueError:
            self.number = queue.submit(self.document, self.title)
            return None
        if state is JobState.PENDING:
            queue.nudge(self.number)
        return None

    def sent_twice(self, queue: Queue) -> DeviceJob | None:
        """The first of several copies that the printer has: CUPS died and came back between two looks."""
        fresh = [one for one in self._fresh(queue) if one.state is not JobState.CANCELED]
        return fresh[-1] if len(fresh) > 1 and fresh[-1].state in _HAS_THE_DOCUMENT else None

    def is_alone(self, queue: Queue, kept: DeviceJob) -> bool:
        """Take back every copy but `kept`: CUPS prints again what it was printing. Whether none is left."""
        queue.cancel(self.number)
        others = [one for one in self._fresh(queue) if one.number != kept.number and one.state not in FINISHED]
        for one in others:
            queue.cancel_on_device(one)
        with contextlib.suppress(QueueError):
            return not others and queue.job_state(self.number) in FINISHED
        return not others

    def _fresh(self, queue: Queue) -> list[DeviceJob]:
        """The printer's jobs of this title since we began, the newest first."""
        known = {one.number: one for one in queue.jobs_on_device(self.title) if one.number not in self.earlier}
        return [known[number] for number in sorted(known, reverse=True)]
