"""The sheet is told from what lies around it, also where light alone does not tell; so is one that is not whole."""

import cv2
import numpy as np
import pytest

from kiosk.pages.among_others import find_among_others
from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image, Problem
from kiosk.pages.sheet import find_sheet
from tests.unit.pages.test_borders import placed


def newspaper(height: int, width: int) -> Image:
    """Columns of grey print that run out of the picture on all sides."""
    paper = np.full((height, width, 3), 214, np.uint8)
    for column in range(-40, width, 330):
        for row, y in enumerate(range(-10, height, 26)):
            cv2.putText(
                paper,
                f"du village {row} mairie",
                (column, y),
                cv2.FONT_HERSHEY_SIMPLEX,
                0.8,
                (60, 60, 60),
                2,
                cv2.LINE_AA,
            )
        cv2.rectangle(paper, (column, 700), (column + 280, 1000), (110, 120, 130), -1)
    return paper


@pytest.mark.parametrize("degrees", [-3.0, 0.0, 4.0])
def test_a_sheet_on_a_newspaper_is_not_cut_off(degrees: float, sheets: dict[str, Image]) -> None:
    table = newspaper(3000, 2300)
    placed((sheets["classic"] * 0.95).astype(np.uint8), table, 330, 330, degrees)
    inspection = inspect(table, None)
    assert inspection.problems == ()
    long, short = sorted(inspection.page.shape[:2], reverse=True)
    assert 1.39 < long / short < 1.44


def test_a_sheet_on_a_newspaper_that_runs_out_of_the_picture_is_cut_off(sheets: dict[str, Image]) -> None:
    table = newspaper(3000, 2300)
    placed((sheets["classic"] * 0.95).astype(np.uint8), table, 1000, 330, 2)
    assert inspect(table, None).problems == (Problem.CUT_OFF,)


def test_another_paper_past_the_side_of_the_sheet_is_no_part_of_it(sheets: dict[str, Image]) -> None:
    """On a glass wider than the sheet; cream paper, a white lid, and print that the glass cuts."""
    sheet = (np.minimum(sheets["classic"], 250) * np.float32((0.86, 0.94, 0.97))).astype(np.uint8)
    glass = np.full((sheet.shape[0] + 30, sheet.shape[1] + 70, 3), 244, np.uint8)
    glass[300:1500, sheet.shape[1] :] = newspaper(1200, 70)
    glass[: sheet.shape[0], : sheet.shape[1]] = sheet
    assert inspect(glass, 200).problems == ()


def test_a_page_that_fills_the_picture_lies_among_nothing(sheets: dict[str, Image]) -> None:
    assert find_among_others(sheets["classic"]) is None


def under_a_lid(page: Image, x: int, y: int) -> Image:
    """A scan of `page` laid with its upper left corner at (x, y) of a glass as large as a sheet; only the thin shadow
    of its sides shows under the white lid."""
    height, width = page.shape[:2]
    glass = np.full((height, width, 3), 255, np.uint8)
    seen = page[: height - y, : width - x]
    glass[y : y + seen.shape[0], x : x + seen.shape[1]] = seen
    cv2.rectangle(glass, (x, y), (x + page.shape[1], y + page.shape[0]), (196, 196, 196), 5)
    return np.asarray(cv2.GaussianBlur(glass, (0, 0), 0.8), np.uint8)


def printed(rows: int) -> Image:
    """A sheet whose print leaves its lower and right part free: no letter is cut where those are lost."""
    page = np.full((2339, 1654, 3), 255, np.uint8)
    for row in range(rows):
        text = f"Ligne {row} du bulletin, douze euros cinquante"
        cv2.putText(page, text, (160, 200 + 46 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (20, 20, 20), 2, cv2.LINE_AA)
    return page


@pytest.mark.parametrize(("x", "y"), [(10, 760), (400, 30)])
def test_a_sheet_laid_over_the_edge_of_the_glass_is_cut_off(x: int, y: int) -> None:
    assert inspect(under_a_lid(printed(28), x, y), 200).problems == (Problem.CUT_OFF,)


def test_a_sheet_a_little_aside_on_the_glass_is_whole() -> None:
    assert inspect(under_a_lid(printed(28), 12, 20), 200).problems == ()


def test_a_sheet_folded_in_two_under_a_white_lid_is_folded() -> None:
    """Its lower half lies under the upper one; print goes on to the bend."""
    half = printed(40)[:1180]
    glass = np.full((2339, 1654, 3), 250, np.uint8)
    glass[60 : 60 + len(half), 30:-30] = half[:, 30:-30]
    cv2.rectangle(glass, (30, 60), (1624, 60 + len(half)), (190, 190, 190), 5)
    assert inspect(glass, 200).problems == (Problem.FOLDED,)


def test_the_lower_part_of_a_picture_that_did_not_arrive_is_missing(sheets: dict[str, Image]) -> None:
    page = sheets["classic"].copy()
    page[1300:] = 128
    assert inspect(page, 200).problems == (Problem.CUT_OFF,)


def test_the_edge_of_a_shadow_is_not_the_side_of_an_empty_sheet() -> None:
    """Print lies in the shade of a lid left open, as grey as the lid itself; light falls on what is empty."""
    light = np.interp(np.arange(2339), [0, 820, 850, 2339], [0.8, 0.79, 1.0, 1.0])
    scan = np.full((2419, 1734, 3), 188, np.uint8)
    scan[40:-40, 40:-40] = (np.minimum(printed(13), 245) * light[:, None, None]).astype(np.uint8)
    assert inspect(scan, 200).problems == ()


def test_noise_of_a_grey_lid_cuts_no_letters(sheets: dict[str, Image]) -> None:
    sheet = np.minimum(sheets["classic"], 250)
    scan = np.full((sheet.shape[0] + 16, sheet.shape[1] + 16, 3), 212, np.float32)
    scan[8:-8, 8:-8] = sheet
    scan += np.random.default_rng(3).normal(0, 4, scan.shape)
    assert find_sheet(np.clip(scan, 0, 255).astype(np.uint8)).problems == ()


@pytest.mark.parametrize("turns", [0, 1])
def test_rows_close_to_each_other_are_no_columns(turns: int) -> None:
    page = np.full((1754, 1240, 3), 250, np.uint8)
    for row in range(12):
        text = f"{row} rue du Commerce"
        cv2.putText(page, text, (90, 120 + 22 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.55, (20, 20, 20), 1, cv2.LINE_AA)
    assert find_sheet(np.ascontiguousarray(np.rot90(page, turns))).ink.across == (turns == 0)


@pytest.mark.parametrize(("desk", "fading", "aslant"), [(170, 0.3, 0.5), (170, 0.42, 0.5), (180, 0.3, 0.5)])
@pytest.mark.parametrize("layout", ["classic", "public"])
def test_print_in_fading_light_belongs_to_the_sheet(
    layout: str, desk: int, fading: float, aslant: float, sheets: dict[str, Image]
) -> None:
    """On a desk nearly as light, where what lies in the light would be taken for the sheet."""
    table = np.full((2640, 1980, 3), desk, np.uint8)
    table[140:-161, 120:-206] = np.minimum(sheets[layout], 250) * 0.9
    y, x = np.mgrid[: table.shape[0], : table.shape[1]].astype(np.float32)
    light = 1 - fading * np.clip((x - 100) / 1700 + aslant * y / 2800, 0, 1.2)
    photo = cv2.GaussianBlur((table * light[:, :, None]).astype(np.uint8), (0, 0), 1.2)
    found = find_sheet(np.asarray(photo, np.uint8))
    assert found.problems == ()
    assert found.page.shape[1] > 1600
