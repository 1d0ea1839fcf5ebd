"""What is cut off is found at the border; what only lies there cuts nothing."""

import cv2
import numpy as np

from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image, Problem
from kiosk.pages.outline import find_outline

BACKGROUND = 70


def placed(paper: Image, picture: Image, x: int, y: int, degrees: float) -> None:
    """Lay `paper` on `picture`, turned about its own middle."""
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((paper.shape[1] / 2, paper.shape[0] / 2), degrees, 1.0)
    turn[:, 2] += (x, y)
    shape = cv2.warpAffine(np.full(paper.shape[:2], 255, np.uint8), turn, (width, height))
    laid = cv2.warpAffine(paper, turn, (width, height))
    picture[shape > 127] = laid[shape > 127]


def test_another_paper_under_the_sheet_is_no_part_of_it(sheets: dict[str, Image]) -> None:
    sheet = (sheets["classic"] * 0.86).astype(np.uint8)
    table = np.full((2900, 2200, 3), BACKGROUND, np.uint8)
    placed(np.full((1100, 2300, 3), 196, np.uint8), table, -50, 1000, 4)
    placed(sheet, table, 270, 280, -1)
    assert inspect(table, None).problems == ()


def test_a_scan_that_stopped_between_two_rows_is_cut_off(sheets: dict[str, Image]) -> None:
    ink = sheets["classic"].min(axis=2) < 128
    # a row of many letters, then white
    end = next(
        y
        for y in range(len(ink) // 2, len(ink))
        if not ink[y : y + 4].any() and ink[y - 20 : y - 4].any(axis=0).sum() in range(150, 800)
    )
    assert inspect(sheets["classic"][: end + 2], 200).problems == (Problem.CUT_OFF,)


def test_half_a_page_that_ends_with_a_margin_is_whole(sheets: dict[str, Image]) -> None:
    sheet = sheets["classic"]
    rows = (sheet.min(axis=2) < 128).any(axis=1)
    end = next(y for y in range(int(0.45 * len(rows)), len(rows)) if not rows[y : y + 8].any())
    margin = np.full((90, sheet.shape[1], 3), 255, np.uint8)
    assert inspect(np.vstack([sheet[:end], margin]), 200).problems == ()


def test_a_tinted_panel_with_print_is_part_of_the_page(sheets: dict[str, Image]) -> None:
    sheet = np.minimum(sheets["classic"], 240).astype(np.float32)
    sheet[:, : sheet.shape[1] // 3] *= (0.80, 0.86, 0.9)
    page = sheet.astype(np.uint8)
    assert find_outline(page) is None
    assert inspect(page, 200).problems == ()


def test_a_grey_lid_beside_the_sheet_is_no_panel(sheets: dict[str, Image]) -> None:
    sheet = np.minimum(sheets["classic"], 245).astype(np.uint8)
    lid = np.full((sheet.shape[0], 400, 3), 195, np.uint8)
    outline = find_outline(np.hstack([sheet, lid]))
    assert outline is not None
    assert abs(outline.size[0] - sheet.shape[1]) < 0.02 * sheet.shape[1]
