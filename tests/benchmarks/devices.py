"""Devices on their real stacks: how soon the ticket is in the hand, and how soon each is back after it was gone."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hardware.card.api import CardPresent
from hardware.card.piv import PivCardReader
from hardware.dock.badge_maker import new_authority, new_badge
from hardware.dock.piv_model import PivCard
from hardware.printer.api import Printed, PrinterReady
from hardware.printer.cups import CupsPrinter
from hardware.scanner.api import Scanned, ScanRequest
from hardware.scanner.sane import SaneScanner
from hardware.ticket.escpos import EscposTicketPrinter
from kiosk.clock import SystemClock
from kiosk.journey.actions import Action
from tests.contract.cups_box import QUEUE
from tests.contract.papers import pdf, ticket_png
from tests.contract.sane_box import VIRTUAL_DEVICE, airscan_environment
from tests.support.real_kiosk import RealKiosk, real_kiosk

LOOK = 0.005
REQUEST = ScanRequest(dpi=75)


def figures() -> dict[str, float]:
    """Seconds, by what was measured."""
    with tempfile.TemporaryDirectory() as folder, real_kiosk(Path(folder)) as kiosk:
        ticket = _ticket_after_the_ledger(kiosk)
        return {"ticket": ticket, **_recoveries(kiosk, Path(folder))}


def _ticket_after_the_ledger(kiosk: RealKiosk) -> float:
    """From the commit of the ledger's row, by the time of its log file, to the whole ticket on paper."""
    kiosk.to_first_sheet()
    kiosk.scan()
    kiosk.to_review()
    printed = kiosk.ticket.printer.printed
    before = len(printed)
    row = kiosk.core.settings.ledger_path.with_name("ledger.db-wal")
    written = row.stat().st_mtime
    kiosk.walk.press(Action.SEND, lambda frame: frame.screen.screen == "sending")
    _until(lambda: row.stat().st_mtime > written)
    committed = row.stat().st_mtime
    _until(lambda: len(printed) > before)
    return time.time() - committed


def _recoveries(kiosk: RealKiosk, folder: Path) -> dict[str, float]:
    sane = airscan_environment(folder / "sane", kiosk.scanner.uri)
    scanner = SaneScanner(VIRTUAL_DEVICE, environment=sane)
    printer, ticket = CupsPrinter(QUEUE, kiosk.cups.server), EscposTicketPrinter(kiosk.ticket.address)
    badge, now = PivCardReader(kiosk.cards.socket), SystemClock().now()
    card = PivCard(new_badge(new_authority(now), now, "Sofia Exemple"))

    def card_back() -> None:
        kiosk.cards.start()
        kiosk.cards.insert(card)

    return {
        "scanner": _back(kiosk.scanner.stop, kiosk.scanner.start, lambda: isinstance(scanner.scan(REQUEST), Scanned)),
        "printer": _back(
            kiosk.printer.stop, kiosk.printer.start, lambda: isinstance(printer.print_pdf(pdf(), "B-1"), Printed)
        ),
        "service": _back(kiosk.cups.stop, kiosk.cups.start, lambda: isinstance(printer.status(), PrinterReady)),
        "small": _back(
            kiosk.ticket.stop, kiosk.ticket.start, lambda: isinstance(ticket.print_image(ticket_png(), "B-2"), Printed)
        ),
        "badge": _back(kiosk.cards.kill, card_back, lambda: isinstance(badge.status(), CardPresent)),
    }


def _back(break_it: Callable[[], object], mend: Callable[[], object], works: Callable[[], bool]) -> float:
    """Seconds from the moment it is plugged in again until it has done its work."""
    break_it()
    mend()
    mended = time.monotonic()
    _until(works)
    return time.monotonic() - mended


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(os.strerror(110))
        time.sleep(LOOK)
