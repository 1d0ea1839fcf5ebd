"""No ticket printer, on purpose."""

from hardware.printer.api import PrinterFault, PrinterStatus, PrinterUnavailable, PrintFailed, PrintOutcome


class DisabledTicketPrinter:
    """A ticket printer that the settings switch off."""

    def status(self) -> PrinterStatus:
        return PrinterUnavailable(PrinterFault.DISABLED)

    def print_image(self, png: bytes, key: str) -> PrintOutcome:  # noqa: ARG002 - the interface gives them
        return PrintFailed(PrinterFault.DISABLED)
