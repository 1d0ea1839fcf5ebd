"""A scanner that finds its sheets in a folder. For demonstrations, tests and the training of mediators."""

import json
import time
from pathlib import Path

from hardware import simulation
from hardware.faults import Device
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

MEDIA_TYPES = {
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
}


GLASS = "glass.png"
"""In `state_dir`: what lies on the glass now, instead of the pile."""


class SimulatedScanner:
    """Serves the images of `folder` in the order of their names, one a scan.

    `state_dir` holds the place in the pile, so that a crash neither repeats nor skips a sheet, and the faults that
    others set (see `hardware.faults`). At the end of the pile it starts again, or says NO_PAPER if not `repeat`.
    A failed scan leaves its sheet on the glass.
    """

    def __init__(
        self,
        folder: str | Path,
        state_dir: str | Path,
        seconds_per_page: float = 0.0,
        repeat: bool = True,
    ) -> None:
        self._folder = Path(folder)
        self._state_dir = Path(state_dir)
        self._seconds_per_page = seconds_per_page
        self._repeat = repeat

    def status(self) -> ScannerStatus:
        name = simulation.sensed(self._state_dir, Device.SCANNER)
        return ScannerReady("Simulated scanner") if name is None else ScannerUnavailable(ScannerFault(name))

    def scan(self, request: ScanRequest) -> ScanOutcome:
        name = simulation.suffered(self._state_dir, Device.SCANNER)
        if name is not None:
            return ScanFailed(ScannerFault(name))
        glass = self._state_dir / GLASS
        if glass.is_file():
            return Scanned(glass.read_bytes(), "image/png", request.dpi)
        sheets = self._sheets()
        position = self._position()
        if not sheets or (position >= len(sheets) and not self._repeat):
            return ScanFailed(ScannerFault.NO_PAPER)
        time.sleep(self._seconds_per_page)
        sheet = sheets[position % len(sheets)]
        image = sheet.read_bytes()
        self._move_to(position + 1)
        return Scanned(image, MEDIA_TYPES[sheet.suffix.lower()], request.dpi)

    def scan_batch(self, request: ScanRequest, most: int) -> ScannedBatch:
        """The whole pile, as a feeder would pull it: once through, whatever `repeat` says."""
        pages: list[Scanned] = []
        pile = max(1, len(self._sheets()))
        for _ in range(min(most, pile - self._position() % pile)):
            match self.scan(request):
                case Scanned() as page:
                    pages.append(page)
                case ScanFailed(fault):
                    return ScannedBatch(tuple(pages), None if fault is ScannerFault.NO_PAPER and pages else fault)
        return ScannedBatch(tuple(pages))

    def _sheets(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        return sorted(path for path in self._folder.iterdir() if path.suffix.lower() in MEDIA_TYPES)

    def _position(self) -> int:
        try:
            return int(json.loads(self._position_file().read_text(encoding="ascii"))["next"])
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return 0

    def _move_to(self, position: int) -> None:
        self._state_dir.mkdir(parents=True, exist_ok=True)
        simulation.write_whole(self._position_file(), json.dumps({"next": position}).encode("ascii"))

    def _position_file(self) -> Path:
        return self._state_dir / "scanner-position.json"
