"""A printer whose paper is a PDF file in a folder."""

from pathlib import Path

from hardware.faults import Device
from hardware.printer.api import PrinterFault, PrinterStatus, PrintFailed, PrintOutcome
from hardware.simulated_press import SimulatedPress


class SimulatedPrinter:
    """Writes `<folder>/<key>.pdf`. Faults are set in `state_dir` (see `hardware.faults`)."""

    def __init__(self, folder: str | Path, state_dir: str | Path, seconds_per_page: float = 0.0) -> None:
        self._press = SimulatedPress(Device.PRINTER, "Simulated printer", ".pdf", folder, state_dir, seconds_per_page)

    def status(self) -> PrinterStatus:
        return self._press.status()

    def print_pdf(self, document: bytes, key: str) -> PrintOutcome:
        if not document.startswith(b"%PDF-"):
            return PrintFailed(PrinterFault.REFUSED)
        return self._press.put_out(document, key)
