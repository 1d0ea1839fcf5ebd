"""Whole visits through the real window by real X events, each with one way of working it and no other."""

from functools import partial

import pytest

from tests.window.real_window import RealWindow
from tests.window.storm import storm

pytestmark = pytest.mark.timeout(900)


def test_touch_only(window: RealWindow) -> None:
    assert "receipt" in window.visit(window.touch)


def test_keys_only_by_the_ring_on_the_screen(window: RealWindow) -> None:
    assert "receipt" in window.visit(window.look_and_press)


def test_headphones_and_three_keys_with_the_screen_ignored(window: RealWindow) -> None:
    assert "receipt" in window.visit(partial(window.hear_and_press, go_on="Tab", press="Return"))


def test_one_switch_only(window: RealWindow) -> None:
    assert "receipt" in window.visit(partial(window.hear_and_press, go_on="", press="F9"))


def test_a_storm_of_touches_and_keys_leaves_it_standing_and_nothing_of_one_for_the_next(window: RealWindow) -> None:
    seen = storm(window, 2000, seed=20261124)
    assert len(seen) >= 8, seen
    assert "receipt" in window.visit(window.touch), "after the storm a visit goes through"
