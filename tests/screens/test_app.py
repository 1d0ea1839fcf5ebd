"""Keys, taps and the bar, in the running application."""

import time
import weakref
from collections.abc import Callable
from dataclasses import replace

import pytest
from kivy.clock import Clock

from kiosk.journey.actions import Action
from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import Studio
from kiosk.screens.gestures.moving_drawing import MovingDrawing
from kiosk.screens.registry import OVERLAYS, SCREENS
from kiosk.screens.touches import touch
from kiosk.screens.widgets.view import BAR_ACTIONS

SAMPLES = dict(sample_frames("fr"))
TAB, ENTER, LEFT = 9, 13, 276


@pytest.fixture
def fresh(studio: Studio) -> Studio:
    studio.use("1280x800")
    studio.taps.clear()
    studio.app._settle = 0.0
    studio.app.keys.touched()
    studio.show(SAMPLES["over-still-there"])
    return studio


def tick_until(done: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not done() and time.monotonic() < deadline:
        Clock.tick()
    assert done()


def test_every_screen_and_overlay_has_samples() -> None:
    frames = SAMPLES.values()
    assert {frame.screen.screen for frame in frames} == set(SCREENS)
    assert {frame.overlay.overlay for frame in frames if frame.overlay} == set(OVERLAYS)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_offered_action_has_a_button_and_no_other(fresh: Studio, name: str) -> None:
    frame = SAMPLES[name]
    fresh.show(frame)
    offered = {tap.action for tap in fresh.app.stage.taps() if tap.action is not None}
    assert offered == set(frame.actions)


@pytest.mark.parametrize("name", SAMPLES)
def test_there_is_one_way_forward_at_the_right(fresh: Studio, name: str) -> None:
    fresh.show(SAMPLES[name])
    main = [tap for tap in fresh.app.stage.taps() if tap.kind in ("filled", "outlined", "problem")]
    filled = [tap for tap in main if tap.kind == "filled"]
    assert len(filled) <= 1
    if filled:
        assert filled[0].right == max(tap.right for tap in main)


def test_a_tap_names_the_frame_it_was_made_on(fresh: Studio) -> None:
    fresh.show(SAMPLES["consent"])
    fresh.pump()
    agree = next(tap for tap in fresh.app.stage.taps() if tap.action is Action.AGREE)
    finger = touch(agree)
    fresh.pump()
    finger.up()
    fresh.pump()
    assert [(tap.serial, tap.action) for tap in fresh.taps] == [(SAMPLES["consent"].serial, Action.AGREE)]


def test_a_button_that_is_let_go_is_not_drawn_before_its_answer(fresh: Studio) -> None:
    fresh.show(SAMPLES["consent"])
    fresh.pump()
    agree = next(tap for tap in fresh.app.stage.taps() if tap.action is Action.AGREE)
    finger = touch(agree)
    fresh.pump()
    assert agree.pressed
    finger.up()
    assert agree.pressed
    tick_until(lambda: not agree.pressed)


def test_a_finger_that_leaves_a_button_lets_it_rise_at_once(fresh: Studio) -> None:
    fresh.show(SAMPLES["consent"])
    fresh.pump()
    agree = next(tap for tap in fresh.app.stage.taps() if tap.action is Action.AGREE)
    finger = touch(agree)
    fresh.pump()
    finger.move((0.0, 1.0))
    finger.up()
    assert not agree.pressed
    assert fresh.taps == []


def test_nothing_moves_between_a_tap_and_its_answer(fresh: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh.app, "still", False)
    fresh.show(SAMPLES["place"])
    drawing = next(one for one in fresh.app.stage.walk() if isinstance(one, MovingDrawing))
    drawing._started -= 2.0  # in the middle of its round
    before = drawing._poses
    fresh.app.act(Action.SHEET_PLACED)
    drawing._show()
    assert drawing._poses is before
    fresh.show(replace(SAMPLES["place"], serial=99))
    drawing._show()
    assert drawing._poses is not before


def test_what_screens_leave_behind_is_tidied_away_after_they_are_drawn(fresh: Studio) -> None:
    fresh.show(SAMPLES["place"])
    gone = weakref.ref(fresh.app.stage.view)
    fresh.show(SAMPLES["consent"])
    tick_until(lambda: gone() is None)


def test_the_second_tap_of_a_double_one_is_dropped(fresh: Studio) -> None:
    fresh.app._settle = 30.0
    fresh.show(SAMPLES["standby"])
    fresh.show(SAMPLES["review-whole"])
    fresh.app.act(Action.SEND)
    assert fresh.taps == []


def test_touching_anywhere_on_standby_starts_once(fresh: Studio) -> None:
    fresh.show(SAMPLES["standby"])
    fresh.pump()
    start = next(tap for tap in fresh.app.stage.taps() if tap.action is Action.START)
    finger = touch(start)
    fresh.pump()
    finger.up()
    fresh.pump()
    assert [tap.action for tap in fresh.taps] == [Action.START]


def test_keys_reach_every_button(fresh: Studio) -> None:
    fresh.show(SAMPLES["consent"])
    seen = []
    for _ in list(fresh.app.stage.taps()):
        fresh.app.keys.key(TAB, ())
        seen.append(fresh.app.keys.focused)
    assert set(seen) == set(fresh.app.stage.taps())


def test_the_first_key_is_on_the_way_forward_and_return_presses_it(fresh: Studio) -> None:
    fresh.show(SAMPLES["consent"])
    fresh.app.keys.key(TAB, ())
    assert fresh.app.keys.focused.ringed
    fresh.app.keys.key(ENTER, ())
    assert [tap.action for tap in fresh.taps] == [Action.AGREE]


def test_the_keys_begin_on_the_first_card_and_go_on_in_reading_order(fresh: Studio) -> None:
    fresh.show(SAMPLES["guide"])
    values = []
    for _ in range(3):
        fresh.app.keys.key(TAB, ())
        values.append(fresh.app.keys.focused.value)
    assert values == [guide.id for guide in SAMPLES["guide"].screen.guides]


def test_the_ring_never_stays_on_a_screen_that_is_gone(fresh: Studio) -> None:
    fresh.show(SAMPLES["consent"])
    fresh.app.keys.key(LEFT, ())
    fresh.show(SAMPLES["review-whole"])
    ringed = [tap for tap in fresh.app.stage.taps() if tap.ringed]
    assert [tap.action for tap in ringed] == [Action.SEND]


def test_bar_buttons_keep_their_places(fresh: Studio) -> None:
    places = set()
    for frame in SAMPLES.values():
        fresh.show(frame)
        bar = [
            w
            for w in fresh.app.stage.walk(restrict=True)
            if getattr(w, "action", None) in BAR_ACTIONS and w.role == "bar"
        ]
        places.add(tuple(sorted((tap.action.value, round(tap.x), round(tap.y), round(tap.width)) for tap in bar)))
    assert len(places) == 1


def test_a_reading_that_ends_redraws_the_view_only(fresh: Studio) -> None:
    fresh.show(SAMPLES["calling-sent"])
    view = fresh.app.stage.view
    fresh.show(replace(SAMPLES["calling-seen"], serial=99))
    assert fresh.app.stage.view is view
