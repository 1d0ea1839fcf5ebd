"""The thirteenth held-out set says what its truth says. Nothing of the reader runs here: it stays unseen."""

from decimal import Decimal
from random import Random

import pytest

from kiosk.pages.model import Kind
from tests.generator.checked import overlapping, unsaid
from tests.generator.papers import draw_paper
from tests.generator.payslip import NET_SOCIAL_SINCE
from tests.generator.scoring import OTHER, PAYSLIP
from tests.generator.sets import Capture, readable
from tests.generator.thirteenth.recipe import THIRTEENTH

CODES = {"blurred", "dark", "glare", "cut_off", "folded", "blank", "low_resolution", "not_a_document"}
WAYS = [*dict.fromkeys((*THIRTEENTH.scans, *(way for ways in THIRTEENTH.spoilt.values() for way in ways)))]


@pytest.mark.parametrize("family", THIRTEENTH.families)
@pytest.mark.parametrize("seed", range(3))
def test_a_payslip_prints_its_truth_and_nothing_over_it(family: str, seed: int) -> None:
    random = Random(seed)
    drawn = THIRTEENTH.families[family](random, random.choice(THIRTEENTH.faces))
    for page, truth in enumerate(drawn.truth):
        assert set(truth) <= set(PAYSLIP)
        assert not unsaid(drawn, page)
        assert not overlapping(drawn, page)
        assert "net_social" not in truth or truth["period"] >= f"{NET_SOCIAL_SINCE:%Y-%m}"
        if {"gross", "net_paid"} <= set(truth):
            assert Decimal(0) < Decimal(truth["net_paid"]) < Decimal(truth["gross"]) * 2


@pytest.mark.parametrize("number", range(len(THIRTEENTH.papers)))
def test_another_paper_prints_its_truth_and_nothing_over_it(number: int) -> None:
    drawn = draw_paper(THIRTEENTH.papers[number], Random(2), THIRTEENTH.faces[4], THIRTEENTH.styles)
    assert set(drawn.truth[0]) <= set(OTHER)
    assert not unsaid(drawn, 0)
    assert not overlapping(drawn, 0)


def test_it_has_every_kind_and_every_problem_in_ways_of_its_own() -> None:
    assert {spec.kind for spec in THIRTEENTH.papers} == {str(kind) for kind in Kind} - {"payslip"}
    assert set(THIRTEENTH.spoilt) == CODES
    assert min(len(set(ways)) for ways in THIRTEENTH.spoilt.values()) >= 3
    assert min(len(set(THIRTEENTH.scans)), len(set(THIRTEENTH.photos))) >= 6


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_capture_is_drawn_alike_from_the_same_lot(way: Capture) -> None:
    page = THIRTEENTH.families["farm"](Random(3), THIRTEENTH.faces[0]).sheet.pages(100)[0]
    first, again = (way(page.copy(), Random(5)) for _ in range(2))
    assert first.dtype == "uint8"
    assert first.ndim == 3
    assert (first == again).all()


def test_a_photograph_has_the_pixels_of_a_camera() -> None:
    photos = [sample for sample in readable(THIRTEENTH, 6, 1) if sample.capture == "photo"]
    assert photos
    assert all(7_500_000 < sample.image.shape[0] * sample.image.shape[1] < 12_500_000 for sample in photos)
