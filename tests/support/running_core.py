"""A real core process in a folder of its own, and a screen that only speaks the socket."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.journey.actions import Action
from kiosk.journey.frames import Glimpse, Tap, decode_line, encode_tap
from kiosk.journey.views import Frame
from kiosk.settings import Settings, load_settings

READY_SECONDS = 30.0
FRAME_SECONDS = 60.0


@dataclass
class RunningCore:
    """`kiosk core` with all its data under `folder`; may be killed and started again."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    _screens: list["SocketScreen"] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        return load_settings(data_dir=self.folder / "data", runtime_dir=self.folder / "run")

    def start(self) -> "RunningCore":
        environment = {
            **os.environ,
            "KIOSK_DATA_DIR": str(self.folder / "data"),
            "KIOSK_RUNTIME_DIR": str(self.folder / "run"),
            "KIOSK_SCANNER_SECONDS": "0.05",
            "KIOSK_SETTINGS": str(self.folder / "none.toml"),
            **self.environment,
        }
        log = (self.folder / "core.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "core"], env=environment, stderr=log, start_new_session=True
        )
        log.close()
        return self

    def kill(self) -> None:
        """As a power cut to the process: no warning, its workers with it."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def stop(self) -> int:
        """Ask it to end; its exit status."""
        if self.process is None:
            return 0
        self.process.terminate()
        status = self.process.wait(20)
        self.process = None
        return status

    def close_screens(self) -> None:
        for screen in self._screens:
            screen.close()

    def screen(self) -> "SocketScreen":
        """Connect, waiting for the core to be ready."""
        deadline = time.monotonic() + READY_SECONDS
        while True:
            link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                link.connect(str(self.settings.screen_socket))
                self._screens.append(SocketScreen(link))
                return self._screens[-1]
            except OSError:
                link.close()
                if time.monotonic() > deadline or (self.process and self.process.poll() is not None):
                    raise TimeoutError((self.folder / "core.log").read_text()[-2000:]) from None
                time.sleep(0.02)


class CoreGone(Exception):
    """The core closed the socket."""


class SocketScreen:
    """Reads frames and sends taps, as the interface does."""

    def __init__(self, link: socket.socket) -> None:
        self._link = link
        self._buffer = b""
        self.frame: Frame | None = None

    def close(self) -> None:
        self._link.close()

    def next(self, seconds: float = FRAME_SECONDS) -> Frame:
        """The next frame."""
        deadline = time.monotonic() + seconds
        while not isinstance(sent := self.line(deadline - time.monotonic()), Frame):
            pass
        return sent

    def line(self, seconds: float) -> Frame | Glimpse:
        """Whatever the core sends next. Raises TimeoutError when it sends nothing."""
        self._link.settimeout(max(0.001, seconds))
        while b"\n" not in self._buffer:
            try:
                chunk = self._link.recv(1 << 16)
            except ConnectionError:
                chunk = b""
            if not chunk:
                raise CoreGone
            self._buffer += chunk
        line, _, self._buffer = self._buffer.partition(b"\n")
        sent = decode_line(line)
        if isinstance(sent, Frame):
            self.frame = sent
        return sent

    def until(self, wanted: Callable[[Frame], bool], seconds: float = FRAME_SECONDS) -> Frame:
        """Frames until one is as wanted."""
        deadline = time.monotonic() + seconds
        while self.frame is None or not wanted(self.frame):
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                shown = self.frame.screen.screen if self.frame else "nothing"
                raise TimeoutError(f"still showing {shown}: {self.frame and self.frame.actions}")
            self.next(remaining)
        return self.frame

    def at(self, *screens: str) -> Frame:
        """Frames until one of these screens is shown."""
        return self.until(lambda frame: frame.screen.screen in screens)

    def tap(self, action: Action, value: str | None = None) -> None:
        """Touch what is shown now: a screen has drawn the newest frame before a finger comes down."""
        with contextlib.suppress(TimeoutError):
            while self.frame is not None:
                self.next(0)
        frame = self.until(lambda frame: action in frame.actions)
        try:
            self._link.sendall(encode_tap(Tap(frame.serial, action, value)))
        except ConnectionError as error:
            raise CoreGone from error
        self.until(lambda now: now.serial > frame.serial)


@contextlib.contextmanager
def running_core(folder: Path, **environment: str) -> Iterator[RunningCore]:
    """A core that is surely gone at the end."""
    core = RunningCore(folder, dict(environment)).start()
    try:
        yield core
    finally:
        core.kill()
        core.close_screens()
