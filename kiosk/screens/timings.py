"""How the interface kept up: the start, the longest pause of the drawing thread, and each tap."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Timings:
    """`clock` gives seconds; pauses that the player makes itself, for its pictures, are taken out."""

    clock: Callable[[], float] = time.monotonic
    start_to_first_frame: float | None = None
    longest_gap: float = 0.0
    taps: list[tuple[str, float]] = field(default_factory=list)
    _last_tick: float | None = None
    _excused: float = 0.0
    _tapped: tuple[str, float] | None = None

    def tick(self) -> None:
        """The drawing thread is alive."""
        now = self.clock()
        if self._last_tick is not None:
            self.longest_gap = max(self.longest_gap, now - self._last_tick - self._excused)
        self._last_tick, self._excused = now, 0.0

    def excuse(self, seconds: float) -> None:
        """Time that the player itself took since the last tick."""
        self._excused += seconds

    def first_frame(self, since_start: float) -> None:
        self.start_to_first_frame = since_start

    def tapped(self, action: str) -> None:
        self._tapped = action, self.clock()

    def drawn(self) -> None:
        """A new frame is on the screen."""
        if self._tapped is not None:
            action, moment = self._tapped
            self.taps.append((action, self.clock() - moment))
            self._tapped = None

    def write(self, path: Path) -> None:
        """Leave the figures as JSON."""
        start = self.start_to_first_frame
        figures = {
            "start_to_first_frame_s": round(start, 3) if start is not None else None,
            "longest_gap_ms": round(self.longest_gap * 1000, 1),
            "taps": [{"action": action, "ms": round(seconds * 1000, 1)} for action, seconds in self.taps],
        }
        path.write_text(json.dumps(figures, indent=2) + "\n")
