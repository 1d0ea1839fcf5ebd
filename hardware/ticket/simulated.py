"""A ticket printer whose paper is a PNG file in a folder."""

from pathlib import Path

from hardware.faults import Device
from hardware.printer.api import PrinterFault, PrinterStatus, PrintFailed, PrintOutcome
from hardware.simulated_press import SimulatedPress
from hardware.ticket.api import DOTS_PER_LINE

_PNG = b"\x89PNG\r\n\x1a\n"
_WIDTH = slice(16, 20)
"""Of the header chunk, which comes first in every PNG file."""


class SimulatedTicketPrinter:
    """Writes `<folder>/<key>.png`. Faults are set in `state_dir` (see `hardware.faults`)."""

    def __init__(self, folder: str | Path, state_dir: str | Path, seconds_per_page: float = 0.0) -> None:
        self._press = SimulatedPress(
            Device.TICKET, "Simulated ticket printer", ".png", folder, state_dir, seconds_per_page
        )

    def status(self) -> PrinterStatus:
        return self._press.status()

    def print_image(self, png: bytes, key: str) -> PrintOutcome:
        if not png.startswith(_PNG) or int.from_bytes(png[_WIDTH], "big") != DOTS_PER_LINE:
            return PrintFailed(PrinterFault.REFUSED)
        return self._press.put_out(png, key)
