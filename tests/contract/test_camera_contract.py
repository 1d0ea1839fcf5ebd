"""One contract for every camera: OpenCV on an MJPEG stream and on files, the simulator, the disabled twin."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from hardware.camera.api import (
    PREVIEW_HEIGHT,
    Camera,
    CameraFailed,
    CameraFault,
    CameraReady,
    CameraUnavailable,
    Photo,
    Preview,
)
from hardware.camera.disabled import DisabledCamera
from hardware.camera.opencv import OpencvCamera
from hardware.camera.sheet_outline import Picture
from hardware.camera.simulated import SimulatedCamera
from hardware.delays import CameraDelays
from hardware.dock.mjpeg_camera import MjpegCamera, StreamFault
from hardware.faults import FAULTS, Device, Effect, Fault, set_fault
from hardware.worker import Worker
from hardware.worker_messages import Answer
from kiosk.assets import asset

SIZE = (960, 720)
HURRY = CameraDelays(open=1.0, frame=0.5, photo_frames=2)
LOOKS = 40
CORNERS = ((240, 60), (720, 60), (720, 660), (240, 660))


def table(shift: int = 0) -> Picture:
    """A white sheet with lines on a dark table, `shift` pixels to the right."""
    picture = np.full((SIZE[1], SIZE[0], 3), (62, 66, 70), np.uint8)
    (left, top), _, (right, bottom), _ = CORNERS
    cv2.rectangle(picture, (left + shift, top), (right + shift, bottom), (244, 246, 246), -1)
    for row in range(top + 60, bottom - 40, 30):
        cv2.line(picture, (left + 40 + shift, row), (right - 60 + shift, row), (60, 60, 60), 3)
    return picture


@pytest.fixture
def stream() -> Iterator[MjpegCamera]:
    camera = MjpegCamera([table()])
    camera.start()
    yield camera
    camera.stop()


@pytest.fixture
def files(tmp_path: Path) -> str:
    """A sequence of pictures that differ by their grain, as a sensor's do."""
    for number in range(16):
        grain = np.random.default_rng(number).normal(0, 2, (SIZE[1], SIZE[0], 3))
        cv2.imwrite(str(tmp_path / f"f_{number:03d}.jpg"), np.clip(table() + grain, 0, 255).astype(np.uint8))
    return str(tmp_path / "f_%03d.jpg")


def sheets(tmp_path: Path) -> SimulatedCamera:
    return SimulatedCamera(asset("samples"), tmp_path / "state")


@pytest.fixture(params=["mjpeg", "files", "simulated"])
def working(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Camera]:
    camera: Camera
    if request.param == "mjpeg":
        camera = OpencvCamera(request.getfixturevalue("stream").uri, HURRY)
    elif request.param == "files":
        camera = OpencvCamera(request.getfixturevalue("files"), HURRY)
    else:
        camera = sheets(tmp_path)
    yield camera
    camera.rest()


def size_of(image: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(image)) as picture:
        picture.load()
        return picture.size


def until(camera: Camera, wanted: Callable[[object], bool]) -> object:
    """Look until it is as wanted."""
    for _ in range(LOOKS):
        seen = camera.preview()
        if wanted(seen):
            return seen
    raise AssertionError(seen)


def test_a_sheet_that_lies_still_is_seen_outlined_and_photographed(working: Camera) -> None:
    assert isinstance(working.status(), CameraReady)
    seen = until(working, lambda seen: isinstance(seen, Preview) and seen.steady)
    assert isinstance(seen, Preview) and seen.corners is not None
    assert size_of(seen.image)[1] <= PREVIEW_HEIGHT
    assert len(seen.image) < 80_000
    photo = working.photo()
    assert isinstance(photo, Photo)
    assert size_of(photo.image)[1] >= SIZE[1]


def test_the_corners_are_where_they_are(stream: MjpegCamera) -> None:
    camera = OpencvCamera(stream.uri, HURRY)
    seen = until(camera, lambda seen: isinstance(seen, Preview) and seen.corners is not None)
    assert isinstance(seen, Preview) and seen.corners is not None
    for (x, y), (true_x, true_y) in zip(seen.corners, CORNERS, strict=True):
        assert abs(x * SIZE[0] - true_x) < 12 and abs(y * SIZE[1] - true_y) < 12
    camera.rest()


def test_a_sheet_that_moves_is_not_still_and_an_empty_table_has_none(stream: MjpegCamera) -> None:
    stream.pictures = [table(shift) for shift in (0, 60, 120, 30, 90)]
    camera = OpencvCamera(stream.uri, HURRY)
    assert not any(isinstance(seen, Preview) and seen.steady for seen in (camera.preview() for _ in range(12)))
    stream.pictures = [np.full((SIZE[1], SIZE[0], 3), (62, 66, 70), np.uint8)]
    until(camera, lambda seen: isinstance(seen, Preview) and seen.corners is None)
    camera.rest()


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        (StreamFault.BLACK, CameraFault.BLACK),
        (StreamFault.FROZEN, CameraFault.FROZEN),
        (StreamFault.SILENT, CameraFault.FROZEN),
        (StreamFault.CUT, CameraFault.UNPLUGGED),
    ],
)
def test_a_fault_has_its_name_and_the_picture_is_back_without_it(
    stream: MjpegCamera, fault: StreamFault, named: CameraFault
) -> None:
    camera = OpencvCamera(stream.uri, HURRY)
    until(camera, lambda seen: isinstance(seen, Preview))
    stream.fault = fault
    until(camera, lambda seen: seen == CameraFailed(named))
    stream.fault = None
    until(camera, lambda seen: isinstance(seen, Preview))
    camera.rest()


def test_a_camera_that_is_switched_off_is_unplugged_then_back(stream: MjpegCamera) -> None:
    camera = OpencvCamera(stream.uri, HURRY)
    assert isinstance(camera.status(), CameraReady)
    stream.stop()
    until(camera, lambda seen: seen == CameraFailed(CameraFault.UNPLUGGED))
    assert camera.photo() == CameraFailed(CameraFault.UNPLUGGED)
    stream.start()
    until(camera, lambda seen: isinstance(seen, Preview))
    camera.rest()


@pytest.mark.parametrize("source", ["/dev/video97", "http://127.0.0.1:9/stream", "/nowhere/f_%03d.png", "/nowhere.avi"])
def test_where_there_is_no_camera_it_is_absent(source: str) -> None:
    camera = OpencvCamera(source, HURRY)
    assert camera.status() == CameraUnavailable(CameraFault.ABSENT)
    assert camera.preview() == CameraFailed(CameraFault.ABSENT)


def test_the_driver_works_in_a_worker(stream: MjpegCamera) -> None:
    worker = Worker("camera", "hardware.camera.opencv:OpencvCamera", {"source": stream.uri})
    worker.start()
    try:
        seen = worker.call("preview", seconds=30)
        assert isinstance(seen, Answer) and isinstance(seen.value, Preview)
    finally:
        worker.stop()


ANSWERED = [
    fault for fault in FAULTS if fault.device is Device.CAMERA and fault.effect in (Effect.REFUSES, Effect.FAILS)
]


@pytest.mark.parametrize("fault", ANSWERED, ids=lambda fault: fault.name)
def test_a_simulated_fault_has_its_name_then_goes(fault: Fault, tmp_path: Path) -> None:
    camera = sheets(tmp_path)
    set_fault(tmp_path / "state", Device.CAMERA, fault.name, times=2)
    assert camera.preview() == CameraFailed(CameraFault(fault.name))
    assert camera.photo() == CameraFailed(CameraFault(fault.name))
    assert isinstance(camera.photo(), Photo)


def test_the_disabled_camera_says_so() -> None:
    camera = DisabledCamera()
    assert camera.status() == CameraUnavailable(CameraFault.DISABLED)
    assert camera.preview() == camera.photo() == CameraFailed(CameraFault.DISABLED)
