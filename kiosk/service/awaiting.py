"""While a visitor sees that the scanner failed: is it away, and is it back? The visit is told each change."""

import asyncio

from kiosk.clock import Clock
from kiosk.journey.events import DeviceSensed
from kiosk.journey.model import Step
from kiosk.service.core import Core
from kiosk.service.devices import Devices

LOOK_SECONDS = 1.0
SCANNER = "scanner"


async def await_scanner(core: Core, devices: Devices, clock: Clock, look: float = LOOK_SECONDS) -> None:
    """Until cancelled. A scanner that nobody waits for is left alone."""
    changed = core.watch()
    try:
        while True:
            await changed.wait()
            changed.clear()
            while _is_awaited(core):
                fault = await devices.scanner_fault()
                if fault is not None:
                    core.post(DeviceSensed(SCANNER, fault, clock.monotonic()))
                await asyncio.sleep(look)
    finally:
        core.unwatch(changed)


def _is_awaited(core: Core) -> bool:
    failed = core.visit.breakdown
    return core.visit.step is Step.TROUBLE and failed is not None and failed.device == SCANNER
