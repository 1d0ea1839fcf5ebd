"""`kiosk run`: the interface or the core is killed, and comes back by itself to the same step."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.journey.actions import Action
from tests.support.running_core import RunningCore

PATIENCE = 60.0


def _until(what: Callable[[], object], patience: float = PATIENCE) -> object:
    deadline = time.monotonic() + patience
    while not (found := what()):
        assert time.monotonic() < deadline, "it did not come back"
        time.sleep(0.05)
    return found


def _child(parent: int, command: str) -> int | None:
    """The process that `parent` started for a command of ours."""
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            status = (folder / "stat").read_text().rpartition(")")[2].split()
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if int(status[1]) == parent and command.encode() in words and status[0] != "Z":
            return int(folder.name)
    return None


def _any_process_of(folder: Path) -> bool:
    """Whether a process of ours still lives, whoever its parent is."""
    return any(
        str(folder).encode() in _environment(place) for place in Path("/proc").iterdir() if place.name.isdecimal()
    )


def _environment(place: Path) -> bytes:
    try:
        return (place / "environ").read_bytes()
    except OSError:
        return b""


def test_no_process_outlives_the_one_that_keeps_them(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "KIOSK_DATA_DIR": str(tmp_path / "data"),
        "KIOSK_RUNTIME_DIR": str(tmp_path / "run"),
        "SDL_VIDEODRIVER": "offscreen",
    }
    command = [sys.executable, "-m", "kiosk", "run", "--windowed"]
    core = RunningCore(tmp_path)
    for _ in range(2):
        running = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        try:
            core.screen().at("standby")
        finally:
            running.kill()
            running.wait()
            core.close_screens()
        _until(lambda: not _any_process_of(tmp_path), 10)


def test_either_process_may_die(tmp_path: Path) -> None:
    log = tmp_path / "core.log"
    environment = {
        **os.environ,
        "KIOSK_DATA_DIR": str(tmp_path / "data"),
        "KIOSK_RUNTIME_DIR": str(tmp_path / "run"),
        "KIOSK_SCANNER_SECONDS": "0.05",
        "SDL_VIDEODRIVER": "offscreen",
    }
    with log.open("wb") as out:
        running = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "run", "--windowed"], env=environment, stderr=out, stdout=out
        )
    core = RunningCore(tmp_path)
    try:

        def screens() -> int:
            return log.read_text().count('"screen_connected"')

        _until(lambda: screens() >= 1)
        witness = core.screen()
        witness.at("standby")
        witness.tap(Action.START)
        witness.tap(Action.CHOOSE_LANGUAGE, "en")

        before, screen = screens(), _until(lambda: _child(running.pid, "screen"))
        os.kill(int(str(screen)), signal.SIGKILL)
        _until(lambda: (found := _child(running.pid, "screen")) and found != screen)
        _until(lambda: screens() > before)
        assert witness.frame is not None and witness.frame.screen.screen == "home"

        before, heart = screens(), _until(lambda: _child(running.pid, "core"))
        os.kill(int(str(heart)), signal.SIGKILL)
        _until(lambda: (found := _child(running.pid, "core")) and found != heart)
        _until(lambda: screens() > before)
        assert core.screen().at("standby").language == "fr", "nobody had scanned anything: a fresh machine"

        running.terminate()
        assert running.wait(20) == 0
        assert not _any_process_of(tmp_path)
    finally:
        running.kill()
        running.wait()
        core.close_screens()
