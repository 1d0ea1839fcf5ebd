"""A pile of sheets through the feeder, by one `scanimage --batch`.

Each page is a file in memory (/dev/shm) for the instant between its last row and our reading it; the folder is swept
before and after.
"""

import contextlib
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hardware.delays import ScannerDelays
from hardware.scanner.api import Scanned, ScannedBatch, ScannerFault, ScanRequest
from hardware.scanner.sane_status import fault_of
from hardware.scanner.whole_image import is_whole_page

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - nothing there outlives the power
PREFIX = "temoin-pile-"


def scan_pile(
    command: Sequence[str], environment: Mapping[str, str], request: ScanRequest, most: int, delays: ScannerDelays
) -> ScannedBatch:
    """Run `command` (scanimage with its device and options) for at most `most` pages."""
    with _folder() as folder:
        process = subprocess.Popen(
            [*command, f"--batch={folder}/%d.png", f"--batch-count={most}", "--batch-print"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env=dict(environment),
        )
        try:
            return _pages(process, request, most, delays)
        finally:
            _end(process, delays)


def _pages(process: "subprocess.Popen[bytes]", request: ScanRequest, most: int, delays: ScannerDelays) -> ScannedBatch:
    pages: list[Scanned] = []
    lines = _Lines(process)
    while (name := lines.next(delays.page)) is not None:
        if not name:
            return ScannedBatch(tuple(pages), _fault_at_the_end(process, pages, delays))
        path = Path(name)
        image = path.read_bytes()
        path.unlink()
        if not is_whole_page(image, request):
            return ScannedBatch(tuple(pages), ScannerFault.CORRUPT_IMAGE)
        pages.append(Scanned(image, "image/png", request.dpi))
        if len(pages) == most:
            return ScannedBatch(tuple(pages))
    return ScannedBatch(tuple(pages), ScannerFault.TIMED_OUT)


def _fault_at_the_end(
    process: "subprocess.Popen[bytes]", pages: Sequence[Scanned], delays: ScannerDelays
) -> ScannerFault | None:
    try:
        _, complaint = process.communicate(timeout=delays.close)
    except subprocess.TimeoutExpired:
        return ScannerFault.TIMED_OUT
    if process.returncode == 0:
        return None if pages else ScannerFault.NO_PAPER
    fault = fault_of(process.returncode, complaint.decode(errors="replace"))
    return None if fault is ScannerFault.NO_PAPER and pages else fault


class _Lines:
    """The lines that a process prints: one for each finished page."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._number = process.stdout.fileno() if process.stdout else -1
        self._left = b""

    def next(self, seconds: float) -> str | None:
        """The next line; empty at the end of all; None when nothing came in time."""
        deadline = time.monotonic() + seconds
        while b"\n" not in self._left:
            wait = deadline - time.monotonic()
            if wait <= 0 or not select.select([self._number], [], [], wait)[0]:
                return None
            chunk = os.read(self._number, 4096)
            if not chunk:
                return ""
            self._left += chunk
        line, _, self._left = self._left.partition(b"\n")
        return line.decode()


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    for left in IN_MEMORY.glob(f"{PREFIX}{os.getuid()}-*"):  # of a worker that was killed
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getuid()}-", dir=IN_MEMORY))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _end(process: "subprocess.Popen[bytes]", delays: ScannerDelays) -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGINT)  # lets the feeder push the sheet out
        try:
            process.wait(delays.interrupt)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    for pipe in (process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()
