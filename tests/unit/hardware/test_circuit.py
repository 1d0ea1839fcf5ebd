"""Back-off, circuit, one healing, then the end: all of it in no time."""

from hardware.circuit import Circuit
from hardware.delays import WorkerDelays


class Time:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_each_failure_waits_longer_and_old_ones_are_forgotten() -> None:
    time = Time()
    circuit = Circuit(WorkerDelays(failures_allowed=99), time)
    waits = []
    for _ in range(7):
        circuit.failed()
        waits.append(circuit.seconds_to_wait())
    assert waits == [0.0, 1.0, 2.0, 5.0, 15.0, 15.0, 15.0]
    time.now += 601
    circuit.failed()
    assert circuit.seconds_to_wait() == 0.0


def test_a_second_opening_soon_after_a_healing_is_the_end() -> None:
    time = Time()
    circuit = Circuit(WorkerDelays(), time)
    for _ in range(5):
        circuit.failed()
    assert circuit.is_open
    assert circuit.seconds_to_wait() == 60.0
    circuit.answered()
    assert not circuit.is_open
    for _ in range(5):
        circuit.failed()
    assert circuit.is_dead
    assert circuit.seconds_to_wait() == float("inf")


def test_a_second_opening_long_after_a_healing_may_heal_again() -> None:
    time = Time()
    circuit = Circuit(WorkerDelays(), time)
    for _ in range(5):
        circuit.failed()
    circuit.answered()
    time.now += 601
    for _ in range(5):
        circuit.failed()
    assert circuit.is_open
    assert not circuit.is_dead
