"""One contract for every ticket printer: a virtual one through real ESC/POS, the simulator, the disabled twin."""

import datetime as dt
import io
import os
import threading
import time
import tty
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from hardware.delays import TicketDelays
from hardware.dock.escpos_model import Knobs
from hardware.dock.escpos_printer import EscposPrinter
from hardware.faults import FAULTS, Device, Effect, Fault, set_fault
from hardware.printer.api import Printed, PrinterFault, PrinterReady, PrinterUnavailable, PrintFailed
from hardware.ticket.api import DOTS_PER_LINE, TicketPrinter
from hardware.ticket.disabled import DisabledTicketPrinter
from hardware.ticket.escpos import ROWS_AT_ONCE, EscposTicketPrinter
from hardware.ticket.simulated import SimulatedTicketPrinter
from hardware.worker import Worker
from hardware.worker_messages import Answer
from kiosk.proof.seal import new_desk_identity
from kiosk.proof.ticket import render_key_stub
from tests.contract.papers import pdf, same_rows, ticket_png

IN_A_HURRY = TicketDelays(connect=0.5, answer=0.2, poll=0.05, finish=1.0, fault=0.5, job=5.0)


@dataclass(frozen=True, slots=True)
class RealTicket:
    """The driver, and the virtual printer at the other end of the line."""

    driver: EscposTicketPrinter
    device: EscposPrinter

    def printed(self) -> list[bytes]:
        return self.device.printer.printed


@pytest.fixture(scope="module")
def device() -> Iterator[EscposPrinter]:
    printer = EscposPrinter()
    printer.start()
    yield printer
    printer.stop()


@pytest.fixture
def real(device: EscposPrinter) -> RealTicket:
    device.reset()
    return RealTicket(EscposTicketPrinter(device.address, IN_A_HURRY), device)


@pytest.fixture
def key_ticket() -> tuple[str, bytes]:
    """A real ticket of the kiosk, and the text of its QR code."""
    identity = new_desk_identity()[0]
    return identity, render_key_stub(identity, "gueret-1", dt.datetime(2026, 5, 4, 10, 30, tzinfo=dt.UTC))


def later(seconds: float, act: Callable[[], object]) -> threading.Timer:
    timer = threading.Timer(seconds, act)
    timer.start()
    return timer


# --- the contract -------------------------------------------------------------------------------------------------


def simulated(folder: Path) -> SimulatedTicketPrinter:
    return SimulatedTicketPrinter(folder / "paper", folder / "state")


@pytest.fixture(params=["escpos", "simulated"])
def working(request: pytest.FixtureRequest, real: RealTicket, tmp_path: Path) -> TicketPrinter:
    return real.driver if request.param == "escpos" else simulated(tmp_path)


def test_a_printer_that_works_is_ready_and_prints(working: TicketPrinter) -> None:
    assert isinstance(working.status(), PrinterReady)
    assert isinstance(working.print_image(ticket_png(), "T-1"), Printed)
    assert isinstance(working.print_image(ticket_png(), "T-2"), Printed)


@pytest.mark.parametrize("content", [pdf(), b"", ticket_png(DOTS_PER_LINE - 1)], ids=["pdf", "empty", "narrow"])
def test_what_is_no_ticket_is_refused(content: bytes, working: TicketPrinter) -> None:
    assert working.print_image(content, "T-1") == PrintFailed(PrinterFault.REFUSED)


def test_the_disabled_ticket_printer_says_so_twice() -> None:
    assert DisabledTicketPrinter().status() == PrinterUnavailable(PrinterFault.DISABLED)
    assert DisabledTicketPrinter().print_image(ticket_png(), "T-1") == PrintFailed(PrinterFault.DISABLED)


# --- the real driver ----------------------------------------------------------------------------------------------


def test_the_paper_shows_the_ticket_dot_by_dot_and_its_code_is_read_back(
    real: RealTicket, key_ticket: tuple[str, bytes]
) -> None:
    identity, png = key_ticket
    assert real.driver.print_image(png, "T-1") == Printed("T-1")
    (paper,) = real.printed()
    assert same_rows(paper, png)
    with Image.open(io.BytesIO(paper)) as picture:
        codes = zxingcpp.read_barcodes(picture.convert("L"))
    assert [code.text for code in codes] == [identity.upper()]
    assert real.device.printer.letters == 0


BREAKAGES = [
    ({"paper": "out"}, PrinterFault.PAPER_OUT),
    ({"cover_open": True}, PrinterFault.COVER_OPEN),
    ({"cutter_stuck": True}, PrinterFault.CUTTER_STUCK),
    ({"overheated": True}, PrinterFault.OVERHEATED),
    ({"broken": True}, PrinterFault.OTHER),
    ({"stalled": True}, PrinterFault.TIMED_OUT),
]


@pytest.mark.parametrize(("knobs", "fault"), BREAKAGES, ids=str)
def test_a_fault_has_its_name_nothing_comes_out_later_and_it_heals(
    knobs: dict[str, object], fault: PrinterFault, real: RealTicket
) -> None:
    real.device.printer.knobs = Knobs(**knobs)  # type: ignore[arg-type]
    assert real.driver.status() == PrinterUnavailable(fault)
    assert real.driver.print_image(ticket_png(), "T-1") == PrintFailed(fault)
    real.device.printer.knobs = Knobs()
    assert isinstance(real.driver.status(), PrinterReady)
    time.sleep(0.1)
    assert real.printed() == []
    assert isinstance(real.driver.print_image(ticket_png(), "T-1"), Printed)
    assert len(real.printed()) == 1


def test_paper_that_is_low_prints(real: RealTicket) -> None:
    real.device.knobs.paper = "low"
    assert isinstance(real.driver.status(), PrinterReady)
    assert isinstance(real.driver.print_image(ticket_png(), "T-1"), Printed)


def test_paper_that_ends_in_the_middle_then_a_new_roll_gives_exactly_one_whole_ticket(
    real: RealTicket, key_ticket: tuple[str, bytes]
) -> None:
    png = key_ticket[1]
    real.device.knobs.rows_left = 3 * ROWS_AT_ONCE + 7
    refill = later(0.3, lambda: setattr(real.device.knobs, "paper", "ok"))
    assert isinstance(real.driver.print_image(png, "T-1"), Printed)
    refill.join()
    whole = [paper for paper in real.printed() if same_rows(paper, png)]
    assert len(whole) == 1
    assert whole == real.printed()[-1:]
    assert len(real.printed()) == 2  # the fragment was cut off first


def test_paper_that_ends_and_nobody_comes_leaves_nothing_for_the_next_visitor(
    real: RealTicket, key_ticket: tuple[str, bytes]
) -> None:
    real.device.knobs.rows_left = 200
    assert real.driver.print_image(key_ticket[1], "T-1") == PrintFailed(PrinterFault.PAPER_OUT)
    real.device.knobs.paper = "ok"
    time.sleep(0.2)
    assert real.printed() == []
    assert isinstance(real.driver.print_image(ticket_png(), "T-2"), Printed)


def test_a_line_that_is_cut_in_the_middle_gives_one_whole_ticket(
    real: RealTicket, key_ticket: tuple[str, bytes]
) -> None:
    png = key_ticket[1]
    real.device.knobs.hangs_up_after = 20_000
    assert isinstance(real.driver.print_image(png, "T-1"), Printed)
    assert [same_rows(paper, png) for paper in real.printed()][-1:] == [True]
    assert sum(same_rows(paper, png) for paper in real.printed()) == 1


def test_a_printer_switched_off_is_unreachable_and_back_at_once(real: RealTicket) -> None:
    real.device.stop()
    assert real.driver.status() == PrinterUnavailable(PrinterFault.UNREACHABLE)
    assert real.driver.print_image(ticket_png(), "T-1") == PrintFailed(PrinterFault.UNREACHABLE)
    real.device.start()
    assert isinstance(real.driver.print_image(ticket_png(), "T-1"), Printed)
    assert len(real.printed()) == 1


def test_a_printer_that_cannot_confirm_is_believed_when_nothing_is_wrong(real: RealTicket) -> None:
    real.device.knobs.confirms = False
    assert isinstance(real.driver.print_image(ticket_png(), "T-1"), Printed)
    assert len(real.printed()) == 1


def test_a_printer_that_falls_silent_once_the_ticket_is_out_gives_no_second_one(real: RealTicket) -> None:
    real.device.knobs.mute_after_cut = True
    hearing_again = later(0.6, lambda: setattr(real.device.knobs, "mute_after_cut", False))
    assert isinstance(real.driver.print_image(ticket_png(), "T-1"), Printed)
    hearing_again.join()
    assert len(real.printed()) == 1


def test_a_device_file_works_as_the_network_does(key_ticket: tuple[str, bytes]) -> None:
    printer_end, kiosk_end = os.openpty()
    tty.setraw(printer_end)
    tty.setraw(kiosk_end)
    device = EscposPrinter()
    device.serve_descriptor(printer_end)
    try:
        driver = EscposTicketPrinter(os.ttyname(kiosk_end), IN_A_HURRY)
        assert isinstance(driver.status(), PrinterReady)
        assert isinstance(driver.print_image(key_ticket[1], "T-1"), Printed)
        assert same_rows(device.printer.printed[0], key_ticket[1])
        device.knobs.cover_open = True
        assert driver.status() == PrinterUnavailable(PrinterFault.COVER_OPEN)
    finally:
        device.stop()
        os.close(printer_end)
        os.close(kiosk_end)


@pytest.mark.parametrize("address", ["/dev/usb/nothing", "127.0.0.1:1"])
def test_where_nothing_is_plugged_in_the_printer_is_unreachable(address: str) -> None:
    driver = EscposTicketPrinter(address, IN_A_HURRY)
    assert driver.status() == PrinterUnavailable(PrinterFault.UNREACHABLE)
    assert driver.print_image(ticket_png(), "T-1") == PrintFailed(PrinterFault.UNREACHABLE)


@pytest.mark.parametrize("address", ["", ":9100", "host:port"])
def test_an_address_that_cannot_be_one_is_refused_at_once(address: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        EscposTicketPrinter(address)


def test_the_driver_works_in_a_worker_and_leaves_no_folder_behind(
    device: EscposPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    device.reset()
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    worker = Worker("ticket", "hardware.ticket.escpos:EscposTicketPrinter", {"address": device.address})
    worker.start()
    try:
        assert worker.call("print_image", ticket_png(), "T-1", seconds=30) == Answer(Printed("T-1"))
        assert isinstance(worker.call("status", seconds=20), Answer)
    finally:
        worker.stop()
    assert list(tmp_path.iterdir()) == []


# --- the simulator ------------------------------------------------------------------------------------------------


def test_the_simulator_prints_to_a_file_and_shows_a_second_copy(tmp_path: Path) -> None:
    printer = simulated(tmp_path)
    assert printer.print_image(ticket_png(), "T-1") == Printed("T-1")
    assert printer.print_image(ticket_png(), "T-1") == Printed("T-1-2")
    assert (tmp_path / "paper" / "T-1.png").read_bytes() == ticket_png()


ANSWERED = [
    fault for fault in FAULTS if fault.device is Device.TICKET and fault.effect in (Effect.REFUSES, Effect.FAILS)
]


@pytest.mark.parametrize("fault", ANSWERED, ids=lambda fault: fault.name)
def test_a_simulated_fault_gives_no_paper_then_goes(fault: Fault, tmp_path: Path) -> None:
    printer = simulated(tmp_path)
    set_fault(tmp_path / "state", Device.TICKET, fault.name)
    assert printer.print_image(ticket_png(), "T-1") == PrintFailed(PrinterFault(fault.name))
    assert printer.print_image(ticket_png(), "T-1") == Printed("T-1")
