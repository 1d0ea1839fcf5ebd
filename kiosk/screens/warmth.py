"""What is loaded and tidied away while nothing else is to be done, so that no screen waits for it."""

import gc
from collections.abc import Iterator
from functools import cache

from kiosk.assets import asset
from kiosk.memory import give_back
from kiosk.screens.widgets.icon import picture

FULL_COLLECTION_LATER = 100
"""Ten times as rare as Python has it: what screens leave behind is tidied away while the next one is looked at."""


@cache
def _pending() -> Iterator[tuple[str, str]]:
    return iter(
        [(folder, path.stem) for folder in ("parts", "lines") for path in sorted(asset("icons", folder).glob("*.png"))]
    )


def warm_one() -> bool:
    """Load one picture; False, which ends Kivy's interval, when all are there."""
    for folder, name in _pending():
        picture(folder, name)
        return True
    # What is loaded by now stays: the collector need not look at it again in the middle of a screen.
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, FULL_COLLECTION_LATER)
    return False


def sweep() -> None:
    """After a visit: what all its screens took goes back to the system."""
    gc.collect()
    give_back()


def tidy() -> None:
    """Throw away what the screens before left in circles. Takes 20 to 50 ms: not between a tap and its answer."""
    gc.collect()
