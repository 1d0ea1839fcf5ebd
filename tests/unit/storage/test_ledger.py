"""The ledger: nothing shows before it is on the disk, nothing is changed after."""

import datetime as dt
import hashlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.proof.keys import KioskKey
from kiosk.proof.model import LedgerPosition
from kiosk.storage.ledger import AlreadyRecorded, Ledger, LedgerError, LedgerMisuse
from kiosk.storage.ledger_audit import audit, seen

START = dt.datetime(2026, 11, 22, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
KEY = KioskKey.generate("perpignan-01", START)


def commitment(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def write(ledger: Ledger, subject: str, kind: str = "receipt") -> LedgerPosition:
    with ledger.append(kind, subject) as entry:
        return entry.position(commitment(subject))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(START)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "ledger.db"


@pytest.fixture
def ledger(path: Path, clock: FakeClock) -> Iterator[Ledger]:
    opened = Ledger(path, KEY.sign, clock)
    yield opened
    opened.close()


def raw(path: Path, *statements: str) -> None:
    """What somebody with the file and no scruples does to it."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def without_guards(path: Path, statement: str) -> None:
    guards = ("ledger_is_never_changed", "ledger_is_never_shortened", "ledger_has_no_gap")
    raw(path, *(f"drop trigger {name}" for name in guards), statement)


def test_the_position_is_known_before_the_row_is_there(ledger: Ledger) -> None:
    with ledger.append("receipt", "a") as entry:
        position = entry.position(commitment("a"))
        assert entry.position(commitment("a")) == position
        assert ledger.has("receipt", "a") is None
        assert ledger.head() == LedgerPosition(0, bytes(32))
    row = ledger.has("receipt", "a")
    assert row is not None
    assert entry.row == row
    assert LedgerPosition(row.sequence, row.head) == position == ledger.head()
    assert row.sequence == 1


def test_an_exception_leaves_no_trace(ledger: Ledger) -> None:
    write(ledger, "a")
    before = ledger.head()
    with pytest.raises(RuntimeError, match="printer"), ledger.append("receipt", "b") as entry:
        entry.position(commitment("b"))
        raise RuntimeError("printer")
    assert ledger.head() == before
    assert ledger.has("receipt", "b") is None
    assert entry.row is None
    assert write(ledger, "b").sequence == 2


def test_misuse_is_refused(ledger: Ledger, path: Path) -> None:
    with pytest.raises(LedgerMisuse, match="commits to nothing"), ledger.append("receipt", "a"):
        pass
    with pytest.raises(LedgerMisuse, match="something else"), ledger.append("receipt", "a") as entry:
        entry.position(commitment("a"))
        entry.position(commitment("b"))
    with pytest.raises(LedgerMisuse, match="closed"):
        entry.position(commitment("a"))
    with pytest.raises(LedgerMisuse, match="32 bytes"), ledger.append("receipt", "a") as entry:
        entry.position(b"short")
    with pytest.raises(LedgerMisuse, match="one entry"), ledger.append("receipt", "a"), ledger.append("receipt", "b"):
        pass
    reader = Ledger(path)
    with pytest.raises(LedgerMisuse, match="only read"), reader.append("receipt", "a"):
        pass
    reader.close()
    assert ledger.rows() == []


def test_a_subject_is_recorded_once_for_each_kind(ledger: Ledger) -> None:
    first = write(ledger, "a")
    with pytest.raises(AlreadyRecorded) as refused, ledger.append("receipt", "a"):
        pass
    assert refused.value.row.sequence == first.sequence
    assert write(ledger, "a", "sent").sequence == 2


def test_the_chain_and_the_signatures_hold(ledger: Ledger, clock: FakeClock) -> None:
    for subject in "abcde":
        write(ledger, subject)
        clock.advance(1)
    rows = ledger.rows()
    assert [row.prev for row in rows] == [bytes(32), *(row.head for row in rows[:-1])]
    report = ledger.verify(KEY.holds)
    assert report.intact
    assert (report.rows, report.signatures_checked, report.clock_backwards) == (5, True, ())
    stranger = KioskKey.generate("b", START)
    assert ledger.verify(stranger.holds).broken_at == 1


@pytest.mark.parametrize(
    "statement",
    [
        "update ledger set kind = 'sent'",
        "delete from ledger where sequence = 2",
        "delete from ledger",
        "insert or replace into ledger select 1, at, behind, kind, 'z', commitment, prev, head, signature from ledger",
        "insert into ledger select 9, at, behind, 'x', subject, commitment, prev, head, signature from ledger",
    ],
)
def test_the_database_itself_refuses(statement: str, ledger: Ledger, path: Path) -> None:
    for subject in "ab":
        write(ledger, subject)
    with pytest.raises(sqlite3.DatabaseError):
        raw(path, statement)
    assert ledger.verify(KEY.holds).intact


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("update ledger set subject = 'z' where sequence = 2", 2),
        ("update ledger set at = '2026-11-22T14:06:00+01:00' where sequence = 2", 2),
        ("update ledger set commitment = zeroblob(32) where sequence = 3", 3),
        ("update ledger set prev = zeroblob(32) where sequence = 2", 2),
        ("update ledger set head = zeroblob(32) where sequence = 1", 1),
        ("update ledger set signature = zeroblob(64) where sequence = 3", 3),
        ("update ledger set behind = 5 where sequence = 3", 3),
        ("delete from ledger where sequence = 2", 3),
        ("delete from ledger where sequence = 1", 2),
    ],
)
def test_any_change_behind_its_back_is_found(statement: str, broken_at: int, ledger: Ledger, path: Path) -> None:
    for subject in "abc":
        write(ledger, subject)
    without_guards(path, statement)
    report = ledger.verify(KEY.holds)
    assert report.broken_at == broken_at
    assert not report.intact


def test_a_lost_tail_is_found(ledger: Ledger, path: Path) -> None:
    positions = [write(ledger, subject) for subject in "abc"]
    without_guards(path, "delete from ledger where sequence = 3")
    report = ledger.verify(KEY.holds)
    assert (report.broken_at, report.lost_tail, report.intact) == (None, True, False)
    assert seen(ledger.rows(), positions[1])
    assert not seen(ledger.rows(), positions[2])


def test_a_lost_tail_is_not_hidden_by_new_rows(ledger: Ledger, path: Path, clock: FakeClock) -> None:
    for subject in "abc":
        write(ledger, subject)
    without_guards(path, "delete from ledger where sequence = 3")
    again = Ledger(path, KEY.sign, clock)
    for subject in "de":
        write(again, subject)
    assert again.verify(KEY.holds).lost_tail
    again.close()


def test_reading_does_not_touch_the_file(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        Ledger(tmp_path / "absent.db")
    raw(tmp_path / "other.db", "create table something (value text)")
    before = (tmp_path / "other.db").read_bytes()
    with pytest.raises(LedgerError):
        Ledger(tmp_path / "other.db")
    assert (tmp_path / "other.db").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["other.db"]


def test_a_receipt_witnesses_against_a_ledger_written_anew(ledger: Ledger) -> None:
    position = write(ledger, "a")
    assert audit(ledger.rows(), None, position).intact
    assert audit(ledger.rows(), None, LedgerPosition(1, bytes(32))).lost_tail
    assert audit([], None, position).lost_tail


def test_a_late_witness_is_no_fault(ledger: Ledger, path: Path) -> None:
    """A crash between the commit and the witness leaves it one row behind."""
    head = path.with_name("ledger.db-head")
    write(ledger, "a")
    late = head.read_text("ascii")
    write(ledger, "b")
    for text in (late, "", "rubbish"):
        head.write_text(text, "ascii")
        assert ledger.verify(KEY.holds).intact


def test_a_clock_that_goes_back_is_recorded(ledger: Ledger, clock: FakeClock) -> None:
    write(ledger, "a")
    clock.advance(-3600)
    write(ledger, "b")
    clock.advance(60)
    write(ledger, "c")
    clock.advance(7200)
    write(ledger, "d")
    rows = ledger.rows()
    assert [row.behind for row in rows] == [0, 3_600_000, 3_540_000, 0]
    assert rows[1].at == START - dt.timedelta(hours=1)
    report = ledger.verify(KEY.holds)
    assert report.intact
    assert report.clock_backwards == (2, 3)


def test_it_opens_again_where_it_stood(path: Path, clock: FakeClock) -> None:
    first = Ledger(path, KEY.sign, clock)
    position = write(first, "a")
    first.close()
    again = Ledger(path, KEY.sign, clock)
    assert again.head() == position
    assert write(again, "b").sequence == 2
    assert again.verify(KEY.holds).intact
    again.close()


def test_threads_take_turns_and_readers_do_not_wait(ledger: Ledger) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with ledger.append("receipt", "slow") as entry:
            entry.position(commitment("slow"))
            inside.set()
            go_on.wait(5)

    writers = [threading.Thread(target=slow)]
    writers[0].start()
    assert inside.wait(5)
    writers += [threading.Thread(target=write, args=(ledger, str(number))) for number in range(8)]
    for writer in writers[1:]:
        writer.start()
    start = time.perf_counter()
    assert ledger.rows() == []
    assert time.perf_counter() - start < 0.5
    go_on.set()
    for writer in writers:
        writer.join(10)
    assert [row.sequence for row in ledger.rows()] == list(range(1, 10))
    assert ledger.verify(KEY.holds).intact


def test_a_damaged_file_is_said_so(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    with ledger.append("receipt", "a") as entry:
        entry.position(commitment("a"))
    other = tmp_path / "other.db"
    other.write_bytes(b"not a database, whatever its name says" * 100)
    with pytest.raises(LedgerError, match="illisible"):
        Ledger(other)


def test_the_file_is_the_kiosks_alone(ledger: Ledger, path: Path) -> None:
    write(ledger, "a")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_no_personal_data_is_in_the_file(ledger: Ledger, path: Path) -> None:
    """Rows hold what the program gives: an identifier, and a hash of something salted."""
    with ledger.append("receipt", "5f1c0a") as entry:
        entry.position(commitment("CANARI Jeanne 1840366123456"))
    data = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"5f1c0a" in data
    assert b"CANARI" not in data
