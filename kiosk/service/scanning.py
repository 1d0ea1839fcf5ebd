"""From the sheet on the glass to a sealed page, or to a sentence that says why not."""

import asyncio
import base64
import shutil
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

import structlog

from hardware.camera.api import CameraFailed, Photo, Preview
from hardware.scanner.api import ScanFailed, Scanned, ScannerFault, ScanRequest
from kiosk.journey.events import DeviceFailed, Event, PageRead, SheetAccepted, SheetRefused
from kiosk.service.devices import Devices, ReaderFailed
from kiosk.service.live import LivePage, LiveVisit
from kiosk.service.reader import JudgedSheet, NotReadable, ReadSheet
from kiosk.service.visits import Visits
from kiosk.storage.registry_base import RegistryBroken
from kiosk.storage.vault import StorageFull

log = structlog.get_logger()

MAY_PASS = frozenset({ScannerFault.BUSY, ScannerFault.IO_ERROR, ScannerFault.CRASHED, ScannerFault.CORRUPT_IMAGE})
UNKNOWN_DPI = 0
"""Of a photo: the sheet itself gives the scale."""

Post = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class HeldSheet:
    """A scan that was judged and not accepted; in memory only, until the visitor decides."""

    scan: Scanned
    judged: JudgedSheet


class Scanning:
    """Scans, judges, seals; and reads accepted pages while the visitor goes on."""

    def __init__(
        self,
        devices: Devices,
        visits: Visits,
        post: Post,
        request: ScanRequest,
        data_dir: Path,
        free_bytes: int,
        without_nir: Collection[str] = (),
        show: Callable[[Preview], None] = lambda _seen: None,
    ) -> None:
        """`without_nir` names the guides whose copies are sent without the NIR; `show` what the camera sees."""
        self._devices = devices
        self._visits = visits
        self._post = post
        self._request = request
        self._data_dir = data_dir
        self._free_bytes = free_bytes
        self._without_nir = frozenset(without_nir)
        self._show = show
        self._held: dict[str, HeldSheet] = {}
        self._cancelled: set[int] = set()
        self._readings: dict[str, asyncio.Task[None]] = {}
        self._one_reading = asyncio.Lock()

    async def scan(self, visit: LiveVisit, attempt: int) -> None:
        """One sheet; posts `SheetAccepted`, `SheetRefused` or `DeviceFailed`."""
        if shutil.disk_usage(self._data_dir).free < self._free_bytes:
            self._post(DeviceFailed("storage", "disk_full", attempt))
            return
        match await self._devices.scan(self._request):
            case ScanFailed(fault):
                log.warning("scan_failed", fault=str(fault))
                photo = await self._devices.camera.is_there()
                self._post(DeviceFailed("scanner", str(fault), attempt, may_pass=fault in MAY_PASS, photo=photo))
            case Scanned() as scan:
                await self._judge(visit, attempt, scan)

    async def photograph(self, visit: LiveVisit, attempt: int) -> None:
        """As `scan`, with the camera."""
        match await self._devices.camera.take(lambda: attempt in self._cancelled, self._show):
            case Photo(image, media_type):
                await self._judge(visit, attempt, Scanned(image, media_type, UNKNOWN_DPI))
            case CameraFailed(fault):
                log.warning("photo_failed", fault=str(fault))
                self._post(DeviceFailed("camera", str(fault), attempt, photo=True))

    async def keep(self, visit: LiveVisit, attempt: int, scan_id: str) -> None:
        """Accept a refused sheet: its problems become doubts."""
        held = self._held.pop(scan_id, None)
        if held is None:
            self._post(DeviceFailed("scanner", str(ScannerFault.NO_PAPER), attempt))
            return
        await self._accept(visit, attempt, held.scan, held.judged, held.judged.problems)

    def cancel(self, attempt: int) -> None:
        """The visitor does not want this scan any more; what it brings is thrown away."""
        self._cancelled.add(attempt)

    def forget(self, scan_id: str) -> None:
        self._held.pop(scan_id, None)

    def forget_all(self) -> None:
        """Nothing of a visit stays in memory after it."""
        self._held.clear()
        self._cancelled.clear()
        for task in self._readings.values():
            task.cancel()
        self._readings.clear()

    def read_in_background(self, visit: LiveVisit, page: LivePage, scan: bytes, dpi: int | None = None) -> None:
        """`dpi` None: that of the scanner; 0 where a photo has none."""
        dpi = self._request.dpi if dpi is None else dpi
        self._readings[page.id] = asyncio.create_task(self._read(visit, page, scan, dpi or None))

    async def all_read(self, seconds: float) -> None:
        """Wait until every page is read, at most so long."""
        pending = [task for task in self._readings.values() if not task.done()]
        if pending:
            await asyncio.wait(pending, timeout=seconds)

    async def _judge(self, visit: LiveVisit, attempt: int, scan: Scanned) -> None:
        judged = await self._devices.judge(scan.image, scan.dpi or None)
        if attempt in self._cancelled:
            return
        match judged:
            case NotReadable():
                fault = str(ScannerFault.CORRUPT_IMAGE)
                self._post(DeviceFailed("scanner", fault, attempt, may_pass=True))
            case ReaderFailed(fault):
                log.warning("judge_failed", fault=fault)
                self._post(DeviceFailed("reader", fault, attempt, may_pass=True))
            case JudgedSheet(problems=()):
                await self._accept(visit, attempt, scan, judged, ())
            case JudgedSheet():
                scan_id = uuid.uuid4().hex
                self._held = {scan_id: HeldSheet(scan, judged)}
                self._post(SheetRefused(attempt, scan_id, judged.problems, picture(judged.preview)))

    async def _accept(
        self, visit: LiveVisit, attempt: int, scan: Scanned, judged: JudgedSheet, doubts: tuple[str, ...]
    ) -> None:
        try:
            page = await asyncio.to_thread(self._visits.accept, visit, scan.image, scan.media_type, judged, doubts)
        except (StorageFull, RegistryBroken):
            self._post(DeviceFailed("storage", "disk_full", attempt))
            return
        image, thumbnail = picture(judged.preview), picture(judged.thumbnail)
        self._post(SheetAccepted(attempt, page.id, image, thumbnail, doubts))
        self.read_in_background(visit, page, scan.image, scan.dpi)

    async def _read(self, visit: LiveVisit, page: LivePage, scan: bytes, dpi: int | None) -> None:
        async with self._one_reading:
            mask_nir = visit.guide_id in self._without_nir
            sheet = await self._devices.read(scan, dpi, mask_nir=mask_nir)
        if visit.page(page.id) is None:
            return
        if isinstance(sheet, ReadSheet):
            try:
                await asyncio.to_thread(self._visits.record_reading, visit, page, sheet)
            except (StorageFull, RegistryBroken):
                self._post(DeviceFailed("storage", "disk_full"))
        else:
            page.unreadable = True
        self._post(page_read(page))


def picture(jpeg: bytes) -> str:
    """A JPEG as the text that a frame carries."""
    return base64.b64encode(jpeg).decode()


def page_read(page: LivePage) -> PageRead:
    """What the journey is told of a page once it is read."""
    sheet = page.reading
    if sheet is None:
        return PageRead(page.id, None, None, None, page.doubts)
    return PageRead(page.id, sheet.kind, sheet.value("period"), sheet.value("employer_name"), page.doubts)
