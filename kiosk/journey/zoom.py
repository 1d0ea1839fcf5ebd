"""The page seen larger: half of it at a time, with single taps."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class ZoomPart(StrEnum):
    TOP = "top"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Zoom:
    """The page of the screen below, as wide as the window: its upper or its lower half."""

    part: ZoomPart = ZoomPart.TOP
    overlay: Literal["zoom"] = "zoom"
