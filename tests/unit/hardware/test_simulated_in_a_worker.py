"""The faults that end or freeze a process, where they are meant to happen: in a worker."""

import pickle
from pathlib import Path

import pytest

from hardware.faults import Device, set_fault
from hardware.printer.api import Printed
from hardware.scanner.api import ScanFailed, Scanned, ScannerFault, ScannerReady, ScannerUnavailable, ScanRequest
from hardware.worker import Worker
from hardware.worker_channel import UntrustedAnswerError, read_answer
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


def test_a_fault_reaches_the_core_by_its_name(tmp_path: Path) -> None:
    """Some versions of Python write a member of an enumeration as a call of getattr."""
    worker = Worker(
        "scanner",
        "hardware.scanner.simulated:SimulatedScanner",
        {"folder": str(tmp_path), "state_dir": str(tmp_path / "state")},
    )
    worker.start()
    try:
        set_fault(tmp_path / "state", Device.SCANNER, "cover_open", times=None)
        assert worker.call("status", seconds=20) == Answer(ScannerUnavailable(ScannerFault.COVER_OPEN))
        assert worker.call("scan", ScanRequest(), seconds=20) == Answer(ScanFailed(ScannerFault.COVER_OPEN))
    finally:
        worker.stop()


class _Reaches:
    """Pickles as getattr(target, name)."""

    def __init__(self, target: object, name: str) -> None:
        self._call = (target, name)

    def __reduce__(self) -> tuple[object, ...]:
        return getattr, self._call


@pytest.mark.parametrize(
    ("target", "name"), [(Scanned, "__init__"), (ScannerFault, "mro"), (ScannerFault.BUSY, "name")]
)
def test_an_answer_may_name_members_of_enumerations_and_nothing_else(target: object, name: str) -> None:
    with pytest.raises(UntrustedAnswerError):
        read_answer(bytearray(pickle.dumps(_Reaches(target, name))), {"hardware"})
