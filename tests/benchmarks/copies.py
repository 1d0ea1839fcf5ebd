"""The copy that is sent, beside OCRmyPDF on the same pages in the same run: time, bytes, amounts read again."""

import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Set
from pathlib import Path

import cv2

from kiosk.pages import text
from kiosk.pages.files import PDF_DPI, open_pages
from kiosk.pages.ink import Grey
from kiosk.pages.inspection import inspect
from kiosk.pages.model import Inspection
from kiosk.pages.numbers import find_amounts
from kiosk.pages.pixels import grey_of
from kiosk.service.reader import read_sheet
from tests.benchmarks.pages import sheets

SECONDS = 60.0
FRENCH = ("fra",)


def compared() -> Mapping[str, Mapping[str, float]]:
    """Medians by writer: seconds and kilobytes a page, share of the amounts read again from the drawn PDF."""
    rows: dict[str, list[tuple[float, float, float]]] = {}
    for data in sheets():
        page = next(open_pages(data, "sheet.jpg"))
        inspection = inspect(page.image, page.dpi)
        wanted = amounts(grey_of(inspection.page))
        for name, write in WRITERS.items():
            start = time.perf_counter()
            pdf = write(inspection)
            seconds = time.perf_counter() - start
            (drawn,) = open_pages(pdf, "copy.pdf")
            kept = len(wanted & amounts(grey_of(drawn.image))) / len(wanted)
            rows.setdefault(name, []).append((seconds, len(pdf) / 1000, kept))
    columns = ("seconds", "kilobytes", "amounts")
    return {
        name: dict(zip(columns, map(statistics.median, zip(*row, strict=True)), strict=True))
        for name, row in rows.items()
    }


def amounts(grey: Grey) -> Set[str]:
    """Every amount the engine reads on a picture drawn at 300 dpi."""
    found = text.see(grey, FRENCH, PDF_DPI, SECONDS)
    return {amount for word in found if word.confidence > 0.6 for amount in find_amounts(word.text)}


def _ours(inspection: Inspection) -> bytes:
    return read_sheet(inspection, FRENCH, SECONDS).pdf


def _ocrmypdf(*options: str) -> Callable[[Inspection], bytes]:
    def write(inspection: Inspection) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            picture, target = Path(folder) / "page.jpg", Path(folder) / "page.pdf"
            cv2.imwrite(str(picture), inspection.page, [cv2.IMWRITE_JPEG_QUALITY, 85])
            command = ["ocrmypdf", "-q", "-l", "fra", "--image-dpi", "300", *options, str(picture), str(target)]
            subprocess.run(command, check=True, capture_output=True)
            return target.read_bytes()

    return write


WRITERS: Mapping[str, Callable[[Inspection], bytes]] = {
    "kiosk": _ours,
    "ocrmypdf": _ocrmypdf(),
    "ocrmypdf, smallest": _ocrmypdf("-O3", "--jpeg-quality", "40"),
}
