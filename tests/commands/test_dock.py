"""`kiosk dock` breaks devices with the words that the drivers answer with."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardware.card.api import BadgeRead, CardAbsent
from hardware.card.simulated import SimulatedCardReader
from hardware.delays import TicketDelays
from hardware.printer.api import Printed, PrinterFault, PrinterReady, PrinterUnavailable
from hardware.scanner.api import Scanned, ScannerFault, ScannerReady, ScannerUnavailable, ScanRequest
from hardware.scanner.sane import SaneScanner
from hardware.scanner.simulated import SimulatedScanner
from hardware.ticket.escpos import EscposTicketPrinter
from kiosk.assets import asset
from kiosk.cli import main
from kiosk.clock import SystemClock
from kiosk.pages.files import open_pages
from kiosk.pages.glass import Glass, look_at_glass
from kiosk.service.trust import Holder, Trust
from kiosk.settings import load_settings
from tests.contract.papers import ticket_png
from tests.contract.sane_box import VIRTUAL_DEVICE, airscan_environment


def test_a_simulated_device_breaks_and_heals() -> None:
    scanner = SimulatedScanner(asset("samples"), load_settings().devices_dir)
    assert main(["dock", "scanner", "jammed"]) == 0
    assert scanner.status() == ScannerUnavailable(ScannerFault.JAMMED)
    assert main(["dock", "clear"]) == 0
    assert isinstance(scanner.status(), ScannerReady)
    assert main(["dock", "scanner", "busy", "--times", "1"]) == 0
    assert not isinstance(scanner.scan(ScanRequest()), Scanned)
    assert isinstance(scanner.scan(ScanRequest()), Scanned)


def test_the_faults_of_a_device_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dock", "ticket"]) == 0
    assert "paper_out" in capsys.readouterr().out


def test_a_badge_is_put_in_and_taken_out(capsys: pytest.CaptureFixture[str]) -> None:
    settings = load_settings()
    reader = SimulatedCardReader(settings.badge_dir, settings.devices_dir)
    assert main(["dock", "badge", "in"]) == 0
    assert capsys.readouterr().out == "Camille Exemple, code 123456\n"
    seen = reader.read()
    assert isinstance(seen, BadgeRead)
    trust = Trust((settings.badge_authority_dir,))
    assert trust.holder(seen.certificate, SystemClock().now()) == Holder("Camille Exemple", "mediator")
    assert main(["dock", "badge", "out"]) == 0
    assert reader.status() == CardAbsent(1)


def test_the_glass_is_what_the_trainer_says() -> None:
    scanner = SimulatedScanner(asset("samples"), load_settings().devices_dir)
    for what, state in (("empty", Glass.CLEAN), ("dusty", Glass.DIRTY)):
        assert main(["dock", "glass", what]) == 0
        scanned = scanner.scan(ScanRequest())
        assert isinstance(scanned, Scanned)
        assert look_at_glass(next(open_pages(scanned.image, "scan")).image, 300).state is state
    assert main(["dock", "glass", "test"]) == 2
    assert main(["dock", "glass", "sheets"]) == 0
    sheet = scanner.scan(ScanRequest())
    assert isinstance(sheet, Scanned) and sheet.media_type == "image/jpeg"


@pytest.mark.parametrize(
    "arguments",
    [["scanner", "paper_out"], ["scanner", "busy", "--times", "0"], ["clear", "toaster"], ["badge"], ["glass", "wet"]],
)
def test_what_cannot_be_is_said_in_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dock", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.fixture
def served(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The addresses of the virtual devices of a `kiosk dock serve`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "dock", "serve", "--out", str(tmp_path / "paper")],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    assert process.stdout is not None
    lines = [process.stdout.readline().rstrip().partition(" ")[::2] for _ in range(3)]
    yield dict(lines)
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0
    process.stdout.close()


def soon(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 5.0
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return condition()


def test_the_virtual_devices_obey_the_same_words(served: dict[str, str], tmp_path: Path) -> None:
    ticket = EscposTicketPrinter(served["ticket"], TicketDelays(fault=0.3, poll=0.05))
    scanner = SaneScanner(VIRTUAL_DEVICE, environment=airscan_environment(tmp_path / "sane", served["scanner"]))
    assert isinstance(ticket.status(), PrinterReady)
    assert main(["dock", "ticket", "paper_out"]) == 0
    assert soon(lambda: ticket.status() == PrinterUnavailable(PrinterFault.PAPER_OUT))
    assert main(["dock", "scanner", "unplugged"]) == 0
    assert soon(lambda: scanner.status() == ScannerUnavailable(ScannerFault.UNPLUGGED))
    assert main(["dock", "clear"]) == 0
    assert soon(lambda: isinstance(ticket.status(), PrinterReady) and isinstance(scanner.status(), ScannerReady))
    assert isinstance(scanner.scan(ScanRequest(75, colour=False)), Scanned)
    assert isinstance(ticket.print_image(ticket_png(), "T-1"), Printed)
    assert soon((tmp_path / "paper" / "dock.png").is_file)
