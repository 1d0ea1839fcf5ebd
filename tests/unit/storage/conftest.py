"""An empty registry."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.storage.engine import migrate, open_engine
from kiosk.storage.registry import Registry


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    engine = open_engine(f"sqlite:///{tmp_path / 'registry.db'}")
    migrate(engine)
    registry = Registry(engine)
    yield registry
    registry.close()
