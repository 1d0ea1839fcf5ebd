"""Gesture drawings: they move, they rest, and what they are made of exists."""

import pytest

from kiosk.assets import asset
from kiosk.screens.gestures.drawings import DRAWINGS
from kiosk.screens.gestures.model import Drawing, Key, Layer, pose

SLIDE = Layer("sheet", (Key(0, 0, 0), Key(0.5, 100, 0), Key(1, 100, 0)))


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_part_exists_and_keys_are_in_order(name: str) -> None:
    for layer in DRAWINGS[name].layers:
        assert asset("icons", "parts", f"{layer.part}.png").is_file()
        moments = [key.at for key in layer.keys]
        assert moments == sorted(set(moments))


def test_a_layer_goes_from_key_to_key() -> None:
    assert pose(SLIDE, 0).x == 0
    assert pose(SLIDE, 0.25).x == pytest.approx(50)
    assert pose(SLIDE, 0.9).x == 100


def test_a_drawing_begins_and_rests_at_its_still_moment() -> None:
    drawing = Drawing((SLIDE,), period=4.0, still=0.5, rest=10.0)
    assert drawing.moment(0) == 0.5
    assert drawing.moment(1) == 0.75
    assert drawing.moment(8.5) == 0.5
    assert drawing.moment(17.5) == 0.5
    assert drawing.moment(19.0) == 0.75


def test_scanning_never_rests() -> None:
    scanning = DRAWINGS["scanning"]
    moments = {round(scanning.moment(second / 2), 3) for second in range(100, 106)}
    assert len(moments) == 6
