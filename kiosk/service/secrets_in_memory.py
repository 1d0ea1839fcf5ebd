"""The secret of the visit under way, in a folder that lives in memory.

A crash of the core loses nothing: it finds the secret again. A power cut takes it away: then only the key ticket in
the visitor's hand opens the seals.
"""

import os
from pathlib import Path


class SecretsInMemory:
    """One small file per visit, readable by the kiosk's user only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, visit_id: str, identity: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self._folder / visit_id
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(identity)

    def find(self, visit_id: str) -> str | None:
        """The secret of a visit, None once it is gone."""
        try:
            return (self._folder / visit_id).read_text() or None
        except FileNotFoundError:
            return None

    def forget(self, visit_id: str) -> None:
        (self._folder / visit_id).unlink(missing_ok=True)

    def forget_all_but(self, visit_id: str | None) -> None:
        """Leave at most one secret behind."""
        for path in self._folder.glob("*"):
            if path.name != visit_id:
                path.unlink(missing_ok=True)
