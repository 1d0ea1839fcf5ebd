"""How big and what colour: everything a widget needs to know about the panel and the visitor's comfort."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.assets import asset
from kiosk.journey.views import Comfort, TextSize
from kiosk.screens.palette import PALETTES, Palette
from kiosk.screens.panels import Panel

REGULAR = str(asset("fonts", "Andika-Regular.ttf"))
BOLD = str(asset("fonts", "Andika-Bold.ttf"))
CAPITAL_PER_EM = 0.713
"""Height of Andika's capitals, in ems."""

REFERENCE_EYE_CM = 60.0
CAPITALS_MM = {"title": 11.0, "huge": 15.0, "text": 7.4, "bar": 6.0, "small": 5.0}
"""Height of the capitals of each role for eyes 60 cm away."""

FACTORS = {TextSize.NORMAL: 1.0, TextSize.LARGE: 1.2, TextSize.LARGEST: 1.4}
REFERENCE_WIDTH_MM = 345.0
TARGET_MM = 20.0
"""Least side of a main button or of a button of the bar (Duff et al. 2010)."""
GAP_MM = 5.0
SILENT_PICTURES = 1.25


@dataclass(frozen=True)
class Look:
    """Sizes in pixels for one panel and one comfort. `width` and `height` are those of the window.

    `mirrored` is for languages written from the right: what is at the left elsewhere is at the right. `silent` is for
    those that no voice speaks on a kiosk that speaks: pictures take more of the room.
    """

    panel: Panel
    comfort: Comfort
    width: int
    height: int
    mirrored: bool = False
    silent: bool = False
    palette: Palette = field(init=False)
    _pixels_per_mm: float = field(init=False)
    _shrink: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "palette", PALETTES[self.comfort.theme])
        object.__setattr__(self, "_pixels_per_mm", self.panel.pixels_per_mm * self.width / self.panel.width)
        object.__setattr__(self, "_shrink", self.panel.width_mm / REFERENCE_WIDTH_MM)

    def mm(self, millimetres: float) -> float:
        """Pixels for a length that must be true on the glass."""
        return millimetres * self._pixels_per_mm

    def space(self, millimetres: float) -> float:
        """Pixels for a length that may shrink with the panel; given for the 15.6 inch one."""
        return self.mm(millimetres * self._shrink)

    def least(self, role: str) -> float:
        """Font size of `role` at the normal text size, in pixels: no text is ever smaller."""
        return self.mm(CAPITALS_MM[role] * self.panel.eye_cm / REFERENCE_EYE_CM / CAPITAL_PER_EM)

    def font(self, role: str) -> float:
        """Font size of `role` at the text size the visitor chose, in pixels."""
        return self.least(role) * FACTORS[self.comfort.text_size]

    @property
    def picture_share(self) -> float:
        """How much wider the picture at the side of the words is than in a language that is spoken."""
        return SILENT_PICTURES if self.silent else 1.0

    def along(self, box: Any, x: float, width: float) -> float:
        """Where something `width` wide goes that lies at `x` of `box` in languages written from the left."""
        return float(box.x + box.right - x - width) if self.mirrored else x

    @property
    def target(self) -> float:
        return self.mm(TARGET_MM)

    @property
    def gap(self) -> float:
        return self.mm(GAP_MM)

    @property
    def margin(self) -> float:
        return self.space(10)

    @property
    def radius(self) -> float:
        return self.space(5.4)

    @property
    def edge(self) -> float:
        return max(3.0, self.space(0.72))
