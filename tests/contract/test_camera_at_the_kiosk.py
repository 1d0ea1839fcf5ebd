"""A page by the real camera driver: the visitor sees what it sees, at a calm rate, and nothing of it stays."""

import base64
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.camera.api import PREVIEW_HEIGHT
from hardware.camera.sheet_outline import Picture
from hardware.dock.mjpeg_camera import MjpegCamera
from hardware.faults import FAULTS, Device
from kiosk.assets import asset
from kiosk.journey.actions import Action
from kiosk.journey.frames import Glimpse
from kiosk.journey.visit_views import Scanning
from kiosk.service.photographing import LOOK_SECONDS
from tests.faults.walk import GOOD, SECONDS, Walk, at, to_first_sheet
from tests.support.running_core import running_core

SIZE = (1600, 1200)
LOOKS = 12
UNPLUGGED = next(fault for fault in FAULTS if (fault.device, fault.name) == (Device.SCANNER, "unplugged"))


def table(shift: int) -> Picture:
    """A page on a dark table, `shift` pixels to the right."""
    picture = np.full((SIZE[1], SIZE[0], 3), (62, 66, 70), np.uint8)
    page = cv2.resize(np.asarray(cv2.imread(str(asset("samples", GOOD))), np.uint8), (776, 1100))
    picture[50:1150, 400 + shift : 1176 + shift] = page
    return picture


@pytest.fixture
def stream() -> Iterator[MjpegCamera]:
    camera = MjpegCamera([table(shift) for shift in (0, 90, 180, 40, 140)])
    camera.start()
    yield camera
    camera.stop()


def glimpses(walk: Walk, count: int) -> list[Glimpse]:
    """The next so many."""
    seen: list[Glimpse] = []
    while len(seen) < count:
        sent = walk.screen.line(SECONDS)
        if isinstance(sent, Glimpse):
            seen.append(sent)
    return seen


def test_what_the_camera_sees_is_shown_and_never_kept(stream: MjpegCamera, tmp_path: Path) -> None:
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    with running_core(
        tmp_path, KIOSK_SCANNER_FOLDER=str(sheets), KIOSK_CAMERA="opencv", KIOSK_CAMERA_SOURCE=stream.uri
    ) as core:
        walk = Walk(core, sheets)
        to_first_sheet(walk)
        walk.breaks(UNPLUGGED)
        walk.place(GOOD)
        walk.press(Action.TAKE_PHOTO, at("scanning"))
        assert walk.frame.screen == Scanning(1, photo=True)

        begun = time.monotonic()
        seen = glimpses(walk, LOOKS)
        assert time.monotonic() - begun > (LOOKS - 2) * LOOK_SECONDS  # no faster, whatever the camera can do
        assert any(glimpse.corners for glimpse in seen) and not any(glimpse.steady for glimpse in seen)
        heights = {cv2.imdecode(np.frombuffer(image(one), np.uint8), 1).shape[0] for one in seen}
        assert heights == {PREVIEW_HEIGHT}

        walk.press(Action.OPEN_COMFORT, lambda frame: frame.overlay is not None)  # made on the frame before them all
        walk.press(Action.CLOSE, at("scanning"))
        stream.pictures = [table(60)]
        after = walk.screen.until(at("page_accepted", "page_refused"), SECONDS)
        assert after.screen.screen == "page_accepted", after.screen
        walk.looks_alive()
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    for glimpse in seen:
        middle = len(glimpse.image) // 2
        part = glimpse.image[middle - middle % 4 :][:64]
        assert not any(part.encode() in file or base64.b64decode(part) in file for file in kept)


def image(glimpse: Glimpse) -> bytes:
    return base64.b64decode(glimpse.image)
