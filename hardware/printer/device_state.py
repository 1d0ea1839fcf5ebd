"""What a network printer says of itself, asked directly: CUPS asks it only while it prints."""

import socket
from collections.abc import Sequence
from urllib.parse import urlsplit

from hardware.ipp_codec import Request, Tag, attribute
from hardware.printer.api import PrinterFault
from hardware.printer.ipp_client import IPP_PORT, ask_printer
from hardware.printer.reasons import fault_of, reason_to_tell

_GET_PRINTER_ATTRIBUTES = 0x0B
_FIRST_ERROR = 0x0400
_QUESTIONS = ("printer-state-reasons", "printer-is-accepting-jobs")


def state_of_device(uri: str, seconds: float) -> tuple[PrinterFault | None, str] | None:
    """Its fault and the reason to tell; None where it is no network printer, or speaks no IPP.

    `seconds` bounds each step of the exchange.
    """
    parts = urlsplit(uri)
    if parts.scheme not in ("ipp", "ipps") or parts.hostname is None:
        return None
    try:
        socket.create_connection((parts.hostname, parts.port or IPP_PORT), seconds).close()
    except OSError:
        return PrinterFault.UNREACHABLE, ""
    wanted = attribute("requested-attributes", Tag.KEYWORD, *_QUESTIONS)
    answer = ask_printer(uri, _GET_PRINTER_ATTRIBUTES, [wanted], seconds)
    if answer is None or answer.operation >= _FIRST_ERROR:
        return None
    reasons = texts(answer, "printer-state-reasons")
    return fault_of(reasons) or (None if is_accepting(answer) else PrinterFault.REFUSED), reason_to_tell(reasons)


def texts(answer: Request, name: str) -> Sequence[str]:
    return [value.decode("utf-8", errors="replace") for value in answer.values.get(name, [])]


def is_accepting(answer: Request) -> bool:
    return answer.values.get("printer-is-accepting-jobs", [b"\1"])[0] != b"\0"
