"""The commands printed on a receipt, run by `sh` in a folder."""

import subprocess
from collections.abc import Sequence
from pathlib import Path


def run(commands: Sequence[str], folder: Path) -> tuple[int, str]:
    """The exit status of the first command that fails (0 if none does), and all that was said."""
    script = "\n".join(f"{command} || exit 1" for command in commands)
    command = ["/bin/sh", "-c", script]
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout
