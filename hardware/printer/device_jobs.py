"""What became of a job on a network printer, asked of the printer itself.

CUPS calls a job completed even when the printer aborted it, and forgets or repeats a job when it is killed (measured
with CUPS 2.4.2): a visitor would be told that the paper is out when it is not, or be given it twice.
"""

from dataclasses import dataclass
from enum import IntEnum

from hardware.ipp_codec import Tag, attribute
from hardware.printer.api import PrinterFault
from hardware.printer.ipp_client import ask_printer

_CANCEL_JOB = 0x08
_GET_JOBS = 0x0A
_ASKED = ("job-id", "job-name", "job-state")
_MOST = 20


class JobState(IntEnum):
    """RFC 8011, 5.3.7."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


FINISHED = (JobState.CANCELED, JobState.ABORTED, JobState.COMPLETED)
_FAULTS = {JobState.CANCELED: PrinterFault.CANCELLED, JobState.ABORTED: PrinterFault.OTHER}


@dataclass(frozen=True, slots=True)
class DeviceJob:
    """A job as its printer numbers it."""

    number: int
    state: JobState


def fault_on_device(uri: str, title: str, seconds: float) -> PrinterFault | None:
    """Why the newest job called `title` gave no paper; None when it did, or when the printer does not tell.

    `uri` is the device's (ipp://...); `seconds` bounds each step of the exchange.
    """
    ended = _jobs(uri, title, seconds, "completed")
    return _FAULTS.get(ended[0].state) if ended else None


def jobs_on_device(uri: str, title: str, seconds: float) -> tuple[DeviceJob, ...]:
    """All jobs called `title`, those that still print first; none where the printer does not tell."""
    return (*_jobs(uri, title, seconds, "not-completed"), *_jobs(uri, title, seconds, "completed"))


def cancel_on_device(uri: str, number: int, seconds: float) -> None:
    """Take a job back from the printer; one that has ended is left as it is."""
    ask_printer(uri, _CANCEL_JOB, [attribute("job-id", Tag.INTEGER, number)], seconds)


def _jobs(uri: str, title: str, seconds: float, which: str) -> tuple[DeviceJob, ...]:
    """Newest first, as a printer lists what has ended (RFC 8011, 4.2.6.2)."""
    asked = [
        attribute("limit", Tag.INTEGER, _MOST),
        attribute("requested-attributes", Tag.KEYWORD, *_ASKED),
        attribute("which-jobs", Tag.KEYWORD, which),
    ]
    answer = ask_printer(uri, _GET_JOBS, asked, seconds)
    if answer is None:
        return ()
    numbers, names, states = (answer.values.get(name, []) for name in _ASKED)
    if not len(numbers) == len(names) == len(states):
        return ()
    rows = zip(numbers, names, states, strict=True)
    return tuple(
        DeviceJob(int.from_bytes(number, "big"), JobState(int.from_bytes(state, "big")))
        for number, name, state in rows
        if name.decode("utf-8", errors="replace") == title and int.from_bytes(state, "big") in set(JobState)
    )
