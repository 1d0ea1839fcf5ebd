"""The running application: start to first frame, and the longest time the screen did not answer during a visit."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

WHILE_PAGES_ARE_READ = (
    "place_sheet",
    "scanning",
    "page_accepted",
    "page_refused",
    "another_sheet",
    "checking",
    "missing_months",
)


def played_visit() -> dict[str, object]:
    """The timings that the demonstration visit leaves: pages are read while it goes on."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "demo"
        subprocess.run(
            [sys.executable, "-m", "kiosk", "demo", "--out", str(out)], check=True, stdout=subprocess.DEVNULL
        )
        timings: dict[str, object] = json.loads((out / "timings.json").read_text())
        return timings


def longest_block_ms(timings: dict[str, object]) -> float:
    """The longest time without a tick from the first sheet to the review, while pages are scanned and read."""
    gaps = timings["gaps_ms"]
    assert isinstance(gaps, dict)
    return max(float(gaps[screen]) for screen in WHILE_PAGES_ARE_READ if screen in gaps)
