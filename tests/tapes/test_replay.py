"""The real drivers on taped traffic: no SANE, no card service, no device. The tapes come from the real stacks."""

import contextlib
import io
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from hardware.card.api import CardFailed, CardFault, SignedIn
from hardware.card.piv import sign_in_on
from hardware.delays import ScannerDelays
from hardware.dock.card_tape import OffTheTapeError, recorded_card, replayed_card, without_pin
from hardware.dock.line_tape import ReplayedLine
from hardware.dock.scanimage_tape import PLACE, stand_in
from hardware.printer.api import Printed, PrintFailed
from hardware.printer.device_state import state_of_device
from hardware.scanner.api import ScanFailed, Scanned, ScannedBatch, ScannerFault, ScanRequest
from hardware.scanner.sane import SaneScanner
from hardware.ticket.escpos import EscposTicketPrinter
from tests.contract.papers import ticket_png
from tests.contract.sane_box import VIRTUAL_DEVICE
from tests.tapes.scenes import CARDS, CHALLENGE, DELAYS, PRINTERS, REQUEST, SCANS, TAPES, TICKET_DELAYS, TICKETS, Scene

PIN = "123456"
IMPATIENT = replace(DELAYS, page=0.5)


def driver_on(tape: Path, source: str, folder: Path, delays: ScannerDelays = DELAYS) -> SaneScanner:
    """The driver with a copy of the tape in place of `scanimage`."""
    copy = shutil.copy(tape, folder)
    return SaneScanner(VIRTUAL_DEVICE, source, delays, program=stand_in(folder, "replay", Path(copy)))


@pytest.mark.parametrize(("name", "scene"), SCANS.items(), ids=list(SCANS))
def test_the_driver_makes_of_the_tape_what_it_made_of_the_scanner(name: str, scene: Scene, tmp_path: Path) -> None:
    tape = TAPES / f"{name}.json"
    delays = IMPATIENT if scene.named is ScannerFault.TIMED_OUT else DELAYS
    outcome = scene.use(driver_on(tape, scene.source, tmp_path, delays), REQUEST)
    if scene.named is ScannerFault.TIMED_OUT:  # the player may be killed before it has noted its place
        assert outcome == ScanFailed(ScannerFault.TIMED_OUT)
        return
    played = (tmp_path / tape.name).with_suffix(PLACE).read_text(encoding="ascii")
    assert int(played) == len(json.loads(tape.read_text(encoding="utf-8")))
    match outcome:
        case Scanned():
            assert (scene.pages, scene.named) == (1, None)
        case ScannedBatch(pages, fault):
            assert (len(pages), fault) == (scene.pages, scene.named)
        case ScanFailed(fault):
            assert fault == scene.named


def test_a_driver_that_asks_for_something_else_is_off_the_tape(tmp_path: Path) -> None:
    driver = driver_on(TAPES / "scan_page.json", "Flatbed", tmp_path)
    assert driver.scan(ScanRequest(dpi=150, colour=False)) == ScanFailed(ScannerFault.IO_ERROR)
    assert not (tmp_path / "scan_page").with_suffix(PLACE).exists()


@pytest.mark.parametrize(("name", "fault"), CARDS.items(), ids=list(CARDS))
def test_the_driver_makes_of_the_tape_what_it_made_of_the_card(name: str, fault: CardFault | None) -> None:
    outcome = sign_in_on(replayed_card(TAPES / f"{name}.json"), CHALLENGE, PIN)
    assert isinstance(outcome, SignedIn) if fault is None else isinstance(outcome, CardFailed)
    if isinstance(outcome, CardFailed):
        assert outcome.fault == fault
        assert outcome.tries_left == (2 if fault is CardFault.WRONG_PIN else None)


def test_another_challenge_is_off_the_tape() -> None:
    with pytest.raises(OffTheTapeError):
        sign_in_on(replayed_card(TAPES / "card_signs.json"), bytes(32), PIN)


def test_a_tape_holds_no_pin_and_a_copy_of_it_is_the_same(tmp_path: Path) -> None:
    tape = TAPES / "card_signs.json"
    copy = tmp_path / "copy.json"
    sign_in_on(recorded_card(replayed_card(tape), copy), CHALLENGE, PIN)
    assert copy.read_text(encoding="ascii") == tape.read_text(encoding="ascii")
    assert all(PIN.encode().hex() not in each.read_text(encoding="ascii") for each in TAPES.glob("card_*.json"))
    assert without_pin(bytes.fromhex("0020008008") + PIN.encode() + b"\xff\xff")[5:] == b"\xff" * 8


@contextlib.contextmanager
def playing(name: str) -> Iterator[ReplayedLine]:
    line = ReplayedLine(TAPES / f"{name}.json")
    line.start()
    try:
        yield line
    finally:
        line.stop()


@pytest.mark.parametrize("name", TICKETS)
def test_the_driver_makes_of_the_tape_what_it_made_of_the_ticket_printer(name: str) -> None:
    fault = TICKETS[name][1]
    with playing(name) as line:
        outcome = EscposTicketPrinter(line.address, TICKET_DELAYS).print_image(ticket_png(), "R")
    assert outcome == (Printed("R") if fault is None else PrintFailed(fault))
    assert not line.is_off and line.played


@pytest.mark.parametrize("name", PRINTERS)
def test_the_driver_makes_of_the_tape_what_it_made_of_the_network_printer(name: str) -> None:
    scene = PRINTERS[name]
    with playing(name) as line:
        assert scene.ask(f"ipp://{line.address}/ipp/print") == scene.made_of_it
    assert line.is_over and not line.is_off


def test_another_ticket_and_another_question_are_off_the_tape() -> None:
    with playing("ticket_prints") as line:
        EscposTicketPrinter(line.address, TICKET_DELAYS).print_image(black_ticket(), "R")
    assert line.is_off
    with playing("printer_aborted") as line:
        state_of_device(f"ipp://{line.address}/ipp/print", IMPATIENT.page)
    assert line.is_off


def black_ticket() -> bytes:
    with Image.open(io.BytesIO(ticket_png())) as page:
        stream = io.BytesIO()
        page.point(lambda _: 0).save(stream, "PNG")
        return stream.getvalue()
