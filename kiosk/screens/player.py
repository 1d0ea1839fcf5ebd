"""Plays a visit in the running application by touches, and keeps a picture of each screen."""

import logging
import re
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.journey.actions import Action
from kiosk.journey.views import Frame
from kiosk.screens.timings import Timings

if TYPE_CHECKING:
    from kiosk.screens.app import KioskApp

PACE_S = 0.8
"""A person in a hurry: from seeing a screen to touching it."""
PATIENCE_S = 30.0
FINGER_DOWN_S = 0.08
LOOK_EVERY_S = 0.05
LINGER_S = 0.6

log = logging.getLogger(__name__)


class PlayFailed(Exception):
    """The visit could not be played to its end. The message names the screen and the action."""


@dataclass(frozen=True, slots=True)
class Step:
    """Touch `action` (and `value`) once `screen` is in front, under `overlay` if any, and `when` agrees."""

    screen: str
    action: Action
    value: str | None = None
    overlay: str | None = None
    when: Callable[[Frame], bool] | None = None

    def matches(self, frame: Frame) -> bool:
        overlay = frame.overlay.overlay if frame.overlay else None
        here = frame.screen.screen == self.screen and overlay == self.overlay
        return here and self.action in frame.actions and (self.when is None or self.when(frame))

    def __str__(self) -> str:
        where = f"{self.screen} ({self.overlay})" if self.overlay else self.screen
        what = f"{self.action.value} {self.value}" if self.value else self.action.value
        return f"{what} on the screen {where}"


class Player:
    """Leaves NN-name.png and timings.json in `out_dir`. `on_step` hears what was touched, to show progress."""

    def __init__(
        self,
        steps: Sequence[Step],
        out_dir: Path,
        *,
        pace: float = PACE_S,
        patience: float = PATIENCE_S,
        on_step: Callable[[int, Step], None] | None = None,
    ) -> None:
        self._steps, self._out, self._pace, self._patience = list(steps), out_dir, pace, patience
        self._on_step = on_step
        self.timings = Timings()
        self.failure: str | None = None
        self._app: KioskApp | None = None
        self._done = 0
        self._shots = 0
        self._seen: object = None
        self._frame_at = self._waiting_since = time.monotonic()
        self._finger: Any = None
        self._writers: list[threading.Thread] = []

    def attach(self, app: "KioskApp") -> None:
        """Begin once `app` runs. Kivy must be configured by then."""
        from kivy.clock import Clock

        self._out.mkdir(parents=True, exist_ok=True)
        self._app = app
        app.on_drawn = self._on_drawn
        self._waiting_since = time.monotonic()
        Clock.schedule_once(lambda _dt: self._first_draw(app), 0)
        Clock.schedule_interval(self._look, LOOK_EVERY_S)

    def finish(self) -> int:
        """Write what was measured: 0 when every step was played, else 1."""
        for writer in self._writers:
            writer.join()
        self.timings.write(self._out / "timings.json")
        if self.failure is None and self._done < len(self._steps):
            self.failure = f"The application ended before: {self._steps[self._done]}"
        if self.failure is not None:
            log.error("%s", self.failure)
        return 0 if self.failure is None else 1

    def _on_drawn(self, frame: Frame) -> None:
        """The frame is laid out at the end of this tick and drawn: what follows comes after it."""
        from kivy.clock import Clock

        if self.timings.start_to_first_frame is None and self._app is not None:
            self.timings.first_frame(time.monotonic() - self._app.born)
            Clock.schedule_interval(self._tick, 0)
        self._frame_at = time.monotonic()
        Clock.schedule_once(lambda _dt: self._after_drawing(frame), 0)

    def _tick(self, _dt: float) -> None:
        frame = self._app.frame if self._app else None
        self.timings.tick(frame.screen.screen if frame else "")

    def _first_draw(self, app: "KioskApp") -> None:
        self.timings.start_to_first_draw = time.monotonic() - app.born

    def _after_drawing(self, frame: Frame) -> None:
        self.timings.drawn()
        if (seen := _appearance(frame)) != self._seen:
            self._seen = seen
            self._shoot(frame)

    def _shoot(self, frame: Frame) -> None:
        from kiosk.screens import shots

        before = time.monotonic()
        image = shots.grab()
        self._shots += 1
        path = self._out / f"{self._shots:02d}-{_name(frame)}.png"
        # Compressing a PNG takes 10 times longer than reading the pixels: it is not the screen's work.
        writer = threading.Thread(target=shots.save, args=(image, path))
        writer.start()
        self._writers.append(writer)
        self.timings.excuse(time.monotonic() - before)

    def _look(self, _dt: float) -> None:
        app = self._app
        if app is None or app.frame is None or self._finger is not None:
            self._mind_patience()
            return
        now = time.monotonic()
        if self._done == len(self._steps):
            if now - self._frame_at >= LINGER_S:
                app.stop()
            return
        step = self._steps[self._done]
        if step.matches(app.frame) and now - self._frame_at >= self._pace:
            self._touch(app, step)
        self._mind_patience()

    def _mind_patience(self) -> None:
        if self.failure is None and time.monotonic() - self._waiting_since > self._patience:
            shown = _name(self._app.frame) if self._app and self._app.frame else "nothing"
            step = self._steps[self._done] if self._done < len(self._steps) else "the end"
            self._fail(f"After {self._patience:.0f} s, still waiting to touch: {step}. Shown: {shown}.")

    def _fail(self, message: str) -> None:
        self.failure = message
        if self._app is not None:
            self._app.stop()

    def _touch(self, app: "KioskApp", step: Step) -> None:
        from kivy.clock import Clock

        from kiosk.screens import touches

        found = [tap for tap in app.stage.taps() if tap.action is step.action and tap.value == step.value]
        if not found or not touches.is_reachable(found[0]):
            self._fail(f"No button to touch for: {step}.")
            return
        self._done += 1
        self._waiting_since = time.monotonic()
        if self._on_step is not None:
            self._on_step(self._done, step)
        self._finger = touches.touch(found[0])
        Clock.schedule_once(lambda _dt: self._lift(step), FINGER_DOWN_S)

    def _lift(self, step: Step) -> None:
        finger, self._finger = self._finger, None
        self._frame_at = time.monotonic()
        self.timings.tapped(step.action.value)
        finger.up()


def _appearance(frame: Frame) -> tuple[object, ...]:
    """What makes two frames look different enough for another picture."""
    called = frame.help if frame.overlay else None
    return frame.screen, frame.overlay, called, frame.language, frame.comfort


def _name(frame: Frame) -> str:
    parts = [frame.screen.screen, *([frame.overlay.overlay] if frame.overlay else [])]
    return re.sub(r"[^a-z]+", "-", "-".join(parts))
