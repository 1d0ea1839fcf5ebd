"""The vault with a second layer: every file is sealed once more, to the key of the day its visit began.

Both layers are age files, so the stock program opens them one after the other:

    age -d -i keys/epochs/2026-11-22.identity page.scan.age | age -d -i key-of-the-ticket.txt

`epoch.txt` in the folder of a visit says which day. Files from before there were days have one layer only.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from kiosk.proof.seal import seal, unseal
from kiosk.storage.epochs import Epochs
from kiosk.storage.vault import Vault

MARKER = "epoch.txt"


class EpochDestroyed(FileNotFoundError):
    """The key of that day is gone: what it closed is erased, wherever it lies."""


class EpochVault(Vault):
    """`put` adds the layer of the day, `get` takes it off. `today` dates new visits."""

    def __init__(self, root: Path, epochs: Epochs, today: Callable[[], dt.date]) -> None:
        super().__init__(root)
        self._epochs = epochs
        self._today = today

    def put(self, visit_id: str, name: str, data: bytes) -> None:
        day = self.day_of(visit_id)
        if day is None:
            day = self._today()
            self._epochs.recipient(day)
            super().put(visit_id, MARKER, f"{day.isoformat()}\n".encode())
        super().put(visit_id, name, seal(data, [self._epochs.recipient(day)]))

    def get(self, visit_id: str, name: str) -> bytes:
        """What was put. Raises FileNotFoundError (`EpochDestroyed` after a purge), `CannotUnseal` for changed bytes."""
        stored = super().get(visit_id, name)
        day = self.day_of(visit_id)
        if day is None:
            return stored
        identity = self._epochs.identity(day)
        if identity is None:
            raise EpochDestroyed(name)
        return unseal(stored, identity)

    def names(self, visit_id: str) -> list[str]:
        return [name for name in super().names(visit_id) if name != MARKER]

    def day_of(self, visit_id: str) -> dt.date | None:
        """The day whose key closes the files of a visit."""
        if not self.has(visit_id, MARKER):
            return None
        return dt.date.fromisoformat(super().get(visit_id, MARKER).decode().strip())

    def days_in_use(self) -> frozenset[dt.date]:
        """The days of which a visit still has files."""
        return frozenset(day for visit_id in self.visits() if (day := self.day_of(visit_id)) is not None)


def open_to_read(root: Path, keys: Path) -> EpochVault:
    """The vault as another process than the core looks at it. Nothing is put there: it has no day of its own."""
    return EpochVault(root, Epochs(Vault(keys)), _no_day)


def _no_day() -> dt.date:
    raise RuntimeError("this vault is only read")
