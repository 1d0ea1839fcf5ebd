"""Nothing personal can reach a log."""

import json
import subprocess
import sys

SCRIPT = """
import structlog
from kiosk.logs import set_up_logs
set_up_logs()
log = structlog.get_logger()
log.info("step", step="place", employer="CANARY-EMPLOYER", file="CANARY-FILE")
try:
    raise ValueError("CANARY-TEXT")
except ValueError:
    log.exception("effect_failed", effect="Submit")
"""


def test_only_listed_keys_and_never_the_text_of_an_exception():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert "CANARY" not in done.stderr
    assert lines[0]["step"] == "place"
    assert lines[1]["error"] == "ValueError" and lines[1]["where"].startswith("<string>:")
