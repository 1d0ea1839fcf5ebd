"""A crowd at the real window: each presses anything as fast as it can, then leaves; the next must find nothing."""

import random

from kiosk.journey.actions import Action
from kiosk.journey.views import CallPanel, Frame
from tests.window.real_window import HEIGHT, WIDTH, RealWindow, finger_at

VISITORS = 10
GUST = 20
"""Presses that come at once, faster than any screen follows."""
KEYS = ("Tab", "Return", "Left", "Right", "F9", "F10", "space", "a")
PAUSE = 0.005
"""Seconds between two presses."""
WAYS_OUT = (
    Action.ERASE_ALL,
    Action.CANCEL_CALL,
    Action.STILL_HERE,
    Action.CLOSE,
    Action.SHARE_NO,
    Action.NOT_ME,
    Action.RECEIPT_TAKEN,
    Action.ALL_TAKEN,
    Action.DONE,
    Action.DECLINE,
    Action.REFUSE,
    Action.CANCEL_SCAN,
    Action.BACK,
    Action.CONTINUE,
)
"""How someone leaves who wants nothing but out, the likeliest first."""
FARTHEST = 40
"""Presses within which everybody is out."""
BAR = (Action.CALL, Action.BACK, Action.OPEN_COMFORT)
PATIENCE = 60.0
"""Seconds that the machine may work before it lets somebody go."""


def storm(window: RealWindow, events: int, seed: int) -> set[str]:
    """`events` touches and keys by `VISITORS` visitors one after another; the screens they came to."""
    chance = random.Random(seed)
    seen: set[str] = set()
    window.nobody_was_here()
    for _ in range(VISITORS):
        for _ in range(events // VISITORS // GUST):
            window.do(*_gust(chance))
            window.catch_up(0.02)
            _choose(window, chance)
            window.catch_up(0.02)
            assert window.process.poll() is None, "the interface ended"
            _human_is_one_tap_away(window.frame)
            seen.add(window.frame.screen.screen)
        _leave(window)
        rested = window.rested
        window.nobody_was_here()
        assert window.rested == rested + 1, "the window was not looked at"
    return seen


def _gust(chance: random.Random) -> list[object]:
    """Touches anywhere and keys."""
    commands: list[object] = []
    for _ in range(GUST - 1):
        if chance.random() < 0.5:
            commands += finger_at(chance.randrange(WIDTH), chance.randrange(HEIGHT))
        else:
            commands += ["key", "--delay", 0, chance.choice(KEYS)]
        commands += ["sleep", PAUSE]
    return commands


def _choose(window: RealWindow, chance: random.Random) -> None:
    """One touch that surely counts, on any choice of the screen: the crowd gets on, not only in."""
    window.until(window.looked_at, PATIENCE)
    window.studio.show(window.frame)
    taps = [tap for tap in window.studio.app.stage.taps() if tap.action is not None]
    aim = chance.choice([tap for tap in taps if tap.action not in BAR] or taps)
    x, y = aim.to_window(*aim.center)
    window.do(*finger_at(round(x), round(HEIGHT - y)))


def _human_is_one_tap_away(frame: Frame) -> None:
    assert Action.CALL in frame.actions or isinstance(frame.overlay, CallPanel), frame.screen.screen


def _leave(window: RealWindow) -> None:
    """By touch, until the machine waits for the next one."""
    for _ in range(FARTHEST):
        window.until(lambda: _way_out(window.frame) is not None or _at_rest(window.frame), PATIENCE)
        frame = window.frame
        if _at_rest(frame):
            return
        way = _way_out(frame)
        if way is None:  # it went on by itself meanwhile
            continue
        window.press(window.touch, way, None)
    raise AssertionError(f"still at {window.frame.screen.screen}")


def _way_out(frame: Frame) -> Action | None:
    if frame.screen.screen == "standby" and frame.overlay is None and frame.help is not None:
        return Action.CALL  # to the panel where the call is taken back
    return next((action for action in WAYS_OUT if action in frame.actions), None)


def _at_rest(frame: Frame) -> bool:
    return frame.screen.screen == "standby" and frame.overlay is None and frame.help is None
