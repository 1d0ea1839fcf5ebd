"""What an ESC/POS printer says of itself, in answer to DLE EOT 1 to 4 (Epson ESC/POS reference, real-time commands)."""

from collections.abc import Sequence

from hardware.printer.api import PrinterFault

QUESTIONS = tuple(b"\x10\x04" + bytes([number]) for number in (1, 2, 3, 4))
"""Printer, cause of being off line, cause of error, paper: answered at once, even when the paper is out."""

CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""DLE DC4 8: forget everything not printed yet, so that nothing comes out later in front of someone else."""

END_OF_JOB = b"\x1dr\x01"
"""GS r 1: answered in its turn, once everything sent before is on paper."""

_FIXED_BITS = 0x93
_FIXED = 0x12
_OFFLINE = 0x08
_COVER = 0x04
_STOPPED_BY_PAPER = 0x20
_CUTTER = 0x08
_UNRECOVERABLE = 0x20
_HOT = 0x40
_PAPER_END = 0x60
_PAPER_LOW = 0x0C


def is_status(answer: int) -> bool:
    """Whether a byte is one of these answers: four of its bits never change."""
    return answer & _FIXED_BITS == _FIXED


def fault_of(answers: Sequence[int]) -> PrinterFault | None:
    """The fault to mend first, from the four answers in order. None: it prints."""
    printer, offline, error, paper = answers
    if offline & _COVER:
        return PrinterFault.COVER_OPEN
    if paper & _PAPER_END == _PAPER_END or offline & _STOPPED_BY_PAPER:
        return PrinterFault.PAPER_OUT
    if error & _CUTTER:
        return PrinterFault.CUTTER_STUCK
    if error & _HOT:
        return PrinterFault.OVERHEATED
    if error & _UNRECOVERABLE or printer & _OFFLINE:
        return PrinterFault.OTHER
    return None


def paper_is_low(answers: Sequence[int]) -> bool:
    """The roll is near its end: time to fetch another, not to stop."""
    return answers[3] & _PAPER_LOW == _PAPER_LOW
