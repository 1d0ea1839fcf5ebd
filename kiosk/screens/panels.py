"""The touch panels the kiosk is drawn for: pixels, true size, and how far the eyes are."""

import math
from dataclasses import dataclass

MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of `width` × `height` pixels. `eye_cm` is the declared viewing distance (EN 301 549, 5.1.4)."""

    name: str
    width: int
    height: int
    diagonal_inches: float
    eye_cm: float

    @property
    def dpi(self) -> float:
        return math.hypot(self.width, self.height) / self.diagonal_inches

    @property
    def pixels_per_mm(self) -> float:
        return self.dpi / MM_PER_INCH

    @property
    def width_mm(self) -> float:
        return self.width / self.pixels_per_mm

    @property
    def least_capital_mm(self) -> float:
        """Height of a capital seen under 0.7° at the declared distance (EN 301 549, 5.1.4)."""
        return 2 * self.eye_cm * 10 * math.tan(math.radians(0.35))


PANELS = {
    panel.name: panel
    for panel in (
        Panel("1280x800", 1280, 800, 10.1, 40.0),
        Panel("1920x1080", 1920, 1080, 15.6, 60.0),
    )
}
DEFAULT_PANEL = "1280x800"
