"""The screen as a visitor feels it: from tap to picture, at rest, over a day of visits, and its first word."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.assets import asset
from tests.support.running_core import RunningCore
from tests.support.scanned_case import pile
from tests.window.real_window import HEIGHT, WIDTH, x_server

SHEETS = 8
VISITS = 300
REST_S = 30.0
"""After the start, until the drawing of the gesture has played its rounds and rests."""
IDLE_S = 20.0


@dataclass(frozen=True, slots=True)
class Busy:
    """A visit whose pages are laid down faster than they can be read; times in milliseconds.

    `unread` is how many pages waited to be read after the last sheet: every tap counted had the reader at work.
    """

    taps: list[float]
    transitions: list[float]
    unread: int


def busy() -> Busy:
    """A visit through a real core, its judge and its reader, in an X window drawn by software."""
    with tempfile.TemporaryDirectory() as name, x_server() as display:
        folder = Path(name)
        good = [asset("samples", f"{one}.jpg") for one in ("01-bulletin-2026-01", "03-bulletin-2026-03")]
        core = RunningCore(folder, {"KIOSK_SCANNER_FOLDER": str(pile(folder / "pile", good))}).start()
        try:
            core.screen().at("standby")
            command = [sys.executable, "-m", "tests.benchmarks.busy_visit", str(core.settings.screen_socket)]
            subprocess.run([*command, str(folder / "out"), str(SHEETS)], env=_on(display), check=True)
            told = json.loads((folder / "out" / "busy.json").read_text())
        finally:
            core.stop()
            core.close_screens()
    return Busy(told["taps_ms"], told["transitions_ms"], told["unread"])


def idle() -> dict[str, float]:
    """What core and screen take at rest, each in per cent of one processor core, and the screen's memory in MB."""
    with tempfile.TemporaryDirectory() as name, x_server() as display:
        core = RunningCore(Path(name)).start()
        command = [sys.executable, "-m", "kiosk", "screen", "--windowed", "--panel", f"{WIDTH}x{HEIGHT}"]
        environment = {**_on(display), "KIOSK_RUNTIME_DIR": str(Path(name) / "run")}
        screen: subprocess.Popen[bytes] | None = None
        try:
            core.screen().at("standby")
            assert core.process is not None
            screen = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
            time.sleep(REST_S)
            before = [_processor_seconds(one.pid) for one in (core.process, screen)]
            time.sleep(IDLE_S)
            assert screen.poll() is None, "the screen ended"
            after = [_processor_seconds(one.pid) for one in (core.process, screen)]
            shares = [100 * (late - early) / IDLE_S for early, late in zip(before, after, strict=True)]
            return {"core": shares[0], "screen": shares[1], "megabytes": _resident_mb(screen.pid)}
        finally:
            if screen is not None:
                screen.terminate()
                screen.wait(30)
            core.stop()
            core.close_screens()


def grown_mb(visits: int = VISITS) -> float:
    """Memory of the screen's process after so many visits more, every one of its screens drawn."""
    return float(_apart("tests.benchmarks.many_visits", str(visits)))


def first_words(languages: tuple[str, ...] = ()) -> dict[str, list[float]]:
    """Milliseconds from a screen's frame drawn to its first sentence in the hands of the player: made anew, and kept.

    There is no sound card here: what plays is a program that only notes when the first sound reached it.
    """
    told: dict[str, list[float]] = json.loads(_apart("tests.benchmarks.first_words", *languages))
    return told


def _apart(module: str, *arguments: str) -> str:
    """The last line that a process of its own prints: Kivy opens one window a process."""
    done = subprocess.run([sys.executable, "-m", module, *arguments], stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.splitlines()[-1]


def _on(display: str) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name not in ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY")},
        "DISPLAY": display,
    }


def _processor_seconds(pid: int) -> float:
    """What a process and its children took of a core so far."""
    total = 0
    for one in _family(pid):
        with contextlib.suppress(OSError):
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in task.read_text().split():
                yield from _family(int(child))


def _resident_mb(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
