"""Settings come from the environment and from a file, and a wrong one is named."""

import pytest

from kiosk.settings import BadSettings, load_settings


def test_the_data_folder_moves_with_one_variable(monkeypatch, tmp_path):
    monkeypatch.setenv("KIOSK_DATA_DIR", str(tmp_path))
    settings = load_settings()
    assert settings.ledger_path == tmp_path / "ledger.db"
    assert settings.registry_url == f"sqlite:///{tmp_path}/registry.db"


def test_the_environment_wins_over_the_file(monkeypatch, tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text('kiosk_name = "gueret-1"\nkeep_months = 2\n')
    monkeypatch.setenv("KIOSK_SETTINGS", str(file))
    monkeypatch.setenv("KIOSK_KEEP_MONTHS", "6")
    settings = load_settings()
    assert (settings.kiosk_name, settings.keep_months) == ("gueret-1", 6)


@pytest.mark.parametrize(("name", "value"), [("KEEP_MONTHS", "many"), ("KIOSK_NAME", "é à"), ("SCANNER", "fax")])
def test_a_wrong_setting_is_named(monkeypatch, name, value):
    monkeypatch.setenv(f"KIOSK_{name}", value)
    with pytest.raises(BadSettings, match=f"KIOSK_{name}"):
        load_settings()


def test_a_broken_file_is_one_sentence(monkeypatch, tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("kiosk_name = [")
    monkeypatch.setenv("KIOSK_SETTINGS", str(file))
    with pytest.raises(BadSettings, match="Réglages illisibles"):
        load_settings()
