"""A power cut takes the secret in memory away. The key ticket brings the visit back, for its owner only."""

import shutil
import subprocess
import sys
from pathlib import Path

from kiosk.journey.actions import Action
from kiosk.proof import qr
from tests.support.running_core import running_core
from tests.support.visits import begin, hand_over, scan_until_accepted


def resume(core, key: str) -> subprocess.CompletedProcess[str]:
    import os

    environment = {
        **os.environ,
        "KIOSK_DATA_DIR": str(core.folder / "data"),
        "KIOSK_RUNTIME_DIR": str(core.folder / "run"),
        "KIOSK_SETTINGS": str(core.folder / "none.toml"),
    }
    command = [sys.executable, "-m", "kiosk", "resume", "--key", "-"]
    done = subprocess.run(command, input=key, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done


def test_the_stub_brings_the_visit_back(tmp_path: Path):
    prints = tmp_path / "prints"
    with running_core(tmp_path, KIOSK_PRINT_FOLDER=str(prints)) as core:
        screen = core.screen()
        begin(screen)
        scan_until_accepted(screen)
        core.kill()
        shutil.rmtree(core.settings.secrets_dir)
        (stub,) = prints.glob("key-*.png")
        (key,) = qr.read(qr.open_picture(stub.read_bytes()))
        core.start()
        screen = core.screen()
        screen.at("standby")
        wrong = resume(core, "AGE-SECRET-KEY-1" + "Q" * 58)
        assert wrong.returncode == 2
        done = resume(core, key)
        assert done.returncode == 0, done.stderr
        assert "Pages gardées : 1" in done.stdout
        assert screen.at("resume").screen.pages == 1
        assert resume(core, key).returncode == 2, "one at a time"
        screen.tap(Action.RESUME)
        assert len(screen.at("another_sheet").screen.pages) == 1
        number = hand_over(screen).screen.number
        assert list(prints.glob(f"{number}-receipt.pdf"))
        screen.tap(Action.RECEIPT_TAKEN)
        screen.tap(Action.ALL_TAKEN)
        screen.at("standby")
        over = resume(core, key)
        assert over.returncode == 2 and "finie" in over.stderr
        assert not list(core.settings.secrets_dir.glob("*"))
