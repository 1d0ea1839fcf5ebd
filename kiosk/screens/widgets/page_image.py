"""The visitor's own page, shown whole: people trust what they see."""

from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.graphics import Color, InstructionGroup, Rectangle
from kivy.properties import NumericProperty, OptionProperty, StringProperty

from kiosk.screens.pictures import texture_from
from kiosk.screens.widgets.icon import picture
from kiosk.screens.widgets.plate import Plate

LEAST_HALF = 0.55


class PageImage(Plate):
    """One page image, as large as its card allows; a drawn sheet where there is none."""

    encoded = StringProperty()
    half = OptionProperty("", options=("", "upper", "lower"))
    """Shown half by half, as wide as the card: the page overlaps itself a little, so that no line is lost."""
    share = NumericProperty(0.36)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._texture: Any = None
        self._drawn = InstructionGroup()
        self.canvas.insert(0, self._drawn)  # below what a page may bear
        trigger = Clock.create_trigger(self._paint, -1)
        for name in ("pos", "size", "encoded", "half"):
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

    @property
    def band(self) -> float:
        """Height in pixels that is left free below the picture."""
        return 0.0

    def _corner(self, size: tuple[float, float]) -> tuple[float, float]:
        return self.center_x - size[0] / 2, self.center_y + self.band / 2 - size[1] / 2

    def _half(self, texture: Any, shape: float) -> Any:
        """The upper or lower part of the page, of the card's shape where the page is tall enough."""
        height = min(texture.height, max(texture.width / shape, texture.height * LEAST_HALF))
        top = 0 if self.half == "upper" else texture.height - height
        # Textures of pages are flipped: their first rows are those at the top of the paper.
        return texture.get_region(0, texture.height - top - height, texture.width, height)

    def _paint(self, *_: object) -> None:
        self._drawn.clear()
        app = App.get_running_app()
        room_width, room_height = self.width - 4 * self.edge, self.height - 4 * self.edge - self.band
        if room_width <= 0 or room_height <= 0:
            return
        texture, ink = self._texture, (1, 1, 1, 1)
        if texture is None:
            texture, ink = picture("parts", "sheet"), app.look.palette.quiet
        if self.half and self._texture is not None:
            texture = self._half(texture, room_width / room_height)
        ratio = min(room_width / texture.width, room_height / texture.height)
        if self._texture is None:
            ratio *= 0.6
        size = texture.width * ratio, texture.height * ratio
        self._drawn.add(Color(rgba=ink))
        self._drawn.add(Rectangle(texture=texture, size=size, pos=self._corner(size)))
