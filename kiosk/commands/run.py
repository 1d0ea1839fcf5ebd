"""`kiosk run`: core and screen together, as systemd starts them on the appliance. Either may die and comes back."""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from hardware.lifeline import die_with_parent
from kiosk.commands.screen import add_options

FIRST_WAIT = 0.2
LONGEST_WAIT = 10.0
QUIET_SECONDS = 30.0
STOP_SECONDS = 5.0
UNUSABLE = 2
LIFELINE = "KIOSK_LIFELINE"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`kiosk run`."""
    parser = commands.add_parser("run", help="toute la borne : le cœur et l’écran")
    add_options(parser)
    parser.set_defaults(handler=run)


def hold_lifeline() -> None:
    """For a process that `kiosk run` started: end with it."""
    lifeline = os.environ.pop(LIFELINE, None)
    if lifeline is not None:
        die_with_parent(int(lifeline))


@dataclass(slots=True)
class Kept:
    """A process that is started again when it dies, waiting longer each time it dies young."""

    command: Sequence[str]
    final: bool = False
    """Its end, whatever it is, ends everything: it was started for one thing."""
    needed: bool = True
    """Without it the kiosk goes on: it is only started again."""
    process: subprocess.Popen[bytes] | None = None
    wait: float = FIRST_WAIT
    started: float = 0.0
    next_start: float = 0.0
    lifeline: int | None = None

    def tend(self, now: float) -> int | None:
        """Start it if it is due; its exit status if it ended on purpose (0) or cannot run at all (2)."""
        if self.process is None:
            if now >= self.next_start:
                self.process = self._start()
                self.started = now
            return None
        status = self.process.poll()
        if status is None:
            if now - self.started > QUIET_SECONDS:
                self.wait = FIRST_WAIT
            return None
        self.process = None
        if (self.needed and status in (0, UNUSABLE)) or self.final:
            return status
        self.next_start = now + self.wait
        self.wait = min(self.wait * 2, LONGEST_WAIT)
        return None

    def _start(self) -> subprocess.Popen[bytes]:
        """The child dies with us, even by kill -9: a core left alone would keep its data from the next one."""
        if self.lifeline is not None:
            os.close(self.lifeline)
        theirs, self.lifeline = os.pipe()
        try:
            return subprocess.Popen(
                self.command,
                pass_fds=(theirs,),
                start_new_session=True,
                env={**os.environ, LIFELINE: str(theirs)},
            )
        finally:
            os.close(theirs)

    def stop(self) -> None:
        """Ask it to end, then make it."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def run(arguments: argparse.Namespace) -> int:
    """Until the screen is closed or a signal comes; 2 where one of the two cannot run on this machine."""
    from kiosk.settings import load_settings

    program = [sys.executable, "-m", "kiosk"]
    screen = [*program, "screen", "--panel", arguments.panel, "--pace", str(arguments.pace)]
    if arguments.windowed:
        screen.append("--windowed")
    if arguments.play is not None:
        screen += ["--play", os.fspath(arguments.play)]
    console = [Kept([*program, "console"], needed=False)] if load_settings().console_port else []
    return keep([Kept([*program, "core"]), *console, Kept(screen, final=arguments.play is not None)])


def keep(processes: Sequence[Kept]) -> int:
    """Keep all alive until one ends on purpose; then stop the others."""
    stopping: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.append(0))
    try:
        while not stopping:
            for kept in processes:
                status = kept.tend(time.monotonic())
                if status is not None:
                    return status
            time.sleep(0.05)
        return 0
    finally:
        for kept in reversed(processes):
            kept.stop()
