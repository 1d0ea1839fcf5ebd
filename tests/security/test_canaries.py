"""After a visit, nothing that was on the pages and no secret is found in any byte that the kiosk leaves."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.mediation.client import request
from kiosk.proof import qr
from kiosk.settings import Settings
from tests.support.authority import new_authority, serving
from tests.support.running_core import running_core
from tests.support.visits import begin, hand_over, leave, three_payslips

# What the sample payslips say; the printed papers (outside the data directory here) may name months and employer.
CANARIES = [
    b"BOULANGERIE",
    b"Boulangerie",
    b"AUBERTIN",
    b"Aubertin",
    b"2 80 03 13 667 050 61",
    b"280031366705061",
    b"1451.60",
]
AGE = shutil.which("age") or "/usr/bin/age"
SECRET = re.compile(rb"AGE-SECRET-KEY-1[A-Z0-9]{58}")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _may_hold_a_key(path: Path, settings: Settings) -> bool:
    """The desk's key and the day keys are files here; none of them opens a page."""
    return path == settings.keys_dir / "desk.identity" or path.parent == settings.epochs_dir


def _pieces_of_the_key(prints: Path) -> list[bytes]:
    """Of what is printed on the key ticket, in either case."""
    (stub,) = prints.glob("key-*.png")
    (identity,) = qr.read(qr.open_picture(stub.read_bytes()))
    found = [identity[at : at + 12].encode() for at in range(16, 72, 8)]
    return [*found, *(piece.lower() for piece in found)]


@pytest.fixture
def authority(tmp_path):
    with serving(new_authority(tmp_path / "authority", "ec")) as opened:
        yield opened


def test_no_byte_of_a_page_and_no_key_is_left(tmp_path, authority):
    """Stamps, anchors and the log's files included, and what programs leave in the folder for temporary files."""
    prints, temporary = tmp_path / "prints", tmp_path / "temporary"
    temporary.mkdir()
    environment = {"KIOSK_PRINT_FOLDER": str(prints), "TMPDIR": str(temporary)}
    with running_core(tmp_path, KIOSK_TSA_URLS=json.dumps([authority.url]), **environment) as core:
        screen = core.screen()
        begin(screen)
        three_payslips(screen)
        hand_over(screen)
        pieces = _pieces_of_the_key(prints)
        leave(screen)
        screen.close()
        assert request(core.settings.control_socket, {"control": "anchor"}, seconds=60.0)["ok"]
        assert core.stop() == 0
    left = _files(tmp_path / "data") + _files(tmp_path / "run") + _files(temporary) + [tmp_path / "core.log"]
    assert list(core.settings.anchors_dir.rglob("*.tst"))
    asked = b"".join(authority.asked)
    assert not [canary for canary in (*CANARIES, *pieces) if canary in asked], "the authority learns digests only"
    assert any(path.name.endswith(".scan.age") for path in left)
    samples = [path.read_bytes()[2000:2064] for path in Path("assets/samples").glob("*.jpg")]
    for path in left:
        content = path.read_bytes()
        for canary in (*CANARIES, *samples):
            assert canary not in content, f"{path.name} holds {canary!r}"
        if not _may_hold_a_key(path, core.settings):
            assert not SECRET.search(content), f"{path.name} holds a key"
        assert not any(piece in content for piece in pieces), f"{path.name} holds a piece of the visitor’s key"


def test_the_key_ticket_opens_the_pages_with_the_stock_program(tmp_path):
    prints = tmp_path / "prints"
    with running_core(tmp_path, KIOSK_PRINT_FOLDER=str(prints)) as core:
        screen = core.screen()
        begin(screen)
        secret = next(core.settings.secrets_dir.iterdir()).read_text()
        three_payslips(screen)
        hand_over(screen)
        leave(screen)
        assert list(prints.glob("key-*.png")), "no key ticket came out"
    identity = tmp_path / "key.txt"
    identity.write_text(secret + "\n")
    (day,) = core.settings.epochs_dir.glob("*.identity")
    for sealed in core.settings.vault_dir.rglob("*.scan.age"):
        outer = subprocess.run([AGE, "-d", "-i", str(day), str(sealed)], capture_output=True, check=True)
        opened = subprocess.run([AGE, "-d", "-i", str(identity)], input=outer.stdout, capture_output=True, check=True)
        assert opened.stdout.startswith(b"\xff\xd8")


def test_erasing_leaves_no_page(tmp_path):
    from kiosk.journey.actions import Action

    with running_core(tmp_path) as core:
        screen = core.screen()
        begin(screen)
        three_payslips(screen)
        screen.tap(Action.BACK)
        screen.tap(Action.ERASE_ALL)
        screen.at("goodbye")
        screen.tap(Action.ALL_TAKEN)
        screen.at("standby")
        core.stop()
    assert not list(core.settings.vault_dir.rglob("*.age"))
    assert not list(core.settings.secrets_dir.glob("*"))
