"""The key that the kiosks of one space share: made at the first start, carried to the others by the installer."""

import os
import secrets
from pathlib import Path

FILE = "site.key"


def site_key(folder: Path) -> str:
    """The key in `folder`, made where there is none."""
    path = folder / FILE
    if not path.is_file():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
    return path.read_text(encoding="ascii").strip()
