"""The line to an ESC/POS printer: the network, or the device file that Linux gives a USB printer; by python-escpos."""

import os
import select
import socket
import tempfile
import time
from pathlib import Path
from typing import Any

# python-escpos keeps a copy of its table of printers in a new folder at every start, and never removes it.
with tempfile.TemporaryDirectory() as _aside:
    _usual, tempfile.tempdir = tempfile.tempdir, _aside
    from escpos.escpos import Escpos
    from escpos.exceptions import Error
    from escpos.printer import Network

    tempfile.tempdir = _usual

from hardware.delays import TicketDelays
from hardware.ticket.escpos_status import is_status

PROFILE = "TM-T20II"
"""A printer of 576 dots a line that cuts; python-escpos needs one to check widths."""

DEFAULT_PORT = 9100


class LinkDownError(Exception):
    """There is no printer at the other end, or no longer."""


class LinkStalledError(Exception):
    """The printer is there and takes nothing in."""


class Link:
    """An open line. `address` is "host", "host:port", or the path of a device file ("/dev/usb/lp0").

    Raises LinkDownError when nothing is there, ValueError for an address of none of these forms.
    """

    def __init__(self, address: str, delays: TicketDelays) -> None:
        self._delays = delays
        self._device = _device(address, delays)
        self._ended = False
        try:
            self._device.open()
        except (Error, OSError, RuntimeError) as error:
            raise LinkDownError from error

    @property
    def commands(self) -> Escpos:
        """Its commands, each sent at once; they raise TimeoutError when the printer takes nothing in, else OSError."""
        return self._device

    def has_ended(self) -> bool:
        """Whether the printer said that everything sent is on paper."""
        return self._ended

    def send(self, message: bytes) -> None:
        """Raises LinkDownError or LinkStalledError."""
        try:
            self._device._raw(message)
        except TimeoutError as error:
            raise LinkStalledError from error
        except (Error, OSError) as error:
            raise LinkDownError from error

    def ask(self, question: bytes, seconds: float) -> int | None:
        """The status that answers, None when nothing came in time. Raises as `send`."""
        self.listen(0.0)
        self.send(question)
        return self._hear(seconds)

    def listen(self, seconds: float) -> None:
        """Hear what comes unasked: the end of the job."""
        deadline = time.monotonic() + seconds
        while not self._ended and self._hear(deadline - time.monotonic()) is not None:
            pass

    def _hear(self, seconds: float) -> int | None:
        """The next status. Anything else that comes is the end of the job."""
        deadline = time.monotonic() + seconds
        while True:
            left = deadline - time.monotonic()
            heard = self._read(left)
            if heard and is_status(heard[0]):
                return heard[0]
            if heard:
                self._ended = True
            if left <= 0 or self._ended:
                return None

    def close(self) -> None:
        self._device.close()

    def _read(self, seconds: float) -> bytes:
        device = self._device
        number = device.device.fileno()
        if not select.select([number], [], [], max(0.0, seconds))[0]:
            return b""
        try:
            heard = os.read(number, 1)
        except OSError as error:
            raise LinkDownError from error
        if not heard and isinstance(device, Network):
            raise LinkDownError
        if not heard:
            time.sleep(min(0.02, max(0.0, seconds)))  # a device file that has nothing to say is always readable
        return heard


class NetworkLine(Network):  # type: ignore[misc]  # python-escpos is typed in part
    """python-escpos's own, but for a connection that fails: that one leaves its socket open."""

    def open(self, raise_not_found: bool = True) -> None:  # noqa: ARG002 - the interface gives it
        self.device = socket.create_connection((self.host, self.port), timeout=self.timeout)


class DeviceFile(Escpos):  # type: ignore[misc]  # python-escpos is typed in part
    """A character device such as /dev/usb/lp0, in both directions. python-escpos's own File cannot listen."""

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__(profile=PROFILE)
        self._path = Path(path)
        self._seconds = seconds
        self._device: Any = False

    def open(self, raise_not_found: bool = True) -> None:  # noqa: ARG002 - the interface gives it
        number = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        self.device = os.fdopen(number, "r+b", buffering=0)

    def _raw(self, msg: bytes) -> None:
        left = memoryview(msg)
        deadline = time.monotonic() + self._seconds
        number = self.device.fileno()
        while left:
            wait = deadline - time.monotonic()
            if wait <= 0 or not select.select([], [number], [], wait)[1]:
                raise TimeoutError
            left = left[os.write(number, left) :]

    def close(self) -> None:
        if self._device:
            self._device.close()
            self._device = False


def check_address(address: str) -> None:
    """Raises ValueError when `address` has none of the forms of `Link`."""
    _device(address, TicketDelays())


def _device(address: str, delays: TicketDelays) -> Any:
    if address.startswith("/"):
        return DeviceFile(address, delays.connect)
    host, _, port = address.partition(":")
    if not host:
        raise ValueError("address")
    return NetworkLine(host, int(port or DEFAULT_PORT), timeout=delays.connect, profile=PROFILE)
