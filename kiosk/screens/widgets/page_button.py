"""The visitor’s own page, which one tap shows larger."""

import math
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.properties import StringProperty

from kiosk.journey.actions import Action
from kiosk.screens.widgets.page_image import PageImage
from kiosk.screens.widgets.tap import Tap

BAND_MM = 13.0


class PageButton(Tap, PageImage):
    """A page image with a band that says what a tap does; deaf and without it where there are no `label`."""

    label = StringProperty()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kind, self.action = "card", Action.ZOOM
        trigger = Clock.create_trigger(self._arrange, -1)
        for name in ("pos", "size", "label", "pressed"):
            self.fbind(name, trigger)
        trigger()

    @property
    def words(self) -> str:
        return str(self.label)

    @property
    def band(self) -> float:
        """Height in pixels below the picture."""
        return float(App.get_running_app().look.mm(BAND_MM)) if self.label else 0.0

    def _arrange(self, *_: object) -> None:
        self.deaf = not self.label
        look = App.get_running_app().look
        word, icon = self.ids.word, self.ids.icon
        if not self.label:
            word.size = icon.size = (0.0, 0.0)
            return
        pad = look.space(3) + self.edge
        side = min(look.font("bar") * 1.12, self.band)
        setting = word.fit(self.width - 2 * pad - side - pad / 2, self.band, 0)
        wide = math.ceil(setting.width) + 1
        left = self.center_x - (side + pad / 2 + wide) / 2
        middle = self.y + self.shadow + self.edge + self.band / 2 - self.sunk
        icon.size, icon.pos = (side, side), (look.along(self, left, side), middle - side / 2)
        word_x = look.along(self, left + side + pad / 2, wide)
        word.place(word_x, middle + setting.height / 2, setting, wide)
