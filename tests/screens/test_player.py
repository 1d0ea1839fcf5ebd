"""A visit played by touches in the real application, against a core behind a real socket."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image

from kiosk.journey.actions import Action
from kiosk.screens.gallery.samples import sample_frames
from tests.screens.fake_core import FakeCore

VISIT = ("standby", "language", "home", "guide", "place", "accepted-read", "review-whole", "receipt-both")
STEPS = [
    ("standby", "start", None),
    ("choose_language", "choose_language", "fr"),
    ("home", "choose_job", "send"),
    ("choose_guide", "choose_guide", "caf.dtr"),
    ("place_sheet", "sheet_placed", None),
    ("page_accepted", "continue", None),
    ("review", "send", None),
]


@pytest.fixture
def core(tmp_path: Path) -> Iterator[FakeCore]:
    samples = dict(sample_frames("fr"))
    core = FakeCore(tmp_path / "core.sock", [samples[name] for name in VISIT])
    core.start()
    yield core
    core.stop()


def _start(tmp_path: Path, steps: Sequence[object], patience: float = 20) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.screens.play_visit", str(tmp_path / "core.sock"), str(tmp_path / "out")]
    environment = {**os.environ, "SDL_VIDEODRIVER": "offscreen", "PYTHONPATH": str(root), "TMPDIR": str(tmp_path)}
    return subprocess.Popen(
        [*command, str(patience), json.dumps(steps)], cwd=root, env=environment, stderr=subprocess.PIPE, text=True
    )


def _wait_for(core: FakeCore, taps: int) -> None:
    until = time.monotonic() + 20
    while len(core.taps) < taps and time.monotonic() < until:
        time.sleep(0.02)
    assert len(core.taps) >= taps


def test_a_visit_is_played_to_its_end(core: FakeCore, tmp_path: Path) -> None:
    process = _start(tmp_path, STEPS)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert [(tap.action.value, tap.value) for tap in core.taps] == [(action, value) for _, action, value in STEPS]
    assert [tap.serial for tap in core.taps] == [1, 2, 3, 4, 5, 6, 7]
    pictures = sorted(path.name for path in (tmp_path / "out").glob("*.png"))
    assert len(pictures) == len(VISIT)
    assert pictures[0] == "01-standby.png"
    for name in pictures:
        with Image.open(tmp_path / "out" / name) as picture:
            assert picture.size == (1280, 800)
            assert len(picture.getcolors(maxcolors=1 << 20) or ()) > 20, f"{name} is blank"
    timings = json.loads((tmp_path / "out" / "timings.json").read_text())
    assert 0 < timings["start_to_first_frame_s"] < 20
    assert timings["longest_gap_ms"] > 0
    assert [tap["action"] for tap in timings["taps"]] == [action for _, action, _ in STEPS]


def test_a_button_that_is_not_there_fails_the_play(core: FakeCore, tmp_path: Path) -> None:
    process = _start(tmp_path, [("standby", "send", None)], patience=1.5)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "send on the screen standby" in errors


def test_the_interface_comes_back_where_it_was_killed(core: FakeCore, tmp_path: Path) -> None:
    first = _start(tmp_path, STEPS)
    _wait_for(core, 3)
    first.kill()
    first.communicate(timeout=20)
    left = len(core.taps)
    second = _start(tmp_path, STEPS[left:])
    _, errors = second.communicate(timeout=60)
    assert second.returncode == 0, errors
    assert [tap.action for tap in core.taps][left:] == [Action(action) for _, action, _ in STEPS[left:]]


def test_the_interface_finds_a_core_that_was_restarted(core: FakeCore, tmp_path: Path) -> None:
    process = _start(tmp_path, STEPS)
    _wait_for(core, 2)
    core.stop()
    time.sleep(0.7)
    core.start()
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert core.taps[-1].action is Action.SEND
