"""The rounded ground of buttons and cards: an edge, a small hard shadow, a ring when the keys are on it."""

from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, SmoothLine, SmoothRoundedRectangle
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty
from kivy.uix.widget import Widget

CLEAR = (0, 0, 0, 0)
LAP_PX = 2.0
"""By how much an edge goes on beneath the fill, whose own border is soft."""


class Plate(Widget):
    """Draws itself from the outside in; `pressed` sinks it by its shadow.

    `firm`, beside words: it keeps its size when they need room.
    """

    fill = ColorProperty(CLEAR)
    edge_color = ColorProperty(CLEAR)
    edge = NumericProperty(0)
    radius = NumericProperty(0)
    shadow = NumericProperty(0)
    shadow_color = ColorProperty(CLEAR)
    pressed = BooleanProperty(False)
    ringed = BooleanProperty(False)
    ring_color = ColorProperty(CLEAR)
    ring_gap_color = ColorProperty(CLEAR)
    ring = NumericProperty(0)
    firm = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        trigger = Clock.create_trigger(self._draw, -1)
        for name in (
            "pos", "size", "fill", "edge_color", "edge", "radius", "shadow", "shadow_color", "pressed", "ringed",
        ):  # fmt: skip
            self.fbind(name, trigger)
        trigger()

    @property
    def sunk(self) -> float:
        """Pixels by which what lies on the plate moves down."""
        return float(self.shadow) if self.pressed else 0.0

    def _rounded(self, shade: Any, grow: float, drop: float = 0.0) -> None:
        Color(rgba=shade)
        SmoothRoundedRectangle(
            pos=(round(self.x - grow), round(self.y - grow - drop + self.shadow)),
            size=(round(self.width + 2 * grow), round(self.height + 2 * grow - self.shadow)),
            radius=[max(1.0, self.radius + grow)],
        )

    def _beneath(self, shade: Any, thick: float, drop: float) -> None:
        """A ground of which `thick` pixels stay to be seen: no others are painted, where the fill covers the rest."""
        if self.fill[3] < 1:
            self._rounded(shade, 0, drop)
            return
        half = thick / 2
        left, low = round(self.x) + half, round(self.y - drop + self.shadow) + half
        width, height = round(self.width) - thick, round(self.height - self.shadow) - thick
        Color(rgba=shade)
        SmoothLine(rounded_rectangle=(left, low, width, height, max(1.0, self.radius - half)), width=half)

    def _draw(self, *_: object) -> None:
        self.canvas.before.clear()
        with self.canvas.before:
            if self.ringed:
                self._rounded(self.ring_color, 2 * self.ring, self.sunk)
                self._rounded(self.ring_gap_color, self.ring, self.sunk)
            if self.shadow and not self.pressed:
                self._beneath(self.shadow_color, self.shadow + self.edge, self.shadow)
            if self.edge:
                self._beneath(self.edge_color, self.edge + LAP_PX, self.sunk)
            if self.fill[3]:
                self._rounded(self.fill, -self.edge, self.sunk)
