"""Each defect is found and named; readable pages, pale ones too, are never refused."""

import time
from collections.abc import Callable
from random import Random

import cv2
import numpy as np
import pytest

from kiosk.pages.ink import WORK_LENGTH
from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image, Problem
from tests.generator import captures
from tests.generator.drawing import Sheet

DEFECTS: dict[str, tuple[Callable[[Image, Random], Image], set[Problem]]] = {
    "blurred": (captures.blurred, {Problem.BLURRED, Problem.LOW_RESOLUTION}),
    "moved": (captures.moved, {Problem.BLURRED, Problem.LOW_RESOLUTION}),
    "smudged": (captures.smudged, {Problem.BLURRED}),
    "dark": (captures.dark, {Problem.DARK}),
    "glare": (captures.glare, {Problem.GLARE}),
    "cut_off": (captures.cut_off, {Problem.CUT_OFF}),
    "cut_scan": (captures.cut_scan, {Problem.CUT_OFF}),
    "folded": (captures.folded, {Problem.FOLDED}),
    "blank": (captures.blank, {Problem.BLANK}),
    "low_resolution": (captures.low_resolution, {Problem.LOW_RESOLUTION, Problem.BLURRED}),
    "message": (captures.message, {Problem.LOW_RESOLUTION}),
    "cut_side": (captures.cut_side, {Problem.CUT_OFF}),
    "folded_elsewhere": (captures.folded_elsewhere, {Problem.FOLDED}),
    "glare_bar": (captures.glare_bar, {Problem.GLARE}),
    "empty_photo": (captures.empty_photo, {Problem.BLANK}),
}


@pytest.mark.parametrize("defect", DEFECTS)
@pytest.mark.parametrize("layout", ["light", "public"])
def test_each_defect_is_refused_by_its_name(defect: str, layout: str, sheets: dict[str, Image]) -> None:
    spoil, expected = DEFECTS[defect]
    inspection = inspect(spoil(sheets[layout], Random(f"{defect} {layout}")), 200)
    assert set(inspection.problems) & expected, inspection.problems


@pytest.mark.parametrize("seed", range(3))
def test_a_landscape_is_not_a_document(seed: int) -> None:
    assert inspect(captures.not_a_document(Random(seed)), None).problems == (Problem.NOT_A_DOCUMENT,)


@pytest.mark.parametrize("layout", ["classic", "cesu", "light", "public", "split"])
@pytest.mark.parametrize("capture", [captures.flatbed, captures.photo])
def test_readable_pages_are_accepted(
    layout: str, capture: Callable[[Image, Random], Image], sheets: dict[str, Image]
) -> None:
    inspection = inspect(capture(sheets[layout], Random(layout)), 200)
    assert inspection.problems == ()
    assert 150 <= inspection.dpi <= 260


@pytest.mark.parametrize("turns", [0, 1])
@pytest.mark.parametrize("layout", ["light", "public"])
def test_light_that_fades_is_no_edge(layout: str, turns: int, sheets: dict[str, Image]) -> None:
    page = np.rot90(captures.flatbed(sheets[layout], Random(6)), turns)
    fading = np.linspace(1, 0.6, page.shape[1], dtype=np.float32)[None, :, None]
    assert inspect(np.rot90(page * fading, -turns).astype(np.uint8), 200).problems == ()


@pytest.mark.parametrize("spoil", [captures.flatbed, captures.photo, captures.cut_off, captures.blurred])
def test_a_page_to_show_has_the_same_verdict_and_fewer_pixels(
    spoil: Callable[[Image, Random], Image], sheets: dict[str, Image]
) -> None:
    capture = spoil(sheets["classic"], Random(3))
    full, small = inspect(capture, 200), inspect(capture, 200, to_show=True)
    assert small.problems == full.problems
    assert max(small.page.shape) <= WORK_LENGTH < max(full.page.shape)
    assert small.dpi / full.dpi == pytest.approx(max(small.page.shape) / max(full.page.shape), rel=0.01)
    if full.accepted:
        width, height = small.page.shape[1::-1]
        apart = cv2.absdiff(cv2.resize(full.page, (width, height), interpolation=cv2.INTER_AREA), small.page)
        assert float(apart.mean()) < 4


def test_a_pale_page_is_not_lost(sheets: dict[str, Image]) -> None:
    pale = 255 - ((255 - sheets["classic"].astype(np.float32)) * 0.35)
    assert inspect(captures.flatbed(pale.astype(np.uint8), Random(4)), 200).problems == ()


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_pages_are_accepted(degrees: int, sheets: dict[str, Image]) -> None:
    assert inspect(captures.turned(captures.flatbed(sheets["split"], Random(degrees)), degrees), 200).problems == ()


def test_a_white_sheet_is_blank_and_a_grey_table_is_no_document() -> None:
    assert inspect(np.full((2339, 1654, 3), 244, np.uint8), 200).problems == (Problem.BLANK,)
    assert inspect(np.full((1600, 1200, 3), 120, np.uint8), None).problems == (Problem.NOT_A_DOCUMENT,)
    assert inspect(np.zeros((1600, 1200, 3), np.uint8), None).problems == (Problem.DARK,)


def test_the_sheet_is_cut_out_of_a_photograph(sheets: dict[str, Image]) -> None:
    page = inspect(captures.photo(sheets["classic"], Random(9)), None).page
    assert 1.33 < page.shape[0] / page.shape[1] < 1.5
    assert float(np.median(page)) > 235


def test_tiny_pictures_are_survived() -> None:
    for shape in ((1, 1, 3), (16, 16, 3), (5, 400, 3)):
        assert not inspect(np.full(shape, 200, np.uint8), None).accepted


def test_the_verdict_is_fast(sheets: dict[str, Image]) -> None:
    large = cv2.resize(captures.flatbed(sheets["classic"], Random(2)), (2480, 3508)).astype(np.uint8)
    times = []
    for _ in range(3):
        start = time.process_time()
        inspect(large, 300)
        times.append(time.process_time() - start)
    assert min(times) < 1.2  # seconds of processor: 0.4 on a quiet machine, whatever else runs beside


@pytest.mark.parametrize("degrees", [-3.0, 2.0, 3.5])
def test_the_lid_seen_past_a_leaning_sheet_is_no_glare(degrees: float, sheets: dict[str, Image]) -> None:
    """Grey paper laid askew: the white lid shows as long thin wedges along the border of the scan."""
    grey_paper = np.minimum(sheets["classic"], 236).astype(np.uint8)
    height, width = grey_paper.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    leaning = cv2.warpAffine(grey_paper, turn, (width, height), borderValue=(255, 255, 255))
    assert Problem.GLARE not in inspect(np.asarray(leaning, np.uint8), 200).problems


def _on_a_table(lost: float) -> Image:
    """A sheet printed in its middle alone, on a dark table; `lost` is the share of its width that is out of sight."""
    sheet = Sheet()
    for line in range(30):
        sheet.text(82, 25 + 7 * line, f"Ligne {line} du relevé, 12,50", 9)
    page = sheet.pages(130)[0]
    table = np.full((page.shape[0] + 200, page.shape[1] + 200, 3), 60, np.uint8)
    table[100:-100, 100:-100] = page
    return table[:, 100 + int(lost * page.shape[1]) :].copy() if lost else table


def test_a_sheet_cut_where_nothing_is_printed_is_cut_off() -> None:
    """No letter touches the border: the sheet is too narrow for its length."""
    assert inspect(_on_a_table(0.3), None).problems == (Problem.CUT_OFF,)


def test_the_same_sheet_in_whole_is_accepted() -> None:
    assert inspect(_on_a_table(0), None).problems == ()


def test_a_row_cut_in_two_by_the_border_is_cut_off(sheets: dict[str, Image]) -> None:
    """The sheet lay beyond the upper edge of the glass; the lid fills what is missing at the other end."""
    ink = (sheets["classic"].min(axis=2) < 120).sum(axis=1)
    row = max(range(300, 700), key=lambda y: int(ink[y]) if ink[y : y + 3].max() < 600 else 0)
    lid = np.full((row, sheets["classic"].shape[1], 3), 245, np.uint8)
    assert inspect(np.vstack([sheets["classic"][row:], lid]), 200).problems == (Problem.CUT_OFF,)


def test_an_empty_back_with_punched_holes_is_blank_and_not_blurred() -> None:
    back = np.full((2339, 1654, 3), 240, np.uint8)
    for y in (850, 1480):
        cv2.circle(back, (75, y), 24, (40, 40, 40), -1)
    back = np.asarray(cv2.GaussianBlur(back, (0, 0), 2.4), np.uint8)
    assert inspect(back, 200).problems == (Problem.BLANK,)


def test_print_that_ran_together_is_blurred_and_not_blank(sheets: dict[str, Image]) -> None:
    smeared = np.asarray(cv2.GaussianBlur(sheets["classic"], (0, 0), 22), np.uint8)
    assert inspect(smeared, 200).problems == (Problem.BLURRED,)


def test_a_dark_desk_in_good_light_is_no_document() -> None:
    desk = np.full((1600, 1200, 3), 40, np.uint8)
    assert inspect(desk, None).problems == (Problem.DARK,)
    cv2.circle(desk, (500, 700), 120, (60, 220, 230), -1)
    assert inspect(desk, None).problems == (Problem.NOT_A_DOCUMENT,)
