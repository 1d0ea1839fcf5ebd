"""The visitor's own copy on a USB stick: written, forced to the stick, read back, or said in plain words why not.

Names on the stick say nothing of the person: anyone may find it. Files are sealed or in clear, as the visitor chose.
"""

import errno
import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.delivery.names import plain

FOLDER = "Temoin"


class StickFault(StrEnum):
    """Why the copy is not on the stick."""

    NONE_THERE = "none_there"
    SEVERAL = "several"
    FULL = "full"
    READ_ONLY = "read_only"
    UNPLUGGED = "unplugged"
    NOT_THE_SAME = "not_the_same"
    """What was read back is not what was written: a stick that lies."""


@dataclass(frozen=True, slots=True)
class Copied:
    """The copy is on the stick, read back. `names` are relative to it."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotCopied:
    """Nothing half-written was left, as far as the stick still allowed."""

    fault: StickFault


def find_stick(roots: Sequence[Path], *, mounted: bool = True) -> Path | StickFault:
    """The one stick under `roots` (where the system mounts them: /media, /run/media/user).

    With `mounted`, a folder that is not a mounted file system is not a stick.
    """
    found = [
        folder
        for root in roots
        if root.is_dir()
        for folder in sorted(root.iterdir())
        if folder.is_dir() and not folder.is_symlink() and (not mounted or folder.is_mount())
    ]
    if not found:
        return StickFault.NONE_THERE
    return found[0] if len(found) == 1 else StickFault.SEVERAL


def copy_to_stick(stick: Path, number: str, files: Mapping[str, bytes]) -> Copied | NotCopied:
    """Put `files` (name: content) into a folder named by the receipt's number. Copying again replaces the same."""
    folder = stick / FOLDER / plain(number)
    written: list[Path] = []
    fresh: list[Path] = []
    try:
        if folder.is_symlink() or folder.parent.is_symlink():
            return NotCopied(StickFault.READ_ONLY)  # a link on a stick leads where its maker wants
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = folder / f"{plain(name.rpartition('.')[0])}.{plain(name.rpartition('.')[2])}"
            written.append(path)
            if not path.exists():
                fresh.append(path)
            _put(path, content)
        _sync(folder)
        for path, content in zip(written, files.values(), strict=True):
            if _read_back(path) != content:
                return NotCopied(StickFault.NOT_THE_SAME)
    except OSError as error:
        fault = _fault(error)
        _take_away(fresh, folder)
        return NotCopied(fault)
    return Copied(tuple(str(path.relative_to(stick)) for path in written))


def _put(path: Path, content: bytes) -> None:
    draft = path.with_name(f"{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        _take_away([draft], None)
        raise


def _read_back(path: Path) -> bytes:
    """From the stick, not from the memory of the system."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        with os.fdopen(os.dup(descriptor), "rb") as file:
            return file.read()
    finally:
        os.close(descriptor)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _take_away(paths: Sequence[Path], folder: Path | None) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return
    if folder is not None:
        for empty in (folder, folder.parent):
            try:
                empty.rmdir()
            except OSError:
                return


def _fault(error: OSError) -> StickFault:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return StickFault.FULL
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return StickFault.READ_ONLY
        case _:
            return StickFault.UNPLUGGED
