"""A real scanner, through SANE's own `scanimage`.

A backend can hang or crash whatever calls it, so each operation is a process of its own that can be killed. The image
goes to memory that no file name ever points to: nothing of a page is left behind by any crash, and a full disk
cannot cut it short. Exit status 0 proves nothing (measured): every image is decoded before it counts.
"""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from hardware.delays import ScannerDelays
from hardware.scanner.api import (
    ScanFailed,
    Scanned,
    ScannedBatch,
    ScannerFault,
    ScannerReady,
    ScannerStatus,
    ScannerUnavailable,
    ScanOutcome,
    ScanRequest,
)
from hardware.scanner.sane_batch import scan_pile
from hardware.scanner.sane_status import fault_of
from hardware.scanner.whole_image import A4_HEIGHT_MM, A4_WIDTH_MM, is_whole_page

SCANIMAGE = "scanimage"
MEMORY_MARGIN = 3
"""Times the raw size of the page that must be free: the image, its copies on the way, the decoder."""

LONGEST_COMPLAINT = 4096
PNG_END = b"\0\0\0\0IEND\xaeB`\x82"


@dataclass(frozen=True, slots=True)
class _Ended:
    """A `scanimage` that came to an end; `status` None when it had to be killed."""

    status: int | None
    output: bytes
    complaint: str


@dataclass(slots=True)
class SaneScanner:
    """A flatbed scanner, one A4 sheet at a time. A page is given once it is whole, before the arm is back.

    `device` is SANE's name ("airscan:e0:Accueil"), or None for the first one found. `source` is given to devices that
    have several ("Flatbed"). `environment` is added to the child's, e.g. SANE_CONFIG_DIR.
    """

    device: str | None = None
    source: str | None = None
    delays: ScannerDelays = field(default_factory=ScannerDelays)
    environment: Mapping[str, str] = field(default_factory=dict)
    program: str = SCANIMAGE
    _found: str | None = field(default=None, init=False)
    _homing: threading.Thread | None = field(default=None, init=False)
    """While a `scanimage` that has given its page brings the arm back."""

    def status(self) -> ScannerStatus:
        """Open the device and close it again; nothing moves."""
        device = self._device()
        if isinstance(device, ScannerFault):
            return ScannerUnavailable(device)
        ended = self._run(["-d", device, "--dont-scan"], self.delays.sense)
        fault = _fault(ended)
        if fault is not None:
            self._found = None
            return ScannerUnavailable(fault)
        return ScannerReady(device)

    def scan(self, request: ScanRequest) -> ScanOutcome:
        """Scan the glass. A PNG of the whole page, or why there is none."""
        if _free_memory() < MEMORY_MARGIN * _raw_size(request):
            return ScanFailed(ScannerFault.DISK_FULL)
        device = self._device()
        if isinstance(device, ScannerFault):
            return ScanFailed(device)
        ended = self._run(self._arguments(device, request), self.delays.page, gives_a_page=True)
        fault = _fault(ended)
        # Some backends crash when they close the device, after the whole page.
        has_a_chance = fault in (None, ScannerFault.TIMED_OUT, ScannerFault.CRASHED)
        if has_a_chance and is_whole_page(ended.output, request):
            return Scanned(ended.output, "image/png", request.dpi)
        self._found = None
        return ScanFailed(fault or ScannerFault.CORRUPT_IMAGE)

    def scan_batch(self, request: ScanRequest, most: int) -> ScannedBatch:
        """Empty the feeder (`source` names it), at most `most` sheets."""
        if _free_memory() < (most + MEMORY_MARGIN) * _raw_size(request):
            return ScannedBatch((), ScannerFault.DISK_FULL)
        device = self._device()
        if isinstance(device, ScannerFault):
            return ScannedBatch((), device)
        self._wait_for_the_arm()
        command = [self.program, *self._arguments(device, request)]
        environment = {**os.environ, **self.environment, "LC_ALL": "C"}
        try:
            return scan_pile(command, environment, request, most, self.delays)
        except FileNotFoundError:
            return ScannedBatch((), ScannerFault.UNPLUGGED)

    def _arguments(self, device: str, request: ScanRequest) -> list[str]:
        return [
            *("-d", device),
            *(["--source", self.source] if self.source else []),
            *("--mode", "Color" if request.colour else "Gray"),
            *("--resolution", str(request.dpi)),
            *("-x", f"{A4_WIDTH_MM:g}", "-y", f"{A4_HEIGHT_MM:g}"),
            "--format=png",
        ]

    def _device(self) -> str | ScannerFault:
        known = self.device or self._found
        if known:
            return known
        ended = self._run(["--formatted-device-list=%d%n"], self.delays.sense)
        if ended.status is None:
            return ScannerFault.TIMED_OUT
        names = ended.output.decode("utf-8", errors="replace").split("\n")
        self._found = names[0] or None
        return self._found or ScannerFault.UNPLUGGED

    def _run(self, arguments: list[str], seconds: float, *, gives_a_page: bool = False) -> _Ended:
        self._wait_for_the_arm()
        output = os.memfd_create("page")
        complaint = os.memfd_create("complaint")
        with os.fdopen(output, "rb") as page, os.fdopen(complaint, "rb") as words:
            try:
                process = subprocess.Popen(
                    [self.program, *arguments],
                    stdin=subprocess.DEVNULL,
                    stdout=page,
                    stderr=words,
                    start_new_session=True,
                    env={**os.environ, **self.environment, "LC_ALL": "C"},
                )
            except FileNotFoundError:
                return _Ended(1, b"", "no SANE devices found")
            status = self._wait(process, seconds, output if gives_a_page else None)
            return _Ended(status, _all_of(page), _all_of(words)[:LONGEST_COMPLAINT].decode(errors="replace"))

    def _wait(self, process: "subprocess.Popen[bytes]", seconds: float, page: int | None) -> int | None:
        """The exit status; 0 as soon as the descriptor `page` holds a whole PNG; None once it had to be killed."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                return process.wait(min(left, self.delays.look))
            except subprocess.TimeoutExpired:
                if page is not None and _ends_like_a_png(page):
                    self._homing = threading.Thread(target=self._bring_home, args=(process,), daemon=True)
                    self._homing.start()
                    return 0
        self._end(process)
        return None

    def _wait_for_the_arm(self) -> None:
        """Two programs never hold the device at once."""
        if self._homing is not None:
            self._homing.join()

    def _bring_home(self, process: "subprocess.Popen[bytes]") -> None:
        """Some backends hang when they close the device."""
        try:
            process.wait(self.delays.close)
        except subprocess.TimeoutExpired:
            self._end(process)

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        process.send_signal(signal.SIGINT)  # lets the arm go home
        try:
            process.wait(self.delays.interrupt)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _fault(ended: _Ended) -> ScannerFault | None:
    if ended.status is None:
        return ScannerFault.TIMED_OUT
    return fault_of(ended.status, ended.complaint) if ended.status else None


def _ends_like_a_png(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    return size > len(PNG_END) and os.pread(descriptor, len(PNG_END), size - len(PNG_END)) == PNG_END


def _all_of(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _raw_size(request: ScanRequest) -> int:
    """Bytes of an A4 page before compression."""
    pixels = (A4_WIDTH_MM / 25.4 * request.dpi) * (A4_HEIGHT_MM / 25.4 * request.dpi)
    return int(pixels * (3 if request.colour else 1))


def _free_memory() -> int:
    """Bytes that can be had without swapping."""
    for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
        name, _, rest = line.partition(":")
        if name == "MemAvailable":
            return int(rest.split()[0]) * 1024
    return 0
