"""The language of ESC/POS printers, as much of it as tickets drawn as pictures use. Bytes in, commands out."""

from collections.abc import Iterator
from dataclasses import dataclass

DLE, ESC, GS, LF = 0x10, 0x1B, 0x1D, 0x0A
BITS_PER_BYTE = 8


@dataclass(frozen=True, slots=True)
class AskedNow:
    """DLE EOT n: wants an answer at once, whatever waits to be printed."""

    number: int


@dataclass(frozen=True, slots=True)
class Clear:
    """DLE DC4 8: forget all that waits."""


@dataclass(frozen=True, slots=True)
class AskedInTurn:
    """GS r n: wants an answer once all before it is printed."""


@dataclass(frozen=True, slots=True)
class Reset:
    """ESC @."""


@dataclass(frozen=True, slots=True)
class Raster:
    """GS v 0: rows of `width_bytes` bytes, a set bit is black."""

    width_bytes: int
    rows: bytes


@dataclass(frozen=True, slots=True)
class Feed:
    """ESC d n, or a line feed."""

    lines: int


@dataclass(frozen=True, slots=True)
class Cut:
    """GS V."""


@dataclass(frozen=True, slots=True)
class Text:
    """A character to be printed in the printer's own letters. Tickets of ours have none."""

    code: int


Command = AskedNow | Clear | AskedInTurn | Reset | Raster | Feed | Cut | Text


class Stream:
    """Cuts what comes into commands; keeps the beginning of one that is not all there yet."""

    def __init__(self) -> None:
        self._left = b""

    def feed(self, data: bytes) -> Iterator[Command]:
        """The commands that are now complete."""
        self._left += data
        while self._left:
            size, command = _first(self._left)
            if size == 0:
                return
            self._left = self._left[size:]
            if command is not None:
                yield command


_NOT_YET: tuple[int, None] = (0, None)


def _first(data: bytes) -> tuple[int, Command | None]:
    """The length and meaning of the first command; length 0 when it is not all there, no meaning when it is dull."""
    if len(data) < 2 and data[0] in (DLE, ESC, GS):
        return _NOT_YET
    match data[0]:
        case 0x10:
            return _real_time(data)
        case 0x1B:
            return _escape(data)
        case 0x1D:
            return _group(data)
        case 0x0A:
            return 1, Feed(1)
        case code:
            return 1, Text(code)


def _real_time(data: bytes) -> tuple[int, Command | None]:
    size = {0x04: 3, 0x14: 10}.get(data[1], 2)
    if len(data) < size:
        return _NOT_YET
    match data[1]:
        case 0x04:
            return size, AskedNow(data[2])
        case 0x14:
            return size, Clear()
    return size, None


def _escape(data: bytes) -> tuple[int, Command | None]:
    if data[1] == ord("@"):
        return 2, Reset()
    size = 3
    if len(data) < size:
        return _NOT_YET
    return size, Feed(data[2]) if data[1] == ord("d") else None


def _group(data: bytes) -> tuple[int, Command | None]:
    match chr(data[1]):
        case "v":
            return _raster(data)
        case "V":
            size = 4 if len(data) > 2 and data[2] in (65, 66) else 3
            return (size, Cut()) if len(data) >= size else _NOT_YET
        case "r":
            return (3, AskedInTurn()) if len(data) >= 3 else _NOT_YET
        case _:
            return (3, None) if len(data) >= 3 else _NOT_YET


def _raster(data: bytes) -> tuple[int, Command | None]:
    head = 8
    if len(data) < head:
        return _NOT_YET
    width, height = int.from_bytes(data[4:6], "little"), int.from_bytes(data[6:8], "little")
    size = head + width * height
    return (size, Raster(width, data[head:size])) if len(data) >= size else _NOT_YET
