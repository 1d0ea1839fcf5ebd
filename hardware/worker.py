"""A supervisor of one child process that serves one object.

A hung driver is killed at the deadline of its call, a crashed one is noticed at once, and the next call finds a new
child. Whoever calls never waits longer than the seconds it gave.
"""

import threading
import time
from collections.abc import Callable, Mapping

from hardware.circuit import Circuit
from hardware.delays import WorkerDelays
from hardware.worker_channel import UntrustedAnswerError, pack
from hardware.worker_messages import (
    Answer,
    BackingOff,
    Build,
    CircuitOpen,
    OutOfOrder,
    Raised,
    Request,
    Returned,
    Running,
    Stopped,
    WorkerAnswer,
    WorkerFailed,
    WorkerFault,
    WorkerStatus,
)
from hardware.worker_process import WorkerProcess

STARTING = "starting"
"""Detail of `UNAVAILABLE`: the child was still building its object at the deadline of the call."""

_GONE = (EOFError, OSError, UntrustedAnswerError)


class Worker:
    """One named child serving `factory(**arguments)`; `factory` is "package.module:callable".

    Answers may hold plain values, numpy arrays, and data classes and enumerations of `hardware` and of the factory's
    own top-level package; anything else counts as a crash. `memory_limit` (bytes of address space) is for children
    that parse bytes from outside. `monotonic` and `pause` are there for tests.
    """

    def __init__(
        self,
        name: str,
        factory: str,
        arguments: Mapping[str, object],
        delays: WorkerDelays | None = None,
        *,
        memory_limit: int | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        pause: Callable[[float], object] | None = None,
    ) -> None:
        self.name = name
        self._delays = delays or WorkerDelays()
        self._build = pack(Build(factory, dict(arguments), memory_limit))
        self._packages = frozenset({"hardware", factory.partition(":")[0].partition(".")[0]})
        self._monotonic = monotonic
        self._stopping = threading.Event()
        self._pause = pause or self._stopping.wait
        self._turn = threading.Lock()
        self._circuit = Circuit(self._delays, monotonic)
        self._child: WorkerProcess | None = None
        self._started = False

    def start(self) -> None:
        """Start the child without waiting for it, past failures forgotten. Calling it again does no harm."""
        with self._turn:
            self._stopping.clear()
            self._started = True
            if self._child is None:
                self._circuit = Circuit(self._delays, self._monotonic)
                self._spawn()

    def stop(self) -> None:
        """End the child. A call that is under way has `delays.stop` to finish, then fails as `UNAVAILABLE`."""
        self._stopping.set()
        if not self._turn.acquire(timeout=self._delays.stop):
            child = self._child
            if child is not None:
                child.interrupt()
            self._turn.acquire()
        try:
            self._started = False
            if self._child is not None:
                self._child.stop(self._delays.stop)
                self._child = None
        finally:
            self._turn.release()

    def call(self, method: str, *arguments: object, seconds: float) -> WorkerAnswer:
        """Call a method of the object and wait for its answer, at most `seconds`.

        Blocks; may be called from any thread; calls take turns. Raises only for arguments that cannot be pickled.
        """
        request = pack(Request(method, arguments))
        deadline = time.monotonic() + seconds
        if not self._turn.acquire(timeout=seconds):
            return WorkerFailed(WorkerFault.BUSY)
        try:
            return self._call(request, deadline)
        finally:
            self._turn.release()

    def status(self) -> WorkerStatus:
        """How the worker is, without disturbing it."""
        if not self._started:
            return Stopped()
        child = self._child
        if child is not None:
            return Running(child.pid, child.is_ready)
        if self._circuit.is_dead:
            return OutOfOrder()
        wait = self._circuit.seconds_to_wait()
        return CircuitOpen(wait) if self._circuit.is_open else BackingOff(wait)

    def _call(self, request: bytes, deadline: float) -> WorkerAnswer:
        child = self._child_by(deadline)
        if child is None:
            return WorkerFailed(WorkerFault.UNAVAILABLE)
        try:
            if not child.wait_ready(self._delays.start, deadline):
                return WorkerFailed(WorkerFault.UNAVAILABLE, STARTING)
            reply = child.ask(request, deadline - time.monotonic())
        except TimeoutError:
            return self._failed(child, WorkerFault.TIMED_OUT)
        except _GONE:
            return self._failed(child, WorkerFault.CRASHED)
        self._circuit.answered()
        match reply:
            case Returned(value):
                return Answer(value)
            case Raised(exception):
                return WorkerFailed(WorkerFault.RAISED, exception)

    def _child_by(self, deadline: float) -> WorkerProcess | None:
        """A living child, after the back-off if that ends before the deadline."""
        if not self._started or self._stopping.is_set():
            return None
        if self._child is not None and not self._child.is_alive():
            self._bury(self._child)
        if self._child is None:
            wait = self._circuit.seconds_to_wait()
            if wait > deadline - time.monotonic():
                return None
            if wait:
                self._pause(wait)
            if self._stopping.is_set():
                return None
            self._spawn()
        return self._child

    def _spawn(self) -> None:
        try:
            self._child = WorkerProcess(self._build, self._packages)
        except OSError:
            self._circuit.failed()

    def _failed(self, child: WorkerProcess, fault: WorkerFault) -> WorkerFailed:
        if self._stopping.is_set():
            child.kill()
            self._child = None
            return WorkerFailed(WorkerFault.UNAVAILABLE)
        self._bury(child)
        if not self._circuit.seconds_to_wait():
            self._spawn()
        return WorkerFailed(fault)

    def _bury(self, child: WorkerProcess) -> None:
        child.kill()
        self._child = None
        self._circuit.failed()
