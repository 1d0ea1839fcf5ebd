"""A worker that stands back: for the processes of its own session, and for those of every other."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hardware import niceness
from hardware.niceness import AUTOGROUP, SESSIONS_NICENESS

STAND_BACK = """
import os
from hardware.niceness import AUTOGROUP, stand_back
stand_back({niceness})
print(os.nice(0), AUTOGROUP.read_text() if AUTOGROUP.exists() else "")
"""


def stood_back(by: int, *, own_session: bool) -> tuple[int, int | None]:
    """The niceness of a process that stood back, and that of its session: none in the group of the machine's own
    processes, of which the kernel says nothing."""
    command = [sys.executable, "-c", STAND_BACK.format(niceness=by)]
    done = subprocess.run(command, start_new_session=own_session, capture_output=True, text=True, check=True)
    own, *session = done.stdout.split()
    return int(own), int(session[-1]) if session else None


@pytest.mark.parametrize("by", [0, 19])
def test_a_worker_stands_back_for_other_sessions_too(by: int) -> None:
    own, session = stood_back(by, own_session=True)
    assert own == min(19, os.nice(0) + by)
    assert session == (min(by, SESSIONS_NICENESS) if AUTOGROUP.exists() else None)


def test_whoever_shares_a_session_does_not_push_the_others_of_it_back() -> None:
    before = AUTOGROUP.read_text() if AUTOGROUP.exists() else ""
    stood_back(19, own_session=False)
    assert (AUTOGROUP.read_text() if AUTOGROUP.exists() else "") == before


def test_a_kernel_that_does_not_group_is_nothing_to_stumble_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(niceness, "AUTOGROUP", tmp_path / "proc" / "autogroup")
    monkeypatch.setattr(os, "getsid", lambda _pid: os.getpid())
    monkeypatch.setattr(os, "nice", lambda _more: 0)
    niceness.stand_back(3)
    assert not list(tmp_path.iterdir())
