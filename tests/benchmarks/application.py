"""The running application: start to first frame, and the longest time the screen did not answer during a whole visit."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path


def played_visit() -> dict[str, object]:
    """The timings that the demonstration visit leaves: pages are read while it goes on."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "demo"
        subprocess.run(
            [sys.executable, "-m", "kiosk", "demo", "--out", str(out)], check=True, stdout=subprocess.DEVNULL
        )
        timings: dict[str, object] = json.loads((out / "timings.json").read_text())
        return timings
