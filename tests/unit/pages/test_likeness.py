"""The same sheet laid twice is found; another month of the same form is not taken for it."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from kiosk.pages.inspection import inspect
from kiosk.pages.likeness import fingerprint, same_page
from kiosk.pages.model import Image
from tests.generator import captures
from tests.generator.layouts import LAYOUTS
from tests.generator.payslip import Payslip


def scanned(page: Image, seed: int, skew: float) -> bytes:
    return fingerprint(inspect(captures.flatbed(page, Random(seed), skew), 200).page)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_twice_the_same_and_the_next_month(layout: str, payslip: Payslip, sheets: dict[str, Image]) -> None:
    first = scanned(sheets[layout], 1, 0.6)
    assert same_page(first, scanned(sheets[layout], 2, -0.7))
    month = payslip.start.replace(day=28) + dt.timedelta(days=6)
    later = replace(payslip, month=month.replace(day=1), pay_date=month, bonus=payslip.bonus + Decimal("37.15"))
    assert not same_page(first, scanned(LAYOUTS[layout](later).pages(200)[0], 3, 0.2))


def test_a_photograph_of_a_scanned_sheet_is_the_same_sheet(sheets: dict[str, Image]) -> None:
    photographed = fingerprint(inspect(captures.photo(sheets["classic"], Random(5)), None).page)
    assert same_page(scanned(sheets["classic"], 1, 0.3), photographed)
