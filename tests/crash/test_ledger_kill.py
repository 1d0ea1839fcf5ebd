"""kill -9 of the writer at random instants: what was acknowledged is there, and the ledger holds."""

import datetime as dt
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

from kiosk.proof.keys import KioskKey
from kiosk.storage.ledger import Ledger

KILLS = 20
WRITER = """
import hashlib, sys
from pathlib import Path
from kiosk.proof.keys import KioskKey
from kiosk.storage.ledger import Ledger
from kiosk.storage.vault import Vault

folder = Path(sys.argv[1])
key = KioskKey.from_pem((folder / "key.pem").read_bytes())
ledger, vault = Ledger(folder / "ledger.db", key.sign), Vault(folder / "vault")
vault.sweep()
number = ledger.head().sequence
while True:
    number += 1
    subject = f"{sys.argv[2]}-{number}"
    with ledger.append("receipt", subject) as entry:
        position = entry.position(hashlib.sha256(subject.encode()).digest())
        vault.put("visit", f"{position.sequence}.age", subject.encode() * 50)
    sys.stdout.write(f"{position.sequence} {position.head.hex()} {subject}\\n")
    sys.stdout.flush()
"""


def test_no_acknowledged_row_is_lost(tmp_path: Path) -> None:
    key = KioskKey.generate("perpignan-01", dt.datetime.now(dt.UTC))
    (tmp_path / "key.pem").write_bytes(key.to_pem())
    source = random.Random(20261122)
    acknowledged: dict[int, tuple[str, str]] = {}
    for attempt in range(KILLS):
        lines = run_until_killed(tmp_path, attempt, source.uniform(0.0, 0.12))
        for line in lines:
            sequence, head, subject = line.split()
            assert int(sequence) not in acknowledged
            acknowledged[int(sequence)] = (head, subject)
    ledger = Ledger(tmp_path / "ledger.db")
    report = ledger.verify(key.holds)
    rows = {row.sequence: (row.head.hex(), row.subject) for row in ledger.rows()}
    ledger.close()
    assert report.intact
    assert len(acknowledged) > KILLS
    assert acknowledged.items() <= rows.items()
    # At most one row for each kill was committed and not yet told.
    assert len(rows) - len(acknowledged) <= KILLS
    for sequence, (_, subject) in rows.items():
        assert (tmp_path / "vault" / "visit" / f"{sequence}.age").read_bytes() == subject.encode() * 50


def run_until_killed(folder: Path, attempt: int, seconds: float) -> list[str]:
    """The rows a writer acknowledged before it was killed, `seconds` after the first."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(attempt)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert writer.stdout is not None
    first = writer.stdout.readline()
    timer = threading.Timer(seconds, writer.send_signal, [signal.SIGKILL])
    timer.start()
    rest = writer.stdout.read()
    writer.stdout.close()
    assert writer.wait() == -signal.SIGKILL
    # A line cut by the kill was not acknowledged.
    return [line for line in (first + rest).split("\n")[:-1] if line]
