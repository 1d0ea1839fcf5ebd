"""A corner folded over the print is told by its triangle, also on a ground as light as the sheet; boxes are none."""

import math

import cv2
import numpy as np
import pytest

from kiosk.pages.folded_corners import has_folded_corner
from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image, Problem

LID, BACK = 247, 238


def with_corner_folded(sheet: Image, along: float, down: float, ground: int) -> Image:
    """`sheet` whose upper left corner lies over its print; the crease runs from `along` its upper side to `down` its
    left one, in shares of its width."""
    height, width = sheet.shape[:2]
    ends = np.array([[along * width, 0], [0, down * width]])
    way = (ends[1] - ends[0]) / math.dist(*ends)
    corner = 2 * (ends[0] + (-ends[0] @ way) * way)
    seen = np.minimum(sheet, 248).astype(np.uint8)
    shadow = np.zeros((height, width), np.float32)
    cv2.fillPoly(shadow, [np.rint([ends[0], corner, ends[1]]).astype(np.int32) + 4], 0.3)
    seen = (seen * (1 - cv2.GaussianBlur(shadow, (0, 0), 5))[:, :, None]).astype(np.uint8)
    cv2.fillPoly(seen, [np.rint([ends[0], corner, ends[1]]).astype(np.int32)], (BACK, BACK, BACK), cv2.LINE_AA)
    cv2.fillPoly(seen, [np.rint([ends[0], (0, 0), ends[1]]).astype(np.int32)], (ground, ground, ground), cv2.LINE_AA)
    return np.asarray(cv2.GaussianBlur(seen, (0, 0), 0.8), np.uint8)


@pytest.mark.parametrize("turns", [0, 3])
@pytest.mark.parametrize(("along", "down"), [(0.45, 0.45), (0.5, 0.34), (0.3, 0.48)])
@pytest.mark.parametrize("layout", ["classic", "public"])
def test_a_corner_folded_under_a_white_lid_is_folded(
    layout: str, along: float, down: float, turns: int, sheets: dict[str, Image]
) -> None:
    scan = np.ascontiguousarray(np.rot90(with_corner_folded(sheets[layout], along, down, LID), turns))
    assert inspect(scan, 200).problems == (Problem.FOLDED,)


def edges_of(*shapes: list[tuple[int, int]]) -> Image:
    edges = np.zeros((800, 566), np.uint8)
    for shape in shapes:
        cv2.polylines(edges, [np.array(shape, np.int32)], isClosed=True, color=255)
    return edges


def rows_of_letters(first: int) -> np.ndarray:
    return np.array([(x, y) for y in range(first, 780, 16) for x in range(20, 540, 7)], float)


TRIANGLE = [(240, 4), (4, 250), (245, 240)]
BOX = [(4, 4), (240, 4), (240, 250), (4, 250)]


def test_three_sides_without_print_between_them_are_a_corner() -> None:
    assert has_folded_corner(edges_of(TRIANGLE), rows_of_letters(260))


def test_a_box_is_no_corner() -> None:
    assert not has_folded_corner(edges_of(BOX, [(300, 400), (500, 400), (500, 600), (300, 600)]), rows_of_letters(260))


def test_a_triangle_with_print_on_it_is_no_corner() -> None:
    assert not has_folded_corner(edges_of(TRIANGLE), rows_of_letters(10))


def test_a_triangle_without_a_right_angle_is_no_corner() -> None:
    assert not has_folded_corner(edges_of([(240, 4), (4, 250), (330, 330)]), rows_of_letters(340))


def test_a_small_logo_is_no_corner() -> None:
    assert not has_folded_corner(edges_of([(60, 10), (10, 60), (62, 58)]), rows_of_letters(100))


def test_a_page_without_any_edge_has_no_corner() -> None:
    assert not has_folded_corner(edges_of(), rows_of_letters(10))
