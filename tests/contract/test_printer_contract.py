"""One contract for every A4 printer: the real CUPS with a printer that speaks IPP, the simulator, the disabled twin."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hardware.delays import PrinterDelays
from hardware.dock.ipp_printer import IppPrinter
from hardware.faults import FAULTS, Device, Effect, Fault, set_fault
from hardware.printer.api import (
    Printed,
    PrinterFault,
    PrinterReady,
    PrinterUnavailable,
    PrintFailed,
)
from hardware.printer.cups import CupsPrinter
from hardware.printer.disabled import DisabledPrinter
from hardware.printer.simulated import SimulatedPrinter
from tests.contract.cups_box import QUEUE, CupsBox, cups_box
from tests.contract.papers import pdf

IN_A_HURRY = PrinterDelays(poll=0.05, fault=0.6, job=4.0, cancel=3.0, connect=0.5, nudge=0.5)


@dataclass(frozen=True, slots=True)
class RealPrinter:
    """A CUPS queue, and the virtual printer at its other end."""

    driver: CupsPrinter
    device: IppPrinter
    service: CupsBox

    def waiting(self) -> bytes:
        return self.service.run("lpstat", "-W", "not-completed", "-o").stdout


@pytest.fixture(scope="module")
def service() -> Iterator[tuple[CupsBox, IppPrinter]]:
    device = IppPrinter()
    device.start()
    with cups_box() as box:
        box.add_queue(device.uri)
        yield box, device
    device.stop()


@pytest.fixture
def real(service: tuple[CupsBox, IppPrinter]) -> RealPrinter:
    box, device = service
    device.reset()
    return RealPrinter(CupsPrinter(QUEUE, box.server, IN_A_HURRY), device, box)


def test_cups_prints_and_says_so_once_the_paper_is_out(real: RealPrinter) -> None:
    assert real.driver.status() == PrinterReady(QUEUE)
    outcome = real.driver.print_pdf(pdf(), "T-1")
    assert isinstance(outcome, Printed)
    assert [document[:5] for document in real.device.printer.printed] == [b"%PDF-"]
    assert real.waiting() == b""


@pytest.mark.parametrize(
    ("reason", "fault"),
    [
        ("media-empty-error", PrinterFault.PAPER_OUT),
        ("media-needed-error", PrinterFault.PAPER_OUT),
        ("media-jam-error", PrinterFault.JAMMED),
        ("door-open-error", PrinterFault.COVER_OPEN),
        ("toner-empty-error", PrinterFault.INK_OUT),
    ],
)
def test_cups_names_the_fault_takes_the_job_back_and_recovers(
    reason: str, fault: PrinterFault, real: RealPrinter
) -> None:
    real.device.knobs.reasons = (reason,)
    status = real.driver.status()
    assert status == PrinterUnavailable(fault)
    assert status.reason == reason.removesuffix("-error")
    assert real.driver.print_pdf(pdf(), "T-2") == PrintFailed(fault)
    assert real.waiting() == b""
    real.device.knobs.reasons = ()
    assert real.driver.status() == PrinterReady(QUEUE)
    assert isinstance(real.driver.print_pdf(pdf(), "T-2"), Printed)
    assert len(real.device.printer.printed) == 1


def test_a_warning_is_passed_on_and_stops_nothing(real: RealPrinter) -> None:
    real.device.knobs.reasons = ("toner-low-warning",)
    status = real.driver.status()
    assert status == PrinterReady(QUEUE)
    assert status.reason == "toner-low"
    assert isinstance(real.driver.print_pdf(pdf(), "T-2b"), Printed)


def test_paper_put_back_in_time_lets_the_same_job_go_on(real: RealPrinter) -> None:
    real.device.knobs.reasons = ("media-empty-error",)
    refill = threading.Timer(0.3, lambda: setattr(real.device.knobs, "reasons", ()))
    refill.start()
    assert isinstance(real.driver.print_pdf(pdf(), "T-3"), Printed)
    refill.join()
    assert len(real.device.printer.printed) == 1


def test_a_printer_switched_off_is_unreachable_and_nothing_comes_out_later(real: RealPrinter) -> None:
    real.device.stop()
    assert real.driver.status() == PrinterUnavailable(PrinterFault.UNREACHABLE)
    assert real.driver.print_pdf(pdf(), "T-4") == PrintFailed(PrinterFault.UNREACHABLE)
    real.device.start()
    assert real.waiting() == b""
    assert real.driver.status() == PrinterReady(QUEUE)
    assert isinstance(real.driver.print_pdf(pdf(), "T-5"), Printed)
    assert len(real.device.printer.printed) == 1


def test_a_printer_that_stays_busy_is_given_up(real: RealPrinter) -> None:
    real.device.knobs.unavailable = True
    assert real.driver.print_pdf(pdf(), "T-6") == PrintFailed(PrinterFault.TIMED_OUT)
    assert real.waiting() == b""


def test_a_job_that_the_printer_aborts_is_not_called_printed(real: RealPrinter) -> None:
    real.device.knobs.aborts = True
    assert real.driver.print_pdf(pdf(), "T-16") == PrintFailed(PrinterFault.OTHER)
    real.device.knobs.aborts = False
    assert isinstance(real.driver.print_pdf(pdf(), "T-16"), Printed)
    assert len(real.device.printer.printed) == 1


def test_a_document_that_no_filter_can_read_is_refused(real: RealPrinter) -> None:
    assert real.driver.print_pdf(b"%PDF-1.4 nonsense", "T-7") == PrintFailed(PrinterFault.REFUSED)
    assert real.waiting() == b""


def test_a_job_that_a_killed_worker_left_behind_is_followed_not_sent_again(real: RealPrinter) -> None:
    real.device.knobs.reasons = ("media-empty-error",)
    left = real.driver._open().submit(pdf(), "temoin-T-8")
    refill = threading.Timer(0.3, lambda: setattr(real.device.knobs, "reasons", ()))
    refill.start()
    assert real.driver.print_pdf(pdf(), "T-8") == Printed(str(left))
    refill.join()
    assert len(real.device.printer.printed) == 1


def test_a_job_of_an_earlier_visitor_that_still_waits_is_taken_back(real: RealPrinter) -> None:
    real.service.run("cupsdisable", QUEUE)
    earlier = real.driver._open().submit(pdf("ancien"), "temoin-T-9")
    outcome = real.driver.print_pdf(pdf(), "T-10")
    assert isinstance(outcome, Printed)
    assert outcome.job != str(earlier)
    assert real.waiting() == b""
    assert len(real.device.printer.printed) == 1


def test_the_virtual_printer_is_one_for_cups_own_tool(real: RealPrinter) -> None:
    checked = real.service.run("ipptool", "-t", real.device.uri, "get-printer-attributes.test")
    assert checked.returncode == 0, checked.stdout.decode()


def test_a_stopped_queue_is_started_again(real: RealPrinter) -> None:
    real.service.run("cupsdisable", QUEUE)
    assert isinstance(real.driver.print_pdf(pdf(), "T-12"), Printed)


def test_a_queue_that_rejects_jobs_is_out_of_service(real: RealPrinter) -> None:
    real.service.run("cupsreject", QUEUE)
    try:
        assert real.driver.status() == PrinterUnavailable(PrinterFault.REFUSED)
        assert real.driver.print_pdf(pdf(), "T-13") == PrintFailed(PrinterFault.REFUSED)
    finally:
        real.service.run("cupsaccept", QUEUE)


def test_without_a_name_the_default_queue_is_meant(real: RealPrinter) -> None:
    default = CupsPrinter("", real.service.server, IN_A_HURRY)
    assert default.status() == PrinterUnavailable(PrinterFault.UNREACHABLE)
    real.service.run("lpadmin", "-d", QUEUE)
    assert default.status() == PrinterReady(QUEUE)


def test_a_queue_that_does_not_exist_is_unreachable(real: RealPrinter) -> None:
    absent = CupsPrinter("absent", real.service.server, IN_A_HURRY)
    assert absent.status() == PrinterUnavailable(PrinterFault.UNREACHABLE)
    assert absent.print_pdf(pdf(), "T-14") == PrintFailed(PrinterFault.UNREACHABLE)


def test_without_a_print_service_the_printer_says_so_and_comes_back_with_it(real: RealPrinter) -> None:
    real.service.stop()
    assert real.driver.status() == PrinterUnavailable(PrinterFault.SERVICE_DOWN)
    assert real.driver.print_pdf(pdf(), "T-15") == PrintFailed(PrinterFault.SERVICE_DOWN)
    real.service.start()
    assert isinstance(real.driver.print_pdf(pdf(), "T-15"), Printed)
    assert len(real.device.printer.printed) == 1


def test_a_service_that_stops_in_the_middle_of_a_job_loses_nothing_and_leaves_nothing_waiting(
    real: RealPrinter,
) -> None:
    real.device.knobs.reasons = ("media-empty-error",)
    end = threading.Timer(0.2, real.service.stop)
    end.start()
    assert isinstance(real.driver.print_pdf(pdf(), "T-17"), PrintFailed)
    end.join()
    real.device.knobs.reasons = ()
    real.service.start()
    assert isinstance(real.driver.print_pdf(pdf(), "T-17"), Printed)
    assert real.waiting() == b""
    assert len(real.device.printer.printed) == 1


SECONDS_FOR_THE_RESTART = PrinterDelays(poll=0.05, fault=15.0, job=30.0, cancel=3.0, connect=0.5, nudge=0.5)


@pytest.mark.parametrize("end", ["stop", "kill"])
@pytest.mark.parametrize("holding", ["media-empty-error", "slow"])
def test_a_service_that_dies_in_the_middle_of_a_receipt_and_comes_back_gives_exactly_one(
    real: RealPrinter, end: str, holding: str
) -> None:
    """Killed, as a crash kills it, or stopped; while the printer waits for paper, or prints slowly."""
    driver = CupsPrinter(QUEUE, real.service.server, SECONDS_FOR_THE_RESTART)
    key = f"T-{end}-{holding}"
    real.device.knobs.seconds_per_job = 1.5
    if holding != "slow":
        real.device.knobs.reasons = (holding,)
    outcomes: list[object] = []
    printing = threading.Thread(target=lambda: outcomes.append(driver.print_pdf(pdf(), key)))
    printing.start()
    wait_until(lambda: any(job.name == f"temoin-{key}" and job.document for job in real.device.printer.jobs))
    getattr(real.service, end)()
    real.service.start()
    refill = threading.Timer(1.0, lambda: setattr(real.device.knobs, "reasons", ()))
    refill.start()
    printing.join(25)
    assert [type(outcome) for outcome in outcomes] == [Printed]
    wait_until(lambda: real.waiting() == b"")
    time.sleep(1.5)  # a second copy would be sent by now
    assert real.driver.status() == PrinterReady(QUEUE)
    assert len(real.device.printer.printed) == 1
    assert driver.print_pdf(pdf(), key) != outcomes[0]  # asked again, it is printed again
    assert len(real.device.printer.printed) == 2


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 15
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize("key", ["", "../x", "Mme Exemple", "a/b", "a" * 101])
def test_a_key_holds_nothing_personal(key: str, real: RealPrinter) -> None:
    with pytest.raises(ValueError, match="key"):
        real.driver.print_pdf(pdf(), key)


# --- the simulator and the disabled twin --------------------------------------------------------------------------


def test_the_simulator_prints_to_a_file_and_shows_a_second_copy(tmp_path: Path) -> None:
    printer = SimulatedPrinter(tmp_path / "paper", tmp_path / "state")
    assert isinstance(printer.status(), PrinterReady)
    assert printer.print_pdf(pdf(), "T-1") == Printed("T-1")
    assert printer.print_pdf(pdf(), "T-1") == Printed("T-1-2")
    assert sorted(path.name for path in (tmp_path / "paper").iterdir()) == ["T-1-2.pdf", "T-1.pdf"]


def test_the_simulator_refuses_what_is_no_pdf(tmp_path: Path) -> None:
    printer = SimulatedPrinter(tmp_path / "paper", tmp_path / "state")
    assert printer.print_pdf(b"text", "T-1") == PrintFailed(PrinterFault.REFUSED)


ANSWERED = [
    fault for fault in FAULTS if fault.device is Device.PRINTER and fault.effect in (Effect.REFUSES, Effect.FAILS)
]


@pytest.mark.parametrize("fault", ANSWERED, ids=lambda fault: fault.name)
def test_a_simulated_fault_gives_no_paper_then_goes(fault: Fault, tmp_path: Path) -> None:
    printer = SimulatedPrinter(tmp_path / "paper", tmp_path / "state")
    set_fault(tmp_path / "state", Device.PRINTER, fault.name, times=2)
    for _ in range(2):
        assert printer.print_pdf(pdf(), "T-1") == PrintFailed(PrinterFault(fault.name))
    assert not (tmp_path / "paper").exists()
    assert printer.print_pdf(pdf(), "T-1") == Printed("T-1")


def test_the_disabled_printer_says_so_twice() -> None:
    assert DisabledPrinter().status() == PrinterUnavailable(PrinterFault.DISABLED)
    assert DisabledPrinter().print_pdf(pdf(), "T-1") == PrintFailed(PrinterFault.DISABLED)
