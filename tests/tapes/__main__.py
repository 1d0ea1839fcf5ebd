"""`python -m tests.tapes [scans|cards|tickets|printers]`: make the tapes again, from the real stacks and the dock."""

import datetime as dt
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from hardware.card.api import CardPresent
from hardware.card.pcsc import service
from hardware.card.piv import PivCardReader, sign_in_on
from hardware.dock.badge_maker import new_authority, new_badge
from hardware.dock.card_tape import recorded_card
from hardware.dock.escl_model import EsclFault, Knobs
from hardware.dock.escl_scanner import EsclScanner
from hardware.dock.escpos_printer import EscposPrinter
from hardware.dock.ipp_printer import IppPrinter
from hardware.dock.line_tape import RecordedLine
from hardware.dock.pcsc_box import pcsc_box
from hardware.dock.piv_model import Knobs as CardKnobs
from hardware.dock.piv_model import PivCard
from hardware.dock.scanimage_tape import stand_in
from hardware.scanner.sane import SaneScanner
from hardware.ticket.escpos import EscposTicketPrinter
from tests.contract.papers import sheet_png, ticket_png
from tests.contract.sane_box import VIRTUAL_DEVICE, airscan_environment
from tests.tapes.scenes import CARDS, CHALLENGE, DELAYS, PILE, PRINTERS, REQUEST, SCANS, TAPES, TICKET_DELAYS, TICKETS

WRONG_PIN = "654321"


def scans() -> None:
    """One tape of `scanimage` for each scene."""
    device = EsclScanner()
    device.start()
    try:
        for name, scene in SCANS.items():
            tape = TAPES / f"{name}.json"
            tape.unlink(missing_ok=True)
            device.reset()
            device.scanner.glass = [sheet_png(120)]
            device.scanner.feeder = [sheet_png(120)] * (PILE if scene.fault != "no_paper" else 0)
            fault = EsclFault(scene.fault) if scene.fault not in ("", "no_paper") else None
            device.scanner.knobs = Knobs(fault)
            with tempfile.TemporaryDirectory() as folder:
                program = stand_in(Path(folder), "record", tape)
                environment = airscan_environment(Path(folder) / "sane", device.uri)
                driver = SaneScanner(VIRTUAL_DEVICE, scene.source, DELAYS, environment, program)
                scene.use(driver, REQUEST)
    finally:
        device.stop()


def cards() -> None:
    """One tape of commands and answers for each scene."""
    now = dt.datetime.now(dt.UTC)
    badge = new_badge(new_authority(now), now, "Sofia Exemple")
    with pcsc_box() as box:
        reader = PivCardReader(box.socket)
        for name in CARDS:
            box.insert(PivCard(badge, knobs=CardKnobs(foreign=name == "card_foreign")))
            status = reader.watch(reader.status(), 5.0) if not isinstance(reader.status(), CardPresent) else None
            status = status or reader.status()
            assert isinstance(status, CardPresent), status
            with service() as line, line.card(status.reader) as card:
                transmit = recorded_card(card.transmit, TAPES / f"{name}.json")
                sign_in_on(transmit, CHALLENGE, WRONG_PIN if name == "card_wrong_pin" else "123456")
            box.remove_all()
            reader.watch(status, 5.0)


def tickets() -> None:
    """One tape of a ticket printer for each scene."""
    for name, (knobs, _) in TICKETS.items():
        device = EscposPrinter()
        device.start()
        device.printer.knobs = replace(knobs)
        host, _, port = device.address.partition(":")
        line = RecordedLine(host, int(port), TAPES / f"{name}.json")
        line.start()
        EscposTicketPrinter(line.address, TICKET_DELAYS).print_image(ticket_png(), "R")
        line.stop()
        device.stop()


def printers() -> None:
    """One tape of what a network printer says for each scene."""
    for name, scene in PRINTERS.items():
        device = IppPrinter()
        device.start()
        device.printer.knobs = replace(scene.knobs)
        device.printer.jobs = list(scene.jobs)
        where = urlsplit(device.uri)
        line = RecordedLine("127.0.0.1", int(where.port or 0), TAPES / f"{name}.json")
        line.start()
        scene.ask(f"ipp://{line.address}{where.path}")
        line.stop()
        device.stop()


RECORDERS = {"scans": scans, "cards": cards, "tickets": tickets, "printers": printers}
for wanted in sys.argv[1:] or RECORDERS:
    RECORDERS[wanted]()
