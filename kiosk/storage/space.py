"""Whether a failure to write comes from a disk that is full."""

import shutil
from pathlib import Path

FULL_BELOW_BYTES = 1024 * 1024
DISK_FULL = "Le disque est plein. Rien n’est perdu. Faites de la place, puis recommencez."


def disk_is_full(folder: Path) -> bool:
    """Whether so little is free around `folder` that no database can work."""
    place = next(parent for parent in (folder, *folder.parents) if parent.exists())
    return shutil.disk_usage(place).free < FULL_BELOW_BYTES
