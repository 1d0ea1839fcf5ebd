"""A guide to spoil."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings as hypothesis_settings

from kiosk.assets import asset

# A slow machine is no failure: Hypothesis does not time its examples.
hypothesis_settings.register_profile("unhurried", deadline=None)
hypothesis_settings.load_profile("unhurried")


@pytest.fixture
def content() -> dict[str, Any]:
    """What a good guide file contains."""
    loaded: dict[str, Any] = yaml.safe_load(asset("guides", "ft.bulletins.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Writes a guide file and returns its path."""

    def write(content: object, name: str = "ft.bulletins.yaml") -> Path:
        path = tmp_path / name
        path.write_text(content if isinstance(content, str) else yaml.safe_dump(content), encoding="utf-8")
        return path

    return write
