"""Is there room for the data, and is it safe there?"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.doctor.fixes import PURGE
from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark

MEGABYTE = 1024 * 1024
LEAST_FREE = 200 * MEGABYTE
COMFORTABLE = 2000 * MEGABYTE
IN_MEMORY = frozenset({"tmpfs", "ramfs"})


def data_folder(machine: Machine) -> Iterator[Finding]:
    """Whether the data can be written, and how much more of it."""
    existing = _existing(machine.data_dir)
    if not _writable(existing):
        yield Finding(
            "data",
            Health.MISSING,
            phrase(mark("Le dossier des données est fermé : {folder}."), folder=machine.data_dir),
            mark("Donnez ce dossier à l’utilisateur, ou changez KIOSK_DATA_DIR."),
            essential=True,
        )
        return
    yield Finding(
        "data", Health.GOOD, phrase(mark("Les données vont dans {folder}."), folder=machine.data_dir), essential=True
    )
    yield _space(shutil.disk_usage(existing).free)


def memory_folder(machine: Machine) -> Iterator[Finding]:
    """The secrets of a visit must vanish with the power: their folder is to be in memory."""
    existing = _existing(machine.runtime_dir)
    if not _writable(existing):
        yield Finding(
            "runtime",
            Health.MISSING,
            phrase(mark("Le dossier de travail est fermé : {folder}."), folder=machine.runtime_dir),
            mark("Donnez ce dossier à l’utilisateur, ou changez KIOSK_RUNTIME_DIR."),
            essential=True,
        )
    elif _file_system(machine, existing) in IN_MEMORY:
        yield Finding("runtime", Health.GOOD, mark("Les secrets d’une visite restent en mémoire."), essential=True)
    else:
        yield Finding(
            "runtime",
            Health.LIMITED,
            mark("Les secrets d’une visite iraient sur le disque."),
            mark("Mettez KIOSK_RUNTIME_DIR dans /run ou /dev/shm."),
            essential=True,
        )


def _space(free: int) -> Finding:
    found = phrase(mark("Place libre : {free} Mo."), free=free // MEGABYTE)
    if free < LEAST_FREE:
        return Finding("disk", Health.MISSING, found, mark("Libérez de la place sur le disque."), True, PURGE)
    if free < COMFORTABLE:
        return Finding("disk", Health.LIMITED, found, mark("Prévoyez plus de place."), True, PURGE)
    return Finding("disk", Health.GOOD, found, essential=True)


def _existing(folder: Path) -> Path:
    """The folder, or the nearest parent that is there: what is missing is made at the first start."""
    return next(path for path in (folder, *folder.absolute().parents) if path.exists())


def _writable(folder: Path) -> bool:
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        return False
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _file_system(machine: Machine, folder: Path) -> str:
    """The type of the file system that holds `folder`, from the table of mounts."""
    best, kind = "", ""
    place = str(folder.resolve())
    for line in machine.read("proc/self/mounts").splitlines():
        fields = line.split(" ")
        point = fields[1].rstrip("/")
        if (place == point or place.startswith(f"{point}/")) and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind
