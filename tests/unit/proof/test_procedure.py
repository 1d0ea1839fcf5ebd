"""The commands printed on a receipt do what it says they do, typed exactly as they are printed."""

import subprocess
from pathlib import Path

import pytest

from kiosk.proof import procedure
from kiosk.proof.keys import KioskKey
from kiosk.proof.receipt import render_receipt
from kiosk.proof.seal import identity_text, recipient, seal
from tests.support.stock import run
from tests.unit.proof.conftest import ISSUED_AT, POSITION, manifest_of, page_bytes
from tests.vectors.suite import FILES

SECRET = bytes(range(16))
WITHOUT_STAMP = [*procedure.SIGNED_FILE, *procedure.SIGNED_CODE, *procedure.PAGES, *procedure.UNSEAL]


@pytest.fixture
def folder(tmp_path: Path, receipt: bytes, key: KioskKey) -> Path:
    """What a stranger has in hand."""
    (tmp_path / "recu.pdf").write_bytes(receipt)
    (tmp_path / "borne.pem").write_bytes(key.certificate_pem)
    (tmp_path / "page.jpg").write_bytes(page_bytes(2))
    (tmp_path / "page.jpg.age").write_bytes(seal(page_bytes(2), [recipient(SECRET)]))
    (tmp_path / "cle.txt").write_text(identity_text(SECRET) + "\n", "ascii")
    return tmp_path


def printed(pdf: Path) -> list[str]:
    """The commands on the paper, as a PDF viewer copies them."""
    text = subprocess.run(["/usr/bin/pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return [line.removeprefix("$ ") for line in text.splitlines() if line.startswith("$ ")]


def test_the_paper_has_every_command(folder: Path) -> None:
    expected = [*procedure.SIGNED_FILE, *procedure.STAMPED, *WITHOUT_STAMP[len(procedure.SIGNED_FILE) :]]
    assert printed(folder / "recu.pdf") == expected


def test_the_printed_commands_confirm_an_honest_receipt(folder: Path) -> None:
    (folder / "page.jpg").unlink()
    commands = [one for one in printed(folder / "recu.pdf") if one not in procedure.STAMPED]
    assert commands == WITHOUT_STAMP
    status, said = run([commands[-1], *commands[:-1]], folder)
    assert status == 0, said
    assert "Total document signed" in said
    assert "Signature is Valid" in said
    assert "CMS Verification successful" in said
    assert "Verified OK" in said
    assert said.rstrip().splitlines()[-2:] == ["1", "1"]


def test_they_refuse_a_changed_page_and_a_changed_list(folder: Path) -> None:
    status, _ = run(procedure.SIGNED_CODE, folder)
    assert status == 0
    (folder / "page.jpg").write_bytes(page_bytes(4))
    status, said = run(procedure.PAGES, folder)
    assert (status, said.split()) == (1, ["1", "0"])
    (folder / "manifeste.cbor").write_bytes(b"x" + (folder / "manifeste.cbor").read_bytes())
    assert run(procedure.PAGES, folder)[0] == 1


def test_they_refuse_another_kiosk(folder: Path) -> None:
    (folder / "borne.pem").write_bytes(KioskKey.generate("perpignan-01", ISSUED_AT).certificate_pem)
    assert run(procedure.SIGNED_FILE, folder)[0] == 1
    assert run(procedure.SIGNED_CODE, folder)[0] == 1


def test_they_refuse_a_changed_file(folder: Path, receipt: bytes) -> None:
    changed = bytearray(receipt)
    changed[len(changed) // 3] ^= 1
    (folder / "recu.pdf").write_bytes(changed)
    status, said = run(procedure.SIGNED_FILE, folder)
    assert status == 1
    assert "CMS Verification failure" in said


def test_an_expired_certificate_changes_nothing(folder: Path) -> None:
    """The clock of the machine does not matter to them: this kiosk's certificate ended in 2005."""
    long_ago = ISSUED_AT.replace(year=2000)
    old = KioskKey.generate("perpignan-01", long_ago)
    (folder / "recu.pdf").write_bytes(render_receipt(manifest_of(3, issued_at=long_ago), POSITION, old, {}))
    (folder / "borne.pem").write_bytes(old.certificate_pem)
    status, said = run([*procedure.SIGNED_FILE, *procedure.SIGNED_CODE, *procedure.PAGES], folder)
    assert status == 0, said


@pytest.mark.parametrize(
    ("file", "kiosk"),
    [
        ("evidence-stamped", "kiosk"),
        ("stamped-once", "kiosk"),
        ("chained-stamped", "chained-kiosk"),
        ("chained", "root"),
    ],
)
def test_they_confirm_stamped_and_chained_receipts(file: str, kiosk: str, tmp_path: Path) -> None:
    given = {"recu.pdf": f"{file}.pdf", "borne.pem": f"{kiosk}.pem", "autorite.pem": "authority-a.pem"}
    for name, vector in given.items():
        (tmp_path / name).write_bytes((FILES / vector).read_bytes())
    status, said = run(procedure.SIGNED_FILE, tmp_path)
    assert status == 0, said
    assert "CMS Verification successful" in said
    status, said = run([*procedure.SIGNED_FILE, *procedure.STAMPED], tmp_path)
    assert (status == 0) == ("stamped" in file), said
    if "stamped" not in file:
        return
    assert "Verification: OK" in said
    (tmp_path / "autorite.pem").write_bytes((FILES / "authority-b.pem").read_bytes())
    assert run([*procedure.SIGNED_FILE, *procedure.STAMPED], tmp_path)[0] == 1


def test_they_refuse_a_false_stamp_and_an_altered_receipt_below_one(tmp_path: Path) -> None:
    for name, vector in (("borne.pem", "kiosk.pem"), ("autorite.pem", "authority-a.pem")):
        (tmp_path / name).write_bytes((FILES / vector).read_bytes())
    for vector in (
        "stamped-a-false-signature-of-the-stamp",
        "stamped-an-altered-receipt",
        "stamped-another-page-inside",
    ):
        (tmp_path / "recu.pdf").write_bytes((FILES / f"{vector}.pdf").read_bytes())
        assert run([*procedure.SIGNED_FILE, *procedure.STAMPED], tmp_path)[0] == 1, vector
