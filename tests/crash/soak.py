"""kill -9 at random instants of whole visits, hundreds of times; then everything acknowledged is looked for.

    python -m tests.crash.soak --kills 10000

A parent with everything imported forks a writer, which takes up what a killed one left (as the core does at its
start), then plays visits through the real service; it tells a pipe what was acknowledged. The parent kills it. At the
end, and now and then, an auditor opens the kiosk once more and compares.
"""

import argparse
import dataclasses
import hashlib
import itertools
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.application.desk import Desk
from kiosk.cases.states import SubmissionState
from kiosk.proof.attachments import Attachments, read_attachments
from kiosk.proof.keys import read_certificates
from kiosk.proof.manifest import decode_manifest
from kiosk.proof.model import Verdict
from kiosk.proof.seal import unseal
from kiosk.proof.verify import verify_receipt
from kiosk.service.live import LiveVisit
from kiosk.service.submissions import LEDGER_KIND, RECEIPT
from tests.support.small_visits import GUIDE, accept, desk_in, submit

LIVES = 1.5
"""The longest life of a writer, in visits: most are killed in their first or second one."""
SHARES = (0.1, 1.0)
"""Every other life is a tenth of that: it ends while a kiosk starts, or a page is sealed."""
AUDIT_EVERY = 250
PAGES = 3


@dataclass
class Acknowledged:
    """What writers said was done: pages by visit, receipts by number."""

    pages: dict[str, dict[str, str]] = field(default_factory=dict)
    identities: dict[str, str] = field(default_factory=dict)
    receipts: dict[str, str] = field(default_factory=dict)

    def note(self, line: str) -> None:
        kind, *rest = line.split()
        if kind == "page":
            visit, identity, page, digest = rest
            self.pages.setdefault(visit, {})[page] = digest
            self.identities[visit] = identity
        else:
            number, visit = rest
            assert number not in self.receipts or self.receipts[number] == visit, "one number, two receipts"
            self.receipts[number] = visit


@dataclass(frozen=True)
class Outcome:
    """What a soak came to; `lost` and `wrong` must be empty."""

    kills: int
    pages: int
    receipts: int
    taken_up: int
    cut_short: int
    lost: list[str]
    wrong: list[str]
    seconds: float


def soak(folder: Path, kills: int, seed: int, longest_life: float) -> Outcome:
    """Kill `kills` writers in `folder`, one after another, each within `longest_life` seconds of its start."""
    start, source, acknowledged = time.monotonic(), random.Random(seed), Acknowledged()
    lost: list[str] = []
    wrong: list[str] = []
    counts = {"taken_up": 0, "cut_short": 0}
    for attempt in range(1, kills + 1):
        life = source.uniform(0.0, longest_life * source.choice(SHARES))
        for line in _killed(lambda tell: _write(folder, tell), life):
            if line.startswith("taken_up"):
                counts["taken_up"] += 1
            elif line.startswith("begun"):
                counts["cut_short"] += 1
            else:
                counts["cut_short"] -= line.startswith("receipt")
                acknowledged.note(line)
        if attempt % AUDIT_EVERY == 0 or attempt == kills:
            found = _forked(lambda tell: tell(json.dumps(_audit(folder, acknowledged))))
            missing, faulty = json.loads(next(iter(found)))
            lost += missing
            wrong += faulty
    pages = sum(map(len, acknowledged.pages.values()))
    seconds = time.monotonic() - start
    return Outcome(kills, pages, len(acknowledged.receipts), **counts, lost=lost, wrong=wrong, seconds=seconds)


Tell = Callable[[str], None]


def _write(folder: Path, tell: Tell) -> None:
    """Visits without end, beginning with the one that was broken off."""
    desk = _started(folder)
    broken = desk.visits.interrupted()
    if broken is not None:
        tell("taken_up")
        if broken.submission_id is None:
            desk.visits.restore(broken)
            _issue(desk, broken, tell)
        else:
            issued = desk.submissions.issued(broken)
            assert issued is not None
            tell(f"receipt {issued.number} {broken.id}")
        desk.visits.end(broken, "finished")
    for visit_number in itertools.count():
        visit = desk.visits.open("fr", GUIDE)
        for number in range(1 + visit_number % PAGES):
            page = accept(desk, visit, f"{visit.id}-{number}")
            tell(f"page {visit.id} {visit.identity} {page.id} {page.digest.hex()}")
        _issue(desk, visit, tell)
        desk.visits.end(visit, "finished")


def _started(folder: Path) -> Desk:
    """The kiosk as the core finds it when it starts."""
    desk = desk_in(folder)
    desk.vault.sweep()
    desk.submissions.recover()
    return desk


def _issue(desk: Desk, visit: LiveVisit, tell: Tell) -> None:
    tell("begun")
    issued = desk.submissions.submit(visit, (), ())
    tell(f"receipt {issued.number} {visit.id}")


def _audit(folder: Path, acknowledged: Acknowledged) -> tuple[list[str], list[str]]:
    """(what was acknowledged and is not there, what is there and does not hold)."""
    desk = _started(folder)
    trusted = read_certificates((desk.settings.keys_dir / "kiosk.cert.pem").read_bytes())
    ledger = desk.ledger
    lost, wrong = [], []
    if not ledger.verify(trusted[0].holds).intact:
        wrong.append("the ledger")
    rows = {row.number: row for row in desk.registry.submissions() if row.state is not SubmissionState.PREPARING}
    issued = [row for row in ledger.rows() if row.kind == LEDGER_KIND]
    if {row.subject for row in issued} != {row.id for row in rows.values()}:
        wrong.append("the ledger and the registry")
    if desk.registry.preparing_submissions():
        wrong.append("a submission for ever in preparation")
    lost += [number for number in acknowledged.receipts if number not in rows]
    attested: dict[str, set[str]] = {}
    for visit in desk.vault.visits():
        if desk.vault.has(visit, RECEIPT):
            row = next((one for one in rows.values() if one.visit_id == visit), None)
            receipt = None if row is None else desk.submissions.paper_for_desk(row, RECEIPT)
            if receipt is None or verify_receipt(receipt, [], trusted).verdict is not Verdict.GENUINE:
                wrong.append(f"the receipt of {visit}")
                continue
            attached = read_attachments(receipt)
            assert isinstance(attached, Attachments)
            attested[visit] = {page.digest.hex() for page in decode_manifest(attached.manifest).pages}
    lost += [f"the receipt of {row.visit_id}" for row in rows.values() if row.visit_id not in attested]
    lost += _lost_pages(desk, acknowledged, attested)
    desk.close()
    return lost, wrong


def _lost_pages(desk: Desk, acknowledged: Acknowledged, attested: dict[str, set[str]]) -> Iterator[str]:
    for visit, pages in acknowledged.pages.items():
        kept = {page.id for page in desk.registry.pages_of(visit)}
        for page, digest in pages.items():
            name = f"{page}.scan.age"
            there = page in kept and desk.vault.has(visit, name)
            if not there or _digest(unseal(desk.vault.get(visit, name), acknowledged.identities[visit])) != digest:
                yield f"page {page} of {visit}"
            elif visit in attested and digest not in attested[visit]:
                yield f"page {page} in the receipt of {visit}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _killed(work: Callable[[Tell], None], seconds: float) -> list[str]:
    """What `work` told before it was killed, `seconds` after its start."""
    reading, pid = _fork(work)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    return _heard(reading, pid, -signal.SIGKILL)


def _forked(work: Callable[[Tell], None]) -> list[str]:
    """What `work` told in a process of its own, which ended well."""
    return _heard(*_fork(work), 0)


def _fork(work: Callable[[Tell], None]) -> tuple[int, int]:
    reading, writing = os.pipe()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        os.close(writing)
        return reading, pid
    status = 1
    try:
        os.close(reading)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        work(lambda line: _all(writing, line.encode() + b"\n"))
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    finally:
        sys.stderr.flush()
        os._exit(status)


def _all(writing: int, data: bytes) -> None:
    while data:
        data = data[os.write(writing, data) :]


def _heard(reading: int, pid: int, expected: int) -> list[str]:
    with os.fdopen(reading, "rb") as pipe:
        text = pipe.read().decode()
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert status == expected, f"the writer ended by itself: {status}"
    # A line cut by the kill was not acknowledged.
    return text.split("\n")[:-1]


def main() -> int:
    """Soak and say in one line of JSON what came of it; 1 where something was lost or wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--folder", type=Path, default=None)
    args = parser.parse_args()
    seed = random.SystemRandom().randrange(1 << 30) if args.seed is None else args.seed
    with tempfile.TemporaryDirectory(dir=args.folder) as name:
        desk = desk_in(Path(name) / "warm")
        submit(desk, "warm")
        begun = time.monotonic()
        submit(desk, "measured")
        longest_life = LIVES * (time.monotonic() - begun)
        desk.close()
        outcome = soak(Path(name) / "kiosk", args.kills, seed, longest_life)
    sys.stdout.write(json.dumps({"seed": seed, **dataclasses.asdict(outcome)}) + "\n")
    return 1 if outcome.lost or outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
