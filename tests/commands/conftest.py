"""The `kiosk` program as a person or a script runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Kiosk = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    """`kiosk("verify", path)` with its own data; never a traceback."""

    def call(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            env={
                **os.environ,
                "KIOSK_DATA_DIR": str(tmp_path / "data"),
                "KIOSK_RUNTIME_DIR": str(tmp_path / "run"),
                "KIOSK_SETTINGS": str(tmp_path / "none.toml"),
                **environment,
            },
        )
        assert "Traceback" not in done.stderr + done.stdout, done.stderr
        return done

    return call
