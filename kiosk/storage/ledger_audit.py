"""Whether a ledger holds: nothing changed, nothing taken out, nothing lost at its end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.proof.model import LedgerPosition
from kiosk.storage.ledger_row import GENESIS, LedgerRow, how_far_behind, recomputed, signed_message

Signed = Callable[[bytes, bytes], bool]
"""Whether (message, signature) was made by a trusted kiosk."""


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """What the audit found.

    `broken_at` is the first row that does not hold; `clock_backwards` are rows dated before an earlier one: told, and
    no fault of the ledger.
    """

    rows: int
    sound: bool
    broken_at: int | None
    signatures_checked: bool
    lost_tail: bool
    clock_backwards: tuple[int, ...]
    head: LedgerPosition

    @property
    def intact(self) -> bool:
        return self.sound and self.broken_at is None and not self.lost_tail


def audit(
    rows: Sequence[LedgerRow], signed: Signed | None, witness: LedgerPosition | None, sound: bool = True
) -> LedgerReport:
    """The report on `rows`, the oldest first. `witness` is a head seen before, kept outside the ledger."""
    return LedgerReport(
        rows=len(rows),
        sound=sound,
        broken_at=_first_broken(rows, signed),
        signatures_checked=signed is not None,
        lost_tail=witness is not None and not seen(rows, witness),
        clock_backwards=tuple(row.sequence for row in rows if row.behind),
        head=LedgerPosition(rows[-1].sequence, rows[-1].head) if rows else LedgerPosition(0, GENESIS),
    )


def seen(rows: Sequence[LedgerRow], position: LedgerPosition) -> bool:
    """Whether the ledger went through `position`, e.g. a receipt's. If not, rows were lost or written anew."""
    if position.sequence == 0:
        return position.head == GENESIS
    place = position.sequence - 1
    return 0 <= place < len(rows) and rows[place].head == position.head


def _first_broken(rows: Sequence[LedgerRow], signed: Signed | None) -> int | None:
    before: LedgerRow | None = None
    for place, row in enumerate(rows, start=1):
        follows = row.sequence == place and row.prev == (before.head if before else GENESIS)
        if not follows or recomputed(row) != row.head or row.behind != how_far_behind(before, row.at):
            return row.sequence
        if signed is not None and not signed(signed_message(row.head), row.signature):
            return row.sequence
        before = row
    return None
