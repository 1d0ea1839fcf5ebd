"""One key for each day. It is the outer layer of all that is sealed that day, and is destroyed when its time is over.

Erasing a file on a memory card does not erase it: the card keeps old blocks. What was sealed to a key that is gone
stays closed wherever a copy of it lies. The key is a file here; a secure element that truly forgets it is better, and
would take the place of this class.
"""

import datetime as dt

from kiosk.proof.seal import new_desk_identity, recipient_of
from kiosk.storage.vault import Vault

FOLDER = "epochs"
_SUFFIX = ".identity"


class Epochs:
    """The day keys, as age identities in `keys/epochs/YYYY-MM-DD.identity`."""

    def __init__(self, keys: Vault) -> None:
        self._keys = keys
        self._recipients: dict[dt.date, str] = {}

    def recipient(self, day: dt.date) -> str:
        """The public key of a day; its secret half is on the disk before this returns. Raises `StorageFull`."""
        if day not in self._recipients:
            if not self._keys.has(FOLDER, _name(day)):
                self._keys.put(FOLDER, _name(day), f"{new_desk_identity()[0]}\n".encode())
            self._recipients[day] = recipient_of(self._keys.get(FOLDER, _name(day)).decode())
        return self._recipients[day]

    def identity(self, day: dt.date) -> str | None:
        """The key of a day; None once it is destroyed."""
        if not self._keys.has(FOLDER, _name(day)):
            return None
        return self._keys.get(FOLDER, _name(day)).decode().strip()

    def days(self) -> tuple[dt.date, ...]:
        """The days whose key is there, oldest first."""
        names = self._keys.names(FOLDER)
        return tuple(dt.date.fromisoformat(name.removesuffix(_SUFFIX)) for name in names if name.endswith(_SUFFIX))

    def destroy(self, day: dt.date) -> None:
        """Overwrite and remove the key of a day. What was sealed to it cannot be opened again by anybody."""
        self._recipients.pop(day, None)
        self._keys.shred(FOLDER, _name(day))


def _name(day: dt.date) -> str:
    return f"{day.isoformat()}{_SUFFIX}"
