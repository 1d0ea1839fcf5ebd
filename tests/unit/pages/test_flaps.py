"""An end folded over the print is found; creases, short papers and shadows are none."""

from random import Random

import cv2
import numpy as np
import pytest

from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image, Problem
from tests.generator.drawing import Sheet

TABLE = 60


def turned_up(sheet: Image, lid: int) -> Image:
    """A scan of `sheet` whose lower end lies folded up over its print, its bend in the shade; under it the lid."""
    height, width = sheet.shape[:2]
    edge, bend = int(0.48 * height), int(0.72 * height)
    seen = np.minimum(sheet, 245).astype(np.uint8)
    flap = np.full((bend - edge, width), 224.0)
    flap[-60:] = np.linspace(224, 204, 60)[:, None]
    seen[edge:bend] = flap[:, :, None].astype(np.uint8)
    seen[edge - 6 : edge] = (seen[edge - 6 : edge] * 0.75).astype(np.uint8)
    seen[bend:] = lid
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 0.7, 1.0)
    return np.asarray(cv2.warpAffine(seen, turn, (width, height), borderValue=(lid, lid, lid)), np.uint8)


def on_a_table(paper: Image) -> Image:
    """`paper` with all its sides in the picture, softened as by a camera."""
    height, width = paper.shape[:2]
    margin = width // 5
    table = np.full((height + 2 * margin, width + 2 * margin, 3), TABLE, np.uint8)
    table[margin:-margin, margin:-margin] = (paper * 0.86).astype(np.uint8)
    turn = cv2.getRotationMatrix2D((table.shape[1] / 2, table.shape[0] / 2), 2.0, 1.0)
    return np.asarray(
        cv2.warpAffine(table, turn, (table.shape[1], table.shape[0]), borderValue=(TABLE, TABLE, TABLE)), np.uint8
    )


def row_through_print(sheet: Image, around: float) -> int:
    """A row that cuts many letters, near `around` (share of the height)."""
    ink = (sheet.min(axis=2) < 120).sum(axis=1)
    start, end = int((around - 0.05) * len(ink)), int((around + 0.05) * len(ink))
    # a rule has more ink than any row of letters
    return max(range(start, end), key=lambda y: int(ink[y]) if ink[y] < 0.3 * sheet.shape[1] else 0)


@pytest.mark.parametrize("turns", [0, 1, 2])
@pytest.mark.parametrize("lid", [44, 254])
@pytest.mark.parametrize("layout", ["classic", "public"])
def test_an_end_turned_up_is_folded(layout: str, lid: int, turns: int, sheets: dict[str, Image]) -> None:
    scan = np.ascontiguousarray(np.rot90(turned_up(sheets[layout], lid), turns))
    assert inspect(scan, 200).problems[0] == Problem.FOLDED


@pytest.mark.parametrize("layout", ["classic", "public"])
def test_a_sheet_folded_in_two_has_print_at_its_end(layout: str, sheets: dict[str, Image]) -> None:
    sheet = sheets[layout]
    assert inspect(on_a_table(sheet[: row_through_print(sheet, 0.5)]), None).problems == (Problem.FOLDED,)


def test_a_sheet_that_is_nearly_square_has_an_end_under_it(sheets: dict[str, Image]) -> None:
    sheet = sheets["classic"]
    short = np.vstack([sheet[: int(0.66 * len(sheet))], np.full((40, sheet.shape[1], 3), 255, np.uint8)])
    assert inspect(on_a_table(short), None).problems == (Problem.FOLDED,)


def test_a_letter_opened_again_is_accepted(sheets: dict[str, Image]) -> None:
    """Its thirds do not lie in the same light, and nothing is printed on the last."""
    sheet = sheets["classic"].astype(np.float32)
    third = len(sheet) // 3
    sheet[2 * third :] = 255
    for number, light in enumerate((0.98, 0.88, 0.95)):
        sheet[number * third : (number + 1) * third] *= light
    assert inspect(on_a_table(sheet.astype(np.uint8)), None).problems == ()


def test_half_a_sheet_of_paper_under_a_white_lid_is_accepted(sheets: dict[str, Image]) -> None:
    """A5 laid across, with a margin under its last line."""
    scan = np.minimum(sheets["classic"], 225).astype(np.uint8)
    end = len(scan) // 2
    scan[end - 60 : end] = 225
    scan[end:] = 245
    assert inspect(scan, 200).problems == ()


def test_a_sheet_held_before_a_window_is_dark(sheets: dict[str, Image]) -> None:
    """The picture as a whole is bright."""
    sheet = (sheets["classic"] * 0.12).astype(np.uint8)
    picture = np.full((sheet.shape[0] + 1000, sheet.shape[1] + 1000, 3), 235, np.uint8)
    picture[500:-500, 500:-500] = sheet
    noise = np.random.default_rng(1).normal(0, 2, picture.shape)
    assert inspect(np.clip(picture + noise, 0, 255).astype(np.uint8), None).problems == (Problem.DARK,)


def test_a_sheet_far_away_wants_pixels(sheets: dict[str, Image]) -> None:
    small = cv2.resize(sheets["classic"], None, fx=0.16, fy=0.16, interpolation=cv2.INTER_AREA)
    picture = np.full((1600, 1200, 3), TABLE, np.uint8)
    picture[600 : 600 + small.shape[0], 400 : 400 + small.shape[1]] = small
    assert inspect(picture, None).problems == (Problem.LOW_RESOLUTION,)


def test_a_rim_of_the_lid_that_noise_breaks_up_cuts_no_letters(sheets: dict[str, Image]) -> None:
    scan = np.minimum(sheets["classic"], 248).astype(np.float32)
    scan[-3:] = 214
    noise = cv2.GaussianBlur(np.random.default_rng(Random(1).randint(0, 9)).normal(0, 9, scan.shape[:2]), (0, 0), 1.2)
    assert inspect(np.clip(scan + 3 * noise[:, :, None], 0, 255).astype(np.uint8), 200).problems == ()


def with_side_turned_in(sheet: Image) -> Image:
    """The right half of `sheet` folded over its left half, as far as its figures."""
    width = sheet.shape[1]
    seen = sheet[:, : round(0.68 * width)].copy()
    seen[:, round(0.36 * width) :] = 238
    return seen


@pytest.mark.parametrize("turns", [0, 1])
def test_a_side_turned_in_is_folded(turns: int, sheets: dict[str, Image]) -> None:
    picture = np.ascontiguousarray(np.rot90(on_a_table(with_side_turned_in(sheets["classic"])), turns))
    assert inspect(picture, None).problems == (Problem.FOLDED,)


def test_a_slip_printed_in_its_middle_is_whole() -> None:
    sheet = Sheet()
    for line in range(30):
        sheet.text(12, 25 + 8 * line, f"Ligne {line} du relevé de compte, versement : 12,50", 9)
    slip = sheet.pages(200)[0][:, : round(95 / 25.4 * 200)]
    assert inspect(on_a_table(slip), None).problems == ()


@pytest.mark.parametrize("turns", [0, 2])
def test_a_letter_folded_in_three_on_the_glass_is_accepted(turns: int) -> None:
    """Light falls from one side of each crease, and the last third is empty."""
    printed = np.full((2339, 1654, 3), 248, np.uint8)
    for row in range(22):
        text = f"Nous vous prions de nous envoyer la piece {row}"
        cv2.putText(printed, text, (160, 300 + 46 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (20, 20, 20), 2, cv2.LINE_AA)
    sheet = printed.astype(np.float32)
    third = len(sheet) // 3
    for crease in (third, 2 * third):
        sheet[crease : crease + 90] *= np.linspace(0.9, 1, 90)[:, None, None]
        sheet[crease - 2 : crease] = 255
    scan = np.clip(sheet + np.random.default_rng(4).normal(0, 1, sheet.shape), 0, 255).astype(np.uint8)
    assert inspect(np.ascontiguousarray(np.rot90(scan, turns)), 200).problems == ()


def test_the_bend_of_a_sheet_folded_in_two_shows_under_a_white_lid(sheets: dict[str, Image]) -> None:
    """The sheet runs out of the glass at its sides; towards the bend it lies in the shade."""
    sheet = np.minimum(sheets["classic"], 252)
    bend = row_through_print(sheet, 0.5)
    scan = np.full_like(sheet, 250)
    scan[:bend] = sheet[:bend]
    scan[bend - 70 : bend] = (scan[bend - 70 : bend] * np.linspace(1, 0.86, 70)[:, None, None]).astype(np.uint8)
    turn = cv2.getRotationMatrix2D((827, bend), 1.0, 1.0)
    leaning = cv2.warpAffine(scan, turn, (scan.shape[1], scan.shape[0]), borderMode=cv2.BORDER_REPLICATE)
    assert inspect(np.asarray(leaning, np.uint8), 200).problems == (Problem.FOLDED,)
