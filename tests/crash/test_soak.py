"""Five hundred kill -9 at random instants of whole visits: nothing acknowledged is lost, nothing half done is valid."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 500
AT_ONCE = 2
"""Kiosks killed side by side, one a core of a small machine."""


@pytest.mark.timeout(900)
def test_five_hundred_kills(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.crash.soak", "--kills", str(KILLS // AT_ONCE), "--folder", str(tmp_path)]
    running = [
        subprocess.Popen([*command, "--seed", str(seed)], stdout=subprocess.PIPE, text=True) for seed in range(AT_ONCE)
    ]
    ended = [(process.communicate()[0], process.returncode) for process in running]
    outcomes = [json.loads(text) for text, _ in ended]
    assert [(one["lost"], one["wrong"]) for one in outcomes] == [([], [])] * AT_ONCE
    assert [status for _, status in ended] == [0] * AT_ONCE
    total = {
        name: sum(one[name] for one in outcomes) for name in ("kills", "pages", "receipts", "taken_up", "cut_short")
    }
    assert total["kills"] == KILLS
    # The kills fell on all parts of a visit, or they show nothing.
    assert min(total["pages"], total["receipts"], total["taken_up"], total["cut_short"]) > KILLS // 20, total
