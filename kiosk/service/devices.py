"""The workers of the core, and what their answers mean for a visit."""

import asyncio
from dataclasses import dataclass, replace

from hardware.printer.api import Printed, PrinterFault, PrinterReady, PrinterUnavailable, PrintFailed, PrintOutcome
from hardware.scanner.api import (
    ScanFailed,
    Scanned,
    ScannerFault,
    ScannerReady,
    ScannerUnavailable,
    ScanOutcome,
    ScanRequest,
)
from hardware.worker import STARTING, Worker
from hardware.worker_messages import Answer, WorkerAnswer, WorkerFailed, WorkerFault, WorkerStatus
from kiosk.pages.glass import GlassLook
from kiosk.service.photographing import Photographing
from kiosk.service.reader import JudgedSheet, NotReadable, ReadSheet

SHORTEST_PHOTO = 5.0
"""Seconds, however impatient a test is."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds each request may take before its worker is killed."""

    scan: float = 75
    judge: float = 30
    read: float = 75
    printing: float = 100
    status: float = 12
    photo: float = 20

    def scaled(self, patience: float) -> "Deadlines":
        """Less time for the devices; as much for reading pages, which takes what it takes."""
        return replace(
            self,
            scan=self.scan * patience,
            printing=self.printing * patience,
            photo=max(SHORTEST_PHOTO, self.photo * patience),
        )


@dataclass(frozen=True, slots=True)
class ReaderFailed:
    """The process that opens images died or hung; the page may be at fault."""

    fault: str


class Devices:
    """Every worker, each asked in a thread so that the core never waits."""

    def __init__(
        self,
        scanner: Worker,
        judge: Worker,
        reader: Worker,
        printer: Worker,
        ticket: Worker,
        card: Worker,
        camera: Worker,
        deadlines: Deadlines,
    ) -> None:
        self._scanner = scanner
        self._judge = judge
        self._reader = reader
        self._printer = printer
        self._ticket = ticket
        self.card = card
        self.camera = Photographing(camera, deadlines.photo)
        self._camera = camera
        self._seconds = deadlines

    @property
    def _workers(self) -> tuple[Worker, ...]:
        return (self._scanner, self._judge, self._reader, self._printer, self._ticket, self.card, self._camera)

    def start(self) -> None:
        for worker in self._workers:
            worker.start()

    async def stop(self) -> None:
        await asyncio.gather(*(asyncio.to_thread(worker.stop) for worker in self._workers))

    async def scan(self, request: ScanRequest) -> ScanOutcome:
        """One sheet; a scanner process that hangs or dies is a fault like another."""
        match await asyncio.to_thread(self._scanner.call, "scan", request, seconds=self._seconds.scan):
            case Answer(value=Scanned() | ScanFailed() as outcome):
                return outcome
            case WorkerFailed(fault=WorkerFault.TIMED_OUT | WorkerFault.BUSY):
                return ScanFailed(ScannerFault.TIMED_OUT)
            case _:
                return ScanFailed(ScannerFault.CRASHED)

    async def scanner_fault(self) -> str | None:
        """What keeps the scanner away, as it says itself; empty when it is there; None when nobody can tell."""
        match await asyncio.to_thread(self._scanner.call, "status", seconds=self._seconds.status):
            case Answer(value=ScannerReady()):
                return ""
            case Answer(value=ScannerUnavailable(fault)) if fault is not ScannerFault.DISABLED:
                return str(fault)
        return None

    async def judge(self, scan: bytes, dpi: int | None) -> JudgedSheet | NotReadable | ReaderFailed:
        """The verdict on a scan."""
        answer = await asyncio.to_thread(self._judge.call, "judge", scan, dpi, seconds=self._seconds.judge)
        match answer:
            case Answer(value=JudgedSheet() | NotReadable() as judged):
                return judged
            case WorkerFailed(fault=fault):
                return ReaderFailed(str(fault))
            case _:
                return ReaderFailed("unexpected")

    async def codes(self, scan: bytes) -> list[str] | None:
        """The texts of the QR codes on a scan; None where nobody could look."""
        match await asyncio.to_thread(self._judge.call, "codes", scan, seconds=self._seconds.judge):
            case Answer(value=list() as texts):
                return texts
        return None

    async def read(
        self, scan: bytes, dpi: int | None, *, mask_nir: bool = False
    ) -> ReadSheet | NotReadable | ReaderFailed:
        """What a scan says; where it cannot be read, the picture of it. `mask_nir`: see `Reader.read`."""
        for method, arguments in (("read", (scan, dpi, mask_nir)), ("picture", (scan, dpi))):
            match await asyncio.to_thread(self._reader.call, method, *arguments, seconds=self._seconds.read):
                case Answer(value=ReadSheet() as sheet):
                    return sheet
                case Answer(value=NotReadable() as sentence) if method == "picture":
                    return sentence
                case _:
                    continue
        return ReaderFailed("unreadable")

    def reader_status(self) -> WorkerStatus:
        """How the process that reads pages is, without disturbing it."""
        return self._reader.status()

    async def glass(self, scan: bytes, dpi: int | None) -> GlassLook | NotReadable | ReaderFailed:
        """What lies on the glass, from a scan of it."""
        match await asyncio.to_thread(self._judge.call, "glass", scan, dpi, seconds=self._seconds.judge):
            case Answer(value=GlassLook() | NotReadable() as look):
                return look
            case WorkerFailed(fault=fault):
                return ReaderFailed(str(fault))
            case _:
                return ReaderFailed("unexpected")

    async def printer_reason(self) -> str:
        """What the A4 printer itself says is wrong, or will be: a printer-state-reason, or empty."""
        match await asyncio.to_thread(self._printer.call, "status", seconds=self._seconds.status):
            case Answer(value=PrinterReady(reason=reason) | PrinterUnavailable(reason=reason)):
                return reason
        return ""

    async def print_pdf(self, document: bytes, key: str) -> PrintOutcome:
        return await self._print(self._printer, "print_pdf", document, key)

    async def print_image(self, png: bytes, key: str) -> PrintOutcome:
        return await self._print(self._ticket, "print_image", png, key)

    async def out_of_order(self) -> tuple[str, ...]:
        """The devices that do not work now, each as "device.fault"."""
        workers = {"scanner": self._scanner, "printer": self._printer, "ticket": self._ticket}
        answers = await asyncio.gather(
            *(asyncio.to_thread(worker.call, "status", seconds=self._seconds.status) for worker in workers.values())
        )
        faults = {name: _fault(answer) for name, answer in zip(workers, answers, strict=True)}
        return tuple(f"{name}.{fault}" for name, fault in faults.items() if fault is not None)

    async def _print(self, worker: Worker, method: str, data: bytes, key: str) -> PrintOutcome:
        match await asyncio.to_thread(worker.call, method, data, key, seconds=self._seconds.printing):
            case Answer(value=Printed() | PrintFailed() as outcome):
                return outcome
            case WorkerFailed(fault=WorkerFault.TIMED_OUT | WorkerFault.BUSY):
                return PrintFailed(PrinterFault.TIMED_OUT)
            case _:
                return PrintFailed(PrinterFault.CRASHED)


def _fault(answer: WorkerAnswer) -> str | None:
    """A device at work, or a worker still being built, is not out of order."""
    match answer:
        case Answer(value=ScannerUnavailable(fault) | PrinterUnavailable(fault)):
            return str(fault)
        case WorkerFailed(fault, detail) if fault is not WorkerFault.BUSY and detail != STARTING:
            return str(fault)
    return None
