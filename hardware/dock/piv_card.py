"""Puts a virtual card into the virtual reader: the protocol of vpcd (a length of two bytes, then a command)."""

import contextlib
import socket
import struct
import threading

from hardware.dock.piv_model import ATR, PivCard

_LENGTH = struct.Struct(">H")
_OFF, _ON, _RESET, _ATR = 0x00, 0x01, 0x02, 0x04


class InsertedCard:
    """A card in the reader at the other end of `line`, from now until `remove()`."""

    def __init__(self, card: PivCard, line: socket.socket) -> None:
        self.card = card
        self._line = line
        self.seen = threading.Event()
        """Set at the first word of the reader."""
        self._removed = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def remove(self) -> None:
        """Pull it out."""
        self._removed.set()
        with contextlib.suppress(OSError):
            self._line.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._line.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError, EOFError):
            while True:
                (size,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
                message = self._exactly(size)
                self.seen.set()
                answer = self._answer(message)
                if answer is not None:
                    self._line.sendall(_LENGTH.pack(len(answer)) + answer)
        with contextlib.suppress(OSError):
            self._line.shutdown(socket.SHUT_RDWR)

    def _answer(self, message: bytes) -> bytes | None:
        if len(message) == 1:
            if message[0] in (_ON, _RESET):
                self.card.power_on()
            return ATR if message[0] == _ATR else None
        if self.card.knobs.leaves:
            raise EOFError
        if self.card.knobs.mute:
            self._removed.wait()
            raise EOFError
        return self.card.answer(message)

    def _exactly(self, size: int) -> bytes:
        body = b""
        while len(body) < size:
            chunk = self._line.recv(size - len(body))
            if not chunk:
                raise EOFError
            body += chunk
        return body
