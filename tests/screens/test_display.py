"""Where the interface is drawn."""

from pathlib import Path

import pytest

from kiosk.screens.display import NothingToDrawOn, choose_display


def _found(_name: str) -> str:
    return "lib.so"


def _wire(folder: Path, state: str) -> Path:
    port = folder / "card0-HDMI-A-1"
    port.mkdir()
    (port / "status").write_text(f"{state}\n")
    return folder


def test_the_session_has_a_display(tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        display = choose_display({name: ":0"}, tmp_path, _found)
        assert display.driver is None
        assert display.visible


def test_a_panel_is_wired(tmp_path: Path) -> None:
    assert choose_display({}, _wire(tmp_path, "connected"), _found).driver == "kmsdrm"


def test_no_panel_means_off_screen(tmp_path: Path) -> None:
    display = choose_display({}, _wire(tmp_path, "disconnected"), _found)
    assert (display.driver, display.visible) == ("offscreen", False)


def test_a_choice_made_outside_stands(tmp_path: Path) -> None:
    assert choose_display({"SDL_VIDEODRIVER": "x11", "DISPLAY": ":0"}, tmp_path, _found).driver == "x11"


def test_without_libraries_it_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(NothingToDrawOn, match="apt install libegl1"):
        choose_display({}, tmp_path, lambda _name: None)
