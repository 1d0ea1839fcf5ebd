"""A camera through OpenCV: a V4L2 device (/dev/video0, "0"), an MJPEG stream (http://...), or a file of pictures.

OpenCV gives the last frame again, or False without a reason: what went wrong is told from the frames themselves.
"""

import time
from dataclasses import dataclass, field

import cv2
import numpy as np

from hardware.camera.api import (
    PREVIEW_HEIGHT,
    CameraFailed,
    CameraFault,
    CameraReady,
    CameraStatus,
    CameraUnavailable,
    Photo,
    PhotoOutcome,
    Preview,
    PreviewOutcome,
)
from hardware.camera.sheet_outline import Picture, Stillness, find_corners
from hardware.delays import CameraDelays

DARK = 12.0
"""Mean grey level: a covered lens. A dim room is at 40."""

SAME_FRAMES = 8
"""A sensor's grain is never twice the same: so many equal pictures in a row are one that is frozen."""

JPEG_QUALITY = 92
PREVIEW_QUALITY = 70
WANTED = (3840, 2160)
"""Asked of a V4L2 camera; it gives the nearest it has."""


@dataclass(slots=True)
class OpencvCamera:
    """Opens `source` at its first use, and again after a fault."""

    source: str
    delays: CameraDelays = field(default_factory=CameraDelays)
    _capture: "cv2.VideoCapture | None" = field(default=None, init=False)
    _stillness: Stillness = field(default_factory=Stillness, init=False)
    _last: int = field(default=0, init=False)
    _same: int = field(default=0, init=False)
    _was_there: bool = field(default=False, init=False)

    def status(self) -> CameraStatus:
        frame = self._frame()
        if isinstance(frame, CameraFault):
            return CameraUnavailable(frame)
        return CameraReady((frame.shape[1], frame.shape[0]))

    def preview(self) -> PreviewOutcome:
        frame = self._frame()
        if isinstance(frame, CameraFault):
            self._stillness = Stillness()
            return CameraFailed(frame)
        corners = find_corners(frame)
        scale = min(1.0, PREVIEW_HEIGHT / frame.shape[0])
        small = np.asarray(cv2.resize(frame, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
        return Preview(_jpeg(small, PREVIEW_QUALITY), corners, self._stillness.look(corners))

    def photo(self) -> PhotoOutcome:
        best: Picture | None = None
        sharpest = -1.0
        for _ in range(self.delays.photo_frames):
            frame = self._frame()
            if isinstance(frame, CameraFault):
                return CameraFailed(frame)
            sharpness = _sharpness(frame)
            if sharpness > sharpest:
                best, sharpest = frame, sharpness
        return CameraFailed(CameraFault.FROZEN) if best is None else Photo(_jpeg(best, JPEG_QUALITY))

    def rest(self) -> None:
        if self._capture is not None:
            self._capture.release()
            self._capture = None
        self._stillness = Stillness()
        self._same = 0

    def _frame(self) -> "Picture | CameraFault":
        if self._capture is None and not self._open():
            return CameraFault.UNPLUGGED if self._was_there else CameraFault.ABSENT
        asked = time.monotonic()
        whole, frame = self._capture.read() if self._capture is not None else (False, None)
        if not whole or frame is None:
            waited = time.monotonic() - asked >= self.delays.frame * 0.9
            self.rest()
            return CameraFault.FROZEN if waited else CameraFault.UNPLUGGED
        self._was_there = True
        picture = np.asarray(frame, np.uint8)
        print_of_it = hash(picture[::7, ::7].tobytes())
        self._same = self._same + 1 if print_of_it == self._last else 0
        self._last = print_of_it
        if self._same >= SAME_FRAMES:
            return CameraFault.FROZEN
        return CameraFault.BLACK if float(picture[::8, ::8].mean()) < DARK else picture

    def _open(self) -> bool:
        limits = [
            *(cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, int(self.delays.open * 1000)),
            *(cv2.CAP_PROP_READ_TIMEOUT_MSEC, int(self.delays.frame * 1000)),
        ]
        if self.source.isdecimal() or self.source.startswith("/dev/"):
            device = int(self.source) if self.source.isdecimal() else self.source
            capture = cv2.VideoCapture(device, cv2.CAP_V4L2)
            capture.set(cv2.CAP_PROP_FRAME_WIDTH, WANTED[0])
            capture.set(cv2.CAP_PROP_FRAME_HEIGHT, WANTED[1])
            capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        elif "%" in self.source:
            capture = cv2.VideoCapture(self.source, cv2.CAP_IMAGES)
        else:
            capture = cv2.VideoCapture(self.source, cv2.CAP_FFMPEG, limits)
        if not capture.isOpened():
            capture.release()
            return False
        self._capture = capture
        return True


def _sharpness(picture: Picture) -> float:
    return float(cv2.Laplacian(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), cv2.CV_32F).var())


def _jpeg(picture: Picture, quality: int) -> bytes:
    return bytes(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1])
