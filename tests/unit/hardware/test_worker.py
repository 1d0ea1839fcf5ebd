"""A worker survives whatever its driver does, and nothing of it outlives its parent."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest

from hardware.delays import WorkerDelays
from hardware.worker import STARTING, Worker
from hardware.worker_messages import (
    Answer,
    BackingOff,
    CircuitOpen,
    OutOfOrder,
    Running,
    Stopped,
    WorkerFailed,
    WorkerFault,
)
from tests.unit.hardware.served import Told

SERVED = "tests.unit.hardware.served"
NO_BACK_OFF = WorkerDelays(back_off=(0.0,), failures_allowed=1000)


class Time:
    """A clock that moves only when something pauses on it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


@pytest.fixture
def hire() -> Iterator[Callable[..., Worker]]:
    workers: list[Worker] = []

    def start(
        factory: str = "Calculator",
        arguments: Mapping[str, object] | None = None,
        delays: WorkerDelays = NO_BACK_OFF,
        clock: Time | None = None,
        memory_limit: int | None = None,
    ) -> Worker:
        worker = (
            Worker("test", f"{SERVED}:{factory}", arguments or {}, delays, memory_limit=memory_limit)
            if clock is None
            else Worker(
                "test",
                f"{SERVED}:{factory}",
                arguments or {},
                delays,
                monotonic=clock.monotonic,
                pause=clock.pause,
            )
        )
        workers.append(worker)
        worker.start()
        return worker

    yield start
    for worker in workers:
        worker.stop()


def is_gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state in "ZX"


def becomes_true(condition: Callable[[], bool], seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.01)
    return condition()


def test_the_object_keeps_its_state_between_calls(hire: Callable[..., Worker]) -> None:
    worker = hire(arguments={"start": 40})
    assert worker.call("add", 1, seconds=10) == Answer(41)
    assert worker.call("add", 1, seconds=10) == Answer(42)
    assert worker.call("told", seconds=10) == Answer(Told("bonjour"))


def test_a_hanging_call_is_killed_at_its_deadline_with_all_that_it_started(
    hire: Callable[..., Worker], tmp_path: Path
) -> None:
    worker = hire()
    note = tmp_path / "pid"
    worker.call("pid", seconds=10)
    before = time.monotonic()
    assert worker.call("hang_with_child", str(note), seconds=0.5) == WorkerFailed(WorkerFault.TIMED_OUT)
    assert time.monotonic() - before < 1.5
    grandchild = int(note.read_text(encoding="ascii"))
    assert becomes_true(lambda: is_gone(grandchild))
    assert worker.call("add", 2, seconds=10) == Answer(2)


def test_a_crash_is_noticed_at_once_and_the_next_call_works(hire: Callable[..., Worker]) -> None:
    worker = hire()
    worker.call("pid", seconds=10)
    before = time.monotonic()
    assert worker.call("die", seconds=60) == WorkerFailed(WorkerFault.CRASHED)
    assert time.monotonic() - before < 1.0
    assert worker.call("add", 2, seconds=10) == Answer(2)


def test_a_child_killed_between_two_calls_is_replaced(hire: Callable[..., Worker]) -> None:
    worker = hire()
    answer = worker.call("pid", seconds=10)
    assert isinstance(answer, Answer)
    assert isinstance(answer.value, int)
    pid = answer.value
    os.kill(pid, signal.SIGKILL)
    assert becomes_true(lambda: is_gone(pid))
    assert worker.call("add", 5, seconds=10) == Answer(5)


def test_an_exception_tells_its_kind_and_nothing_of_its_text(hire: Callable[..., Worker]) -> None:
    worker = hire()
    first = worker.call("pid", seconds=10)
    assert worker.call("raise_secret", seconds=10) == WorkerFailed(WorkerFault.RAISED, "ValueError")
    assert worker.call("no_such_method", seconds=10) == WorkerFailed(WorkerFault.RAISED, "AttributeError")
    assert worker.call("unpicklable", seconds=10) == WorkerFailed(WorkerFault.RAISED, "TypeError")
    assert worker.call("pid", seconds=10) == first


def test_arguments_that_cannot_travel_are_the_callers_mistake(hire: Callable[..., Worker]) -> None:
    worker = hire()
    with pytest.raises(TypeError):
        worker.call("echo", threading.Lock(), seconds=10)
    assert worker.call("add", 1, seconds=10) == Answer(1)


def test_the_parent_runs_nothing_that_a_taken_over_child_sends(hire: Callable[..., Worker]) -> None:
    assert hire().call("forged", seconds=10) == WorkerFailed(WorkerFault.CRASHED)


def test_a_memory_limit_stops_a_bomb(hire: Callable[..., Worker]) -> None:
    worker = hire(memory_limit=256 << 20)
    assert worker.call("take_memory", 10 << 20, seconds=10) == Answer(10 << 20)
    assert worker.call("take_memory", 1 << 30, seconds=10) == WorkerFailed(WorkerFault.RAISED, "MemoryError")


def test_a_whole_page_travels_both_ways(hire: Callable[..., Worker]) -> None:
    worker = hire()
    page = os.urandom(1 << 20) * 30
    answer = worker.call("echo", page, seconds=20)
    assert isinstance(answer, Answer)
    assert answer.value == page


@pytest.mark.parametrize("kind", ["uint8", "float32", "int64"])
def test_arrays_travel_both_ways(kind: str, hire: Callable[..., Worker]) -> None:
    image = np.arange(24).reshape(2, 3, 4).astype(kind)
    for sent in (image, image[:, ::2], np.asfortranarray(image)):
        answer = hire().call("echo", sent, seconds=20)
        assert isinstance(answer, Answer)
        assert isinstance(answer.value, np.ndarray)
        assert np.array_equal(answer.value, sent)
        assert answer.value.dtype == sent.dtype


def test_calls_from_several_threads_take_turns(hire: Callable[..., Worker]) -> None:
    worker = hire()
    threads = [threading.Thread(target=worker.call, args=("add", 1), kwargs={"seconds": 20}) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert worker.call("add", 0, seconds=10) == Answer(8)


def test_a_call_that_waits_behind_another_does_not_kill_it(hire: Callable[..., Worker]) -> None:
    worker = hire()
    worker.call("pid", seconds=10)
    answers: list[object] = []
    slow = threading.Thread(target=lambda: answers.append(worker.call("sleep", 0.6, seconds=20)))
    slow.start()
    assert becomes_true(worker._turn.locked)
    assert worker.call("add", 1, seconds=0.1) == WorkerFailed(WorkerFault.BUSY)
    slow.join()
    assert answers == [Answer("awake")]


def test_a_short_call_does_not_kill_a_child_that_is_still_starting(hire: Callable[..., Worker]) -> None:
    worker = hire("slow_to_build", {"seconds": 0.6})
    pid = worker.status()
    assert worker.call("add", 1, seconds=0.1) == WorkerFailed(WorkerFault.UNAVAILABLE, STARTING)
    assert worker.status() == pid
    assert worker.call("add", 1, seconds=10) == Answer(1)


def test_a_child_that_never_gets_ready_is_killed(hire: Callable[..., Worker]) -> None:
    worker = hire("slow_to_build", {"seconds": 600}, WorkerDelays(start=0.3))
    assert worker.call("add", 1, seconds=10) == WorkerFailed(WorkerFault.TIMED_OUT)


def test_failures_back_off_then_open_the_circuit_which_heals_once(hire: Callable[..., Worker], tmp_path: Path) -> None:
    clock = Time()
    marker = tmp_path / "healthy"
    worker = hire("dies_until", {"marker": str(marker)}, WorkerDelays(), clock)
    for _ in range(5):
        assert worker.call("add", 1, seconds=30) == WorkerFailed(WorkerFault.CRASHED)
    assert clock.pauses == [1.0, 2.0, 5.0]
    assert worker.status() == CircuitOpen(60.0)
    assert worker.call("add", 1, seconds=30) == WorkerFailed(WorkerFault.UNAVAILABLE)

    marker.touch()
    clock.now += 60.0
    assert worker.call("add", 1, seconds=30) == Answer(1)
    assert isinstance(worker.status(), Running)


def test_a_failed_healing_is_the_end_until_a_person_starts_it_again(
    hire: Callable[..., Worker], tmp_path: Path
) -> None:
    clock = Time()
    marker = tmp_path / "healthy"
    worker = hire("dies_until", {"marker": str(marker)}, WorkerDelays(), clock)
    for _ in range(5):
        worker.call("add", 1, seconds=30)
    clock.now += 60.0
    assert worker.call("add", 1, seconds=30) == WorkerFailed(WorkerFault.CRASHED)
    assert worker.status() == OutOfOrder()
    clock.now += 1e6
    assert worker.call("add", 1, seconds=30) == WorkerFailed(WorkerFault.UNAVAILABLE)

    marker.touch()
    worker.start()
    assert worker.call("add", 1, seconds=30) == Answer(1)


def test_a_call_does_not_wait_for_a_back_off_beyond_its_deadline(hire: Callable[..., Worker]) -> None:
    clock = Time()
    worker = hire("dies_at_birth", None, WorkerDelays(back_off=(50.0,)), clock)
    assert worker.call("add", 1, seconds=5) == WorkerFailed(WorkerFault.CRASHED)
    assert worker.status() == BackingOff(50.0)
    assert worker.call("add", 1, seconds=5) == WorkerFailed(WorkerFault.UNAVAILABLE)
    assert clock.pauses == []


def test_stopping_ends_the_child_and_a_call_under_way(hire: Callable[..., Worker]) -> None:
    worker = hire(delays=WorkerDelays(stop=0.2))
    answer = worker.call("pid", seconds=10)
    assert isinstance(answer, Answer)
    assert isinstance(answer.value, int)
    pid = answer.value
    answers: list[object] = []
    hanging = threading.Thread(target=lambda: answers.append(worker.call("hang", seconds=60)))
    hanging.start()
    assert becomes_true(worker._turn.locked)
    worker.stop()
    hanging.join(5)
    assert answers == [WorkerFailed(WorkerFault.UNAVAILABLE)]
    assert is_gone(pid)
    assert worker.status() == Stopped()
    assert worker.call("add", 1, seconds=1) == WorkerFailed(WorkerFault.UNAVAILABLE)


def test_fifty_restarts_leak_no_descriptor(hire: Callable[..., Worker]) -> None:
    worker = hire()
    worker.call("pid", seconds=10)
    in_child = worker.call("descriptors", seconds=10)
    in_parent = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(50):
        worker.call("die", seconds=10)
    assert worker.call("descriptors", seconds=10) == in_child
    assert len(list(Path("/proc/self/fd").iterdir())) == in_parent


def test_the_child_dies_with_its_parent_even_while_it_hangs(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    program = f"""
        from hardware.worker import Worker
        worker = Worker("test", "{SERVED}:Calculator", {{}})
        worker.start()
        print(worker.call("pid", seconds=10).value, flush=True)
        worker.call("hang_with_child", {str(note)!r}, seconds=600)
    """
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert parent.stdout is not None
    with parent.stdout:
        child = int(parent.stdout.readline())
        assert becomes_true(lambda: note.exists() and bool(note.read_text(encoding="ascii")))
        grandchild = int(note.read_text(encoding="ascii"))
        parent.kill()
        parent.wait()
    assert becomes_true(lambda: is_gone(child) and is_gone(grandchild))
