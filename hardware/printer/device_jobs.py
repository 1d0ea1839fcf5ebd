"""What became of a job on a network printer, asked of the printer itself.

CUPS calls a job completed even when the printer aborted it (measured with CUPS 2.4.2): a visitor would be told that
the paper is out when it is not.
"""

import http.client
from urllib.parse import urlsplit

from hardware.ipp_codec import Request, Tag, attribute, decode, encode
from hardware.printer.api import PrinterFault

IPP_PORT = 631
_GET_JOBS = 0x0A
_ASKED = ("job-name", "job-state")
_MOST = 20
_CANCELED = 7
_ABORTED = 8
_FAULTS = {_CANCELED: PrinterFault.CANCELLED, _ABORTED: PrinterFault.OTHER}


def fault_on_device(uri: str, title: str, seconds: float) -> PrinterFault | None:
    """Why the newest job called `title` gave no paper; None when it did, or when the printer does not tell.

    `uri` is the device's (ipp://...); `seconds` bounds each step of the exchange.
    """
    parts = urlsplit(uri)
    if parts.scheme != "ipp" or parts.hostname is None:
        return None
    connection = http.client.HTTPConnection(parts.hostname, parts.port or IPP_PORT, timeout=seconds)
    try:
        headers = {"Content-Type": "application/ipp"}
        connection.request("POST", parts.path or "/", body=_question(uri), headers=headers)
        answer = decode(connection.getresponse().read())
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        connection.close()
    return _FAULTS.get(_state_of(answer, title))


def _question(uri: str) -> bytes:
    asked = [
        attribute("attributes-charset", Tag.CHARSET, "utf-8"),
        attribute("attributes-natural-language", Tag.LANGUAGE, "en"),
        attribute("printer-uri", Tag.URI, uri),
        attribute("requesting-user-name", Tag.NAME, "anonymous"),
        attribute("limit", Tag.INTEGER, _MOST),
        attribute("requested-attributes", Tag.KEYWORD, *_ASKED),
        attribute("which-jobs", Tag.KEYWORD, "completed"),
    ]
    return encode(Request(b"\x02\x00", 0, 1), _GET_JOBS, [(Tag.OPERATION, asked)])


def _state_of(answer: Request, title: str) -> int:
    """The state of the first job of that name: a printer lists the newest first (RFC 8011, 4.2.6.2)."""
    names, states = (answer.values.get(name, []) for name in _ASKED)
    if len(names) == len(states):
        for name, state in zip(names, states, strict=True):
            if name.decode("utf-8", errors="replace") == title:
                return int.from_bytes(state, "big")
    return 0
