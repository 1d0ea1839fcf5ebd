"""Pages: the verdict without reading, and reading beside the bare tesseract call on the same pixels."""

import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import cv2

from kiosk.assets import asset
from kiosk.pages.files import open_pages
from kiosk.pages.inspection import inspect
from kiosk.pages.reading import read

ROUNDS = 5


def sheets() -> list[bytes]:
    """The legible samples: A4 at 300 dpi."""
    names = ("01-bulletin-2026-01", "03-bulletin-2026-03", "04-bulletin-2026-04")
    return [asset("samples", f"{name}.jpg").read_bytes() for name in names]


def verdict_seconds() -> float:
    """Median of the verdict on an A4 page at 300 dpi, as a scanned sheet gets it, decoding left out."""
    taken = []
    for data in sheets():
        page = next(open_pages(data, "sheet.jpg"))
        for _ in range(ROUNDS):
            start = time.perf_counter()
            inspect(page.image, page.dpi, to_show=True)
            taken.append(time.perf_counter() - start)
    return statistics.median(taken)


AS_IT_COMES, ONE_THREAD = "as it comes", "held to one thread"


def reading_ratios() -> dict[str, list[float]]:
    """Our reading (orientation, text, kind, fields) over the `tesseract -l fra` command, sheet by sheet, in turn.

    By how the command is run: it takes four threads by itself, which on few cores get in one another's way.
    """
    ratios: dict[str, list[float]] = {AS_IT_COMES: [], ONE_THREAD: []}
    plain = {name: value for name, value in os.environ.items() if name != "OMP_THREAD_LIMIT"}
    ways = {AS_IT_COMES: plain, ONE_THREAD: {**plain, "OMP_THREAD_LIMIT": "1"}}
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(sheets()):
            page = next(open_pages(data, "sheet.jpg"))
            inspection = inspect(page.image, page.dpi)
            picture = Path(folder) / f"{number}.png"
            cv2.imwrite(str(picture), inspection.page)
            for way, environment in ways.items():
                for _ in range(2):
                    start = time.perf_counter()
                    subprocess.run(
                        ["tesseract", str(picture), "-", "-l", "fra", "--dpi", "300"],
                        capture_output=True,
                        check=True,
                        env=environment,
                    )
                    bare = time.perf_counter() - start
                    start = time.perf_counter()
                    read(inspection)
                    ratios[way].append((time.perf_counter() - start) / bare)
    return ratios
