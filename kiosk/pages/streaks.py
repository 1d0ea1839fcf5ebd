"""Streaks that dust before the sensors of a feeder leaves: dead straight from one end of the picture to the other."""

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.ink import Grey

BESIDE = 3
"""Pixels at working size from a streak to the paper beside it."""
FAINTEST = 4
"""Grey levels under the paper on both sides."""
LENGTH, ENDS = 0.9, 0.01
"""Share of the picture in which it shows, for print beside it hides some; and at each end of it, where the shadow of a
sheet, were it as straight, would begin later or end sooner."""
EVERY = 4
"""Rows of which one is looked at."""


def without_streaks(grey: Grey) -> Grey:
    """`grey`, at working size, with its streaks painted over."""
    return _without_columns(_without_columns(grey).T).T


def _without_columns(grey: Grey) -> Grey:
    streaks = np.flatnonzero(_streaks(grey[::EVERY]))
    plain = grey.copy() if len(streaks) else grey
    for column in streaks:
        plain[:, column] = np.maximum(plain[:, column - BESIDE], grey[:, column + BESIDE])
    return plain


def _streaks(rows: Grey) -> NDArray[np.bool_]:
    """Which columns are darker than those on both sides, in nearly all `rows`; none at the borders."""
    padded = cv2.copyMakeBorder(rows, 0, 0, BESIDE, BESIDE, cv2.BORDER_CONSTANT, value=0)
    paler = np.minimum(padded[:, : -2 * BESIDE], padded[:, 2 * BESIDE :])
    darker = np.asarray(cv2.subtract(paler, np.ascontiguousarray(rows)), np.uint8) >= FAINTEST
    end = max(round(ENDS * len(rows)), 1)
    return np.asarray(np.min([part.mean(axis=0) for part in (darker, darker[:end], darker[-end:])], axis=0) >= LENGTH)
