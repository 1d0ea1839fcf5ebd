"""Frames, glimpses and taps as lines of JSON: what goes over the socket between the core and the screen."""

from dataclasses import dataclass
from typing import Literal

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


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What the camera sees now: a small JPEG in base64, and the sheet in it, its corners as shares of the picture.

    It is no frame: it has no serial, so that no tap is lost to it, and nobody keeps it.
    """

    image: str
    corners: tuple[Point, ...] | None
    steady: bool
    line: Literal["glimpse"] = "glimpse"


_FRAME = TypeAdapter(Frame)
_GLIMPSE = TypeAdapter(Glimpse)
_BEGINS = b'{"image":'
_TAP = TypeAdapter(Tap)


class BadLine(ValueError):
    """A line that is no frame or no tap."""


def encode_frame(frame: Frame) -> bytes:
    """One line of JSON, newline included."""
    return _FRAME.dump_json(frame) + b"\n"


def encode_glimpse(glimpse: Glimpse) -> bytes:
    """One line of JSON, newline included."""
    return _GLIMPSE.dump_json(glimpse) + b"\n"


def decode_line(line: bytes) -> Frame | Glimpse:
    """What the core sent; raises `BadLine`."""
    if not line.startswith(_BEGINS):
        return decode_frame(line)
    try:
        return _GLIMPSE.validate_json(line)
    except ValidationError as error:
        raise BadLine(str(error)) from error


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
