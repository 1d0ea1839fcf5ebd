"""When a failing worker may start again. Knows nothing of processes."""

from collections import deque
from collections.abc import Callable

from hardware.delays import WorkerDelays


class Circuit:
    """Counts failures: back-off at first, then one pause to cool down and one attempt to heal, then the end."""

    def __init__(self, delays: WorkerDelays, monotonic: Callable[[], float]) -> None:
        self._delays = delays
        self._monotonic = monotonic
        self._failures: deque[float] = deque()
        self._not_before = monotonic()
        self._healed_at: float | None = None
        self.is_open = False
        self.is_dead = False

    def failed(self) -> None:
        """A child died, hung or did not start."""
        now = self._monotonic()
        self._failures.append(now)
        self._forget_old(now)
        if self.is_open:
            self.is_dead = True
        elif len(self._failures) >= self._delays.failures_allowed:
            self._open(now)
        else:
            steps = self._delays.back_off
            self._not_before = now + steps[min(len(self._failures), len(steps)) - 1]

    def answered(self) -> None:
        """A call came back. If it was the attempt to heal, the past is forgiven, once."""
        if self.is_open:
            self.is_open = False
            self._healed_at = self._monotonic()
            self._failures.clear()

    def seconds_to_wait(self) -> float:
        """Until a child may start; infinite once dead."""
        if self.is_dead:
            return float("inf")
        return max(0.0, self._not_before - self._monotonic())

    def _open(self, now: float) -> None:
        healed_lately = self._healed_at is not None and now - self._healed_at < self._delays.window
        self.is_open = True
        self.is_dead = healed_lately
        self._not_before = now + self._delays.cool_down

    def _forget_old(self, now: float) -> None:
        while self._failures and now - self._failures[0] > self._delays.window:
            self._failures.popleft()
