"""A private card service: the real pcscd with virtual readers, in a network and a /run of its own.

vpcd listens on every address of the machine: hence a network that nobody else sees. Works as root, or as anyone where
user namespaces are allowed. Needs pcscd, vsmartcard-vpcd and iproute2.
"""

import atexit
import contextlib
import functools
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from hardware.dock.piv_card import InsertedCard
from hardware.dock.piv_model import PivCard

PORTS = (35963, 35964)
"""One for each of the two slots of the virtual reader."""

START_SECONDS = 10.0
_INSERTIONS = 3
_SEEN_SECONDS = 2.0
_READER = Path("/etc/reader.conf.d/vpcd")
_INSIDE = "mount -t tmpfs tmpfs /run && mkdir /run/pcscd && ip link set lo up && exec pcscd --foreground --config {}"
_DIAL = """
import socket, sys
hand_over = socket.socket(fileno=int(sys.argv[1]))
line = socket.create_connection(("127.0.0.1", int(sys.argv[2])), timeout=5)
socket.send_fds(hand_over, [b"1"], [line.fileno()])
"""


class CannotServeError(Exception):
    """The card service could not be started here. The message says why."""


class PcscBox:
    """Starts and stops one pcscd, by its own process number. `socket` is where clients find it, the same each time."""

    def __init__(self, folder: Path, socket: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._cards: list[InsertedCard] = []
        self.socket = socket
        (folder / "readers").mkdir()
        (folder / "none").mkdir()

    def start(self, with_readers: bool = True) -> None:
        """Raises CannotServeError."""
        if not _READER.is_file():
            raise CannotServeError("apt install pcscd vsmartcard-vpcd")
        shutil.copy(_READER, self._folder / "readers" / "vpcd")
        readers = self._folder / ("readers" if with_readers else "none")
        self._process = subprocess.Popen(
            [_program("unshare"), *_as_anyone(), "--net", "--mount", "/bin/sh", "-c", _INSIDE.format(readers)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PATH": f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"},
            start_new_session=True,
        )
        inside = Path(f"/proc/{self._process.pid}/root/run/pcscd/pcscd.comm")
        draft = self.socket.with_suffix(".new")
        draft.unlink(missing_ok=True)
        draft.symlink_to(inside)
        draft.replace(self.socket)
        self._wait(inside.exists)

    def insert(self, card: PivCard, slot: int = 0) -> InsertedCard:
        """Put a card in; again, when the reader was still busy forgetting the last one. Raises CannotServeError."""
        for _ in range(_INSERTIONS):
            inserted = InsertedCard(card, self._line_to(slot))
            if inserted.seen.wait(_SEEN_SECONDS):
                self._cards.append(inserted)
                return inserted
            inserted.remove()
        raise CannotServeError("the virtual reader does not look")

    def _line_to(self, slot: int) -> socket.socket:
        if self._process is None:
            raise CannotServeError("not started")
        ours, theirs = socket.socketpair()
        with ours, theirs:
            number = theirs.fileno()
            dialled = subprocess.run(
                [
                    *(_program("nsenter"), f"--target={self._process.pid}", "--net"),
                    *(("--user", "--preserve-credentials") if os.getuid() else ()),
                    *(sys.executable, "-c", _DIAL, str(number), str(PORTS[slot])),
                ],
                pass_fds=[number],
                capture_output=True,
                timeout=START_SECONDS,
                check=False,
            )
            if dialled.returncode:
                raise CannotServeError("no virtual reader")
            line = socket.socket(fileno=socket.recv_fds(ours, 1, 1)[1][0])
        line.settimeout(None)
        return line

    def remove_all(self) -> None:
        """Pull every card out."""
        while self._cards:
            self._cards.pop().remove()

    def kill(self) -> None:
        """As a crash of the service."""
        self.remove_all()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        self.remove_all()
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(3)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def _wait(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not condition():
            if self._process is None or self._process.poll() is not None or time.monotonic() > deadline:
                raise CannotServeError("pcscd")
            time.sleep(0.02)


@contextlib.contextmanager
def pcsc_box() -> Iterator[PcscBox]:
    """A running private card service, the only one of this process; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="pcsc-"))
    box = PcscBox(folder, _socket_of_this_process())
    try:
        box.start()
        yield box
    finally:
        box.stop()
        shutil.rmtree(folder)


@functools.cache
def _socket_of_this_process() -> Path:
    """The client library reads this path once: each service of a process has to be found at the same place.

    It is short because a socket's name must be.
    """
    folder = Path(tempfile.mkdtemp(prefix="pcsc-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder / "pcscd.comm"


def _as_anyone() -> tuple[str, ...]:
    return () if os.getuid() == 0 else ("--user", "--map-root-user")


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise CannotServeError("apt install util-linux")
    return found
