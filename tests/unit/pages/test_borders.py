"""What is cut off is found at the border; what only lies there cuts nothing."""

import cv2
import numpy as np
import pytest

from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image, Problem
from kiosk.pages.outline import find_outline, rectify
from kiosk.pages.printed_bands import with_band
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


def banded(sheet: Image, text: str) -> Image:
    """`sheet` with its head under a band of petrol blue, over the whole width, with `text` in white."""
    page = (np.minimum(sheet, 245) * 0.9).astype(np.uint8)
    band = page[: len(page) // 12]
    band[:] = (112, 92, 18)
    cv2.putText(band, text, (120, 120), cv2.FONT_HERSHEY_SIMPLEX, 2.2, (240, 240, 240), 7, cv2.LINE_AA)
    return page


def on_dark_ground(page: Image) -> Image:
    ground = np.full((page.shape[0] + 500, page.shape[1] + 500, 3), 34, np.uint8)
    placed(page, ground, 250, 250, 1.2)
    return ground


@pytest.mark.parametrize("turns", [0, 1, 2])
def test_a_dark_band_over_the_whole_width_is_part_of_the_sheet(turns: int, sheets: dict[str, Image]) -> None:
    picture = np.ascontiguousarray(np.rot90(on_dark_ground(banded(sheets["public"], "Bulletin de paie")), turns))
    inspection = inspect(picture, 200)
    assert inspection.problems == ()
    long, short = sorted(inspection.page.shape[:2], reverse=True)
    assert 1.38 < long / short < 1.45


def test_the_band_keeps_its_colour(sheets: dict[str, Image]) -> None:
    page = inspect(on_dark_ground(banded(sheets["public"], "Bulletin de paie")), 200).page
    blue, green, red = np.median(page[30 : len(page) // 14, 900:-100].reshape(-1, 3), axis=0)
    assert blue > 1.1 * green > 2 * red
    assert blue < 170


def test_a_dark_ground_without_letters_is_no_band(sheets: dict[str, Image]) -> None:
    page = sheets["public"][len(sheets["public"]) // 12 :]
    picture = on_dark_ground((page * 0.9).astype(np.uint8))
    outline = find_outline(picture)
    assert outline is not None
    assert with_band(outline, picture) is outline
    assert rectify(picture, outline).shape[0] < 1.35 * rectify(picture, outline).shape[1]


def framed(upper: int) -> Image:
    """Rows of print between the rules of a table that run on to the upper side, the first of them `upper` pixels from
    it."""
    page = np.full((2339, 1654, 3), 250, np.uint8)
    for x in (90, 700, 1100, 1560):
        cv2.line(page, (x, 0), (x, 1900), (30, 30, 30), 2)
    for row in range(38):
        text = f"Ligne {row} du bulletin, douze euros"
        cv2.putText(
            page, text, (110, upper + 22 + 46 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (20, 20, 20), 2, cv2.LINE_AA
        )
    return page


def test_a_frame_that_the_border_cuts_between_two_rows_is_cut_off() -> None:
    assert inspect(framed(8), 200).problems == (Problem.CUT_OFF,)


def test_print_close_to_the_border_without_a_frame_is_whole() -> None:
    page = framed(8)
    page[:, 80:100] = page[:, 690:710] = page[:, 1090:1105] = page[:, 1550:1570] = 250
    assert inspect(page, 200).problems == ()


def test_rules_that_run_out_with_no_print_near_them_are_a_letterhead() -> None:
    assert inspect(framed(160), 200).problems == ()
