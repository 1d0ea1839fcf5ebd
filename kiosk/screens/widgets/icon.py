"""Pictograms, drawn white and coloured by the theme."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from kivy.app import App
from kivy.core.image import Image as CoreImage
from kivy.graphics import Color, Rectangle
from kivy.properties import ColorProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.assets import asset

FALLBACK = "sheet"
DIRECTED = frozenset({"arrow_left", "arrow_right", "send"})
"""Pictograms that point the way, which is the other way in languages written from the right."""


@lru_cache(maxsize=128)
def picture(folder: str, name: str) -> Any:
    """The texture of an icon; that of a plain sheet where there is none of that name."""
    path = asset("icons", folder, f"{name}.png")
    if not path.is_file():
        path = asset("icons", "lines", f"{FALLBACK}.png")
    return CoreImage(str(path), mipmap=True).texture


def _turned(corners: Sequence[float]) -> tuple[float, ...]:
    """The corners of a texture, left for right."""
    a, b, c, d = (tuple(corners[at : at + 2]) for at in range(0, 8, 2))
    return (*b, *a, *d, *c)


class Icon(Widget):
    """A square pictogram. Always beside a word."""

    name = StringProperty("")
    color = ColorProperty((0, 0, 0, 1))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("name", "color", "pos", "size"):
            self.fbind(name, self._draw)
        self._draw()

    def _draw(self, *_: object) -> None:
        self.canvas.clear()
        if not self.name:
            return
        side = round(min(self.size))
        with self.canvas:
            Color(rgba=self.color)
            texture = picture("lines", self.name)
            app = App.get_running_app()
            turned = app is not None and app.look.mirrored and self.name in DIRECTED
            Rectangle(
                texture=texture,
                tex_coords=_turned(texture.tex_coords) if turned else texture.tex_coords,
                pos=(round(self.center_x - side / 2), round(self.center_y - side / 2)),
                size=(side, side),
            )
