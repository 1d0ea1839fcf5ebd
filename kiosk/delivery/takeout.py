"""Giving a mediator the clear bundle: files private to the account, under names that say nothing."""

import contextlib
import os
import secrets
from pathlib import Path


class CannotTake(Exception):
    """The bundle cannot be given. The message is one French sentence."""


def take_out(bundle: bytes, folder: Path, name: str) -> Path:
    """Write `bundle` as `name` into `folder` and return its path; taking the same one again gives the same file.

    Written whole or not at all, readable by this account only. Raises `CannotTake`, also
    where another file has that name.
    """
    path = folder / name
    draft = folder / f".{name}.{secrets.token_hex(4)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists():
            if path.read_bytes() == bundle:
                return path
            raise CannotTake(f"Un autre fichier {name} est déjà là. Choisissez un autre dossier.")
        _write(draft, bundle)
        draft.replace(path)
    except OSError as error:
        raise CannotTake(f"{folder} ne peut pas être écrit ({error.strerror}).") from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()
    return path


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
