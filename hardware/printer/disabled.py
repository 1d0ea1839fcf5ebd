"""No A4 printer, on purpose."""

from hardware.printer.api import PrinterFault, PrinterStatus, PrinterUnavailable, PrintFailed, PrintOutcome


class DisabledPrinter:
    """A printer that the settings switch off."""

    def status(self) -> PrinterStatus:
        return PrinterUnavailable(PrinterFault.DISABLED)

    def print_pdf(self, document: bytes, key: str) -> PrintOutcome:  # noqa: ARG002 - the interface gives them
        return PrintFailed(PrinterFault.DISABLED)
