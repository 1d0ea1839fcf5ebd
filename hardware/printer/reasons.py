"""What a printer's own words mean (printer-state-reasons, RFC 8011 5.4.12 and the IANA registry)."""

from collections.abc import Iterable

from hardware.printer.api import PrinterFault

_FAULTS = {
    "cover-open": PrinterFault.COVER_OPEN,
    "door-open": PrinterFault.COVER_OPEN,
    "interlock-open": PrinterFault.COVER_OPEN,
    "input-tray-missing": PrinterFault.PAPER_OUT,
    "media-empty": PrinterFault.PAPER_OUT,
    "media-needed": PrinterFault.PAPER_OUT,
    "media-jam": PrinterFault.JAMMED,
    "output-area-full": PrinterFault.JAMMED,
    "marker-supply-empty": PrinterFault.INK_OUT,
    "toner-empty": PrinterFault.INK_OUT,
    "developer-empty": PrinterFault.INK_OUT,
    "opc-life-over": PrinterFault.INK_OUT,
    "marker-waste-full": PrinterFault.INK_OUT,
    "spool-area-full": PrinterFault.DISK_FULL,
    "connecting-to-device": PrinterFault.UNREACHABLE,
    "offline": PrinterFault.UNREACHABLE,
    "shutdown": PrinterFault.UNREACHABLE,
    "timed-out": PrinterFault.UNREACHABLE,
    "fuser-over-temp": PrinterFault.OVERHEATED,
    "fuser-under-temp": PrinterFault.OTHER,
}
_FIRST_TO_MEND = (
    PrinterFault.UNREACHABLE,
    PrinterFault.COVER_OPEN,
    PrinterFault.JAMMED,
    PrinterFault.PAPER_OUT,
    PrinterFault.INK_OUT,
    PrinterFault.DISK_FULL,
    PrinterFault.OVERHEATED,
    PrinterFault.OTHER,
)
_SEVERITIES = ("-error", "-warning", "-report")
_HARMLESS = "-report"


def fault_of(reasons: Iterable[str]) -> PrinterFault | None:
    """The fault to mend first, or None. A `-report` stops nothing; unknown reasons count only as `-error`."""
    found = {fault for reason in reasons if (fault := _fault(reason)) is not None}
    return next((fault for fault in _FIRST_TO_MEND if fault in found), None)


def _fault(reason: str) -> PrinterFault | None:
    if reason.endswith(_HARMLESS):
        return None
    keyword = reason
    for severity in _SEVERITIES:
        keyword = keyword.removesuffix(severity)
    if keyword in _FAULTS:
        return _FAULTS[keyword]
    return PrinterFault.OTHER if reason.endswith("-error") else None
