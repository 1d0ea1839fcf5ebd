"""One row of the ledger and how rows chain."""

import datetime as dt
import hashlib
import math
from dataclasses import dataclass

GENESIS = bytes(32)
"""The head before the first row."""
_DOMAIN = b"temoin/ledger/v1\n"


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What happened (`kind`) to what (`subject`, an identifier without meaning outside), and when the clock said so.

    `commitment` is a SHA-256 over something salted: it says nothing by itself. `behind` is how far the clock had
    gone back behind an earlier row, in milliseconds. `head` covers this row and, through `prev`, all before it.
    """

    sequence: int
    at: dt.datetime
    behind: int
    kind: str
    subject: str
    commitment: bytes
    prev: bytes
    head: bytes
    signature: bytes = b""


def head_of(
    sequence: int, at: dt.datetime, behind: int, kind: str, subject: str, commitment: bytes, prev: bytes
) -> bytes:
    """SHA-256 over the fields of a row, each preceded by its length so that none can run into the next."""
    digest = hashlib.sha256(_DOMAIN)
    for part in (str(sequence), at.isoformat(), str(behind), kind, subject, commitment, prev):
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(len(data).to_bytes(4, "big") + data)
    return digest.digest()


def how_far_behind(before: LedgerRow | None, at: dt.datetime) -> int:
    """Milliseconds by which `at` lies before the latest time of the rows up to `before`; 0 if it does not."""
    if before is None:
        return 0
    latest = before.at + dt.timedelta(milliseconds=before.behind)
    return max(0, math.ceil((latest - at) / dt.timedelta(milliseconds=1)))


def recomputed(row: LedgerRow) -> bytes:
    """The head that `row` must have."""
    return head_of(row.sequence, row.at, row.behind, row.kind, row.subject, row.commitment, row.prev)


def signed_message(head: bytes) -> bytes:
    """What the kiosk signs of a row; the domain keeps it from being taken for any other signature."""
    return _DOMAIN + head
