"""A real ticket printer that speaks ESC/POS, told and asked directly: a raw print queue would never say "paper out".

A ticket is drawn as one picture, so that it holds every script. It is sent a hand's breadth at a time and the printer
is asked in between, then asked to answer once all of it is on paper. Whatever a fault leaves behind is cleared from
the printer and cut off, and the ticket is printed again whole: a visitor never holds two halves.
"""

import io
import time
from dataclasses import dataclass, field

from PIL import Image

from hardware.delays import TicketDelays
from hardware.printer.api import (
    Printed,
    PrinterFault,
    PrinterReady,
    PrinterStatus,
    PrinterUnavailable,
    PrintFailed,
    PrintOutcome,
)
from hardware.printer.patience import Patience
from hardware.ticket.api import DOTS_PER_LINE
from hardware.ticket.escpos_link import Link, LinkDownError, LinkStalledError, check_address
from hardware.ticket.escpos_status import CLEAR, END_OF_JOB, QUESTIONS, fault_of, is_status

ROWS_AT_ONCE = 128
"""16 mm: little is in flight when the paper ends."""

LONGEST = 20_000
"""Rows: two and a half metres of paper. Nothing of ours is a tenth as long."""


@dataclass(slots=True)
class EscposTicketPrinter:
    """The printer at `address` (see `Link`). Raises ValueError for an address that cannot be one."""

    address: str
    delays: TicketDelays = field(default_factory=TicketDelays)

    def __post_init__(self) -> None:
        check_address(self.address)

    def status(self) -> PrinterStatus:
        fault = self._sensed()
        return PrinterReady(f"ESC/POS {self.address}") if fault is None else PrinterUnavailable(fault)

    def print_image(self, png: bytes, key: str) -> PrintOutcome:
        """Print whole, or not at all. A fault that goes in time costs only that time.

        A printer that cannot confirm the end of a job (some do not know GS r) is believed when it says, after
        `delays.finish`, that nothing is wrong with it.
        """
        bands = _bands(png)
        if bands is None:
            return PrintFailed(PrinterFault.REFUSED)
        patience = Patience(self.delays, time.monotonic())
        is_fragment = False
        while True:
            fault, begun = self._attempt(bands, is_fragment)
            if fault is None:
                return Printed(key)
            is_fragment = is_fragment or begun
            while fault is not None:
                lost = patience.lost(fault, time.monotonic())
                if lost is not None:
                    return PrintFailed(lost)
                time.sleep(self.delays.poll)
                fault = self._sensed()

    def _sensed(self) -> PrinterFault | None:
        try:
            link = Link(self.address, self.delays)
        except LinkDownError:
            return PrinterFault.UNREACHABLE
        try:
            return self._state(link)
        except LinkDownError:
            return PrinterFault.UNREACHABLE
        except LinkStalledError:
            return PrinterFault.TIMED_OUT
        finally:
            link.close()

    def _state(self, link: Link, seconds: float | None = None) -> PrinterFault | None:
        answers = []
        for question in QUESTIONS:
            answer = link.ask(question, self.delays.answer if seconds is None else seconds)
            if answer is None or not is_status(answer):
                return PrinterFault.TIMED_OUT
            answers.append(answer)
        return fault_of(answers)

    def _attempt(self, bands: list[Image.Image], is_fragment: bool) -> tuple[PrinterFault | None, bool]:
        """The fault that stopped it, and whether some of it may be on paper."""
        begun = False
        try:
            link = Link(self.address, self.delays)
        except LinkDownError:
            return PrinterFault.UNREACHABLE, begun
        try:
            fault = self._state(link)
            if fault is not None:
                return fault, begun
            link.send(CLEAR)
            link.commands.hw("INIT")
            if is_fragment:
                link.commands.cut()
            for band in bands:
                begun = True
                link.commands.image(band, impl="bitImageRaster", fragment_height=ROWS_AT_ONCE)
                fault = self._state(link, self.delays.late)
                if fault is not None:
                    return self._cleared(link, fault), begun
            link.commands.cut()
            fault = self._end(link)
            return (None if fault is None else self._cleared(link, fault)), begun
        except (LinkStalledError, TimeoutError):
            return PrinterFault.TIMED_OUT, begun
        except (LinkDownError, OSError):
            return PrinterFault.UNREACHABLE, begun
        finally:
            link.close()

    def _end(self, link: Link) -> PrinterFault | None:
        """Wait until all of it is on paper. A late answer is no fault yet: the ticket may be out already."""
        deadline = time.monotonic() + self.delays.finish
        link.send(END_OF_JOB)
        while not link.has_ended():
            link.listen(self.delays.poll)
            fault = None if link.has_ended() else self._state(link)
            is_late = fault is PrinterFault.TIMED_OUT and time.monotonic() < deadline
            if fault is not None and not is_late and not link.has_ended():
                return fault
            if fault is None and time.monotonic() >= deadline:
                return None
        return None

    def _cleared(self, link: Link, fault: PrinterFault) -> PrinterFault:
        link.send(CLEAR)
        return fault


def _bands(png: bytes) -> list[Image.Image] | None:
    """The rows of a ticket, a few at a time; None when it is no ticket."""
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as page:
            if page.width != DOTS_PER_LINE or page.height > LONGEST:
                return None
            rows = page.convert("1", dither=Image.Dither.NONE)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    tops = range(0, rows.height, ROWS_AT_ONCE)
    return [rows.crop((0, top, rows.width, min(top + ROWS_AT_ONCE, rows.height))) for top in tops]
