"""The faults that end or freeze a process, where they are meant to happen: in a worker."""

from pathlib import Path

import pytest

from hardware.faults import Device, set_fault
from hardware.printer.api import Printed
from hardware.scanner.api import Scanned, ScannerReady, ScanRequest
from hardware.worker import Worker
from hardware.worker_messages import Answer, WorkerFailed, WorkerFault


@pytest.mark.parametrize(
    ("name", "seconds", "fault"),
    [("crashed", 20.0, WorkerFault.CRASHED), ("timed_out", 0.5, WorkerFault.TIMED_OUT)],
)
def test_a_scanner_that_dies_or_hangs_comes_back_with_the_same_sheet(
    name: str, seconds: float, fault: WorkerFault, tmp_path: Path
) -> None:
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    for number in (1, 2, 3):
        (sheets / f"{number}.jpg").write_bytes(b"sheet %d" % number)
    state = tmp_path / "state"
    worker = Worker(
        "scanner",
        "hardware.scanner.simulated:SimulatedScanner",
        {"folder": str(sheets), "state_dir": str(state)},
    )
    worker.start()
    try:
        assert worker.call("status", seconds=20) == Answer(ScannerReady("Simulated scanner"))
        assert worker.call("scan", ScanRequest(), seconds=20) == Answer(Scanned(b"sheet 1", "image/jpeg", 300))
        set_fault(state, Device.SCANNER, name)
        assert worker.call("scan", ScanRequest(), seconds=seconds) == WorkerFailed(fault)
        assert worker.call("scan", ScanRequest(), seconds=20) == Answer(Scanned(b"sheet 2", "image/jpeg", 300))
    finally:
        worker.stop()


def test_a_printer_that_dies_prints_nothing_and_then_once(tmp_path: Path) -> None:
    state, paper = tmp_path / "state", tmp_path / "paper"
    worker = Worker(
        "printer",
        "hardware.printer.simulated:SimulatedPrinter",
        {"folder": str(paper), "state_dir": str(state)},
    )
    worker.start()
    try:
        set_fault(state, Device.PRINTER, "crashed")
        assert worker.call("print_pdf", b"%PDF-", "T-1", seconds=20) == WorkerFailed(WorkerFault.CRASHED)
        assert worker.call("print_pdf", b"%PDF-", "T-1", seconds=20) == Answer(Printed("T-1"))
    finally:
        worker.stop()
    assert [path.name for path in paper.iterdir()] == ["T-1.pdf"]
