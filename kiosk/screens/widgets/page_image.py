"""The visitor's own page, shown whole: people trust what they see."""

from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.properties import NumericProperty, StringProperty

from kiosk.screens.pictures import texture_from
from kiosk.screens.widgets.icon import picture
from kiosk.screens.widgets.plate import Plate


class PageImage(Plate):
    """One page image, as large as its card allows; a drawn sheet where there is none."""

    encoded = StringProperty()
    share = NumericProperty(0.36)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._texture: Any = None
        trigger = Clock.create_trigger(self._paint, -1)
        for name in ("pos", "size", "encoded"):
            self.fbind(name, trigger)
        trigger()

    def on_encoded(self, *_: object) -> None:
        pixels = App.get_running_app().pictures.get(self.encoded)
        self._texture = texture_from(pixels) if pixels else None

    @property
    def shape(self) -> float:
        """Width over height."""
        if self._texture is None:
            return 210 / 297
        width, height = self._texture.size
        return float(width / height)

    def _paint(self, *_: object) -> None:
        self.canvas.clear()
        app = App.get_running_app()
        room_width, room_height = self.width - 4 * self.edge, self.height - 4 * self.edge
        if room_width <= 0 or room_height <= 0:
            return
        texture, ink = self._texture, (1, 1, 1, 1)
        if texture is None:
            texture, ink = picture("parts", "sheet"), app.look.palette.quiet
        ratio = min(room_width / texture.width, room_height / texture.height)
        if self._texture is None:
            ratio *= 0.6
        size = texture.width * ratio, texture.height * ratio
        with self.canvas:
            Color(rgba=ink)
            Rectangle(texture=texture, size=size, pos=(self.center_x - size[0] / 2, self.center_y - size[1] / 2))
