"""The proof of a receipt as a QR picture, for when no printer works."""

from typing import Any

import segno
from kivy.app import App
from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import NumericProperty, StringProperty

from kiosk.screens.widgets.plate import Plate

QUIET_MODULES = 4
"""Blank modules around the code (ISO/IEC 18004)."""


def code_texture(proof: str) -> Any:
    """The QR code of `proof`, one pixel a module, with its quiet zone."""
    rows = list(segno.make(proof, error="m", micro=False).matrix_iter(border=QUIET_MODULES))
    side = len(rows)
    pixels = bytes(0 if module else 255 for row in reversed(rows) for module in row)
    texture = Texture.create(size=(side, side), colorfmt="luminance", mipmap=False)
    texture.mag_filter = texture.min_filter = "nearest"
    texture.blit_buffer(pixels, colorfmt="luminance", bufferfmt="ubyte")
    return texture


class ProofCode(Plate):
    """Always black on white, whatever the theme: it is read by machines."""

    proof = StringProperty()
    share = NumericProperty(0.36)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._texture: Any = None
        trigger = Clock.create_trigger(self._paint, -1)
        for name in ("pos", "size", "proof"):
            self.fbind(name, trigger)
        trigger()

    def on_proof(self, *_: object) -> None:
        self._texture = code_texture(self.proof) if self.proof else None

    def _paint(self, *_: object) -> None:
        self.canvas.clear()
        if self._texture is None or App.get_running_app() is None:
            return
        modules = self._texture.width
        module = max(1, int((min(self.size) - 2 * self.edge) // modules))
        side = module * modules
        with self.canvas:
            Color(1, 1, 1, 1)
            Rectangle(
                texture=self._texture,
                size=(side, side),
                pos=(round(self.center_x - side / 2), round(self.center_y - side / 2)),
            )
