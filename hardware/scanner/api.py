"""What every scanner can do, and everything that can happen."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class ScannerFault(StrEnum):
    """Why a scan did not give a page. The first group waits for a person, the second for the device."""

    NO_PAPER = "no_paper"
    JAMMED = "jammed"
    COVER_OPEN = "cover_open"
    BUSY = "busy"
    UNPLUGGED = "unplugged"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    CORRUPT_IMAGE = "corrupt_image"
    IO_ERROR = "io_error"
    DISK_FULL = "disk_full"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class ScannerReady:
    """The scanner answers. `name` is its make and model."""

    name: str


@dataclass(frozen=True, slots=True)
class ScannerUnavailable:
    """The scanner cannot scan now."""

    fault: ScannerFault


ScannerStatus = ScannerReady | ScannerUnavailable


@dataclass(frozen=True, slots=True)
class ScanRequest:
    """One sheet from the glass. `dpi` in dots per inch; `colour` or grey."""

    dpi: int = 300
    colour: bool = True


@dataclass(frozen=True, slots=True)
class Scanned:
    """A whole page: the encoded image as it came from the device."""

    image: bytes
    media_type: str
    dpi: int


@dataclass(frozen=True, slots=True)
class ScanFailed:
    """No page this time; nothing else is lost by it."""

    fault: ScannerFault


ScanOutcome = Scanned | ScanFailed


@dataclass(frozen=True, slots=True)
class ScannedBatch:
    """The whole pages that came out of a feeder, in order; each of them counts whatever happened after it.

    `stopped_by` None: the feeder is empty, or has given as many pages as were asked for. Two sheets pulled as one are
    not noticed by every feeder: whoever laid the sheets in must confirm their number.
    """

    pages: tuple[Scanned, ...]
    stopped_by: ScannerFault | None = None


class Scanner(Protocol):
    """A scanner. Calls block: they are made in a worker process with a deadline, never in the core."""

    def status(self) -> ScannerStatus:
        """Sense the device without moving anything."""

    def scan(self, request: ScanRequest) -> ScanOutcome:
        """Scan one sheet. Expected troubles are outcomes, not exceptions."""


class FeederScanner(Scanner, Protocol):
    """A scanner that can also pull a pile of sheets."""

    def scan_batch(self, request: ScanRequest, most: int) -> ScannedBatch:
        """Scan what lies in the feeder, at most so many sheets."""
