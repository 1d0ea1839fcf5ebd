"""One contract for every scanner: the real SANE stack, the simulator and the disabled twin."""

import io
import os
import stat
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from hardware.delays import ScannerDelays
from hardware.faults import FAULTS, Device, Effect, Fault, set_fault
from hardware.scanner.api import (
    ScanFailed,
    Scanned,
    Scanner,
    ScannerFault,
    ScannerReady,
    ScannerUnavailable,
    ScanRequest,
)
from hardware.scanner.disabled import DisabledScanner
from hardware.scanner.sane import SaneScanner
from hardware.scanner.simulated import SimulatedScanner
from tests.contract.papers import sheet_png
from tests.contract.sane_box import ABSENT_DEVICE, TEST_DEVICE, sane_environment

AT_72_DPI = ScanRequest(dpi=72, colour=False)


def simulated(folder: Path, repeat: bool = True) -> SimulatedScanner:
    sheets = folder / "sheets"
    if not sheets.exists():
        sheets.mkdir()
        for number, shade in enumerate((10, 120, 250), start=1):
            (sheets / f"{number}.png").write_bytes(sheet_png(shade))
    return SimulatedScanner(sheets, folder / "state", repeat=repeat)


def sane(folder: Path, device: str | None = TEST_DEVICE) -> SaneScanner:
    return SaneScanner(device, environment=sane_environment(folder / "sane"))


@pytest.mark.parametrize("scanner_in", [simulated, sane], ids=["simulated", "sane"])
def test_a_scanner_that_works_is_ready_and_gives_a_whole_image(
    scanner_in: Callable[[Path], Scanner], tmp_path: Path
) -> None:
    scanner = scanner_in(tmp_path)
    assert isinstance(scanner.status(), ScannerReady)
    outcome = scanner.scan(AT_72_DPI)
    assert isinstance(outcome, Scanned)
    assert (outcome.media_type, outcome.dpi) == ("image/png", 72)
    with Image.open(io.BytesIO(outcome.image)) as image:
        image.load()
    assert isinstance(scanner.scan(AT_72_DPI), Scanned)


def absent_sane(folder: Path) -> SaneScanner:
    return sane(folder, ABSENT_DEVICE)


def broken_simulated(folder: Path) -> SimulatedScanner:
    set_fault(folder / "state", Device.SCANNER, "unplugged", times=None)
    return simulated(folder)


def disabled(_folder: Path) -> DisabledScanner:
    return DisabledScanner()


@pytest.mark.parametrize(
    ("scanner_in", "fault"),
    [
        pytest.param(absent_sane, ScannerFault.UNPLUGGED, id="sane"),
        pytest.param(broken_simulated, ScannerFault.UNPLUGGED, id="simulated"),
        pytest.param(disabled, ScannerFault.DISABLED, id="disabled"),
    ],
)
def test_a_scanner_that_is_not_there_says_so_twice(
    scanner_in: Callable[[Path], Scanner], fault: ScannerFault, tmp_path: Path
) -> None:
    scanner = scanner_in(tmp_path)
    assert scanner.status() == ScannerUnavailable(fault)
    assert scanner.scan(AT_72_DPI) == ScanFailed(fault)


# --- the simulator ------------------------------------------------------------------------------------------------


def shade_of(scanner: SimulatedScanner) -> int | ScannerFault:
    outcome = scanner.scan(AT_72_DPI)
    if isinstance(outcome, ScanFailed):
        return outcome.fault
    with Image.open(io.BytesIO(outcome.image)) as image:
        shade = image.getpixel((0, 0))
    assert isinstance(shade, int)
    return shade


def test_the_pile_is_served_in_order_and_starts_again(tmp_path: Path) -> None:
    scanner = simulated(tmp_path)
    assert [shade_of(scanner) for _ in range(4)] == [10, 120, 250, 10]


def test_the_pile_may_come_to_its_end(tmp_path: Path) -> None:
    scanner = simulated(tmp_path, repeat=False)
    assert [shade_of(scanner) for _ in range(4)] == [10, 120, 250, ScannerFault.NO_PAPER]


def test_a_new_process_goes_on_where_the_last_one_stopped(tmp_path: Path) -> None:
    assert shade_of(simulated(tmp_path)) == 10
    assert shade_of(simulated(tmp_path)) == 120


def test_an_empty_folder_has_no_paper(tmp_path: Path) -> None:
    assert SimulatedScanner(tmp_path / "none", tmp_path).scan(AT_72_DPI) == ScanFailed(ScannerFault.NO_PAPER)


ANSWERED = [
    fault for fault in FAULTS if fault.device is Device.SCANNER and fault.effect in (Effect.REFUSES, Effect.FAILS)
]


@pytest.mark.parametrize("fault", ANSWERED, ids=lambda fault: fault.name)
def test_a_fault_strikes_once_and_leaves_the_sheet_on_the_glass(fault: Fault, tmp_path: Path) -> None:
    scanner = simulated(tmp_path)
    set_fault(tmp_path / "state", Device.SCANNER, fault.name)
    refuses = fault.effect is Effect.REFUSES
    assert isinstance(scanner.status(), ScannerUnavailable if refuses else ScannerReady)
    assert shade_of(scanner) == ScannerFault(fault.name)
    assert isinstance(scanner.status(), ScannerReady)
    assert shade_of(scanner) == 10


# --- the real driver on backends that misbehave -------------------------------------------------------------------


def stub(folder: Path, script: str) -> SaneScanner:
    """The driver over a `scanimage` that does what `script` says: real backends cannot be told to fail on time."""
    program = folder / "scanimage"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    delays = ScannerDelays(sense=0.5, page=0.5, look=0.05, close=0.2, interrupt=0.2)
    return SaneScanner(TEST_DEVICE, program=str(program), delays=delays)


def page_file(folder: Path) -> Path:
    path = folder / "page.png"
    with Image.new("L", (595, 842), 200) as image:
        image.save(path)
    return path


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("exit 3", ScannerFault.BUSY),
        ("exit 6", ScannerFault.JAMMED),
        ("exit 7", ScannerFault.NO_PAPER),
        ("exit 8", ScannerFault.COVER_OPEN),
        ("exit 9", ScannerFault.IO_ERROR),
        ("exit 10", ScannerFault.DISK_FULL),
        ("echo 'scanimage: open of device x failed: Device busy' >&2; exit 1", ScannerFault.BUSY),
        ("echo 'scanimage: open of device x failed: Invalid argument' >&2; exit 1", ScannerFault.UNPLUGGED),
        ("kill -SEGV $$", ScannerFault.CRASHED),
        ("exec sleep 60", ScannerFault.TIMED_OUT),
        ("trap '' INT; sleep 60; sleep 60", ScannerFault.TIMED_OUT),
        ("exit 0", ScannerFault.CORRUPT_IMAGE),
        ("echo text; exit 0", ScannerFault.CORRUPT_IMAGE),
    ],
)
def test_every_way_to_fail_has_its_name(script: str, fault: ScannerFault, tmp_path: Path) -> None:
    assert stub(tmp_path, script).scan(AT_72_DPI) == ScanFailed(fault)


def test_half_a_page_is_no_page_whatever_the_exit_status(tmp_path: Path) -> None:
    page = page_file(tmp_path)
    half = page.stat().st_size // 2
    scanner = stub(tmp_path, f"head -c {half} {page}")
    assert scanner.scan(AT_72_DPI) == ScanFailed(ScannerFault.CORRUPT_IMAGE)


def test_a_page_of_another_size_is_no_page(tmp_path: Path) -> None:
    scanner = stub(tmp_path, f"cat {page_file(tmp_path)}")
    assert scanner.scan(ScanRequest(dpi=300, colour=False)) == ScanFailed(ScannerFault.CORRUPT_IMAGE)


@pytest.mark.parametrize("end", ["exec sleep 60", "kill -SEGV $$"], ids=["hangs", "crashes"])
def test_a_whole_page_counts_even_when_the_backend_then_fails(end: str, tmp_path: Path) -> None:
    scanner = stub(tmp_path, f"cat {page_file(tmp_path)}; {end}")
    before = time.monotonic()
    assert isinstance(scanner.scan(AT_72_DPI), Scanned)
    assert time.monotonic() - before < 2.0


def test_a_page_is_given_before_the_arm_is_back_and_the_next_scan_waits_for_it(tmp_path: Path) -> None:
    held, clash = tmp_path / "held", tmp_path / "clash"
    scanner = stub(
        tmp_path, f"[ -e {held} ] && touch {clash}; touch {held}; cat {page_file(tmp_path)}; sleep 3; rm {held}"
    )
    scanner.delays = replace(scanner.delays, page=20.0, close=20.0)
    for _ in range(2):
        assert isinstance(scanner.scan(AT_72_DPI), Scanned)
        assert held.exists()
    scanner.status()
    assert not clash.exists()


def test_an_arm_that_never_comes_back_does_not_stop_the_next_scan(tmp_path: Path) -> None:
    scanner = stub(tmp_path, f"cat {page_file(tmp_path)}; trap '' INT; sleep 60; sleep 60")
    assert isinstance(scanner.scan(AT_72_DPI), Scanned)
    assert isinstance(scanner.scan(AT_72_DPI), Scanned)


def test_without_scanimage_there_is_no_scanner(tmp_path: Path) -> None:
    scanner = SaneScanner(TEST_DEVICE, program=str(tmp_path / "nothing"))
    assert scanner.status() == ScannerUnavailable(ScannerFault.UNPLUGGED)


def test_a_scan_leaves_no_file_and_no_descriptor(tmp_path: Path) -> None:
    scanner = sane(tmp_path)
    scanner.scan(AT_72_DPI)
    files = sorted(tmp_path.rglob("*"))
    descriptors = os.listdir("/proc/self/fd")  # noqa: PTH208 - as many entries as names
    scanner.scan(AT_72_DPI)
    assert sorted(tmp_path.rglob("*")) == files
    assert len(os.listdir("/proc/self/fd")) == len(descriptors)  # noqa: PTH208
