"""What outside authorities stamped of the ledger: one folder a stamping, kept for ever, readable with stock tools.

    anchors/20261122T020000Z/statement.txt     what was stamped
    anchors/20261122T020000Z/1.tst             the stamp (openssl ts -verify -data statement.txt -in 1.tst -token_in)

Nothing here is secret, and nothing tells of a visitor.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from kiosk.proof.anchor import Anchor
from kiosk.storage.vault import Vault

_STATEMENT = "statement.txt"
_NAME = re.compile(r"\d{8}T\d{6}Z")
_STAMP = re.compile(r"\d{1,2}\.tst")


@dataclass(frozen=True, slots=True)
class StoredAnchor:
    """An anchor as it is on the disk."""

    name: str
    statement: bytes
    stamps: tuple[bytes, ...]

    @property
    def digest(self) -> bytes:
        """SHA-256 over the stamps: what later anchors and the ledger cite."""
        return hashlib.sha256(b"".join(self.stamps)).digest()


class Anchors:
    """The folder `root` of anchors."""

    def __init__(self, root: Path) -> None:
        self._vault = Vault(root)
        self._newest: tuple[str, StoredAnchor] | None = None

    def keep(self, anchor: Anchor, stamps: tuple[bytes, ...]) -> StoredAnchor:
        """Store an anchor with its stamps; the statement last, so that half an anchor is none."""
        for number, stamp in enumerate(stamps, start=1):
            self._vault.put(anchor.name, f"{number}.tst", stamp)
        self._vault.put(anchor.name, _STATEMENT, anchor.statement)
        return StoredAnchor(anchor.name, anchor.statement, stamps)

    def names(self) -> list[str]:
        """The anchors that are whole, oldest first."""
        return [name for name in self._vault.visits() if _NAME.fullmatch(name) and self._vault.has(name, _STATEMENT)]

    def get(self, name: str) -> StoredAnchor:
        """One anchor. Raises FileNotFoundError."""
        files = [file for file in self._vault.names(name) if _STAMP.fullmatch(file)]
        stamps = tuple(self._vault.get(name, file) for file in sorted(files, key=lambda file: int(file[:-4])))
        return StoredAnchor(name, self._vault.get(name, _STATEMENT), stamps)

    def newest(self) -> StoredAnchor | None:
        """The last anchor; None where there is none."""
        names = self.names()
        if not names:
            return None
        if self._newest is None or self._newest[0] != names[-1]:
            self._newest = (names[-1], self.get(names[-1]))
        return self._newest[1]
