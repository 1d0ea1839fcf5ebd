"""Screens leave nothing behind."""

import gc
import subprocess
import sys
import weakref

from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import Studio

MOST_GROWTH_MB = 8.0


def test_a_view_that_is_gone_is_let_go(studio: Studio) -> None:
    samples = dict(sample_frames("fr"))
    studio.show(samples["place"])
    gone = weakref.ref(studio.app.stage.view)
    studio.show(samples["review-whole"])
    studio.settle()
    gc.collect()
    assert gone() is None


def test_many_visits_take_no_more_memory_than_a_few() -> None:
    """In a process of its own: what other tests left behind does not count."""
    done = subprocess.run([sys.executable, "-c", MANY_VISITS], capture_output=True, text=True, check=True)
    assert float(done.stdout.splitlines()[-1]) < MOST_GROWTH_MB


MANY_VISITS = """
import gc
from pathlib import Path

from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import open_studio


def resident_mb():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 / 1024


frames = [frame for _, frame in sample_frames("fr")]
with open_studio("1280x800") as studio:
    for visit in range(12):
        for frame in frames:
            studio.show(frame)
        gc.collect()
        if visit == 6:  # by then every picture and letter was drawn once
            before = resident_mb()
    print(resident_mb() - before)
"""
