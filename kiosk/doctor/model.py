"""A finding about the machine, and the machine as the checks see it."""

import datetime as dt
import importlib
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kiosk.words import say

SECONDS_PER_PROGRAM = 15.0


class Health(StrEnum):
    GOOD = "good"
    LIMITED = "limited"
    """The kiosk runs, with less."""

    MISSING = "missing"
    """Not there; the kiosk cannot run if the finding is essential."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `found` is a phrase, `remedy` a sentence or a command, empty if all is well.

    `fix` is a command that mends it and can do no harm; empty where a person must.
    """

    name: str
    health: Health
    found: "Phrase | str"
    remedy: str = ""
    essential: bool = False
    fix: tuple[str, ...] = ()

    def found_in(self, language: str) -> str:
        """What was found, in words."""
        found = self.found
        return say(language, found) if isinstance(found, str) else say(language, found.message, **found.values)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A French sentence with {places}, and what goes there."""

    message: str
    values: Mapping[str, object]


def phrase(message: str, **values: object) -> Phrase:
    """`message`, still to be translated, with what fills its places."""
    return Phrase(message, values)


@dataclass(frozen=True, slots=True)
class Ran:
    """A program that ended."""

    status: int
    output: str


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the checks look. `root` stands for "/" in tests."""

    data_dir: Path
    runtime_dir: Path
    root: Path = Path("/")
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    languages: Sequence[str] = ("fra",)
    which: Callable[[str], str | None] = shutil.which
    run: Callable[[Sequence[str]], Ran | None] = field(default_factory=lambda: run_program)
    can_import: Callable[[str], bool] = field(default_factory=lambda: can_import)
    is_installed: Callable[[str], bool] = field(default_factory=lambda: is_installed)
    now: Callable[[], dt.datetime] = field(default_factory=lambda: _now)

    def read(self, path: str) -> str:
        """The text of a file under the root, empty when there is none."""
        try:
            return (self.root / path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def run_program(command: Sequence[str]) -> Ran | None:
    """Run a short program; None when it is not there or does not end."""
    try:
        ended = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "LC_ALL": "C"},
            timeout=SECONDS_PER_PROGRAM,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return Ran(ended.returncode, ended.stdout.decode("utf-8", errors="replace"))


def is_installed(module: str) -> bool:
    """Whether a top-level module is there, without loading it."""
    return importlib.util.find_spec(module) is not None


def can_import(module: str) -> bool:
    """Whether a module is installed and loads; a broken library counts as absent."""
    try:
        importlib.import_module(module)
    except (ImportError, OSError):
        return False
    return True
