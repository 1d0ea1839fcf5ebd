"""Every printed code is read back at the rates of the design note (section 3.5) or better, and never misread."""

import pytest

from tests.measurements.codes import Printed, every_code, rate
from tests.measurements.degradations import EVERY

FLOORS = {"scratches": 0.83, "dead elements": 0.9, "11 % stain": 0.9}
"""For the others, every one must be read."""


@pytest.fixture(scope="module")
def codes() -> list[Printed]:
    return every_code()


@pytest.mark.parametrize("degradation", EVERY)
def test_every_printed_code_is_read_back(degradation: str, codes: list[Printed]) -> None:
    assert len(codes) == 3
    for code in codes:
        assert rate(code, degradation) >= FLOORS.get(degradation, 1.0), code.name
