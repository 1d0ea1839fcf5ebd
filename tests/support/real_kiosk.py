"""A running core on the real SANE, CUPS, ESC/POS and card service, each with a virtual device at its other end."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hardware.dock.escl_scanner import EsclScanner
from hardware.dock.escpos_printer import EscposPrinter
from hardware.dock.ipp_printer import IppPrinter
from hardware.dock.pcsc_box import PcscBox, pcsc_box
from kiosk.assets import asset
from kiosk.journey.actions import Action
from kiosk.journey.views import Frame
from tests.contract.cups_box import QUEUE, CupsBox, cups_box
from tests.contract.sane_box import VIRTUAL_DEVICE, airscan_environment
from tests.faults.walk import GOOD, Walk, at, to_first_sheet
from tests.support.running_core import RunningCore, running_core


@dataclass(frozen=True, slots=True)
class RealKiosk:
    """The core, its screen, and what is plugged into it."""

    core: RunningCore
    walk: Walk
    scanner: EsclScanner
    printer: IppPrinter
    ticket: EscposPrinter
    cups: CupsBox
    cards: PcscBox

    def to_first_sheet(self) -> None:
        to_first_sheet(self.walk)
        self.walk.screen.until(lambda frame: Action.SHEET_PLACED in frame.actions)

    def scan(self) -> Frame:
        return self.walk.press(Action.SHEET_PLACED, at("page_accepted", "page_refused", "trouble"))

    def to_review(self) -> None:
        self.walk.press(Action.CONTINUE, at("another_sheet"))
        self.walk.press(Action.THAT_IS_ALL, at("review"))


@contextlib.contextmanager
def real_kiosk(folder: Path) -> Iterator[RealKiosk]:
    """Everything started by itself, and gone afterwards."""
    with contextlib.ExitStack() as stack:
        scanner, printer, ticket = EsclScanner(), IppPrinter(), EscposPrinter()
        for device in (scanner, printer, ticket):
            device.start()
            stack.callback(device.stop)
        scanner.scanner.glass = [asset("samples", GOOD).read_bytes()]
        cups = stack.enter_context(cups_box())
        cups.add_queue(printer.uri)
        cards = stack.enter_context(pcsc_box())
        sane = Path(tempfile.mkdtemp(prefix="sane-"))
        stack.callback(shutil.rmtree, sane)
        core = stack.enter_context(
            running_core(
                folder,
                **airscan_environment(sane, scanner.uri),
                KIOSK_SCANNER="sane",
                KIOSK_SCANNER_DEVICE=VIRTUAL_DEVICE,
                KIOSK_PRINTER="cups",
                KIOSK_PRINTER_QUEUE=QUEUE,
                CUPS_SERVER=cups.server,
                KIOSK_TICKET="escpos",
                KIOSK_TICKET_ADDRESS=ticket.address,
                KIOSK_CARD="piv",
                PCSCLITE_CSOCK_NAME=str(cards.socket),
            )
        )
        yield RealKiosk(core, Walk(core, folder), scanner, printer, ticket, cups, cards)
