"""Dotted leaders ("Net à payer ........ 1 497,34") painted white on the picture that is read: the engine takes them
for letters and loses the amounts behind them."""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.ink import Grey

INK = 185
TALLEST, WIDEST = 7, 16
"""Height of a dot and width of a dash, in pixels of A4 at 200 dpi: 0.9 and 2 mm."""
FEWEST = 4
"""Equally spaced marks that make a leader: "..." is an ellipsis."""
NARROWEST, WIDEST_GAP = 2, 34
"""White between two marks of a leader, in pixels."""
UNEVEN = 2
"""Pixels by which two gaps, or two heights above the line, may differ."""
INTO_PRINT = 10
"""Steps that a leader which runs into an amount is followed between its figures."""
ABOVE, BELOW = 9, 6
"""Pixels above and below a leader that must be white: strokes of a needle printer are rows of dots, and so are the
dots of "i i i i"."""
FULL = 0.25
"""Share of its length along which print may stand there."""
WHITE = 250


@dataclass(slots=True)
class Run:
    """Marks that follow one another at one distance; boxes (x, y, width, height)."""

    marks: list[NDArray[np.int32]] = field(default_factory=list)
    gap: int = 0

    def takes(self, mark: NDArray[np.int32]) -> bool:
        """Whether `mark` stands next in the run."""
        last = self.marks[-1]
        gap = int(mark[0] - last[0] - last[2])
        level = abs(int(2 * mark[1] + mark[3]) - int(2 * last[1] + last[3])) <= 2 * UNEVEN
        even = len(self.marks) == 1 or abs(gap - self.gap) <= UNEVEN
        return level and even and NARROWEST <= gap <= WIDEST_GAP and abs(int(mark[3] - last[3])) <= UNEVEN


def without_leaders(grey: Grey) -> Grey:
    """`grey` (A4 at 200 dpi, lines level) without rows of dots or dashes. A single point or comma stays."""
    ink = (grey < INK).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    chosen = (stats[:, 3] <= TALLEST) & (stats[:, 2] <= WIDEST) & (stats[:, 4] >= 2)
    chosen[0] = False
    small = stats[chosen][:, :4].astype(np.int32)
    runs = [run for run in _runs(small) if len(run.marks) >= FEWEST and _is_clear(ink, run)]
    if not runs:
        return grey
    result = grey.copy()
    for run in runs:
        for x, y, width, height in [*run.marks, *_between_figures(ink, run, small)]:
            result[max(y - 2, 0) : y + height + 2, max(x - 2, 0) : x + width + 2] = WHITE
    return result


def _runs(marks: NDArray[np.int32]) -> list[Run]:
    done: list[Run] = []
    open_runs: list[Run] = []
    for mark in marks[np.argsort(marks[:, 0], kind="stable")]:
        reach = int(mark[0]) - WIDEST_GAP
        done += [run for run in open_runs if run.marks[-1][0] + run.marks[-1][2] < reach]
        open_runs = [run for run in open_runs if run.marks[-1][0] + run.marks[-1][2] >= reach]
        taking = next((run for run in open_runs if run.takes(mark)), None)
        if taking is None:
            open_runs.append(Run([mark]))
            continue
        if len(taking.marks) == 1:
            taking.gap = int(mark[0] - taking.marks[0][0] - taking.marks[0][2])
        taking.marks.append(mark)
    return done + open_runs


def _between_figures(ink: Grey, run: Run, marks: NDArray[np.int32]) -> list[NDArray[np.int32]]:
    """Dots of the run that stand between the figures printed over it; none where it ends before them."""
    last, size = run.marks[-1], run.marks[-1][2:]
    step = (last[0] - run.marks[0][0]) / (len(run.marks) - 1)
    following = round(float(last[0] + step))
    if not ink[last[1] : last[1] + last[3], following : following + last[2]].any():
        return []
    steps = (marks[:, 0] - last[0]) / step
    near = (steps > 0.5) & (steps < INTO_PRINT) & (np.abs(steps - np.round(steps)) * step <= 1.5)
    alike = (np.abs(marks[:, 2:] - size).max(axis=1) <= 1) & (np.abs(marks[:, 1] - last[1]) <= UNEVEN)
    return list(marks[near & alike])


def _is_clear(ink: Grey, run: Run) -> bool:
    """Whether little stands right above and below the run."""
    boxes = np.array(run.marks)
    left, right = boxes[0, 0], boxes[-1, 0] + boxes[-1, 2]
    top, bottom = boxes[:, 1].min() - 1, (boxes[:, 1] + boxes[:, 3]).max() + 1
    beside = ink[max(top - ABOVE, 0) : max(top, 0), left:right], ink[bottom : bottom + BELOW, left:right]
    return all(float(strip.any(axis=0).mean()) < FULL for strip in beside)
