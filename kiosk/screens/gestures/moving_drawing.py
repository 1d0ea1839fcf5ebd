"""A drawing that plays in its card. It draws only while something moves: an idle screen costs nothing."""

import time
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.graphics import (
    Color,
    PopMatrix,
    PushMatrix,
    Rectangle,
    Rotate,
    Scale,
    StencilPop,
    StencilPush,
    StencilUnUse,
    StencilUse,
    Translate,
)
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from kiosk.assets import asset
from kiosk.screens.gestures.drawings import drawing
from kiosk.screens.gestures.model import Key, Layer, pose
from kiosk.screens.widgets.icon import picture
from kiosk.screens.widgets.plate import Plate

FRAMES_PER_SECOND = 12
UNITS_PER_POINT = 0.25
"""The parts are drawn on a grid where four points make one unit of the drawings."""
PIXELS_PER_POINT = 2


class MovingDrawing(Plate):
    """The drawing `name`, in the middle of a card."""

    name = StringProperty("place")
    share = NumericProperty(0.34)
    still = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        self._poses: tuple[Key, ...] = ()
        self._started = time.monotonic()
        super().__init__(**kwargs)
        for name in ("pos", "size", "name"):
            self.fbind(name, self._moved)
        self._tick = Clock.schedule_interval(self._show, 1 / FRAMES_PER_SECOND)

    def stop(self) -> None:
        """Be still for good: the screen it was on is gone."""
        self._tick.cancel()

    def _moved(self, *_: object) -> None:
        self._poses = ()
        self._show()

    def _show(self, *_: object) -> None:
        app = App.get_running_app()
        if app.awaits_answer and self._poses:
            return
        what = drawing(self.name)
        still = self.still or app.still
        moment = what.still if still else what.moment(time.monotonic() - self._started)
        poses = tuple(pose(layer, moment) for layer in what.layers)
        if [_without_time(p) for p in poses] == [_without_time(p) for p in self._poses]:
            return
        self._poses = poses
        self._paint(what.layers, poses)

    def _paint(self, layers: tuple[Layer, ...], poses: tuple[Key, ...]) -> None:
        unit = min(self.width, self.height) * 1.02 / 100
        left, bottom = self.center_x - 50 * unit, self.center_y - 50 * unit
        inner = (self.x + self.edge, self.y + self.edge), (self.width - 2 * self.edge, self.height - 2 * self.edge)
        self.canvas.clear()
        with self.canvas:
            StencilPush()
            Rectangle(pos=inner[0], size=inner[1])
            StencilUse()
            for layer, where in zip(layers, poses, strict=True):
                if where.alpha > 0:
                    self._paint_layer(layer, where, unit, left, bottom)
            StencilUnUse()
            Rectangle(pos=inner[0], size=inner[1])
            StencilPop()

    def _paint_layer(self, layer: Layer, where: Key, unit: float, left: float, bottom: float) -> None:
        palette = App.get_running_app().look.palette
        outline = picture("parts", layer.part)
        scale = where.scale * unit * UNITS_PER_POINT / PIXELS_PER_POINT
        width, height = (length * scale for length in outline.size)
        box = {"pos": (-width / 2, -height / 2), "size": (width, height)}
        PushMatrix()
        Translate(left + where.x * unit, bottom + where.y * unit, 0)
        Rotate(angle=where.angle, axis=(0, 0, 1), origin=(0, 0))
        Scale(max(where.flip, 0.02), 1, 1)
        if asset("icons", "parts", f"{layer.part}.ground.png").is_file():
            Color(*palette.card[:3], where.alpha)
            Rectangle(texture=picture("parts", f"{layer.part}.ground"), **box)
        ink = palette.action_line if layer.accent else palette.text
        Color(*ink[:3], where.alpha)
        Rectangle(texture=outline, **box)
        PopMatrix()


def _without_time(key: Key) -> tuple[float, ...]:
    return key.x, key.y, key.scale, key.angle, key.alpha, key.flip
