"""Words on the screen, in lines that never clip."""

import math
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.properties import (
    BooleanProperty,
    ColorProperty,
    NumericProperty,
    OptionProperty,
    StringProperty,
)
from kivy.uix.widget import Widget

from kiosk.screens import typeset
from kiosk.screens.typeset import Setting


class Text(Widget):
    """A sentence. Whoever lays it out sets `px`, its font size; without one it takes the largest that fits its box."""

    text = StringProperty()
    role = StringProperty("text")
    lowest = StringProperty("")
    bold = BooleanProperty(False)
    color = ColorProperty((0, 0, 0, 1))
    halign = OptionProperty("left", options=("left", "center", "right"))
    valign = OptionProperty("top", options=("top", "middle", "bottom"))
    leading = NumericProperty(1.5)
    px = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        self.setting = Setting((), 0, 0, 0, True)
        super().__init__(**kwargs)
        trigger = Clock.create_trigger(self._draw, -1)
        for name in ("text", "role", "bold", "color", "halign", "valign", "leading", "px", "pos", "size"):
            self.fbind(name, trigger)
        trigger()

    @property
    def floor(self) -> float:
        """The least font size in pixels: that of `lowest`, else of `role`, at the normal text size."""
        return float(App.get_running_app().look.least(self.lowest or self.role))

    @property
    def side(self) -> str:
        """Where the lines begin: at the right in a language written from there, unless they are centred."""
        if not App.get_running_app().look.mirrored:
            return str(self.halign)
        return {"left": "right", "right": "left", "center": "center"}[self.halign]

    def measure(self, width: float, scale: float = 1.0) -> Setting:
        """How the text is set in `width` pixels when everything shrinks by `scale`, down to the least size."""
        size = max(self.floor, App.get_running_app().look.font(self.role) * scale)
        return typeset.typeset(self.text, self.bold, size, width, self.leading)

    def fit(self, width: float, height: float, most: float = 0) -> Setting:
        """How the text is set at the largest size, `most` or that of its role, that fits in `width` × `height`."""
        size = min(most or float("inf"), App.get_running_app().look.font(self.role))
        return typeset.largest(self.text, self.bold, size, self.floor, width, height, self.leading)

    def place(self, x: float, top: float, setting: Setting, width: float | None = None) -> None:
        """Put the text as `setting` says, its top left corner at (`x`, `top`)."""
        self.px = setting.size
        self.size = (width if width is not None else math.ceil(setting.width) + 1, setting.height)
        self.pos = (x, top - setting.height)

    def _set(self) -> Setting:
        if self.px > 0:
            return typeset.typeset(self.text, self.bold, self.px, self.width, self.leading)
        return self.fit(self.width, self.height)

    def _draw(self, *_: object) -> None:
        self.setting = self._set()
        self.canvas.clear()
        if not self.setting.lines or self.width <= 0:
            return
        size = self.setting.size
        slack = self.height - self.setting.height
        top = self.top - {"top": 0.0, "middle": slack / 2, "bottom": slack}[self.valign]
        base_line = top - self.setting.ascent * size
        with self.canvas:
            Color(rgba=self.color)
            for line, script in zip(self.setting.lines, self.setting.scripts, strict=True):
                texture, before, above = typeset.texture_of(line, self.bold, int(size), script)
                width, height = texture.size
                slack_x = self.width - (width - 2 * before)
                x = self.x - before + {"left": 0.0, "center": slack_x / 2, "right": slack_x}[self.side]
                Rectangle(texture=texture, pos=(round(x), round(base_line + above - height)), size=(width, height))
                base_line -= self.setting.leading * size
