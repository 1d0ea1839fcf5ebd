"""The virtual printer itself: its knobs, its jobs, and what it says of them. Knows no network."""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from hardware.ipp_codec import Attribute, Tag, attribute


class JobState(IntEnum):
    """RFC 8011, 5.3.7."""

    PENDING = 3
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


class PrinterState(IntEnum):
    """RFC 8011, 5.4.11."""

    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


_REASONS = {
    JobState.CANCELED: "job-canceled-at-device",
    JobState.ABORTED: "aborted-by-system",
    JobState.COMPLETED: "job-completed-successfully",
    JobState.STOPPED: "printer-stopped",
}
FINISHED = (JobState.CANCELED, JobState.ABORTED, JobState.COMPLETED)
A4_HUNDREDTHS_OF_MM = (21000, 29700)


@dataclass(slots=True)
class Knobs:
    """What a test or a trainer turns. `reasons` are printer-state-reasons ("media-empty-error", "door-open-error")."""

    reasons: tuple[str, ...] = ()
    aborts: bool = False
    """Breaks off each document that is sent. CUPS calls the job completed all the same."""

    accepts: bool = True
    unavailable: bool = False
    seconds_per_job: float = 0.0


@dataclass(slots=True)
class Job:
    number: int
    name: str
    state: JobState = JobState.PENDING
    document: bytes = b""
    due: float = 0.0


@dataclass(slots=True)
class VirtualPrinter:
    """A printer that prints when no reason holds it up. `printed` holds the documents that came out, in order."""

    knobs: Knobs = field(default_factory=Knobs)
    printed: list[bytes] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def new_job(self, name: str) -> Job:
        job = Job(len(self.jobs) + 1, name)
        self.jobs.append(job)
        return job

    def feed(self, job: Job, document: bytes) -> None:
        """The document is there: print it as soon as nothing holds it up."""
        job.document = document
        job.state = JobState.PROCESSING
        busy = [one.due for one in self.jobs if one.state is JobState.PROCESSING and one is not job]
        job.due = max([time.monotonic(), *busy]) + self.knobs.seconds_per_job

    def advance(self) -> None:
        """Let time and the knobs act on the jobs under way."""
        for job in self.jobs:
            if job.state not in (JobState.PROCESSING, JobState.STOPPED):
                continue
            if self.is_held_up():
                job.state = JobState.STOPPED
            elif time.monotonic() >= job.due:
                job.state = JobState.COMPLETED
                self.printed.append(job.document)
            else:
                job.state = JobState.PROCESSING

    def is_held_up(self) -> bool:
        return any(reason.endswith("-error") for reason in self.knobs.reasons)

    def state(self) -> PrinterState:
        if self.is_held_up():
            return PrinterState.STOPPED
        busy = any(job.state is JobState.PROCESSING for job in self.jobs)
        return PrinterState.PROCESSING if busy else PrinterState.IDLE

    def job_attributes(self, job: Job, uri: str) -> Sequence[Attribute]:
        return (
            attribute("job-id", Tag.INTEGER, job.number),
            attribute("job-uri", Tag.URI, f"{uri}/{job.number}"),
            attribute("job-name", Tag.NAME, job.name),
            attribute("job-state", Tag.ENUM, int(job.state)),
            attribute("job-state-reasons", Tag.KEYWORD, _REASONS.get(job.state, "none")),
            attribute("job-originating-user-name", Tag.NAME, "anonymous"),
        )

    def printer_attributes(self, uri: str) -> Sequence[Attribute]:
        return (
            *_identity(uri),
            *_abilities(),
            *_media(),
            attribute("printer-state", Tag.ENUM, int(self.state())),
            attribute("printer-state-reasons", Tag.KEYWORD, *(self.knobs.reasons or ("none",))),
            attribute("printer-is-accepting-jobs", Tag.BOOLEAN, self.knobs.accepts),
            attribute("queued-job-count", Tag.INTEGER, sum(job.state not in FINISHED for job in self.jobs)),
            attribute("printer-up-time", Tag.INTEGER, int(time.monotonic()) + 1),
        )


def _identity(uri: str) -> Sequence[Attribute]:
    return (
        attribute("printer-uri-supported", Tag.URI, uri),
        attribute("uri-security-supported", Tag.KEYWORD, "none"),
        attribute("uri-authentication-supported", Tag.KEYWORD, "none"),
        attribute("printer-name", Tag.NAME, "virtual"),
        attribute("printer-info", Tag.TEXT, "Virtual printer"),
        attribute("printer-location", Tag.TEXT, ""),
        attribute("printer-make-and-model", Tag.TEXT, "Virtual IPP Printer"),
        attribute("printer-uuid", Tag.URI, "urn:uuid:6f7b1e1e-4f0c-4f57-9b2b-0d8f7b3c2a10"),
        attribute("printer-more-info", Tag.URI, uri),
    )


def _abilities() -> Sequence[Attribute]:
    return (
        attribute("charset-configured", Tag.CHARSET, "utf-8"),
        attribute("charset-supported", Tag.CHARSET, "utf-8"),
        attribute("natural-language-configured", Tag.LANGUAGE, "en"),
        attribute("generated-natural-language-supported", Tag.LANGUAGE, "en"),
        attribute("ipp-versions-supported", Tag.KEYWORD, "1.1", "2.0"),
        attribute("operations-supported", Tag.ENUM, 0x02, 0x04, 0x05, 0x06, 0x08, 0x09, 0x0A, 0x0B),
        attribute("multiple-document-jobs-supported", Tag.BOOLEAN, False),
        attribute("compression-supported", Tag.KEYWORD, "none"),
        attribute("document-format-default", Tag.MIME, "application/pdf"),
        attribute("document-format-supported", Tag.MIME, "application/pdf", "application/octet-stream"),
        attribute("pdl-override-supported", Tag.KEYWORD, "attempted"),
        attribute("color-supported", Tag.BOOLEAN, True),
        attribute("print-color-mode-supported", Tag.KEYWORD, "color", "monochrome"),
        attribute("print-color-mode-default", Tag.KEYWORD, "color"),
        attribute("sides-supported", Tag.KEYWORD, "one-sided"),
        attribute("sides-default", Tag.KEYWORD, "one-sided"),
        attribute("copies-supported", Tag.RANGE, (1, 99)),
        attribute("printer-resolution-supported", Tag.RESOLUTION, (300, 300, 3)),
        attribute("printer-resolution-default", Tag.RESOLUTION, (300, 300, 3)),
    )


def _media() -> Sequence[Attribute]:
    width, height = A4_HUNDREDTHS_OF_MM
    size = (
        attribute("x-dimension", Tag.INTEGER, width),
        attribute("y-dimension", Tag.INTEGER, height),
    )
    margins = tuple(attribute(f"media-{side}-margin", Tag.INTEGER, 500) for side in ("bottom", "left", "right", "top"))
    column = (attribute("media-size", Tag.BEGIN_COLLECTION, size), *margins)
    return (
        attribute("media-supported", Tag.KEYWORD, "iso_a4_210x297mm"),
        attribute("media-default", Tag.KEYWORD, "iso_a4_210x297mm"),
        attribute("media-ready", Tag.KEYWORD, "iso_a4_210x297mm"),
        attribute("media-size-supported", Tag.BEGIN_COLLECTION, size),
        attribute("media-col-database", Tag.BEGIN_COLLECTION, column),
        attribute("media-col-default", Tag.BEGIN_COLLECTION, column),
        attribute("media-col-ready", Tag.BEGIN_COLLECTION, column),
    )
