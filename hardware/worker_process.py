"""One child process: started clean, spoken to with a deadline, killed with all its own children."""

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import time

from hardware.worker_channel import read_answer, receive, send
from hardware.worker_messages import Raised, Ready, Reply, Returned

CHILD_MODULE = "hardware.worker_child"
REST_OF_MESSAGE = 2.0
"""Seconds, once its beginning is there."""

SEND_BUILD = 1.0
"""Seconds; the message is far smaller than the socket's buffer."""


class WorkerProcess:
    """A started child. Any exception of `wait_ready` or `ask` means that it is to be killed."""

    def __init__(self, build: bytes, packages: frozenset[str]) -> None:
        self._packages = packages
        self._connection, theirs = socket.socketpair()
        lifeline, self._lifeline = os.pipe()
        self._started_at = time.monotonic()
        self.is_ready = False
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", CHILD_MODULE, str(theirs.fileno()), str(lifeline)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(), lifeline),
                start_new_session=True,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        except OSError:
            self._connection.close()
            os.close(self._lifeline)
            raise
        finally:
            theirs.close()
            os.close(lifeline)
        # A child that is dead already is noticed by the first wait.
        with contextlib.suppress(OSError):
            send(self._connection, build, SEND_BUILD)

    @property
    def pid(self) -> int:
        return self._process.pid

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def wait_ready(self, allowed: float, deadline: float) -> bool:
        """Wait until the object is built, at most `allowed` seconds from the start or until `deadline` (monotonic).

        False at the deadline. Raises TimeoutError when it took too long, EOFError, OSError or UntrustedAnswerError.
        """
        if self.is_ready:
            return True
        latest = self._started_at + allowed
        if not self._wait_for_message(min(latest, deadline)):
            if time.monotonic() >= latest:
                raise TimeoutError
            return False
        if not isinstance(self._read(REST_OF_MESSAGE), Ready):
            raise EOFError
        self.is_ready = True
        return True

    def ask(self, request: bytes, seconds: float) -> Returned | Raised:
        """The reply to one packed request. Raises as `wait_ready`."""
        deadline = time.monotonic() + seconds
        send(self._connection, request, seconds)
        reply = self._read(deadline - time.monotonic())
        if isinstance(reply, Ready):
            raise EOFError
        return reply

    def kill(self) -> None:
        """SIGKILL to the child and to everything it started; all descriptors are given back. Never fails."""
        # The group still holds the orphans of a child that is already dead; its number cannot be
        # taken again before the dead leader is reaped by `wait`.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._close()

    def stop(self, seconds: float) -> None:
        """Hang up, let the child end by itself, then make sure of it."""
        self._connection.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        self.kill()

    def interrupt(self) -> None:
        """Kill the group from another thread; whoever waits for the child then buries it."""
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _wait_for_message(self, until: float) -> bool:
        poll = select.poll()
        poll.register(self._connection, select.POLLIN)
        return bool(poll.poll(max(0.0, until - time.monotonic()) * 1000))

    def _read(self, seconds: float) -> Reply:
        reply = read_answer(receive(self._connection, max(seconds, 0.0)), self._packages)
        if not isinstance(reply, Reply):
            raise EOFError
        return reply

    def _close(self) -> None:
        self._connection.close()
        if self._lifeline >= 0:
            os.close(self._lifeline)
            self._lifeline = -1
