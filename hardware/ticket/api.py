"""What every ticket printer can do."""

from typing import Protocol

from hardware.printer.api import PrinterStatus, PrintOutcome

DOTS_PER_LINE = 576
DOTS_PER_INCH = 203


class TicketPrinter(Protocol):
    """A ticket printer. Calls block: they are made in a worker process with a deadline."""

    def status(self) -> PrinterStatus:
        """Sense the device."""

    def print_image(self, png: bytes, key: str) -> PrintOutcome:
        """Print one black-and-white PNG, `DOTS_PER_LINE` wide, then cut. `key` names the job."""
