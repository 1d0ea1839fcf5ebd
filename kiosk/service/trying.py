"""Each device really used, by a mediator's tap or each morning: what works now, and when it last did.

The glass is scanned empty, both printers print, a page is read, the badge reader is looked at. What the printer printed
can then be laid on the glass: a sheet that comes back is the proof that paper goes both ways.
"""

import asyncio
from collections.abc import Callable, Mapping

import structlog

from hardware.printer.api import PrintFailed, PrintOutcome
from hardware.printer.reasons import WARNINGS
from hardware.scanner.api import ScanFailed, Scanned, ScannerFault, ScanRequest
from kiosk.clock import Clock
from kiosk.journey.events import Event
from kiosk.journey.staff_events import DevicesTried, StaffActionDone
from kiosk.pages.glass import Glass, GlassLook
from kiosk.service.badges import Badges
from kiosk.service.devices import Devices, ReaderFailed
from kiosk.service.reader import JudgedSheet, NotReadable
from kiosk.service.trial_sheet import Words, render_trial_sheet, render_trial_ticket, trial_code
from kiosk.service.tried import Tried

log = structlog.get_logger()

NONCE_BYTES = 3
DISABLED = "disabled"
TRIED, ALL_READY = "tried", "all_ready"
SHEET_READ, SHEET_NOT_READ, NO_SHEET_YET = "sheet_read", "sheet_not_read", "no_sheet_yet"


class Trying:
    """Tries the devices one after another; two trials at once take turns."""

    def __init__(
        self,
        devices: Devices,
        badges: Badges,
        machine: Callable[[], Mapping[str, str]],
        tried: Tried,
        post: Callable[[Event], None],
        clock: Clock,
        random: Callable[[int], bytes],
        *,
        kiosk: str,
        request: ScanRequest,
        sample: Callable[[], bytes],
        words: Words,
    ) -> None:
        self._devices = devices
        self._badges = badges
        self._machine = machine
        self._tried = tried
        self._post = post
        self._clock = clock
        self._random = random
        self._kiosk = kiosk
        self._request = request
        self._sample = sample
        self._words = words
        self._turn = asyncio.Lock()

    def show(self) -> None:
        """Say what is known from before."""
        self._post(DevicesTried(self._tried.devices()))

    async def everything(self) -> Mapping[str, str]:
        """Try all, keep and show what came of it; the fault of each device, empty for one that works."""
        async with self._turn:
            faults = dict(await asyncio.to_thread(self._machine))
            faults |= {"scanner": await self._glass(), "reader": await self._reader(), "badge": self._badges.fault}
            now = self._clock.now()
            code = trial_code(self._kiosk, now, self._random(NONCE_BYTES).hex())
            self._note(faults, code)
            printed = await self._print(code)
            faults |= printed
            self._note(printed, None, {"printer": fitting(await self._devices.printer_reason(), printed["printer"])})
            log.info("devices_tried", devices=sorted(name for name, fault in faults.items() if fault))
            return faults

    async def for_staff(self) -> None:
        """`everything`, for whoever waits at the screen."""
        faults = await self.everything()
        self._post(StaffActionDone(TRIED if any(faults.values()) else ALL_READY))

    async def read_sheet(self) -> None:
        """Scan the test sheet; posts whether it is the one that was printed last."""
        self._post(StaffActionDone(await self.sheet()))

    async def sheet(self) -> str:
        """`read_sheet`, its outcome returned."""
        async with self._turn:
            return await self._sheet_back()

    def _note(self, faults: Mapping[str, str], code: str | None, reasons: Mapping[str, str] | None = None) -> None:
        """A device that is not wanted here is neither ready nor faulty."""
        wanted = {name: fault for name, fault in faults.items() if fault != DISABLED}
        self._post(DevicesTried(self._tried.note(wanted, self._clock.now(), code, reasons)))

    async def _glass(self) -> str:
        match await self._look():
            case GlassLook(state=Glass.CLEAN):
                return ""
            case GlassLook(state=state):
                return str(state)
            case str() as fault:
                return fault

    async def _look(self) -> GlassLook | str:
        """What lies on the glass, or the scanner's fault."""
        match await self._devices.scan(self._request):
            case ScanFailed(fault):
                return str(fault)
            case Scanned(image, _, dpi):
                look = await self._devices.glass(image, dpi)
                return look if isinstance(look, GlassLook) else str(ScannerFault.CORRUPT_IMAGE)

    async def _reader(self) -> str:
        match await self._devices.judge(await asyncio.to_thread(self._sample), None):
            case JudgedSheet():
                return ""
            case NotReadable():
                return "unreadable"
            case ReaderFailed(fault):
                return fault

    async def _print(self, code: str) -> Mapping[str, str]:
        now, devices = self._clock.now(), self._tried.devices()
        sheet = await asyncio.to_thread(render_trial_sheet, code, self._kiosk, now, devices, self._words)
        ticket = await asyncio.to_thread(render_trial_ticket, self._kiosk, now)
        key = f"essai-{now:%Y%m%d-%H%M%S}"
        a4, small = await asyncio.gather(self._devices.print_pdf(sheet, key), self._devices.print_image(ticket, key))
        return {"printer": _fault(a4), "ticket": _fault(small)}

    async def _sheet_back(self) -> str:
        if not self._tried.code:
            return NO_SHEET_YET
        look = await self._look()
        if isinstance(look, GlassLook) and self._tried.code in look.codes:
            self._note({"scanner": "", "printer": ""}, None)
            return SHEET_READ
        return SHEET_NOT_READ


def fitting(reason: str, fault: str) -> str:
    """The printer's reason when it belongs to what came of the print: a warning explains no fault."""
    return reason if bool(fault) is (reason not in WARNINGS) else ""


def _fault(outcome: PrintOutcome) -> str:
    return str(outcome.fault) if isinstance(outcome, PrintFailed) else ""
