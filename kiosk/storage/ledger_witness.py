"""The head of the ledger kept beside it, so that a ledger cut short is noticed even if no receipt is at hand.

Written after each commit: it may be one row late after a crash, never ahead. A ledger behind it has lost rows.
"""

import os
from pathlib import Path

from kiosk.proof.model import LedgerPosition


class Witness:
    """The small file `<ledger>-head`: "sequence head-in-hex"."""

    def __init__(self, ledger: Path) -> None:
        self._path = ledger.with_name(ledger.name + "-head")

    def write(self, sequence: int, head: bytes) -> None:
        """Replace what the file says, as one act."""
        draft = self._path.with_name(self._path.name + ".tmp")
        try:
            with draft.open("w", encoding="ascii") as file:
                file.write(f"{sequence} {head.hex()}\n")
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._path)
        except OSError:
            # The row is committed and the visitor has it: a late witness is not worth failing for.
            draft.unlink(missing_ok=True)

    def read(self) -> LedgerPosition | None:
        """What the file says; None where there is none, or it cannot be read."""
        try:
            sequence, head = self._path.read_text("ascii").split()
            return LedgerPosition(int(sequence), bytes.fromhex(head))
        except (OSError, ValueError):
            return None
