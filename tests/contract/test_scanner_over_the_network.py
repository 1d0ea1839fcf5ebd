"""The real SANE stack with a virtual network scanner at the other end: every fault has its name, and heals."""

import io
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from hardware.delays import ScannerDelays
from hardware.dock.escl_model import EsclFault, Knobs
from hardware.dock.escl_scanner import EsclScanner
from hardware.faults import Device, set_fault
from hardware.scanner.api import (
    FeederScanner,
    ScanFailed,
    Scanned,
    ScannedBatch,
    ScannerFault,
    ScannerReady,
    ScannerUnavailable,
    ScanRequest,
)
from hardware.scanner.disabled import DisabledScanner
from hardware.scanner.sane import SaneScanner
from hardware.scanner.sane_batch import IN_MEMORY, PREFIX
from hardware.scanner.simulated import SimulatedScanner
from tests.contract.papers import sheet_png
from tests.contract.sane_box import VIRTUAL_DEVICE, airscan_environment

AT_75_DPI = ScanRequest(dpi=75, colour=False)
SHADES = (10, 120, 250)
IN_A_HURRY = ScannerDelays(sense=5.0, page=2.0, look=0.05, close=1.0, interrupt=0.3)


@dataclass(frozen=True, slots=True)
class RealScanner:
    """A virtual scanner, and SANE's way to it."""

    device: EsclScanner
    environment: dict[str, str]

    def driver(self, source: str = "Flatbed", delays: ScannerDelays = IN_A_HURRY) -> SaneScanner:
        return SaneScanner(VIRTUAL_DEVICE, source=source, environment=self.environment, delays=delays)

    def breaks(self, fault: EsclFault, at_page: int = 1, times: int | None = None) -> None:
        self.device.scanner.knobs = Knobs(fault, at_page, times, slow_seconds=0.5)


@pytest.fixture(scope="module")
def device() -> Iterator[EsclScanner]:
    scanner = EsclScanner()
    scanner.start()
    yield scanner
    scanner.stop()


@pytest.fixture
def real(device: EsclScanner, tmp_path: Path) -> RealScanner:
    device.reset()
    device.scanner.glass = [sheet_png(shade) for shade in SHADES]
    device.scanner.feeder = [sheet_png(shade) for shade in SHADES]
    device.scanner.scans_of_glass = 0
    return RealScanner(device, airscan_environment(tmp_path / "sane", device.uri))


def shade(page: Scanned) -> int:
    with Image.open(io.BytesIO(page.image)) as image:
        value = image.convert("L").getpixel((50, 50))
    assert isinstance(value, int)
    return value


def test_pages_come_from_the_glass_in_order(real: RealScanner) -> None:
    scanner = real.driver()
    assert scanner.status() == ScannerReady(VIRTUAL_DEVICE)
    for expected in SHADES:
        outcome = scanner.scan(AT_75_DPI)
        assert isinstance(outcome, Scanned)
        assert abs(shade(outcome) - expected) <= 2


@pytest.mark.parametrize(
    ("fault", "source", "named"),
    [
        (EsclFault.JAMMED, "ADF", ScannerFault.JAMMED),
        (EsclFault.COVER_OPEN, "ADF", ScannerFault.COVER_OPEN),
        (EsclFault.STALLED, "Flatbed", ScannerFault.TIMED_OUT),
        (EsclFault.CUT, "Flatbed", ScannerFault.IO_ERROR),
        (EsclFault.ERROR, "Flatbed", ScannerFault.IO_ERROR),
        (EsclFault.CORRUPT_IMAGE, "Flatbed", ScannerFault.IO_ERROR),
        (EsclFault.UNPLUGGED, "Flatbed", ScannerFault.UNPLUGGED),
        (EsclFault.MALFORMED, "Flatbed", ScannerFault.UNPLUGGED),
    ],
)
def test_a_fault_has_its_name_and_when_it_is_gone_the_same_sheet_is_scanned(
    fault: EsclFault, source: str, named: ScannerFault, real: RealScanner
) -> None:
    scanner = real.driver(source)
    real.breaks(fault)
    assert scanner.scan(AT_75_DPI) == ScanFailed(named)
    real.device.scanner.knobs = Knobs()
    assert isinstance(scanner.scan(AT_75_DPI), Scanned)


def test_a_scanner_in_use_elsewhere_is_busy_then_free(real: RealScanner) -> None:
    patient = real.driver(delays=ScannerDelays())
    real.breaks(EsclFault.BUSY, times=2)
    assert isinstance(patient.scan(AT_75_DPI), Scanned)  # SANE itself tries again for ten seconds
    real.breaks(EsclFault.BUSY)
    assert patient.scan(AT_75_DPI) == ScanFailed(ScannerFault.BUSY)


def test_a_slow_page_is_waited_for(real: RealScanner) -> None:
    real.breaks(EsclFault.SLOW)
    assert isinstance(real.driver().scan(AT_75_DPI), Scanned)


def test_an_empty_feeder_has_no_paper(real: RealScanner) -> None:
    real.device.scanner.feeder.clear()
    assert real.driver("ADF").scan(AT_75_DPI) == ScanFailed(ScannerFault.NO_PAPER)


def test_unplugged_in_the_middle_of_a_page_then_back_the_page_comes_within_two_seconds(real: RealScanner) -> None:
    scanner = real.driver()
    real.breaks(EsclFault.STALLED)
    pull = threading.Timer(0.3, real.device.stop)
    pull.start()
    assert scanner.scan(AT_75_DPI) == ScanFailed(ScannerFault.IO_ERROR)
    pull.join()
    assert scanner.status() == ScannerUnavailable(ScannerFault.UNPLUGGED)
    real.device.scanner.knobs = Knobs()
    real.device.start()
    back = time.monotonic()
    assert isinstance(scanner.scan(AT_75_DPI), Scanned)
    assert time.monotonic() - back < 2.0


# --- a pile in the feeder -----------------------------------------------------------------------------------------


def sane_feeder(real: RealScanner, _folder: Path) -> FeederScanner:
    return real.driver("ADF")


def simulated_feeder(_real: RealScanner, folder: Path) -> FeederScanner:
    sheets = folder / "sheets"
    sheets.mkdir()
    for number, value in enumerate(SHADES):
        (sheets / f"{number}.png").write_bytes(sheet_png(value))
    return SimulatedScanner(sheets, folder / "state")


@pytest.mark.parametrize("feeder_in", [sane_feeder, simulated_feeder], ids=["sane", "simulated"])
def test_a_pile_comes_whole_and_in_order(
    feeder_in: Callable[[RealScanner, Path], FeederScanner], real: RealScanner, tmp_path: Path
) -> None:
    batch = feeder_in(real, tmp_path).scan_batch(AT_75_DPI, 20)
    assert batch.stopped_by is None
    assert [abs(shade(page) - value) <= 2 for page, value in zip(batch.pages, SHADES, strict=True)] == [True] * 3


@pytest.mark.parametrize("feeder_in", [sane_feeder, simulated_feeder], ids=["sane", "simulated"])
def test_no_more_is_pulled_than_was_asked_for(
    feeder_in: Callable[[RealScanner, Path], FeederScanner], real: RealScanner, tmp_path: Path
) -> None:
    batch = feeder_in(real, tmp_path).scan_batch(AT_75_DPI, 2)
    assert (len(batch.pages), batch.stopped_by) == (2, None)


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        (EsclFault.JAMMED, ScannerFault.JAMMED),
        (EsclFault.COVER_OPEN, ScannerFault.COVER_OPEN),
        (EsclFault.CUT, ScannerFault.IO_ERROR),
        (EsclFault.STALLED, ScannerFault.TIMED_OUT),
    ],
)
def test_what_was_scanned_before_the_fault_counts(fault: EsclFault, named: ScannerFault, real: RealScanner) -> None:
    real.breaks(fault, at_page=2)
    batch = real.driver("ADF").scan_batch(AT_75_DPI, 20)
    assert (len(batch.pages), batch.stopped_by) == (1, named)
    assert list(IN_MEMORY.glob(f"{PREFIX}{os.getuid()}-*")) == []


def test_two_sheets_pulled_as_one_are_not_noticed_so_the_count_must_be_shown(real: RealScanner) -> None:
    real.breaks(EsclFault.DOUBLE_FEED, at_page=2, times=1)
    batch = real.driver("ADF").scan_batch(AT_75_DPI, 20)
    assert (len(batch.pages), batch.stopped_by) == (2, None)


def test_an_empty_pile_is_no_pile(real: RealScanner, tmp_path: Path) -> None:
    real.device.scanner.feeder.clear()
    assert real.driver("ADF").scan_batch(AT_75_DPI, 5) == ScannedBatch((), ScannerFault.NO_PAPER)
    assert SimulatedScanner(tmp_path / "none", tmp_path).scan_batch(AT_75_DPI, 5) == ScannedBatch(
        (), ScannerFault.NO_PAPER
    )
    assert DisabledScanner().scan_batch(AT_75_DPI, 5) == ScannedBatch((), ScannerFault.DISABLED)


def test_a_jam_of_the_simulator_keeps_the_pages_before_it(tmp_path: Path, real: RealScanner) -> None:
    scanner = simulated_feeder(real, tmp_path)
    assert len(scanner.scan_batch(AT_75_DPI, 1).pages) == 1
    set_fault(tmp_path / "state", Device.SCANNER, "jammed")
    assert scanner.scan_batch(AT_75_DPI, 5) == ScannedBatch((), ScannerFault.JAMMED)
    assert len(scanner.scan_batch(AT_75_DPI, 5).pages) == 2
