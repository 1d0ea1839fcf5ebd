"""Stamps from a real authority on this machine: receipts after they are issued, the ledger's root, and its failures."""

import datetime as dt
import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.application.desk import Desk
from kiosk.clock import FakeClock
from kiosk.proof.keys import read_certificates
from kiosk.proof.model import Verdict, VerificationReport
from kiosk.proof.timestamp_query import request
from kiosk.proof.verify import attested_by, verify_receipt
from kiosk.service.submissions import RECEIPT
from kiosk.storage.registry import ObligationState
from tests.support.authority import Authority, new_authority, serving
from tests.support.small_visits import desk_in, submit


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Authority]:
    with serving(new_authority(tmp_path / "authority", "ec")) as one:
        yield one


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(dt.datetime.now(dt.UTC).astimezone())


@pytest.fixture
def desk(tmp_path: Path, authority: Authority, clock: FakeClock) -> Iterator[Desk]:
    desk = desk_in(tmp_path, clock, tsa_urls=(authority.url,), tsa_seconds=5)
    yield desk
    desk.close()


def stored(desk: Desk) -> list[bytes]:
    return [desk.submissions.paper_for_desk(row, RECEIPT) for row in desk.registry.submissions()]


def report(desk: Desk, receipt: bytes, *authorities: Authority) -> VerificationReport:
    trusted = read_certificates((desk.settings.keys_dir / "kiosk.cert.pem").read_bytes())
    return verify_receipt(receipt, [], trusted, authorities=[one.root for one in authorities])


def test_a_receipt_is_signed_first_and_stamped_later(desk: Desk, authority: Authority) -> None:
    _, issued = submit(desk, "one")
    (before,) = stored(desk)
    assert report(desk, before, authority).until is None
    assert desk.anchoring.stamp_due().done == 1
    (after,) = stored(desk)
    assert after.startswith(before)
    said = report(desk, after, authority)
    assert (said.verdict, issued.number in said.sentence) == (Verdict.GENUINE, True)
    assert said.until is not None
    assert desk.anchoring.stamp_due() == desk.anchoring.stamp_due(at_once=True)
    assert stored(desk) == [after], "a receipt is stamped once"


def test_the_authority_learns_a_digest_and_nothing_else(desk: Desk, authority: Authority) -> None:
    submit(desk, "one")
    desk.anchoring.stamp_due()
    assert {len(asked) for asked in authority.asked} <= {len(request(bytes(32), 1 << n)) for n in range(63)}


def test_the_queue_outlives_an_authority_that_is_down(
    desk: Desk, authority: Authority, clock: FakeClock, tmp_path: Path
) -> None:
    authority.down = True
    for name in ("one", "two"):
        submit(desk, name)
    assert desk.anchoring.stamp_due().waiting == 2
    assert len(authority.asked) == 1, "an authority that is down is asked once, not once a receipt"
    assert [report(desk, one).verdict for one in stored(desk)] == [Verdict.GENUINE] * 2
    assert desk.anchoring.stamp_due().waiting == 0, "nothing is due at once"
    authority.down = False
    clock.advance(61)
    again = desk_in(tmp_path, clock, tsa_urls=(authority.url,))
    assert again.anchoring.stamp_due().done == 2
    assert all(report(again, one, authority).until for one in stored(again))
    again.close()


@pytest.mark.parametrize("lie", ["other_digest", "old_answer", "nothing", "html", "too_long"])
def test_a_lying_authority_stamps_nothing(lie: str, desk: Desk, authority: Authority) -> None:
    old = authority.reply(request(bytes(32), 5))
    answers = {"nothing": b"", "html": b"<html>", "too_long": bytes(1_000_000), "old_answer": old}
    authority.answer = lambda query: (
        answers.get(lie) if lie in answers else authority.reply(query[:30] + b"x" + query[31:])
    )
    submit(desk, "one")
    assert desk.anchoring.stamp_due().waiting == 1
    (receipt,) = stored(desk)
    assert report(desk, receipt, authority).until is None
    (row,) = desk.registry.submissions()
    owed = next(one for one in desk.registry.obligations_of(row.id) if one.kind == "stamp")
    assert owed.state is ObligationState.WAITING and owed.last_fault
    assert desk.anchoring.anchor() is None


def test_a_second_authority_steps_in(tmp_path: Path, authority: Authority, clock: FakeClock) -> None:
    authority.down = True
    with serving(new_authority(tmp_path / "second", "ec", "Seconde autorité")) as second:
        desk = desk_in(tmp_path, clock, tsa_urls=("ftp://nowhere", authority.url, second.url))
        submit(desk, "one")
        assert desk.anchoring.stamp_due().done == 1
        assert report(desk, stored(desk)[0], second).until is not None
        authority.down = False
        anchor = desk.anchoring.anchor()
        assert anchor is not None and len(anchor.stamps) == 2, "the root is stamped by all that answer"
        desk.close()


def test_without_authority_nothing_waits(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    submit(desk, "one")
    (row,) = desk.registry.submissions()
    assert "stamp" not in {one.kind for one in desk.registry.obligations_of(row.id)}
    assert not desk.anchoring.configured
    desk.close()


def test_an_erased_receipt_waits_for_nothing(desk: Desk) -> None:
    visit, _ = submit(desk, "one")
    desk.vault.remove_visit(visit.id)
    assert desk.anchoring.stamp_due().done == 1
    assert not desk.vault.has(visit.id, RECEIPT)


def test_roots_are_chained_and_give_receipts_a_time_before(desk: Desk, authority: Authority, clock: FakeClock) -> None:
    names = []
    for _ in range(3):
        submit(desk, f"page {len(names)}")
        anchor = desk.anchoring.anchor()
        assert anchor is not None
        names.append(anchor.name)
        clock.advance(33 * 24 * 3600)
    clock.advance(-3 * 33 * 24 * 3600)
    last = (desk.settings.anchors_dir / names[2] / "statement.txt").read_text()
    assert f"previous {names[1]} " in last and f"month {names[1]} " in last
    visit, _ = submit(desk, "last")
    receipt = desk.submissions.receipt(visit)
    trusted = read_certificates((desk.settings.keys_dir / "kiosk.cert.pem").read_bytes())
    attested = attested_by(receipt, trusted)
    assert attested is not None and attested.evidence.since is not None
    assert report(desk, receipt, authority).since is not None
    assert attested.evidence.log is not None
    assert attested.evidence.log.checkpoint.size == 7, "four submissions and three stampings"


def test_a_duplicate_ticket_says_between_which_times(desk: Desk) -> None:
    desk.anchoring.anchor()
    visit, _ = submit(desk, "one")
    before = desk.submissions.duplicate_ticket(visit)
    desk.anchoring.stamp_due()
    assert desk.submissions.duplicate_ticket(visit) != before


@pytest.fixture
def here(tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The `kiosk` program's own folder."""
    monkeypatch.setenv("KIOSK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("KIOSK_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setenv("KIOSK_SETTINGS", str(tmp_path / "none.toml"))
    monkeypatch.setenv("KIOSK_TSA_URLS", json.dumps([authority.url]))
    return tmp_path


def test_the_commands_of_time(here: Path, authority: Authority, capsys: pytest.CaptureFixture[str]) -> None:
    root = here / "authority" / "root.pem"
    assert cli.main(["anchor"]) == 0
    desk = desk_in(here, tsa_urls=(authority.url,))
    submit(desk, "one")
    (here / "early.pdf").write_bytes(stored(desk)[0])
    authority.down = True
    assert cli.main(["anchor"]) == 1
    authority.down = False
    assert cli.main(["anchor"]) == 0
    (here / "late.pdf").write_bytes(stored(desk)[0])
    desk.close()
    capsys.readouterr()
    assert cli.main(["verify", str(here / "late.pdf"), "--authority", str(root), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["since"] and said["until"] and "Établi entre le" in said["sentence"]
    assert cli.main(["ledger", "verify", str(here / "late.pdf"), "--authority", str(root), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["anchors"] == {"count": 2, "vouched": 2, "broken": []}
    stamp = next((here / "data" / "anchors").glob("*/1.tst"))
    stamp.write_bytes(stamp.read_bytes()[:-1])
    assert cli.main(["ledger", "verify"]) == 1
    assert "horodatage" in capsys.readouterr().out


def test_anchor_without_authority_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_TSA_URLS", "[]")
    assert cli.main(["anchor"]) == 2


def test_papers_witness_the_ledger(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = desk_in(here)
    for number in range(1, 4):
        visit, _ = submit(desk, f"page {number}")
        (here / f"{number}.pdf").write_bytes(desk.submissions.receipt(visit))
    desk.close()
    one, two, three = (str(here / f"{number}.pdf") for number in (1, 2, 3))
    assert cli.main(["ledger", "checkpoint", "--size", "2"]) == 0
    (here / "two.txt").write_text(capsys.readouterr().out)
    assert cli.main(["ledger", "verify", "--since", one, "--since", str(here / "two.txt")]) == 0
    for pair in ((one, three), (three, one), (two, two), (one, str(here / "two.txt"))):
        assert cli.main(["ledger", "compare", *pair]) == 0
    assert cli.main(["ledger", "export", "--out", str(here / "tiles")]) == 0
    assert sorted(path.name for path in (here / "tiles").iterdir()) == [
        "checkpoint",
        "log.vkey",
        "log.vkey.sig",
        "tile",
    ]
    shutil.move(here / "data" / "ledger.db", here / "hidden.db")
    assert cli.main(["ledger", "compare", one, three]) == 2
    assert cli.main(["ledger", "compare", one, three, "--tiles", str(here / "tiles")]) == 0
    (next((here / "tiles" / "tile" / "0").rglob("3"))).write_bytes(bytes(96))
    assert cli.main(["ledger", "compare", one, three, "--tiles", str(here / "tiles")]) == 2, "bad tiles accuse nobody"


def test_a_rewritten_ledger_is_convicted_by_two_papers(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The kiosk's owner, with all its keys, replaces the ledger by another one: the papers already out disagree."""
    desk = desk_in(here)
    submit(desk, "one")
    (here / "old.pdf").write_bytes(stored(desk)[0])
    desk.close()
    for name in ("ledger.db", "ledger.db-wal", "ledger.db-shm", "ledger.db-head", "registry.db"):
        (here / "data" / name).unlink(missing_ok=True)
    desk = desk_in(here)
    for name in ("same-size", "new"):
        visit, _ = submit(desk, name)
        (here / f"{name}.pdf").write_bytes(desk.submissions.receipt(visit))
    desk.close()
    assert cli.main(["ledger", "verify"]) == 0, "by itself the new ledger is sound"
    old, same, new = (str(here / f"{name}.pdf") for name in ("old", "same-size", "new"))
    assert cli.main(["verify", old]) == 0, "and the old paper is genuine"
    assert cli.main(["ledger", "compare", old, same]) == 1, "two papers of one size need nothing else"
    assert cli.main(["ledger", "compare", old, new]) == 1
    assert cli.main(["ledger", "verify", "--since", old]) == 1
    assert "réécrit" in capsys.readouterr().out


def test_the_log_refuses_what_is_no_paper_of_its(here: Path, tmp_path: Path) -> None:
    desk = desk_in(here)
    submit(desk, "one")
    (here / "one.pdf").write_bytes(stored(desk)[0])
    desk.close()
    (here / "not.txt").write_text("bonjour")
    for arguments in (
        ["verify", "--since", str(here / "not.txt")],
        ["verify", "--since", str(here / "absent.pdf")],
        ["compare", str(here / "one.pdf"), str(here / "not.txt")],
        ["compare", str(here / "one.pdf"), str(here / "absent.pdf")],
        ["checkpoint", "--size", "9"],
        ["compare", str(here / "one.pdf"), str(here / "one.pdf"), "--log-key", str(here / "absent")],
    ):
        expected = 0 if "--log-key" in arguments else 2
        assert cli.main(["ledger", *arguments]) == expected, arguments
    assert sqlite3.connect(here / "data" / "ledger.db").close() is None
