"""A streak of dust on the glass of a feeder is no side of a sheet; what stands beside it is still seen."""

import cv2
import numpy as np
import pytest

from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image, Problem
from kiosk.pages.streaks import without_streaks
from tests.unit.pages.test_among_others import printed, under_a_lid


def at_left(page: Image) -> Image:
    """A letter: nothing is printed in the right half."""
    page = page.copy()
    page[:, page.shape[1] // 2 :] = 255
    return page


def streaked(scan: Image, column: int, wide: int, dark: float) -> Image:
    """`scan` as a feeder gives it whose sensors see dust at `column`."""
    scan = scan.copy()
    scan[:, column : column + wide] = (scan[:, column : column + wide] * dark).astype(np.uint8)
    return scan


@pytest.mark.parametrize("turns", [0, 1, 2])
@pytest.mark.parametrize(("wide", "dark"), [(1, 0.7), (2, 0.86), (2, 0.4), (3, 0.9)])
def test_a_streak_beside_the_print_cuts_nothing_off(wide: int, dark: float, turns: int) -> None:
    scan = streaked(np.minimum(at_left(printed(24)), 244), 1310, wide, dark)
    assert inspect(np.ascontiguousarray(np.rot90(scan, turns)), 200).problems == ()


def test_a_sheet_over_the_edge_of_the_glass_is_cut_off_beside_a_streak_too() -> None:
    scan = streaked(under_a_lid(printed(28), 400, 30), 200, 2, 0.8)
    assert inspect(scan, 200).problems == (Problem.CUT_OFF,)


@pytest.mark.parametrize("column", [3, 600, 1236])
def test_streaks_are_painted_over_wherever_they_are(column: int) -> None:
    grey = np.full((1754, 1240), 240, np.uint8)
    grey[:, column] = 190
    assert without_streaks(grey).min() == 240


def test_rules_and_print_stay() -> None:
    page = cv2.cvtColor(printed(40), cv2.COLOR_BGR2GRAY)
    cv2.line(page, (100, 100), (100, 2200), 60, 2)
    assert np.array_equal(without_streaks(page), page)
