"""A virtual scanner: a glass, a feeder, faults. What it shows is the images it is fed; no sockets here."""

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

UNITS_PER_INCH = 300
"""Regions are given in 1/300 of an inch (eSCL: ThreeHundredthsOfInches)."""

A4_UNITS = (2480, 3508)
JPEG_QUALITY = 90


class EsclFault(StrEnum):
    """What goes wrong, from the page that `Knobs.at_page` names."""

    JAMMED = "jammed"
    COVER_OPEN = "cover_open"
    BUSY = "busy"
    """Another computer is using it: no new job for as long as it lasts."""
    UNPLUGGED = "unplugged"
    STALLED = "stalled"
    """Half a page, then silence."""
    CUT = "cut"
    """Half a page, then the line is gone."""
    CORRUPT_IMAGE = "corrupt_image"
    """As many bytes as were promised, half of them wrong."""
    SLOW = "slow"
    ERROR = "error"
    """It answers with an error of its own."""
    DOUBLE_FEED = "double_feed"
    """Two sheets are pulled as one, and it does not notice."""
    MALFORMED = "malformed"
    """It describes itself in a way that nobody understands."""


@dataclass(slots=True)
class Knobs:
    """What a test or a trainer turns. `times` counts how often the fault strikes; None: until it is taken away."""

    fault: EsclFault | None = None
    at_page: int = 1
    times: int | None = None
    slow_seconds: float = 3.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How a page is wanted."""

    feeder: bool
    dpi: int
    colour: bool
    size: tuple[int, int]
    """Width and height in 1/300 inch."""


@dataclass(slots=True)
class Job:
    number: int
    settings: Settings
    pages: int = 0
    """That were given out."""


@dataclass(slots=True)
class VirtualScanner:
    """`glass` is shown at each scan of the glass; `feeder` is emptied from the front."""

    glass: Sequence[bytes] = ()
    feeder: list[bytes] = field(default_factory=list)
    knobs: Knobs = field(default_factory=Knobs)
    scans_of_glass: int = 0
    jobs: dict[int, Job] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    _last: int = 0

    def new_job(self, settings: Settings) -> Job:
        self._last += 1
        job = Job(self._last, settings)
        self.jobs = {job.number: job}
        return job

    def struck(self, page: int) -> EsclFault | None:
        """The fault that page number `page` meets, counted."""
        knobs = self.knobs
        if knobs.fault is None or page < knobs.at_page:
            return None
        fault = knobs.fault
        if knobs.times is not None:
            knobs.times -= 1
            if knobs.times <= 0:
                knobs.fault, knobs.times = None, None
        return fault

    def next_page(self, job: Job) -> bytes | None:
        """The next sheet as JPEG in the size that was asked for; None when there is no more."""
        if not job.settings.feeder:
            if job.pages or not self.glass:
                return None
            source = self.glass[self.scans_of_glass % len(self.glass)]
            self.scans_of_glass += 1
        elif self.feeder:
            source = self.feeder.pop(0)
        else:
            return None
        job.pages += 1
        return render(source, job.settings)

    def lose_a_page(self) -> None:
        if self.feeder:
            self.feeder.pop(0)


def render(image: bytes, settings: Settings) -> bytes:
    """`image` as a page of the size and resolution asked for, JPEG."""
    width, height = (round(units * settings.dpi / UNITS_PER_INCH) for units in settings.size)
    with Image.open(io.BytesIO(image)) as source:
        page = source.convert("RGB" if settings.colour else "L")
        if page.size != (width, height):
            page = page.resize((width, height))
    stream = io.BytesIO()
    page.save(stream, "JPEG", quality=JPEG_QUALITY)
    return stream.getvalue()


def pictures_of(folder: Path) -> list[bytes]:
    """The images of a folder, in the order of their names."""
    kinds = (".png", ".jpg", ".jpeg")
    return [path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix.lower() in kinds]


def settings_of(body: bytes) -> Settings:
    """What a job asks for (eSCL ScanSettings). Raises ValueError when it cannot be read."""
    try:
        tree = ElementTree.fromstring(body)  # noqa: S314 - comes from the kiosk's own SANE over loopback
    except ElementTree.ParseError as error:
        raise ValueError("settings") from error
    found = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in tree.iter()}
    return Settings(
        feeder=found.get("InputSource") == "Feeder",
        dpi=int(found.get("XResolution") or UNITS_PER_INCH),
        colour=found.get("ColorMode", "RGB24").startswith("RGB"),
        size=(int(found.get("Width") or A4_UNITS[0]), int(found.get("Height") or A4_UNITS[1])),
    )
