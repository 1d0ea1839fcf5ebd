"""Drawn sheets, made once."""

from random import Random

import pytest

from kiosk.pages.model import Image
from tests.generator.layouts import LAYOUTS
from tests.generator.payslip import Payslip, draw_payslip


@pytest.fixture(scope="session")
def payslip() -> Payslip:
    return draw_payslip(Random(20))


@pytest.fixture(scope="session")
def sheets(payslip: Payslip) -> dict[str, Image]:
    """The same payslip in every layout, at 200 dpi."""
    return {name: draw(payslip).pages(200)[0] for name, draw in LAYOUTS.items()}
