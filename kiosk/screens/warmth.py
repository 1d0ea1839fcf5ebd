"""What is loaded while nothing else is to be done, so that no screen waits for the disk."""

import gc
from collections.abc import Iterator
from functools import cache

from kiosk.assets import asset
from kiosk.screens.widgets.icon import picture


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
    return False
