"""A desk without any device or picture: visits whose pages are a few bytes."""

import datetime as dt
import io
from pathlib import Path

import pikepdf

from hardware.printer.api import Printed, PrinterFault, PrintFailed, PrintOutcome
from kiosk.application.desk import Desk, open_desk
from kiosk.clock import FakeClock
from kiosk.service.live import LiveVisit
from kiosk.service.reader import JudgedSheet, ReadSheet
from kiosk.service.submissions import Issued
from kiosk.settings import Settings, load_settings

PARIS = dt.timezone(dt.timedelta(hours=1))
MORNING = dt.datetime(2026, 11, 22, 9, 30, tzinfo=PARIS)
CANARY = b"CANARI-1840366123456-CANARI"


def desk_settings(folder: Path, **changes: object) -> Settings:
    return load_settings(data_dir=folder / "data", runtime_dir=folder / "run", **changes)


def quiet_desk(folder: Path, clock: FakeClock | None = None, **changes: object) -> Desk:
    return open_desk(desk_settings(folder, **changes), clock or FakeClock(MORNING))


def scan_bytes(number: int) -> bytes:
    """What the scanner gave for a page; the canary must never be found again."""
    return b"\xff\xd8" + CANARY * 40 + str(number).encode()


def one_page_pdf() -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def open_visit(desk: Desk, pages: int = 2, language: str = "fr", guide: str = "ft.bulletins") -> LiveVisit:
    """A visit with sealed pages, each read as a payslip."""
    visit = desk.visits.open(language, guide)
    for number in range(1, pages + 1):
        page = desk.visits.accept(visit, scan_bytes(number), "image/jpeg", JudgedSheet((), b"", b"", b""))
        fields = {"period": (f"2026-{number % 12 + 1:02d}", 0.9), "employer_name": (CANARY.decode(), 0.9)}
        # Looking for sheets laid down twice compares all pages with all: not what is tested here.
        page.reading = ReadSheet("payslip", 0.9, 0, fields, (), one_page_pdf(), b"", b"")
    return visit


def submitted(desk: Desk, pages: int = 2, language: str = "fr") -> tuple[LiveVisit, Issued]:
    """A visit that was handed over and is over."""
    visit = open_visit(desk, pages, language)
    issued = desk.submissions.submit(visit, ("2026-02",), ())
    desk.visits.end(visit, "finished")
    return visit, issued


class Press:
    """Printers whose paper is kept in memory; `fault` stops them."""

    def __init__(self, fault: PrinterFault | None = None) -> None:
        self.fault = fault
        self.papers: dict[str, bytes] = {}

    async def print_pdf(self, document: bytes, key: str) -> PrintOutcome:
        return self._out(document, key)

    async def print_image(self, png: bytes, key: str) -> PrintOutcome:
        return self._out(png, key)

    def _out(self, paper: bytes, key: str) -> PrintOutcome:
        if self.fault is not None:
            return PrintFailed(self.fault)
        self.papers[key] = paper
        return Printed(key)
