"""Objects that workers serve in these tests. They live in a real module because a child imports them."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Told:
    """Data of the project's own."""

    text: str


class Calculator:
    """Answers, hangs, dies or raises, as told."""

    def __init__(self, start: int = 0) -> None:
        self._total = start

    def add(self, number: int) -> int:
        self._total += number
        return self._total

    def pid(self) -> int:
        return os.getpid()

    def told(self) -> Told:
        return Told("bonjour")

    def echo(self, value: object) -> object:
        return value

    def size(self, body: bytes) -> int:
        return len(body)

    def sleep(self, seconds: float) -> str:
        time.sleep(seconds)
        return "awake"

    def hang(self) -> None:
        threading.Event().wait()

    def hang_with_child(self, note: str) -> None:
        child = subprocess.Popen(["/bin/sleep", "600"])
        Path(note).write_text(str(child.pid), encoding="ascii")
        threading.Event().wait()

    def die(self) -> None:
        os._exit(70)

    def raise_secret(self) -> None:
        raise ValueError("Madame Exemple, 1 234,56")

    def take_memory(self, size: int) -> int:
        return len(bytearray(size))

    def forged(self) -> object:
        return Forged()

    def unpicklable(self) -> object:
        return threading.Lock()

    def descriptors(self) -> int:
        return len(list(Path("/proc/self/fd").iterdir()))


class Forged:
    """What a taken-over child would send: a call of a function in the parent."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def slow_to_build(seconds: float) -> Calculator:
    time.sleep(seconds)
    return Calculator()


def dies_at_birth() -> Calculator:
    os._exit(71)


def dies_until(marker: str) -> Calculator:
    """Dies while being built until the file `marker` exists."""
    if not Path(marker).exists():
        os._exit(72)
    return Calculator()
