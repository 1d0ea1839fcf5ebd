"""For all tests: data of their own, and no deadline of Hypothesis on a shared machine."""

import pytest
from hypothesis import settings

settings.register_profile("temoin", deadline=None)
settings.load_profile("temoin")


@pytest.fixture(autouse=True)
def _no_data_of_this_machine(monkeypatch, tmp_path_factory):
    """A test that forgets to say where its data goes must not touch those of a real kiosk."""
    aside = tmp_path_factory.mktemp("aside")
    monkeypatch.setenv("KIOSK_SETTINGS", str(aside / "none.toml"))
    monkeypatch.setenv("KIOSK_DATA_DIR", str(aside / "data"))
    monkeypatch.setenv("KIOSK_RUNTIME_DIR", str(aside / "run"))
