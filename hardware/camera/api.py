"""What every camera can do, and everything that can happen."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]
"""Upper left, upper right, lower right, lower left, as shares of the picture's width and height."""


class CameraFault(StrEnum):
    """Why there is no picture."""

    ABSENT = "absent"
    """No such camera, or nothing answers there."""

    FROZEN = "frozen"
    """The same picture again and again, or none for a while."""

    BLACK = "black"
    """Something covers the lens, or there is no light."""

    UNPLUGGED = "unplugged"
    """It was there, and is gone."""

    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class CameraReady:
    """Pictures come. `size` is width and height in pixels."""

    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class CameraUnavailable:
    fault: CameraFault


CameraStatus = CameraReady | CameraUnavailable


@dataclass(frozen=True, slots=True)
class Preview:
    """What the camera sees now, small. `corners` of a sheet when one is seen whole; `steady` once it has not moved.

    `image` is a JPEG, `PREVIEW_HEIGHT` pixels high at most.
    """

    image: bytes
    corners: Corners | None
    steady: bool


@dataclass(frozen=True, slots=True)
class Photo:
    """A whole picture, as large as the camera gives it: a JPEG."""

    image: bytes
    media_type: str = "image/jpeg"


@dataclass(frozen=True, slots=True)
class CameraFailed:
    fault: CameraFault


PreviewOutcome = Preview | CameraFailed
PhotoOutcome = Photo | CameraFailed
PREVIEW_HEIGHT = 360


class Camera(Protocol):
    """A camera. Calls block for a few frames at most; a driver may hang: they are made in a worker with a deadline."""

    def status(self) -> CameraStatus:
        """Take one picture and throw it away."""

    def preview(self) -> PreviewOutcome:
        """The picture of now, and whether the sheet in it lies still."""

    def photo(self) -> PhotoOutcome:
        """The sharpest of a few pictures."""

    def rest(self) -> None:
        """Let the camera go: its light is out while nobody uses it."""
