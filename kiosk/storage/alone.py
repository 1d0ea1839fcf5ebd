"""One core for one folder of data: it repairs what a crash left, which another core at work must not see done."""

import contextlib
import fcntl
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

ENDING_SECONDS = 2.0
"""For a core that is just ending to let go."""


class AnotherCore(Exception):
    """A core already runs on these data. The message is French, for people."""


@contextlib.contextmanager
def only_core(data_dir: Path) -> Iterator[None]:
    """Hold the folder; raises `AnotherCore`. The kernel lets go when the process ends, however it ends."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (data_dir / "core.lock").open("w") as file:
        deadline = time.monotonic() + ENDING_SECONDS
        while not _held(file):
            if time.monotonic() > deadline:
                raise AnotherCore("La borne est déjà en marche sur ces données.")
            time.sleep(0.05)
        yield


def _held(file: TextIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
