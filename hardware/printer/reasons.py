"""What a printer's own words mean (printer-state-reasons, RFC 8011 5.4.12, and `offline` of CUPS).

Each keyword stops the printer, or is a warning for those who look after it, or is nothing. Their words for people are
in kiosk/screens/words/printer_reasons.py.
"""

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
WARNINGS = (
    "paused",
    "stopped-partly",
    "output-tray-missing",
    "output-area-almost-full",
    "media-low",
    "toner-low",
    "marker-supply-low",
    "developer-low",
    "opc-near-eol",
    "marker-waste-almost-full",
    "interpreter-resource-unavailable",
    "other",
)
"""It prints all the same, or is set going again; the first to mend first."""

NOTHING = ("none", "moving-to-paused", "stopping")
"""Told on the way to something else, which is told then."""

KEYWORDS = (*_FAULTS, *WARNINGS, *NOTHING)
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


def reason_to_tell(reasons: Iterable[str]) -> str:
    """The keyword that those who look after the printer should read: of the fault, else of a warning, else empty.

    A printer may call a warning `-report`: low toner is worth a word all the same.
    """
    told = list(reasons)
    fault = fault_of(told)
    stopping = (_keyword(reason) for reason in told if fault is not None and _fault(reason) is fault)
    warnings = sorted({_keyword(reason) for reason in told} & set(WARNINGS), key=WARNINGS.index)
    return next((keyword for keyword in (*stopping, *warnings) if keyword in KEYWORDS), "")


def _fault(reason: str) -> PrinterFault | None:
    if reason.endswith(_HARMLESS):
        return None
    keyword = _keyword(reason)
    if keyword in _FAULTS:
        return _FAULTS[keyword]
    return PrinterFault.OTHER if reason.endswith("-error") else None


def _keyword(reason: str) -> str:
    for severity in _SEVERITIES:
        reason = reason.removesuffix(severity)
    return reason
