"""A virtual ticket printer: paper, faults, and what comes out of the slot as PNG files. No sockets here."""

import io
import threading
from collections import deque
from dataclasses import dataclass, field

from PIL import Image

from hardware.dock.escpos_stream import (
    BITS_PER_BYTE,
    AskedInTurn,
    AskedNow,
    Clear,
    Command,
    Cut,
    Feed,
    Raster,
    Reset,
    Stream,
    Text,
)

DOTS_PER_LINE = 576
DOTS_PER_FEED = 30
"""The height of a line of text at the default spacing, in dots."""

_ALL_IS_WELL = 0x12


@dataclass(slots=True)
class Knobs:
    """What a test or a trainer turns."""

    paper: str = "ok"
    """"ok", "low" or "out"."""

    rows_left: int | None = None
    """Rows of dots until the paper is out; None for a roll without end."""

    cover_open: bool = False
    cutter_stuck: bool = False
    overheated: bool = False
    broken: bool = False
    stalled: bool = False
    """Takes everything in, prints nothing and answers nothing."""

    confirms: bool = True
    """Whether it knows GS r: some clones do not."""

    mute_after_cut: bool = False
    """Answers nothing from the cut on, though all of it is on paper: it is slow, or the machine is."""

    hangs_up_after: int | None = None
    """Bytes after which it cuts the line, once."""


@dataclass(slots=True)
class VirtualTicketPrinter:
    """Prints rows when nothing holds it up. `printed` holds the tickets that were cut off, in order, as PNG."""

    knobs: Knobs = field(default_factory=Knobs)
    printed: list[bytes] = field(default_factory=list)
    letters: int = 0
    """Characters it was asked to print in its own letters."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    _waiting: deque[Command] = field(default_factory=deque)
    _rows: bytearray = field(default_factory=bytearray)

    def take(self, stream: Stream, data: bytes) -> bytes:
        """What came on a line; the answers."""
        answers = b""
        for command in stream.feed(data):
            match command:
                case AskedNow(number):
                    answers += b"" if self.knobs.stalled or self._is_mute() else bytes([self._status(number)])
                case Clear():
                    self._waiting.clear()
                case _:
                    self._waiting.append(command)
        return answers + self.advance()

    def advance(self) -> bytes:
        """Print what waits, as far as nothing holds it up; the answers that are due."""
        answers = b""
        while self._waiting and not self.is_held_up():
            match self._waiting[0]:
                case Raster(width, rows):
                    self._print(width, rows)
                    continue
                case Feed(lines):
                    self._feed(lines * DOTS_PER_FEED)
                case Cut():
                    self._cut()
                case AskedInTurn():
                    answers += b"\x00" if self.knobs.confirms and not self._is_mute() else b""
                case Reset():
                    pass
                case Text():
                    self.letters += 1
            self._waiting.popleft()
        return answers

    def _is_mute(self) -> bool:
        return self.knobs.mute_after_cut and bool(self.printed)

    def is_held_up(self) -> bool:
        knobs = self.knobs
        return (
            knobs.paper == "out"
            or knobs.cover_open
            or knobs.cutter_stuck
            or knobs.overheated
            or knobs.broken
            or knobs.stalled
        )

    def off(self) -> None:
        """The plug is pulled: what waited is gone, the paper stays in the slot."""
        self._waiting.clear()

    def tear_off(self) -> bytes:
        """What hangs out of the slot, not cut off; empty when there is nothing. As PNG."""
        return self._picture()

    def _status(self, number: int) -> int:
        knobs = self.knobs
        bits = {
            1: 0x08 if self.is_held_up() else 0,
            2: (0x04 if knobs.cover_open else 0)
            | (0x20 if knobs.paper == "out" else 0)
            | (0x40 if knobs.cutter_stuck or knobs.overheated or knobs.broken else 0),
            3: (0x08 if knobs.cutter_stuck else 0) | (0x40 if knobs.overheated else 0) | (0x20 if knobs.broken else 0),
            4: {"ok": 0, "low": 0x0C, "out": 0x6C}[knobs.paper],
        }
        return _ALL_IS_WELL | bits.get(number, 0)

    def _print(self, width: int, rows: bytes) -> None:
        height = len(rows) // width
        can = height if self.knobs.rows_left is None else min(height, self.knobs.rows_left)
        line = DOTS_PER_LINE // BITS_PER_BYTE
        for row in range(can):
            self._rows += rows[row * width : (row + 1) * width][:line].ljust(line, b"\0")
        self._use(can)
        self._waiting.popleft()
        if can < height:
            self._waiting.appendleft(Raster(width, rows[can * width :]))

    def _feed(self, dots: int) -> None:
        self._rows += bytes(dots * DOTS_PER_LINE // BITS_PER_BYTE)

    def _use(self, rows: int) -> None:
        if self.knobs.rows_left is None:
            return
        self.knobs.rows_left -= rows
        if self.knobs.rows_left <= 0:
            self.knobs.paper, self.knobs.rows_left = "out", None

    def _cut(self) -> None:
        picture = self._picture()
        if picture:
            self.printed.append(picture)

    def _picture(self) -> bytes:
        line = DOTS_PER_LINE // BITS_PER_BYTE
        height = len(self._rows) // line
        if not height:
            return b""
        black_is_one = Image.frombytes("1", (DOTS_PER_LINE, height), bytes(self._rows))
        self._rows.clear()
        stream = io.BytesIO()
        black_is_one.point(lambda dot: not dot).save(stream, "PNG")
        return stream.getvalue()
