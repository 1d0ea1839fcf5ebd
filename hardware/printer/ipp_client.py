"""One question over IPP and its answer, to a printer or to CUPS, without pycups.

pycups 2.0.1 loses 6.6 kB at each `getPrinterAttributes` (measured): what is asked again and again is asked here.
"""

import http.client
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from hardware.ipp_codec import Attribute, Request, Tag, attribute, decode, encode

IPP_PORT = 631
FORBIDDEN = 0x0401
_OK = 200
_NOT_ALLOWED = (401, 403)
_LONGEST = 1 << 20


class NoAnswerError(Exception):
    """Nobody answers there, or not in IPP."""


def ask_printer(uri: str, operation: int, asked: Sequence[Attribute], seconds: float) -> Request | None:
    """Ask a network printer by its `uri` (ipp://...). None when it does not answer, or is no such printer.

    `seconds` bounds each step of the exchange; the answer's `operation` is its status.
    """
    parts = urlsplit(uri)
    if parts.scheme != "ipp" or parts.hostname is None:
        return None
    connection = http.client.HTTPConnection(parts.hostname, parts.port or IPP_PORT, timeout=seconds)
    try:
        return _answer(connection, parts.path or "/", uri, "anonymous", operation, asked)
    except NoAnswerError:
        return None


@dataclass(frozen=True, slots=True)
class CupsServer:
    """Where a CUPS is (a host and its port, or the path of its socket), and who asks it."""

    host: str
    port: int
    user: str
    seconds: float

    def ask(self, resource: str, operation: int, asked: Sequence[Attribute]) -> Request:
        """Ask about `resource` ("/printers/a4"). Raises NoAnswerError."""
        if self.host.startswith("/"):
            connection: http.client.HTTPConnection = _SocketConnection(self.host, self.seconds)
        else:
            connection = http.client.HTTPConnection(self.host, self.port, timeout=self.seconds)
        return _answer(connection, resource, f"ipp://localhost{resource}", self.user, operation, asked)


def _answer(
    connection: http.client.HTTPConnection,
    path: str,
    uri: str,
    user: str,
    operation: int,
    asked: Sequence[Attribute],
) -> Request:
    head = [
        attribute("attributes-charset", Tag.CHARSET, "utf-8"),
        attribute("attributes-natural-language", Tag.LANGUAGE, "en"),
        attribute("printer-uri", Tag.URI, uri),
    ]
    who = attribute("requesting-user-name", Tag.NAME, user)
    # A job's number follows the URI at once: CUPS reads them as a pair (RFC 8011, 3.1.5).
    target = [one for one in asked if one.name == "job-id"]
    rest = [one for one in asked if one.name != "job-id"]
    question = encode(Request(b"\x02\x00", 0, 1), operation, [(Tag.OPERATION, [*head, *target, who, *rest])])
    try:
        connection.request("POST", path, body=question, headers={"Content-Type": "application/ipp"})
        answer = connection.getresponse()
        body = answer.read(_LONGEST)
        if answer.status in _NOT_ALLOWED:
            return Request(b"\x02\x00", FORBIDDEN, 1)
        if answer.status != _OK:
            raise NoAnswerError(answer.status)
        return decode(body)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NoAnswerError from error
    finally:
        connection.close()


class _SocketConnection(http.client.HTTPConnection):
    """HTTP to a socket of this machine."""

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__("localhost", timeout=seconds)
        self._path = path

    def connect(self) -> None:
        """Open the socket instead of a port."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)
