"""The process that opens bytes from outside: images in, plain values out.

It runs in a worker with limits of memory and time, and is killed without harm.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hardware.niceness import stand_back
from kiosk.memory import map_large_blocks
from kiosk.pages.files import open_pages
from kiosk.pages.glass import GlassLook, look_at_glass
from kiosk.pages.inspection import inspect
from kiosk.pages.likeness import fingerprint
from kiosk.pages.masking import without_nir
from kiosk.pages.model import Inspection, Kind, Reading, UnusableInput
from kiosk.pages.pdf import searchable_pdf
from kiosk.pages.picture import legible_jpeg
from kiosk.pages.previews import preview_and_thumbnail
from kiosk.pages.reading import read
from kiosk.pages.twoddoc.trust import NOBODY, Trust, trust_in
from kiosk.proof import qr

TITLE = "page"
"""Of the PDF of one page: nothing that was read on it."""
READING_BACK = 10.0
"""Seconds for reading the amounts again on the copy that is sent; it takes half of one."""


@dataclass(frozen=True, slots=True)
class JudgedSheet:
    """The verdict on one page before it is read. `preview` and `thumbnail` are JPEGs."""

    problems: tuple[str, ...]
    preview: bytes
    thumbnail: bytes
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """What one page says. `fields` are value and confidence by name; `pdf` is the page, searchable."""

    kind: str
    confidence: float
    rotation: int
    fields: dict[str, tuple[str, float]]
    problems: tuple[str, ...]
    pdf: bytes
    preview: bytes
    thumbnail: bytes

    def value(self, name: str) -> str | None:
        """The value of a field, None where it was not read."""
        return self.fields[name][0] if name in self.fields else None

    def facts(self) -> bytes:
        """The values without the pictures, as JSON."""
        return json.dumps(
            {
                "kind": self.kind,
                "confidence": self.confidence,
                "rotation": self.rotation,
                "fields": self.fields,
                "problems": self.problems,
            }
        ).encode()


@dataclass(frozen=True, slots=True)
class NotReadable:
    """The bytes could not be opened as a page; `sentence` says why, in French."""

    sentence: str


def inspections(
    data: bytes, name: str, dpi: float | None = None, *, to_show: bool = False
) -> Iterator[tuple[Inspection, int, int]]:
    """Each page of a file with its number and how many there are; `to_show`: see `inspect`. Raises `UnusableInput`."""
    for source in open_pages(data, name):
        yield inspect(source.image, dpi or source.dpi, to_show), source.number, source.of


def judge(inspection: Inspection) -> JudgedSheet:
    """The verdict on a page that is not read yet."""
    problems = tuple(str(problem) for problem in inspection.problems)
    return JudgedSheet(problems, *preview_and_thumbnail(inspection.page), fingerprint(inspection.page))


def read_sheet(
    inspection: Inspection, languages: Sequence[str], seconds: float, trust: Trust = NOBODY, *, mask_nir: bool = False
) -> ReadSheet:
    """Read one page and make its searchable PDF, without its NIR where `mask_nir`; raises `UnusableInput`."""
    reading = read(inspection, languages=languages, seconds=seconds, trust=trust)
    sent = without_nir(reading) if mask_nir else reading
    return _sheet(reading, searchable_pdf([sent], TITLE, [legible_jpeg(sent, languages, READING_BACK)]))


def picture_sheet(inspection: Inspection) -> ReadSheet:
    """The page as a picture, for when it cannot be read: a person still can."""
    reading = Reading(inspection.page, 0, Kind.OTHER, 0.0)
    return _sheet(reading, searchable_pdf([reading], TITLE))


def _sheet(reading: Reading, pdf: bytes) -> ReadSheet:
    return ReadSheet(
        str(reading.kind),
        reading.confidence,
        reading.rotation,
        {name: (value.value, value.confidence) for name, value in reading.fields.items()},
        tuple(str(problem) for problem in (*reading.problems, *reading.doubts)),
        pdf,
        *preview_and_thumbnail(reading.page),
    )


def bounded(scratch: str | None) -> None:
    """Keep this process small: freed pictures go back to the system, and temporary files into memory.

    Raises OSError where `scratch` cannot be made.
    """
    map_large_blocks()
    if scratch is not None:
        Path(scratch).mkdir(parents=True, exist_ok=True, mode=0o700)
        tempfile.tempdir = scratch


class Reader:
    """Judges and reads single scans; one request at a time."""

    def __init__(
        self,
        languages: Sequence[str] = ("fra",),
        seconds: float = 60.0,
        scratch: str | None = None,
        niceness: int = 0,
        seals: str | None = None,
    ) -> None:
        """`scratch` is a folder in memory: tesseract gets its pictures through files, which must not reach a disk.

        `niceness` lets the screen and the verdict on the next sheet go first. `seals` is the folder of the certificates
        that verify 2D-Doc seals.
        """
        stand_back(niceness)
        bounded(scratch)
        self.languages = tuple(languages)
        self.seconds = seconds
        self.trust = trust_in(Path(seals)) if seals is not None else NOBODY
        self._last: tuple[bytes, Inspection] | None = None

    def judge(self, scan: bytes, dpi: float | None) -> JudgedSheet | NotReadable:
        """The verdict on a scan of one page."""
        try:
            inspection, _, _ = next(inspections(scan, "scan", dpi, to_show=True))
            return judge(inspection)
        except UnusableInput as error:
            return NotReadable(str(error))

    def read(self, scan: bytes, dpi: float | None, mask_nir: bool = False) -> ReadSheet | NotReadable:
        """Read a scan of one page; the copy to be sent is without its NIR where `mask_nir`."""
        try:
            inspection = self._inspect(scan, dpi)
            return read_sheet(inspection, self.languages, self.seconds, self.trust, mask_nir=mask_nir)
        except UnusableInput as error:
            return NotReadable(str(error))

    def picture(self, scan: bytes, dpi: float | None) -> ReadSheet | NotReadable:
        """A scan of one page, not read."""
        try:
            return picture_sheet(self._inspect(scan, dpi))
        except UnusableInput as error:
            return NotReadable(str(error))

    def codes(self, scan: bytes) -> list[str]:
        """The texts of the QR codes on a scan; none where it cannot be opened."""
        try:
            return qr.read(qr.open_picture(scan))
        except qr.UnreadablePicture:
            return []

    def glass(self, scan: bytes, dpi: float | None) -> GlassLook | NotReadable:
        """What lies on a glass that should be empty."""
        try:
            return look_at_glass(next(open_pages(scan, "scan")).image, dpi)
        except UnusableInput as error:
            return NotReadable(str(error))

    def _inspect(self, scan: bytes, dpi: float | None) -> Inspection:
        if self._last is None or self._last[0] != scan:
            inspection, _, _ = next(inspections(scan, "scan", dpi))
            self._last = (scan, inspection)
        return self._last[1]
