"""The commands of mediators and visitors after a visit, against a running core."""

import json
import os
import subprocess
import sys

import pytest

from kiosk.clock import FakeClock
from tests.support.desk import MORNING, quiet_desk, submitted
from tests.support.running_core import running_core


@pytest.fixture
def visited(tmp_path):
    """A running core that has served two visits before."""
    desk = quiet_desk(tmp_path, FakeClock(MORNING))
    visits = [submitted(desk, 3), submitted(desk)]
    desk.close()
    with running_core(tmp_path, KIOSK_PRINT_FOLDER=str(tmp_path / "prints")) as core:
        core.screen().at("standby")
        yield core, visits


def test_from_sent_to_erased(visited, tmp_path):
    _, ((visit, issued), (_, other)) = visited
    out = tmp_path / "papers"

    def kiosk(*arguments, status=0):
        environment = {
            **os.environ,
            "KIOSK_DATA_DIR": str(tmp_path / "data"),
            "KIOSK_RUNTIME_DIR": str(tmp_path / "run"),
            "KIOSK_SETTINGS": str(tmp_path / "none.toml"),
            "KIOSK_REMINDER_DAYS": "1",
        }
        command = [sys.executable, "-m", "kiosk", *map(str, arguments)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr and done.returncode == status, (arguments, done.stdout, done.stderr)
        return done

    kiosk("outbox", "sent", issued.number, "--reference", "FT-889", "--pages", "1", "--out", out, "--print")
    names = {
        f"suivi_{issued.number}_sent{ending}"
        for ending in (".png", ".pdf", "-comptees.png", "-comptees.pdf", "-lettre.pdf")
    }
    assert {path.name for path in out.iterdir()} == names
    assert len(list((tmp_path / "prints").iterdir())) == 5
    for name in (f"suivi_{issued.number}_sent-comptees.png", f"suivi_{issued.number}_sent-comptees.pdf"):
        assert "1 pages comptées sur 3" in kiosk("verify", out / name).stdout
    assert "« Envoyé »" in kiosk("verify", out / f"suivi_{issued.number}_sent.pdf").stdout
    kiosk("outbox", "sent", issued.number, status=2)
    kiosk("outbox", "decided", issued.number, "--document", out / "none.pdf", status=2)
    listed = {row["number"]: row for row in json.loads(kiosk("receipts", "list", "--json").stdout)}
    assert listed[issued.number]["state"] == "counted" and listed[other.number]["state"] == "prepared"
    (due,) = kiosk("outbox", "due").stdout.splitlines()
    assert due.startswith(other.number) and due.endswith("à transmettre"), "what was counted waits for nobody here"
    kiosk("receipts", "reprint", issued.number, "--out", out)
    assert "Authentique" in kiosk("verify", out / f"duplicata_{issued.number}.pdf").stdout
    kiosk("receipts", "reprint", issued.number, "--event", "sent", "--out", out)
    erased = kiosk("erase", "--key", " ".join(visit.words), "--out", out)
    assert issued.number in erased.stdout
    assert "Copies effacées" in kiosk("verify", out / f"effacement_{issued.number}.png").stdout
    kiosk("receipts", "reprint", issued.number, status=2)
    kiosk("erase", "--key", visit.identity, status=2)
    assert "copies effacées" in kiosk("receipts", "list").stdout
    kiosk("ledger", "verify")
    # a receipt outlives its pages
    assert "Authentique" in kiosk("verify", out / f"duplicata_{issued.number}.pdf").stdout, (
        "a receipt outlives its pages"
    )
