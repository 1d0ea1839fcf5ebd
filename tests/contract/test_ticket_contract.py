"""One contract for every ticket printer: the simulator and the disabled twin; the real one comes with its driver."""

from pathlib import Path

import pytest

from hardware.faults import FAULTS, Device, Effect, Fault, set_fault
from hardware.printer.api import Printed, PrinterFault, PrinterReady, PrinterUnavailable, PrintFailed
from hardware.ticket.api import DOTS_PER_LINE
from hardware.ticket.disabled import DisabledTicketPrinter
from hardware.ticket.simulated import SimulatedTicketPrinter
from tests.contract.papers import pdf, ticket_png


def test_the_simulator_prints_to_a_file_and_shows_a_second_copy(tmp_path: Path) -> None:
    printer = SimulatedTicketPrinter(tmp_path / "paper", tmp_path / "state")
    assert isinstance(printer.status(), PrinterReady)
    assert printer.print_image(ticket_png(), "T-1") == Printed("T-1")
    assert printer.print_image(ticket_png(), "T-1") == Printed("T-1-2")
    assert (tmp_path / "paper" / "T-1.png").read_bytes() == ticket_png()


@pytest.mark.parametrize("content", [pdf(), b"", ticket_png(DOTS_PER_LINE - 1)], ids=["pdf", "empty", "narrow"])
def test_the_simulator_refuses_what_the_device_would_refuse(content: bytes, tmp_path: Path) -> None:
    printer = SimulatedTicketPrinter(tmp_path / "paper", tmp_path / "state")
    assert printer.print_image(content, "T-1") == PrintFailed(PrinterFault.REFUSED)


ANSWERED = [
    fault for fault in FAULTS if fault.device is Device.TICKET and fault.effect in (Effect.REFUSES, Effect.FAILS)
]


@pytest.mark.parametrize("fault", ANSWERED, ids=lambda fault: fault.name)
def test_a_simulated_fault_gives_no_paper_then_goes(fault: Fault, tmp_path: Path) -> None:
    printer = SimulatedTicketPrinter(tmp_path / "paper", tmp_path / "state")
    set_fault(tmp_path / "state", Device.TICKET, fault.name)
    assert printer.print_image(ticket_png(), "T-1") == PrintFailed(PrinterFault(fault.name))
    assert printer.print_image(ticket_png(), "T-1") == Printed("T-1")


def test_the_disabled_ticket_printer_says_so_twice() -> None:
    assert DisabledTicketPrinter().status() == PrinterUnavailable(PrinterFault.DISABLED)
    assert DisabledTicketPrinter().print_image(ticket_png(), "T-1") == PrintFailed(PrinterFault.DISABLED)
