"""Pages are put upright and read: every field right or left empty, in every layout."""

from collections.abc import Callable
from random import Random

import pytest

from kiosk.pages import text
from kiosk.pages.inspection import inspect
from kiosk.pages.layout import fold
from kiosk.pages.model import Image, Kind, Reading
from kiosk.pages.reading import read
from kiosk.pages.text import ReaderUnavailable, require
from tests.generator import captures, letters
from tests.generator.layouts import LAYOUTS, truth
from tests.generator.payslip import Payslip
from tests.generator.people import draw_person

NAMES = ("employer_name", "employee_name")


def same(name: str, read: str, true: str) -> bool:
    if name in NAMES:
        return sorted(fold(read).replace("-", " ").split()) == sorted(fold(true).replace("-", " ").split())
    return read == true


def assert_read(reading: Reading, expected: dict[str, str], may_miss: int) -> None:
    assert reading.kind is Kind.PAYSLIP
    wrong = {
        name: (found.value, expected.get(name))
        for name, found in reading.fields.items()
        if not same(name, found.value, expected.get(name, ""))
    }
    assert wrong == {}
    assert len(expected) - len(reading.fields) <= may_miss, sorted(set(expected) - set(reading.fields))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scan_is_read(layout: str, payslip: Payslip, sheets: dict[str, Image]) -> None:
    reading = read(inspect(captures.flatbed(sheets[layout], Random(layout)), 200))
    assert reading.rotation == 0
    assert_read(reading, truth(layout, payslip), may_miss=2)


@pytest.mark.parametrize("layout", ["classic", "split"])
def test_a_photograph_is_read(layout: str, payslip: Payslip, sheets: dict[str, Image]) -> None:
    assert_read(read(inspect(captures.photo(sheets[layout], Random(layout)), None)), truth(layout, payslip), may_miss=2)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_put_upright(degrees: int, payslip: Payslip, sheets: dict[str, Image]) -> None:
    turned = captures.turned(captures.flatbed(sheets["light"], Random(degrees)), degrees)
    reading = read(inspect(turned, 200))
    assert reading.rotation == (360 - degrees) % 360
    assert reading.page.shape[0] > reading.page.shape[1]
    assert_read(reading, truth("light", payslip), may_miss=2)


def test_words_lie_where_they_are_printed(sheets: dict[str, Image]) -> None:
    reading = read(inspect(sheets["classic"], 200))
    title = [word for word in reading.words if word.text == "BULLETIN"]
    assert title
    x, y = 110 / 25.4 * 200, 12 / 25.4 * 200
    assert title[0].x > x
    assert abs(title[0].y - y) < 20
    assert all(0 <= word.confidence <= 1 for word in reading.words)


def test_the_nir_is_in_no_field(payslip: Payslip, sheets: dict[str, Image]) -> None:
    for layout in ("classic", "public"):
        reading = read(inspect(sheets[layout], 200))
        for found in reading.fields.values():
            assert payslip.employee.nir[:13] not in found.value.replace(" ", "")


@pytest.mark.parametrize("draw", [letters.notice_before_sanction, letters.overpayment_notice, letters.plain_letter])
def test_letters_are_told_apart_and_read(draw: Callable[..., letters.Letter]) -> None:
    import datetime as dt

    letter = draw(draw_person(Random(6)), dt.date(2026, 4, 14))
    reading = read(inspect(captures.flatbed(letters.draw(letter).pages(200)[0], Random(6)), 200))
    assert reading.kind == letter.kind
    read_fields = {name: fold(found.value) for name, found in reading.fields.items()}
    assert read_fields == {name: fold(value) for name, value in letter.truth().items()}


def test_when_the_time_is_over_the_page_comes_back_unread(sheets: dict[str, Image]) -> None:
    reading = read(inspect(sheets["classic"], 200), seconds=0.2)
    assert (reading.kind, reading.confidence, reading.words) == (Kind.OTHER, 0.0, ())


def test_a_missing_language_is_said_with_its_remedy(sheets: dict[str, Image]) -> None:
    with pytest.raises(ReaderUnavailable, match=r"apt install tesseract-ocr-xyz"):
        read(inspect(sheets["classic"], 200), languages=("fra", "xyz"))


def test_a_missing_engine_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    text._installed.cache_clear()
    monkeypatch.setattr(text.pytesseract.pytesseract, "tesseract_cmd", "no-such-tesseract")
    try:
        with pytest.raises(ReaderUnavailable, match=r"apt install tesseract-ocr tesseract-ocr-fra"):
            require(("fra",))
    finally:
        text._installed.cache_clear()
