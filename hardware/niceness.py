"""Letting the others of the machine go first."""

import contextlib
import os
import time
from pathlib import Path

SESSIONS_NICENESS = 5
"""A third of what the others get. A session stands beside every other of the machine: further back, whatever else works
there would starve it, and not the screen alone."""
AUTOGROUP = Path("/proc/self/autogroup")
TRIES = 5
TRY_AGAIN_S = 0.15
"""The kernel takes ten such orders a second, from whomever they come."""


def stand_back(niceness: int) -> None:
    """Raise the niceness of this process and, where it leads a session, of what the kernel shares out to the session.

    Where the kernel groups by session (sched(7), "The autogroup feature"; the default of Debian), the niceness of a
    process counts within its session only: a worker, alone in its own, would take as much as the screen.
    """
    os.nice(niceness)
    if niceness and os.getsid(0) == os.getpid():
        _stand_back_as_a_session(min(niceness, SESSIONS_NICENESS))


def _stand_back_as_a_session(niceness: int) -> None:
    """A kernel that does not group, or does not let us, has nothing to be told."""
    with contextlib.suppress(OSError):
        for _ in range(TRIES):
            try:
                AUTOGROUP.write_text(str(niceness))
                return
            except BlockingIOError:
                time.sleep(TRY_AGAIN_S)
