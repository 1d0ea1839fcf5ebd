"""The whole window: head, view, bar. Drawn from a frame, from nothing, at any moment."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.uix.widget import Widget

from kiosk.journey.views import CallCover, CallPanel, Frame
from kiosk.screens.frame.bar import Bar, bar_height
from kiosk.screens.frame.head import Head
from kiosk.screens.widgets.tap import Tap
from kiosk.screens.widgets.view import View

HEAD_MM = 14.0
HEAD_MARGIN_MM = 1.5


def subject(frame: Frame) -> tuple[object, ...]:
    """What the view depends on: the same subject needs no new drawing."""
    called = frame.help if isinstance(frame.overlay, CallPanel | CallCover) else None
    return frame.screen, frame.overlay, frame.language, frame.comfort, frame.actions, called


def surroundings(frame: Frame) -> tuple[object, ...]:
    """What head and bar depend on."""
    return frame.language, frame.comfort, frame.actions, frame.progress, frame.help, frame.sharing


class Stage(Widget):
    """Holds one view at a time; the old one is dropped, never hidden, so nothing of it can be touched."""

    def __init__(self, now: Callable[[], dt.datetime], *, speaks: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._now, self._speaks = now, speaks
        self.frame: Frame | None = None
        self.view: View | None = None
        self._head: Head | None = None
        self._bar: Bar | None = None
        trigger = Clock.create_trigger(self._arrange, -1)
        self.bind(pos=trigger, size=trigger)

    def show(self, frame: Frame, make_view: Callable[[Frame], View]) -> bool:
        """Draw `frame`; True when the view is a new one."""
        before, self.frame = self.frame, frame
        fresh = before is None or self.view is None or subject(before) != subject(frame)
        if fresh:
            self._drop(self.view)
            self.view = make_view(frame)
            self.add_widget(self.view)
        if before is None or surroundings(before) != surroundings(frame):
            self._drop(self._head)
            self._drop(self._bar)
            self._head, self._bar = Head(frame, self._now), Bar(frame, speaks=self._speaks)
            self.add_widget(self._head)
            self.add_widget(self._bar)
        self._arrange()
        return fresh

    def _drop(self, part: Widget | None) -> None:
        """Take a part away, and end what ticks in it."""
        if part is None:
            return
        for widget in part.walk(restrict=True):
            if hasattr(widget, "stop"):
                widget.stop()
        self.remove_widget(part)

    def forget(self) -> None:
        """Make the next frame be drawn from nothing."""
        self.frame = None

    def taps(self) -> Iterator[Tap]:
        """What can be touched now, in reading order: the view, then the bar."""
        for part in (self.view, self._bar):
            if part is not None:
                yield from (tap for tap in part.walk(restrict=True) if isinstance(tap, Tap) and tap.listens)

    def _arrange(self, *_: object) -> None:
        look = App.get_running_app().look
        if self.view is None or self._head is None or self._bar is None:
            return
        margin, foot = look.margin, bar_height(look)
        head = look.space(HEAD_MM)
        self._bar.pos, self._bar.size = self.pos, (self.width, foot)
        top = self.top - head - look.space(HEAD_MARGIN_MM)
        self._head.pos, self._head.size = (self.x + margin, top), (self.width - 2 * margin, head)
        low = self.y + foot + look.space(6)
        self.view.pos, self.view.size = (self.x + margin, low), (self.width - 2 * margin, top - low - look.space(2))
