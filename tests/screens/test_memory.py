"""Screens leave nothing behind."""

import gc
import subprocess
import sys
import weakref

import pytest

from kiosk.screens import typeset
from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import Studio
from kiosk.screens.pictures import Pixels

MOST_GROWTH_MB = 8.0


def test_a_view_that_is_gone_is_let_go(studio: Studio) -> None:
    samples = dict(sample_frames("fr"))
    studio.show(samples["place"])
    gone = weakref.ref(studio.app.stage.view)
    studio.show(samples["review-whole"])
    studio.settle()
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize(
    "shown", [("review-whole", "accepted-long"), ("letter-check", "letter-delay"), ("submission-sent", "key-words")]
)
def test_at_standby_no_picture_and_no_word_of_the_last_visitor_is_kept(studio: Studio, shown: tuple[str, ...]) -> None:
    """Whichever journey it was: the caches hold what the resting screen alone puts there."""
    samples = dict(sample_frames("fr"))
    studio.show(samples["standby"])
    typeset.forget()
    studio.app.stage.forget()
    studio.show(samples["standby"])
    alone = typeset.texture_of.cache_info().currsize, typeset.typeset.cache_info().currsize
    for name in shown:
        studio.show(samples[name])
    assert typeset.texture_of.cache_info().currsize > alone[0]
    studio.show(samples["standby"])
    gc.collect()
    left = typeset.texture_of.cache_info().currsize, typeset.typeset.cache_info().currsize
    assert all(now <= before for now, before in zip(left, alone, strict=True)), (left, alone)
    assert studio.app.pictures == {}
    assert not [one for one in gc.get_objects() if type(one) is Pixels]


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
    for visit in range(9):
        for frame in frames:
            studio.show(frame)
        gc.collect()
        if visit == 3:  # by then every picture and letter was drawn once
            before = resident_mb()
    print(resident_mb() - before)
"""
