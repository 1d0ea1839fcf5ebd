"""Whole visits through the real service, with pages that take no reading: small, fast, no screen and no OCR."""

import functools
import io
import random
from pathlib import Path

import pikepdf

from kiosk.application.desk import Desk, open_desk
from kiosk.clock import Clock
from kiosk.service.live import LivePage, LiveVisit
from kiosk.service.reader import JudgedSheet, ReadSheet
from kiosk.service.submissions import Issued
from kiosk.settings import Settings, load_settings

NOTHING = JudgedSheet((), b"", b"", b"")
GUIDE = "ft.bulletins"


def settings_in(folder: Path, **changes: object) -> Settings:
    """Everything under `folder`."""
    return load_settings(data_dir=folder / "data", runtime_dir=folder / "run", **changes)


def desk_in(folder: Path, clock: Clock | None = None, **changes: object) -> Desk:
    return open_desk(settings_in(folder, **changes), clock)


def scan(name: str) -> bytes:
    """The bytes of a page, made of its name alone."""
    return random.Random(name).randbytes(700)


@functools.cache
def _reading() -> ReadSheet:
    blank, out = pikepdf.new(), io.BytesIO()
    blank.add_blank_page()
    blank.save(out)
    return ReadSheet("payslip", 0.9, 0, {}, (), out.getvalue(), b"", b"")


def accept(desk: Desk, visit: LiveVisit, name: str) -> LivePage:
    """One page, sealed and registered; read as a payslip without fields."""
    page = desk.visits.accept(visit, scan(name), "image/jpeg", NOTHING)
    page.reading = _reading()
    return page


def submit(desk: Desk, *names: str) -> tuple[LiveVisit, Issued]:
    """A visit from its opening to its end, with these pages."""
    visit = desk.visits.open("fr", GUIDE)
    for name in names:
        accept(desk, visit, name)
    issued = desk.submissions.submit(visit, (), ())
    desk.visits.end(visit, "finished")
    return visit, issued
