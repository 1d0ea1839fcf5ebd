"""The head of the ledger kept beside it, so that a ledger cut short is noticed even if no receipt is at hand.

Written after each commit, in place and without waiting for the disk: after a power cut it may be late, never ahead.
A ledger behind it has lost rows.
"""

import os
from pathlib import Path

from kiosk.proof.model import LedgerPosition

_MODE = 0o600


class Witness:
    """The small file `<ledger>-head`: "sequence head-in-hex", always of the same length."""

    def __init__(self, ledger: Path) -> None:
        self._path = ledger.with_name(ledger.name + "-head")

    def write(self, position: LedgerPosition) -> None:
        """Say that the ledger went through `position`."""
        text = f"{position.sequence:012d} {position.head.hex()}\n"
        try:
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, _MODE)
            try:
                os.pwrite(descriptor, text.encode("ascii"), 0)
            finally:
                os.close(descriptor)
        except OSError:
            # The row is committed and the visitor has it: a late witness is not worth failing for.
            return

    def read(self) -> LedgerPosition | None:
        """What the file says; None where there is none, or it cannot be read."""
        try:
            sequence, head = self._path.read_text("ascii").split()
            return LedgerPosition(int(sequence), bytes.fromhex(head))
        except (OSError, ValueError):
            return None
