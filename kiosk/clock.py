"""Time, handed to whoever needs it, so that a test of a long wait takes milliseconds."""

import datetime as dt
import time
from typing import Protocol


class Clock(Protocol):
    """What the time is, for dating (`now`) and for measuring (`monotonic`)."""

    def now(self) -> dt.datetime:
        """The civil time, with its offset from UTC."""

    def monotonic(self) -> float:
        """Seconds that never go back, from an arbitrary start."""


class SystemClock:
    """The machine's own clock, in its local time zone."""

    def now(self) -> dt.datetime:
        return dt.datetime.now().astimezone()

    def monotonic(self) -> float:
        return time.monotonic()


class FakeClock:
    """A clock that moves only when told to."""

    def __init__(self, start: dt.datetime) -> None:
        self._now = start
        self._elapsed = 0.0

    def now(self) -> dt.datetime:
        return self._now

    def monotonic(self) -> float:
        return self._elapsed

    def advance(self, seconds: float) -> None:
        """Move both readings forward by `seconds`."""
        self._now += dt.timedelta(seconds=seconds)
        self._elapsed += seconds
