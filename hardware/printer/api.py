"""What every A4 printer can do, and everything that can happen. The ticket printer answers in the same words."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class PrinterFault(StrEnum):
    """Why nothing came out."""

    PAPER_OUT = "paper_out"
    JAMMED = "jammed"
    COVER_OPEN = "cover_open"
    INK_OUT = "ink_out"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    SERVICE_DOWN = "service_down"
    DISK_FULL = "disk_full"
    DISABLED = "disabled"
    OVERHEATED = "overheated"
    CUTTER_STUCK = "cutter_stuck"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PrinterReady:
    """The printer answers. `name` is its queue or model, `reason` a printer-state-reason that it warns of, or empty."""

    name: str
    reason: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class PrinterUnavailable:
    """The printer cannot print now. `reason` is the printer's own word for it, where it has one."""

    fault: PrinterFault
    reason: str = field(default="", compare=False)


PrinterStatus = PrinterReady | PrinterUnavailable


@dataclass(frozen=True, slots=True)
class Printed:
    """The paper is out. `job` is the device's own name for the job, for the log."""

    job: str


@dataclass(frozen=True, slots=True)
class PrintFailed:
    """Nothing whole came out, and the job no longer waits anywhere: printing again cannot give two."""

    fault: PrinterFault


PrintOutcome = Printed | PrintFailed


class Printer(Protocol):
    """An A4 printer. Calls block: they are made in a worker process with a deadline."""

    def status(self) -> PrinterStatus:
        """Sense the device."""

    def print_pdf(self, document: bytes, key: str) -> PrintOutcome:
        """Print one PDF and follow the job to its end. `key` names the job, without anything personal."""
