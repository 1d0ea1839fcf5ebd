"""A case scanned sheet by sheet with the real judge and the real reader, and nothing of the screens."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hardware.scanner.api import ScanRequest
from hardware.worker_messages import Running
from kiosk.application.desk import Desk, open_desk
from kiosk.drivers import open_devices
from kiosk.journey.events import Event, PageRead, SheetAccepted
from kiosk.service.devices import Devices
from kiosk.service.live import LiveVisit
from kiosk.service.scanning import Scanning
from kiosk.settings import Settings

TICK = 0.01


@dataclass(slots=True)
class Case:
    """What happens: events in order, and the seconds from each sheet's image to its verdict."""

    desk: Desk
    scanning: Scanning
    devices: Devices
    visit: LiveVisit
    seconds_per_page: float
    events: list[Event] = field(default_factory=list)
    verdict_seconds: list[float] = field(default_factory=list)
    longest_block: float = 0.0

    async def scan(self) -> None:
        """One sheet, to its verdict."""
        start = time.monotonic()
        await self.scanning.scan(self.visit, len(self.verdict_seconds) + 1)
        self.verdict_seconds.append(time.monotonic() - start - self.seconds_per_page)

    async def reader_pid(self) -> int:
        """The number of the reading process, once it answers."""
        while True:
            await self.devices.read(b"", None)
            match self.devices.reader_status():
                case Running(pid, True):
                    return pid

    def accepted(self) -> int:
        return sum(isinstance(event, SheetAccepted) for event in self.events)

    def read(self) -> int:
        return sum(isinstance(event, PageRead) for event in self.events)


@asynccontextmanager
async def opened_case(settings: Settings) -> AsyncIterator[Case]:
    """A visit with its devices started; `settings` name the pictures that the simulated scanner serves."""
    desk = open_desk(settings)
    devices = open_devices(settings)
    devices.start()
    events: list[Event] = []
    request = ScanRequest(settings.scanner_dpi)
    scanning = Scanning(devices, desk.visits, events.append, request, settings.data_dir, free_bytes=0)
    case = Case(desk, scanning, devices, desk.visits.open("fr", "ft.bulletins"), settings.scanner_seconds, events)
    ticking = asyncio.create_task(_tick(case))
    try:
        yield case
    finally:
        ticking.cancel()
        scanning.forget_all()
        await devices.stop()
        desk.close()


async def _tick(case: Case) -> None:
    """How long the loop that answers the screen was not free."""
    last = time.monotonic()
    while True:
        await asyncio.sleep(TICK)
        now = time.monotonic()
        case.longest_block = max(case.longest_block, now - last - TICK)
        last = now


def pile(folder: Path, sheets: list[Path]) -> Path:
    """A folder from which the scanner takes `sheets` in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, sheet in enumerate(sheets):
        (folder / f"{number:02d}{sheet.suffix}").write_bytes(sheet.read_bytes())
    return folder
