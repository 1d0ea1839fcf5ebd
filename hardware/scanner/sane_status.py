"""What `scanimage` says when it ends. Its exit status is the number of the SANE_Status (verified on all of them)."""

from hardware.scanner.api import ScannerFault

_FAULTS = {
    1: ScannerFault.UNPLUGGED,
    2: ScannerFault.IO_ERROR,
    3: ScannerFault.BUSY,
    4: ScannerFault.UNPLUGGED,
    6: ScannerFault.JAMMED,
    7: ScannerFault.NO_PAPER,
    8: ScannerFault.COVER_OPEN,
    9: ScannerFault.IO_ERROR,
    10: ScannerFault.DISK_FULL,
    11: ScannerFault.BUSY,
}
_BUSY_WHEN_OPENED = ("Device busy", "Access to resource has been denied")


def fault_of(exit_status: int, complaint: str) -> ScannerFault:
    """The fault behind a status other than 0; negative for a signal. `complaint` is standard error, in the C locale.

    A device that cannot be opened ends with 1 whatever the reason, and only the text tells.
    """
    if exit_status < 0:
        return ScannerFault.CRASHED
    if "open of device" in complaint:
        return ScannerFault.BUSY if any(reason in complaint for reason in _BUSY_WHEN_OPENED) else ScannerFault.UNPLUGGED
    if "no SANE devices found" in complaint:
        return ScannerFault.UNPLUGGED
    return _FAULTS.get(exit_status, ScannerFault.IO_ERROR)
