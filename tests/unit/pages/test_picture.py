"""The copy that is sent is small, and its amounts were read again on it."""

from random import Random

import cv2
import numpy as np
import pytest

from kiosk.pages import picture
from kiosk.pages.inspection import inspect
from kiosk.pages.legible import lost, printed_amounts
from kiosk.pages.model import Image, Kind, Reading
from kiosk.pages.picture import LARGEST_PAGE, LEAST_LEGIBLE, STEPS, legible_jpeg, light_jpeg
from kiosk.pages.pixels import grey_of
from kiosk.pages.reading import read
from tests.generator import captures
from tests.generator.layouts import LAYOUTS
from tests.generator.payslip import Payslip

FRENCH = ("fra",)


@pytest.fixture(scope="module")
def reading(payslip: Payslip) -> Reading:
    sheet = LAYOUTS["classic"](payslip).pages(300)[0]
    return read(inspect(captures.flatbed(sheet, Random(5)), 300))


def opened(data: bytes) -> Image:
    return np.asarray(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8)


def test_a_payslip_takes_160_kilobytes_and_keeps_its_amounts(reading: Reading) -> None:
    data = legible_jpeg(reading, FRENCH, 60)
    printed = printed_amounts(reading)
    assert len(data) <= 160_000
    assert len(printed) >= 15
    missing = lost(opened(data), grey_of(reading.page), printed, FRENCH, 60)
    assert len(missing) <= (1 - LEAST_LEGIBLE) * len(printed)


def test_a_copy_that_lost_its_amounts_is_noticed(reading: Reading) -> None:
    blurred = cv2.resize(grey_of(reading.page), None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA).astype(np.uint8)
    printed = printed_amounts(reading)
    assert len(lost(blurred, grey_of(reading.page), printed, FRENCH, 60)) > 0.5 * len(printed)


def test_the_next_step_is_taken_by_itself(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "STEPS", ((50, 20), (200, 62)))
    copy = opened(legible_jpeg(reading, FRENCH, 60))
    assert abs(max(copy.shape) - 200 * 11.69) < 4


def test_without_time_the_lightest_is_kept(reading: Reading) -> None:
    assert legible_jpeg(reading, FRENCH, 0) == light_jpeg(reading.page)


def test_noise_is_made_to_fit() -> None:
    noise = np.random.default_rng(3).integers(0, 255, (3508, 2480, 3), np.uint8)
    noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), 1.2), np.uint8)
    assert len(light_jpeg(noise)) <= LARGEST_PAGE
    assert STEPS[0][0] == 200


def test_a_page_without_amounts_is_not_read_again() -> None:
    page = np.full((1754, 1240, 3), 255, np.uint8)
    assert legible_jpeg(Reading(page, 0, Kind.OTHER, 0.0), ("not-installed",), 60) == light_jpeg(page)
