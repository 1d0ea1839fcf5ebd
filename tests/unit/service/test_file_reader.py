"""The process that opens files: killed at its limits without harm, and small while it reads."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.delays import WorkerDelays
from hardware.worker import Worker
from hardware.worker_messages import Answer, Running, WorkerFailed, WorkerFault
from kiosk.assets import asset
from tests.unit.pages import strange_files as strange

SHEET = asset("samples", "03-bulletin-2026-03.jpg")
"""A payslip on A4, scanned at 300 dpi in colour."""
MEGABYTE = 1024 * 1024
LONG = 100.0
"""Seconds; only a machine that stands still needs them."""


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    arguments = {"languages": ("fra",), "seconds": 60.0, "scratch": str(tmp_path), "seals": str(tmp_path)}
    worker = Worker(
        "file-reader",
        "kiosk.service.file_reader:FileReader",
        arguments,
        WorkerDelays(start=LONG, back_off=(0.0,)),
        memory_limit=2048 * MEGABYTE,
    )
    worker.start()
    yield worker
    worker.stop()


def test_a_file_without_end_is_stopped_and_the_next_one_read(worker: Worker) -> None:
    assert worker.call("missing", seconds=LONG) == Answer(None)
    worker.call("open", strange.with_endless_forms(), "endless.pdf", seconds=LONG)
    assert worker.call("page", seconds=2.0) == WorkerFailed(WorkerFault.TIMED_OUT)
    worker.call("open", strange.with_attachment(), "bar.pdf", seconds=LONG)
    page = worker.call("page", seconds=LONG)
    assert isinstance(page, Answer)
    assert isinstance(page.value, dict)
    assert worker.call("page", seconds=LONG) == Answer(None)


def test_a_giant_picture_in_a_small_file_is_drawn_in_little_memory(worker: Worker) -> None:
    assert worker.call("missing", seconds=LONG) == Answer(None)
    status = worker.status()
    assert isinstance(status, Running)
    with Watch(status.pid) as watch:
        worker.call("open", strange.with_giant_picture(), "giant.pdf", seconds=LONG)
        page = worker.call("page", seconds=LONG)
    assert isinstance(page, Answer)
    assert page.value["problems"] == ["dark"]
    assert watch.most <= 400 * MEGABYTE


def test_reading_a_page_takes_at_most_400_megabytes(worker: Worker) -> None:
    assert worker.call("missing", seconds=LONG) == Answer(None)
    status = worker.status()
    assert isinstance(status, Running)
    with Watch(status.pid) as watch:
        worker.call("open", SHEET.read_bytes(), SHEET.name, seconds=LONG)
        page = worker.call("page", seconds=LONG)
    assert isinstance(page, Answer)
    assert page.value["kind"] == "payslip"
    assert 100 * MEGABYTE < watch.most <= 400 * MEGABYTE


class Watch:
    """The most memory that a process and the engines it started held at once, looked at fifty times a second."""

    def __init__(self, pid: int) -> None:
        self.most = 0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.02):
            # a child that was not replaced by its program yet still is its parent
            engines = [child for child in children(self._pid) if name_of(child) == "tesseract"]
            self.most = max(self.most, sum(resident(pid) for pid in (self._pid, *engines)))


def children(pid: int) -> list[int]:
    return [int(child) for task in Path(f"/proc/{pid}/task").glob("*/children") for child in told(task).split()]


def name_of(pid: int) -> str:
    return told(Path(f"/proc/{pid}/comm")).strip()


def resident(pid: int) -> int:
    """Bytes in memory, what processes share counted once; 0 for a process that is gone."""
    lines = told(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def told(path: Path) -> str:
    """What the kernel says there; nothing of a process that is gone."""
    try:
        return path.read_text()
    except OSError:
        return ""
