"""No scanner, on purpose."""

from hardware.scanner.api import (
    ScanFailed,
    ScannedBatch,
    ScannerFault,
    ScannerStatus,
    ScannerUnavailable,
    ScanOutcome,
    ScanRequest,
)


class DisabledScanner:
    """A scanner that the settings switch off."""

    def status(self) -> ScannerStatus:
        return ScannerUnavailable(ScannerFault.DISABLED)

    def scan_batch(self, request: ScanRequest, most: int) -> ScannedBatch:  # noqa: ARG002
        return ScannedBatch((), ScannerFault.DISABLED)

    def scan(self, request: ScanRequest) -> ScanOutcome:  # noqa: ARG002 - the interface gives it
        return ScanFailed(ScannerFault.DISABLED)
