"""How the interface kept up: the start, the longest pause of the drawing thread, and each tap."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Timings:
    """Seconds from the start of the process to the first draw, and to the first frame of the core.

    `clock` gives seconds; pauses that the player makes itself, for its pictures, are taken out.
    """

    clock: Callable[[], float] = time.monotonic
    start_to_first_frame: float | None = None
    start_to_first_draw: float | None = None
    gaps: dict[str, float] = field(default_factory=dict)
    """The longest pause with each screen in front."""
    taps: list[tuple[str, float]] = field(default_factory=list)
    _last_tick: float | None = None
    _excused: float = 0.0
    _tapped: tuple[str, float] | None = None

    def tick(self, screen: str = "") -> None:
        """The drawing thread is alive, with `screen` in front."""
        now = self.clock()
        gap = now - self._last_tick - self._excused if self._last_tick is not None else 0.0
        self.gaps[screen] = max(gap, self.gaps.get(screen, 0.0))
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
        figures = {
            "start_to_first_draw_s": _rounded(self.start_to_first_draw),
            "start_to_first_frame_s": _rounded(self.start_to_first_frame),
            "longest_gap_ms": round(max(self.gaps.values(), default=0.0) * 1000, 1),
            "gaps_ms": {screen: round(gap * 1000, 1) for screen, gap in self.gaps.items()},
            "taps": [{"action": action, "ms": round(seconds * 1000, 1)} for action, seconds in self.taps],
        }
        path.write_text(json.dumps(figures, indent=2) + "\n")


def _rounded(seconds: float | None) -> float | None:
    return round(seconds, 3) if seconds is not None else None
