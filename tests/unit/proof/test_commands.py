"""`kiosk verify`, `kiosk ledger verify`, `kiosk unseal`: exit status, one sentence, never a traceback."""

import argparse
import hashlib
import json
import os
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.commands import ledger as ledger_command
from kiosk.commands import unseal as unseal_command
from kiosk.commands import verify as verify_command
from kiosk.proof.code import make_proof
from kiosk.proof.keys import KioskKey
from kiosk.proof.manifest import manifest_digest
from kiosk.proof.model import LedgerPosition, Manifest
from kiosk.proof.receipt import render_receipt
from kiosk.proof.seal import identity_text, recipient, seal
from kiosk.proof.ticket import render_ticket
from kiosk.storage.ledger import Ledger
from tests.unit.proof.conftest import ISSUED_AT, POSITION, manifest_of, page_bytes

SECRET = bytes(range(16))


def kiosk(*arguments: str | Path) -> int:
    """Run one of our commands as the `kiosk` program does."""
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    for command in (verify_command, ledger_command, unseal_command):
        command.add_parser(commands)
    chosen = parser.parse_args([str(argument) for argument in arguments])
    return int(chosen.handler(chosen))


@pytest.fixture
def folder(tmp_path: Path, receipt: bytes, manifest: Manifest, key: KioskKey, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A kiosk's data folder with its certificate, and what a visitor left with."""
    keys = tmp_path / "data" / "keys"
    keys.mkdir(parents=True)
    (keys / "kiosk.cert.pem").write_bytes(key.certificate_pem)
    (tmp_path / "receipt.pdf").write_bytes(receipt)
    (tmp_path / "ticket.png").write_bytes(render_ticket(manifest, POSITION, make_proof(manifest, POSITION, key)))
    for number in (1, 2, 3):
        (tmp_path / f"page{number}.jpg").write_bytes(page_bytes(number))
    monkeypatch.setenv("KIOSK_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


def test_genuine_is_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("verify", folder / "receipt.pdf", folder / "page1.jpg", folder / "page3.jpg") == 0
    assert "Authentique" in capsys.readouterr().out
    assert kiosk("verify", folder / "ticket.png") == 0
    assert "Code authentique" in capsys.readouterr().out


def test_altered_is_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("receipt.pdf", "page2.jpg"):
        data = bytearray((folder / name).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / f"changed-{name}").write_bytes(data)
    assert kiosk("verify", folder / "changed-receipt.pdf") == 1
    assert "modifié" in capsys.readouterr().out.splitlines()[-1]
    assert kiosk("verify", folder / "receipt.pdf", folder / "changed-page2.jpg") == 1
    assert "Le fichier 1 n’est aucune des pages" in capsys.readouterr().out.splitlines()[-1]


def test_another_kiosk_is_1(folder: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.pem"
    stranger.write_bytes(KioskKey.generate("x", ISSUED_AT).certificate_pem)
    assert kiosk("verify", folder / "receipt.pdf", "--trust", stranger) == 1
    assert kiosk("verify", folder / "ticket.png", "--trust", stranger) == 1


def test_unusable_is_2(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "text.pdf").write_bytes(b"bonjour")
    for arguments in (
        ("missing.pdf",),
        ("empty.pdf",),
        ("text.pdf",),
        ("data",),
        ("receipt.pdf", "missing.jpg"),
        ("ticket.png", "page1.jpg"),
    ):
        assert kiosk("verify", *(folder / name for name in arguments)) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert len(told.err.splitlines()) == 1
    assert kiosk("verify", folder / "receipt.pdf", "--trust", folder / "text.pdf") == 2
    monkeypatch.setenv("KIOSK_DATA_DIR", str(folder / "elsewhere"))
    assert kiosk("verify", folder / "receipt.pdf") == 2
    assert "--trust" in capsys.readouterr().err


def test_json_has_every_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("verify", folder / "receipt.pdf", folder / "page2.jpg", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["verdict"] == "genuine"
    assert [check["name"] for check in said["checks"] if check["passed"]] == [
        "signature",
        "code",
        "manifest",
        "validity",
        "page 1",
    ]
    assert kiosk("verify", folder / "missing.pdf", "--json") == 2
    assert json.loads(capsys.readouterr().out)["verdict"] == "unusable"


def test_a_renewed_kiosk_knows_its_old_receipts(folder: Path, key: KioskKey) -> None:
    keys = folder / "data" / "keys"
    (keys / "2025.cert.pem").write_bytes(key.certificate_pem)
    (keys / "kiosk.cert.pem").write_bytes(KioskKey.generate("x", ISSUED_AT).certificate_pem)
    assert kiosk("verify", folder / "receipt.pdf") == 0


def issue(folder: Path, key: KioskKey) -> Path:
    """A receipt that is in the kiosk's ledger."""
    manifest = manifest_of(2)
    ledger = Ledger(folder / "data" / "ledger.db", key.sign, FakeClock(ISSUED_AT))
    with ledger.append("receipt", manifest.submission_id) as entry:
        pdf = render_receipt(manifest, entry.position(manifest_digest(manifest)), key, {})
    ledger.close()
    (folder / "issued.pdf").write_bytes(pdf)
    return folder / "issued.pdf"


def test_the_ledger_is_verified(folder: Path, key: KioskKey, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("ledger", "verify") == 2
    capsys.readouterr()
    issued = issue(folder, key)
    assert kiosk("ledger", "verify", issued) == 0
    assert "Registre intact\u00a0: 1 ligne," in capsys.readouterr().out
    assert kiosk("ledger", "verify", folder / "receipt.pdf") == 1
    assert "n’est pas dans le registre" in capsys.readouterr().out
    assert kiosk("ledger", "verify", folder / "ticket.png") == 2
    assert kiosk("ledger", "verify", "--ledger", folder / "receipt.pdf") == 2
    assert kiosk("ledger", "verify", "--json") == 0


def test_a_ledger_of_another_kiosk_is_not_intact(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue(folder, KioskKey.generate("x", ISSUED_AT))
    assert kiosk("ledger", "verify") == 1
    assert "à partir de la ligne 1" in capsys.readouterr().out


def test_sealed_copies_are_opened(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sealed, out = folder / "page1.jpg.age", folder / "out"
    sealed.write_bytes(seal(page_bytes(1), [recipient(SECRET)]))
    stub = folder / "cle.txt"
    stub.write_text(f"# ma clé\n{identity_text(SECRET)}\n", "utf-8")
    assert kiosk("unseal", sealed, "--key", stub, "--out", out) == 0
    assert (out / "page1.jpg").read_bytes() == page_bytes(1)
    assert (out / "page1.jpg").stat().st_mode & 0o777 == 0o600
    assert kiosk("unseal", sealed, "--key", identity_text(SECRET), "--out", out) == 2
    assert "existe déjà" in capsys.readouterr().err
    assert kiosk("unseal", sealed, "--key", identity_text(SECRET).lower(), "--out", folder / "again") == 0


def test_a_wrong_key_opens_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sealed, out = folder / "page1.jpg.age", folder / "out"
    sealed.write_bytes(seal(page_bytes(1), [recipient(SECRET)]))
    assert kiosk("unseal", sealed, "--key", identity_text(os.urandom(16)), "--out", out) == 1
    for key in ("bonjour", folder / "missing.txt", folder):
        assert kiosk("unseal", sealed, "--key", key, "--out", out) == 2
    for file in ("missing.age", "page1.jpg"):
        assert kiosk("unseal", folder / file, "--key", identity_text(SECRET), "--out", out) == 2
    assert list(out.iterdir()) == []
    assert all(len(line) < 120 for line in capsys.readouterr().err.splitlines())


def test_a_receipt_says_where_it_stands(folder: Path, key: KioskKey) -> None:
    issued = issue(folder, key)
    ledger = Ledger(folder / "data" / "ledger.db")
    row = ledger.has("receipt", "5f1c0a")
    ledger.close()
    assert row is not None
    assert row.commitment == manifest_digest(manifest_of(2))
    assert hashlib.sha256(issued.read_bytes()).digest() != row.commitment
    assert LedgerPosition(row.sequence, row.head) != POSITION
