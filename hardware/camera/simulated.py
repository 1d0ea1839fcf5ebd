"""A camera that sees the pictures of a folder lying on a table. For demonstrations, tests and training."""

import io
from pathlib import Path

from PIL import Image, ImageDraw

from hardware import simulation
from hardware.camera.api import (
    PREVIEW_HEIGHT,
    CameraFailed,
    CameraFault,
    CameraReady,
    CameraStatus,
    CameraUnavailable,
    Corners,
    Photo,
    PhotoOutcome,
    Preview,
    PreviewOutcome,
)
from hardware.faults import Device

SIZE = (2400, 1800)
TABLE = (70, 66, 62)
MARGIN = 0.06
PICTURES = frozenset({".jpeg", ".jpg", ".png"})
LOOKS_UNTIL_STILL = 3


class SimulatedCamera:
    """The sheets of `folder` in the order of their names, one a photo; each is still at the third look."""

    def __init__(self, folder: str | Path, state_dir: str | Path) -> None:
        self._folder = Path(folder)
        self._state_dir = Path(state_dir)
        self._number = 0
        self._looks = 0

    def status(self) -> CameraStatus:
        name = simulation.sensed(self._state_dir, Device.CAMERA)
        return CameraReady(SIZE) if name is None else CameraUnavailable(CameraFault(name))

    def preview(self) -> PreviewOutcome:
        name = simulation.suffered(self._state_dir, Device.CAMERA)
        if name is not None:
            self._looks = 0
            return CameraFailed(CameraFault(name))
        seen = self._seen()
        if seen is None:
            return Preview(_jpeg(Image.new("RGB", SIZE, TABLE), PREVIEW_HEIGHT), None, steady=False)
        self._looks += 1
        picture, corners = seen
        return Preview(_jpeg(picture, PREVIEW_HEIGHT), corners, steady=self._looks >= LOOKS_UNTIL_STILL)

    def photo(self) -> PhotoOutcome:
        name = simulation.suffered(self._state_dir, Device.CAMERA)
        if name is not None:
            return CameraFailed(CameraFault(name))
        seen = self._seen()
        picture = Image.new("RGB", SIZE, TABLE) if seen is None else seen[0]
        self._number, self._looks = self._number + 1, 0
        return Photo(_jpeg(picture, SIZE[1]))

    def rest(self) -> None:
        self._looks = 0

    def _seen(self) -> tuple[Image.Image, Corners] | None:
        names = self._folder.iterdir() if self._folder.is_dir() else ()
        sheets = sorted(path for path in names if path.suffix.lower() in PICTURES)
        if not sheets:
            return None
        with Image.open(sheets[self._number % len(sheets)]) as opened:
            sheet = opened.convert("RGB")
        width, height = SIZE
        sheet.thumbnail((width * (1 - 2 * MARGIN), height * (1 - 2 * MARGIN)))
        left, top = (width - sheet.width) // 2, (height - sheet.height) // 2
        table = Image.new("RGB", SIZE, TABLE)
        ImageDraw.Draw(table).rectangle(
            (left + 8, top + 8, left + sheet.width + 8, top + sheet.height + 8), fill=(40, 38, 36)
        )
        table.paste(sheet, (left, top))
        x0, y0, x1, y1 = left / width, top / height, (left + sheet.width) / width, (top + sheet.height) / height
        return table, ((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def _jpeg(picture: Image.Image, height: int) -> bytes:
    if picture.height > height:
        picture = picture.resize((round(picture.width * height / picture.height), height))
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=88)
    return stream.getvalue()
