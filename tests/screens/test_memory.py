"""Screens leave nothing behind."""

import gc
import weakref
from pathlib import Path

from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import Studio

PAGE_KB = 4
MOST_GROWTH_MB = 8.0


def _resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_KB / 1024


def test_a_view_that_is_gone_is_let_go(studio: Studio) -> None:
    samples = dict(sample_frames("fr"))
    studio.show(samples["place"])
    gone = weakref.ref(studio.app.stage.view)
    studio.show(samples["review-whole"])
    studio.settle()
    gc.collect()
    assert gone() is None


def test_many_visits_take_no_more_memory_than_a_few(studio: Studio) -> None:
    studio.use("1280x800")
    frames = [frame for _, frame in sample_frames("fr")]

    def visit() -> None:
        for frame in frames:
            studio.show(frame)

    visit()
    visit()
    gc.collect()
    before = _resident_mb()
    for _ in range(3):
        visit()
    gc.collect()
    assert _resident_mb() - before < MOST_GROWTH_MB
