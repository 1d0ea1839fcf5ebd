"""The append-only ledger (sqlite3): hash-chained, signed, durable before visible.

    with ledger.append("receipt", submission_id) as entry:
        position = entry.position(manifest_digest(manifest))    # the sequence and the head, already final
        ...render and seal the receipt...
    # here the row is on the disk; an exception above leaves no trace of it

One process writes; its threads take turns. Readers never wait for the writer.
"""

import dataclasses
import datetime as dt
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.clock import Clock, SystemClock
from kiosk.proof.log_tree import Frontier, Levels, LogPlace, leaf_hash
from kiosk.proof.model import LedgerPosition
from kiosk.storage.ledger_audit import LedgerReport, Signed, audit
from kiosk.storage.ledger_row import GENESIS, LedgerRow, head_of, how_far_behind, signed_message
from kiosk.storage.ledger_witness import Witness
from kiosk.storage.vault import StorageFull

_SCHEMA = Path(__file__).with_name("ledger.sql")
_COLUMNS = "sequence, at, behind, kind, subject, commitment, prev, head, signature"
_SELECT = f"select {_COLUMNS} from ledger"  # noqa: S608 - constants only
_INSERT = f"insert into ledger ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - constants only
_COMMITMENT_LENGTH = 32
_CLOCK = SystemClock()
_PATIENCE = 30.0
"""Seconds to wait for another process, e.g. one that verifies the ledger."""


Grown = Callable[[bytes], LogPlace]
"""Where a leaf would stand if it came next."""


class LedgerError(Exception):
    """The ledger cannot be written or read. The message is one French sentence for people."""


class LedgerMisuse(Exception):
    """The program used an entry in a way that would make a receipt lie. A defect, not a state of the world."""


class AlreadyRecorded(Exception):
    """This `kind` was already recorded for this subject; `row` is where."""

    def __init__(self, row: LedgerRow) -> None:
        super().__init__(f"{row.kind} {row.subject}")
        self.row = row


class Entry:
    """A row being written. `position` fixes what it commits to and tells where it will stand."""

    def __init__(
        self, sequence: int, at: dt.datetime, behind: int, kind: str, subject: str, prev: bytes, grown: Grown
    ) -> None:
        self.at = at
        self._fields = (sequence, at, behind, kind, subject)
        self._prev = prev
        self._grown = grown
        self._open = True
        self._draft: LedgerRow | None = None
        self.row: LedgerRow | None = None
        """The row as written; None until the block has ended well."""

    def position(self, commitment: bytes) -> LedgerPosition:
        """The sequence of this row, and the ledger's head once it is written with `commitment` (32 bytes).

        May be asked again for the same commitment; another one, or asking after the block, raises `LedgerMisuse`.
        """
        if not self._open:
            raise LedgerMisuse("the entry is closed")
        if len(commitment) != _COMMITMENT_LENGTH:
            raise LedgerMisuse("a commitment is 32 bytes")
        if self._draft is None:
            head = head_of(*self._fields, commitment, self._prev)
            self._draft = LedgerRow(*self._fields, commitment, self._prev, head)
        elif self._draft.commitment != commitment:
            raise LedgerMisuse("the entry already commits to something else")
        return LedgerPosition(self._draft.sequence, self._draft.head)

    def place(self) -> LogPlace:
        """Where this row will stand in the ledger's tree. After `position`, which fixes what it commits to."""
        if self._draft is None or not self._open:
            raise LedgerMisuse("the entry commits to nothing yet")
        return self._grown(leaf_hash(self._draft.head))

    def close(self) -> LedgerRow | None:
        """End the entry; called by the ledger."""
        self._open = False
        return self._draft


class Ledger:
    """The ledger in the file `path`.

    `sign` makes the kiosk's signature (64 bytes) over a message: `KioskKey.sign`; the file is created if absent.
    Without it the file is only read. `clock` dates the rows. Raises `LedgerError` for a file that is not a ledger.
    """

    def __init__(
        self,
        path: Path,
        sign: Callable[[bytes], bytes] | None = None,
        clock: Clock = _CLOCK,
    ) -> None:
        self._sign = sign
        self._clock = clock
        self._turn = threading.Lock()
        self._writing: int | None = None
        self._witness = Witness(path)
        self._frontier = Frontier()
        try:
            self._writer = None if sign is None else _open_to_write(path)
            self._reader = _open_to_read(path)
            self.head()
            self._tail_lost = self._lost_its_tail()
        except (sqlite3.Error, ValueError, OSError) as error:
            raise LedgerError("Le registre est illisible.") from error

    @contextmanager
    def append(self, kind: str, subject: str) -> Iterator[Entry]:
        """A new row, on the disk when the block ends; an exception in the block leaves the ledger as it was.

        Raises `AlreadyRecorded` at once if `kind` was recorded for `subject`, `LedgerError` or
        `StorageFull` if the disk refuses.
        """
        if self._sign is None:
            raise LedgerMisuse("a ledger without a signer is only read")
        if self._writing == threading.get_ident():
            raise LedgerMisuse("one entry at a time")
        with self._turn:
            self._writing = threading.get_ident()
            try:
                with self._transaction():
                    entry = self._begin(kind, subject)
                    try:
                        yield entry
                    finally:
                        row = entry.close()
                    signed = self._insert(row)
                entry.row = signed
                if not self._tail_lost:
                    self._witness.write(LedgerPosition(signed.sequence, signed.head))
            finally:
                self._writing = None

    def record(self, kind: str, subject: str, commitment: bytes) -> LedgerRow:
        """Append a row for which nothing has to be made beforehand."""
        with self.append(kind, subject) as entry:
            entry.position(commitment)
        if entry.row is None:
            raise LedgerMisuse("no row")
        return entry.row

    def has(self, kind: str, subject: str) -> LedgerRow | None:
        """The row of `kind` for `subject`, if it was recorded."""
        found = self._query("where kind = ? and subject = ?", (kind, subject))
        return found[0] if found else None

    def rows(self) -> list[LedgerRow]:
        """Every row, the oldest first."""
        return self._query("order by sequence")

    def heads(self, after: int = 0) -> list[bytes]:
        """The heads of the rows after sequence `after`: the entries of the tree."""
        query = "select head from ledger where sequence > ? order by sequence"
        return [bytes(head) for (head,) in self._reader.execute(query, (after,))]

    def tree(self) -> Levels:
        """The hash tree over all rows."""
        return Levels.of(map(leaf_hash, self.heads()))

    def head(self) -> LedgerPosition:
        """Where the ledger stands: the last row, or sequence 0 and 32 zero bytes."""
        last = self._last()
        return LedgerPosition(last.sequence, last.head) if last else LedgerPosition(0, GENESIS)

    def verify(self, signed: Signed | None = None) -> LedgerReport:
        """Check every row: chain, order, gaps, signatures (with `signed`, e.g. `Certificate.holds`), lost tail."""
        try:
            sound = self._reader.execute("pragma integrity_check").fetchone() == ("ok",)
            rows = self.rows()
        except (sqlite3.Error, ValueError):
            sound, rows = False, []
        return audit(rows, signed, self._witness.read(), sound)

    def close(self) -> None:
        """Close the file. The ledger is not used afterwards."""
        self._reader.close()
        if self._writer is not None:
            self._writer.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._execute("begin immediate")
        try:
            yield
            self._execute("commit")
        except BaseException:
            if self._writer is not None and self._writer.in_transaction:
                self._execute("rollback")
            raise

    def _execute(self, statement: str, values: tuple[Any, ...] = ()) -> None:
        if self._writer is None:
            raise LedgerMisuse("a ledger without a signer is only read")
        try:
            self._writer.execute(statement, values)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                raise StorageFull("Le disque est plein.") from error
            raise LedgerError("Le registre ne peut pas être écrit.") from error

    def _begin(self, kind: str, subject: str) -> Entry:
        already = self.has(kind, subject)
        if already:
            raise AlreadyRecorded(already)
        last = self._last()
        at = self._clock.now()
        sequence, head = (last.sequence, last.head) if last else (0, GENESIS)
        return Entry(sequence + 1, at, how_far_behind(last, at), kind, subject, head, self._grown)

    def _grown(self, leaf: bytes) -> LogPlace:
        """Another process may have written meanwhile: its rows are taken in first. The ledger only ever grows."""
        for head in self.heads(self._frontier.size):
            self._frontier.append(leaf_hash(head))
        return self._frontier.grown_by(leaf)

    def _lost_its_tail(self) -> bool:
        """Whether rows seen before are gone. The witness then stays as it is: it is the evidence."""
        witness = self._witness.read()
        if witness is None:
            return False
        found = self._query("where sequence = ?", (witness.sequence,))
        return not found or found[0].head != witness.head

    def _last(self) -> LedgerRow | None:
        found = self._query("order by sequence desc limit 1")
        return found[0] if found else None

    def _insert(self, row: LedgerRow | None) -> LedgerRow:
        if row is None or self._sign is None:
            raise LedgerMisuse("the entry commits to nothing: call position() in the block")
        written = dataclasses.replace(row, signature=self._sign(signed_message(row.head)))
        self._execute(_INSERT, _as_stored(written))
        return written

    def _query(self, clause: str, values: tuple[str | int, ...] = ()) -> list[LedgerRow]:
        found = self._reader.execute(f"{_SELECT} {clause}", values).fetchall()
        return [_as_row(*stored) for stored in found]


def _open_to_write(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=_PATIENCE)
    connection.execute("pragma journal_mode = wal")
    # NORMAL would lose acknowledged rows in a power cut.
    connection.execute("pragma synchronous = full")
    connection.executescript(_SCHEMA.read_text("utf-8"))
    return connection


def _open_to_read(path: Path) -> sqlite3.Connection:
    """Without the right to write: what is only looked at, perhaps as evidence, is not touched."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_PATIENCE,
    )


def _as_stored(row: LedgerRow) -> tuple[Any, ...]:
    sequence, at, *rest = (getattr(row, field.name) for field in dataclasses.fields(row))
    return (sequence, at.isoformat(), *rest)


def _as_row(sequence: int, at: str, *rest: Any) -> LedgerRow:
    """The row as stored. Raises ValueError for a time written in any other form than ours."""
    row = LedgerRow(sequence, dt.datetime.fromisoformat(at), *rest)
    if row.at.isoformat() != at:
        raise ValueError("altered time")
    return row
