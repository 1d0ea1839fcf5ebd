"""The vault: sealed files, one folder for each visit. What `put` returned from survives a power cut.

It never sees a page: what it is given is already sealed. Names and identifiers are the program's own, never a
visitor's.
"""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_DRAFT = ".tmp"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600


class StorageFull(Exception):
    """There is no room left on the disk. Nothing half-written remains."""


class Vault:
    """The folder `root`, created with mode 0700."""

    def __init__(self, root: Path) -> None:
        self._root = root
        with _room():
            root.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)

    def put(self, visit_id: str, name: str, data: bytes) -> None:
        """Write `data` as `name`, replacing what was there, as one durable act. Raises `StorageFull`."""
        folder, path = self._folder(visit_id), self._path(visit_id, name)
        draft = path.with_name(path.name + _DRAFT)
        with _room():
            try:
                if not folder.is_dir():
                    folder.mkdir(mode=_FOLDER_MODE)
                    _sync_folder(self._root)
                _write(draft, data)
                draft.replace(path)
                _sync_folder(folder)
            except OSError:
                draft.unlink(missing_ok=True)
                raise

    def get(self, visit_id: str, name: str) -> bytes:
        """What was put. Raises FileNotFoundError if nothing was."""
        return self._path(visit_id, name).read_bytes()

    def has(self, visit_id: str, name: str) -> bool:
        return self._path(visit_id, name).is_file()

    def names(self, visit_id: str) -> list[str]:
        """The names put for a visit, sorted; none for an unknown visit."""
        folder = self._folder(visit_id)
        if not folder.is_dir():
            return []
        return sorted(path.name for path in folder.iterdir() if not path.name.endswith(_DRAFT))

    def visits(self) -> list[str]:
        """The visits that have a folder, sorted."""
        return sorted(path.name for path in self._root.iterdir() if path.is_dir())

    def remove(self, visit_id: str, name: str) -> None:
        """Take one file away; no matter if it is not there."""
        path = self._path(visit_id, name)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _sync_folder(path.parent)

    def shred(self, visit_id: str, name: str) -> None:
        """Overwrite a small file (a key), then take it away; no matter if it is not there."""
        path = self._path(visit_id, name)
        if path.is_file():
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
        self.remove(visit_id, name)

    def remove_visit(self, visit_id: str) -> None:
        """Take a visit's folder away with all that is in it; no matter if it is not there."""
        folder = self._folder(visit_id)
        if folder.is_dir():
            # What says how to read the others goes last: a crash in between leaves nothing that cannot be read.
            for path in sorted(folder.iterdir(), key=lambda path: path.suffix == ".txt"):
                path.unlink()
            folder.rmdir()
            _sync_folder(self._root)

    def sweep(self) -> int:
        """Remove what a crash left half-written; returns how many files. For the start, before anything is put."""
        drafts = list(self._root.glob(f"*/*{_DRAFT}"))
        for draft in drafts:
            draft.unlink(missing_ok=True)
        return len(drafts)

    def _folder(self, visit_id: str) -> Path:
        return self._root / _checked(visit_id)

    def _path(self, visit_id: str, name: str) -> Path:
        return self._folder(visit_id) / _checked(name)


def _checked(name: str) -> str:
    """`name` if it can be a file's name here and nowhere else. Raises ValueError."""
    if not _NAME.fullmatch(name) or name.endswith(_DRAFT):
        raise ValueError("not a name of the vault")
    return name


def _write(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    with os.fdopen(os.open(path, flags, _FILE_MODE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """A file's name is durable only once its folder is."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _room() -> Iterator[None]:
    """Give a full disk its own name."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFull("Le disque est plein.") from error
        raise
