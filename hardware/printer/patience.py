"""How long a print job is given before it is taken back. Time comes in by parameter."""

from typing import Protocol

from hardware.printer.api import PrinterFault


class Limits(Protocol):
    """The two waits that bound a job, in seconds."""

    @property
    def fault(self) -> float: ...

    @property
    def job(self) -> float: ...


class Patience:
    """Watches one job from `start` (monotonic seconds)."""

    def __init__(self, delays: Limits, start: float) -> None:
        self._delays = delays
        self._start = start
        self._since: float | None = None

    def lost(self, fault: PrinterFault | None, now: float) -> PrinterFault | None:
        """The fault to give the job up for, or None to go on. `fault` is what holds it up now."""
        if fault is None:
            self._since = None
        elif self._since is None:
            self._since = now
        if self._since is not None and now - self._since >= self._delays.fault:
            return fault
        if now - self._start >= self._delays.job:
            return fault or PrinterFault.TIMED_OUT
        return None
