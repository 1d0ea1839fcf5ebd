"""Pictograms, drawn white and coloured by the theme."""

from functools import lru_cache
from typing import Any

from kivy.core.image import Image as CoreImage
from kivy.graphics import Color, Rectangle
from kivy.properties import ColorProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.assets import asset

FALLBACK = "sheet"


@lru_cache(maxsize=128)
def picture(folder: str, name: str) -> Any:
    """The texture of an icon; that of a plain sheet where there is none of that name."""
    path = asset("icons", folder, f"{name}.png")
    if not path.is_file():
        path = asset("icons", "lines", f"{FALLBACK}.png")
    return CoreImage(str(path), mipmap=True).texture


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
            Rectangle(
                texture=picture("lines", self.name),
                pos=(round(self.center_x - side / 2), round(self.center_y - side / 2)),
                size=(side, side),
            )
