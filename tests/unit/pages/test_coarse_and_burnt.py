"""Dots enlarged again are as few as before; light that burns print out is told from light that only fades."""

import cv2
import numpy as np
import pytest

from kiosk.pages.blur import FEWEST_DOTS, dots_side
from kiosk.pages.glare import glare_share
from kiosk.pages.ink import find_ink
from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image, Problem


def black_and_white(page: Image) -> Image:
    return np.where(page.min(axis=2, keepdims=True) < 150, 0, 255).astype(np.uint8).repeat(3, axis=2)


def coarse(page: Image, side: int) -> Image:
    """`page` in black and white dots with `side` pixels each, softened a little."""
    small = cv2.resize(page, None, fx=1 / side, fy=1 / side, interpolation=cv2.INTER_AREA)
    large = cv2.resize(black_and_white(small), (page.shape[1], page.shape[0]), interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.GaussianBlur(large, (0, 0), 0.6), np.uint8)


@pytest.mark.parametrize("layout", ["classic", "split", "public"])
def test_few_dots_enlarged_again_are_too_few(layout: str, sheets: dict[str, Image]) -> None:
    page = coarse(sheets[layout], 5)
    assert dots_side(page) >= 4
    assert inspect(page, 200).problems == (Problem.LOW_RESOLUTION,)


@pytest.mark.parametrize("layout", ["classic", "split", "public"])
def test_a_scan_in_black_and_white_has_dots_enough(layout: str, sheets: dict[str, Image]) -> None:
    assert inspect(black_and_white(sheets[layout]), 200).problems == ()


def test_large_print_of_many_pixels_is_not_coarse() -> None:
    page = np.full((3508, 2480, 3), 255, np.uint8)
    for row in range(12):
        cv2.putText(page, "AVIS AU PUBLIC", (150, 350 + 250 * row), cv2.FONT_HERSHEY_SIMPLEX, 5, (0, 0, 0), 24)
    assert dots_side(page) > 8
    assert FEWEST_DOTS * dots_side(page) < 150
    assert Problem.LOW_RESOLUTION not in inspect(page, 300).problems


def lit(page: Image, spots: float, highest: float) -> Image:
    """`page` under a lamp: in round spots light rises by `spots` of itself and is cut at what the sensor can tell."""
    height, width = page.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    light = np.full((height, width), 0.82, np.float32)
    for at_x, at_y in ((0.3, 0.35), (0.65, 0.6)):
        far = np.hypot(x - at_x * width, y - at_y * height) / width
        light += spots * np.exp(-((far / 0.09) ** 4))
    levels = np.minimum(page.astype(np.float32) * light[:, :, None] + 400 * (light[:, :, None] - 0.82), highest)
    levels += np.random.default_rng(2).normal(0, 1.0, levels.shape)
    return np.clip(levels, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("highest", [255, 240])
def test_print_burnt_out_is_glare_whatever_white_the_sensor_gives(highest: float, sheets: dict[str, Image]) -> None:
    assert inspect(lit(sheets["classic"], 2.5, highest), 200).problems == (Problem.GLARE,)


@pytest.mark.parametrize("brightest", [255, 236])
def test_light_that_fades_from_one_corner_is_no_glare(brightest: float, sheets: dict[str, Image]) -> None:
    height, width = sheets["classic"].shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    light = 1.05 - 0.3 * np.hypot(x / width, y / height) / np.sqrt(2)
    page = np.clip(sheets["classic"] * light[:, :, None] * (brightest / 255), 0, 255).astype(np.uint8)
    assert glare_share(find_ink(page)) == 0
    assert inspect(page, 200).problems == ()


def test_a_plateau_under_the_highest_white_is_burnt_out_as_well(sheets: dict[str, Image]) -> None:
    """A few pixels above it, as the noise of a picture that was compressed leaves them."""
    page = lit(sheets["classic"], 2.5, 245)
    specks = np.random.default_rng(5).random(page.shape[:2]) < 0.003
    page[specks] = 251
    assert inspect(page, 200).problems == (Problem.GLARE,)


def test_the_burnt_out_half_of_a_sheet_is_not_taken_for_the_sheet(sheets: dict[str, Image]) -> None:
    """A flash on glossy paper: what it leaves readable lies around it, as dark as the table."""
    table = np.full((2900, 2200, 3), 150, np.uint8)
    sheet = (np.minimum(sheets["classic"], 245) * 0.62).astype(np.float32)
    y, x = np.mgrid[: sheet.shape[0], : sheet.shape[1]]
    far = np.maximum(np.abs(x - 500) / 560, np.abs(y - 600) / 620)
    sheet += (330 * np.clip(3.2 * (1 - far), 0, 1))[:, :, None]
    table[250 : 250 + sheet.shape[0], 250 : 250 + sheet.shape[1]] = np.clip(sheet, 0, 255)
    assert inspect(np.asarray(cv2.GaussianBlur(table, (0, 0), 1.2), np.uint8), None).problems == (Problem.GLARE,)


@pytest.mark.parametrize(("lid", "skin"), [(235, (60, 80, 120)), (46, (80, 100, 140))])
def test_a_hand_on_the_glass_is_no_document(lid: int, skin: tuple[int, int, int]) -> None:
    glass = np.full((2339, 1654, 3), lid, np.uint8)
    cv2.ellipse(glass, (830, 1200), (300, 380), 0, 0, 360, skin, -1)
    cv2.rectangle(glass, (680, 1400), (980, 2339), skin, -1)
    for finger in range(4):
        cv2.line(glass, (640 + 130 * finger, 1000), (560 + 180 * finger, 420), skin, 90)
    glass = np.asarray(cv2.GaussianBlur(glass, (0, 0), 6), np.uint8)
    assert inspect(glass, 200).problems == (Problem.NOT_A_DOCUMENT,)


def test_a_dashed_line_to_cut_along_is_no_smudge(sheets: dict[str, Image]) -> None:
    """It has no edges along itself, as print that moved."""
    page = np.minimum(sheets["classic"], 250)
    page[1980:2120] = 250
    for x in range(90, 1560, 34):
        cv2.line(page, (x, 2050), (x + 22, 2050), (70, 70, 70), 3)
    assert inspect(page, 200).problems == ()
