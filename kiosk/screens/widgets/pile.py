"""Several pages seen at once, as a pile fanned out."""

from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.graphics import Color, PopMatrix, PushMatrix, Rectangle, Rotate, Translate
from kivy.properties import ListProperty, NumericProperty
from kivy.uix.widget import Widget

from kiosk.screens.pictures import texture_from
from kiosk.screens.widgets.icon import picture

TILTS = (-5.0, 3.5, -1.0)
SHAPE = 210 / 297


class Pile(Widget):
    """At most three pages, the first on top; drawn sheets where no image is at hand."""

    encoded = ListProperty()
    count = NumericProperty(0)
    share = NumericProperty(0.34)
    firm = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._textures: list[Any] = []
        trigger = Clock.create_trigger(self._paint, -1)
        for name in ("pos", "size", "encoded", "count"):
            self.fbind(name, trigger)
        trigger()

    def on_encoded(self, *_: object) -> None:
        pictures = App.get_running_app().pictures
        self._textures = [texture_from(pictures[one]) for one in self.encoded if one in pictures]

    def _paint(self, *_: object) -> None:
        self.canvas.clear()
        shown = min(len(TILTS), max(int(self.count), 1))
        height = min(self.height * 0.78, self.width * 0.74 / SHAPE)
        width, step = height * SHAPE, self.width * 0.05
        palette = App.get_running_app().look.palette
        with self.canvas:
            for index in reversed(range(shown)):
                x = self.center_x + (index - (shown - 1) / 2) * step
                y = self.center_y - (index - (shown - 1) / 2) * step
                PushMatrix()
                Translate(x, y, 0)
                Rotate(angle=TILTS[index] if shown > 1 else 0, axis=(0, 0, 1), origin=(0, 0))
                border = max(2.0, width * 0.012)
                Color(rgba=palette.edge)
                Rectangle(
                    pos=(-width / 2 - border, -height / 2 - border), size=(width + 2 * border, height + 2 * border)
                )
                Color(rgba=palette.card)
                Rectangle(pos=(-width / 2, -height / 2), size=(width, height))
                self._paint_page(index, width, height, palette)
                PopMatrix()

    def _paint_page(self, index: int, width: float, height: float, palette: Any) -> None:
        if index < len(self._textures):
            Color(1, 1, 1, 1)
            Rectangle(texture=self._textures[index], pos=(-width / 2, -height / 2), size=(width, height))
            return
        Color(rgba=palette.quiet)
        side = width * 0.5
        Rectangle(texture=picture("lines", "sheet"), pos=(-side / 2, -side / 2), size=(side, side))


class Pair(Widget):
    """The page as large as its side, and over its lower corner what to do about it."""

    share = NumericProperty(0.4)
    firm = False
    inset = NumericProperty(0.62)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._trigger = Clock.create_trigger(self._arrange, -1)
        for name in ("pos", "size", "children"):
            self.fbind(name, self._trigger)

    def _arrange(self, *_: object) -> None:
        if len(self.children) != 2:
            return
        over, page = self.children
        side = min(self.width * self.inset, self.height * 0.5)
        page.pos, page.size = self.pos, (self.width - side * 0.3, self.height)
        over.pos, over.size = (self.right - side, self.y), (side, side)
