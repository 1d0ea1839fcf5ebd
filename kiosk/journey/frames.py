"""Frames and taps as lines of JSON: what goes over the socket between the core and the screen."""

from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from kiosk.journey.actions import Action
from kiosk.journey.views import Frame

MAX_LINE_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Tap:
    """A touch on `action`, made on the frame `serial`; a tap on an older frame is ignored."""

    serial: int
    action: Action
    value: str | None = None


_FRAME = TypeAdapter(Frame)
_TAP = TypeAdapter(Tap)


class BadLine(ValueError):
    """A line that is no frame or no tap."""


def encode_frame(frame: Frame) -> bytes:
    """One line of JSON, newline included."""
    return _FRAME.dump_json(frame) + b"\n"


def decode_frame(line: bytes) -> Frame:
    """The frame in `line`; raises `BadLine`."""
    try:
        return _FRAME.validate_json(line)
    except ValidationError as error:
        raise BadLine(str(error)) from error


def encode_tap(tap: Tap) -> bytes:
    """One line of JSON, newline included."""
    return _TAP.dump_json(tap) + b"\n"


def decode_tap(line: bytes) -> Tap:
    """The tap in `line`; raises `BadLine`."""
    try:
        return _TAP.validate_json(line)
    except ValidationError as error:
        raise BadLine(str(error)) from error
