"""Touches that no finger made: they enter where those of the panel do, and take the same way."""

from typing import Any

from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.input.motionevent import MotionEvent

from kiosk.screens.widgets.tap import Tap


class SyntheticTouch(MotionEvent):
    """A finger at a place of the window, in pixels."""

    def __init__(self, x: float, y: float) -> None:
        self._serial = next(_serials)
        super().__init__(
            "synthetic",
            self._serial,
            (x / max(1, Window.width - 1), y / max(1, Window.height - 1)),
            is_touch=True,
            type_id="touch",
        )

    def depack(self, args: Any) -> None:
        self.sx, self.sy = args
        self.profile = ["pos"]
        super().depack(args)

    def down(self) -> None:
        EventLoop.post_dispatch_input("begin", self)

    def up(self) -> None:
        EventLoop.post_dispatch_input("end", self)


def _count() -> Any:
    number = 0
    while True:
        number += 1
        yield number


_serials = _count()


def is_reachable(tap: Tap) -> bool:
    """Whether a finger on the middle of `tap` would meet it: on the window, and listening."""
    x, y = tap.to_window(*tap.center)
    return tap.listens and 0 <= x < Window.width and 0 <= y < Window.height and min(tap.size) > 1


def touch(tap: Tap) -> SyntheticTouch:
    """Put a finger on the middle of `tap`; lift it with `up`."""
    finger = SyntheticTouch(*tap.to_window(*tap.center))
    finger.down()
    return finger
