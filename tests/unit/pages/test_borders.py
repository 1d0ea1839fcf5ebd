"""What is cut off is found at the border; what only lies there cuts nothing."""

import cv2
import numpy as np

from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image, Problem
from kiosk.pages.outline import find_outline
from tests.generator.drawing import Sheet

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


def stopped(after_mm: float) -> Image:
    """Twenty lines of print, and the scan that ended so far under the last of them."""
    sheet = Sheet()
    for line in range(20):
        sheet.text(20, 25 + 7 * line, f"Ligne {line} du relevé : versement du mois, douze euros cinquante, 12,50", 10)
    ink = (sheet.pages(200)[0].min(axis=2) < 128).any(axis=1)
    return sheet.pages(200)[0][: int(np.flatnonzero(ink)[-1]) + round(after_mm / 25.4 * 200)]


def test_a_scan_that_stopped_between_two_rows_is_cut_off() -> None:
    assert inspect(stopped(1), 200).problems == (Problem.CUT_OFF,)


def test_half_a_page_that_ends_with_a_margin_is_whole() -> None:
    assert inspect(stopped(8), 200).problems == ()


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
