"""The seventh held-out set says what its truth says. Nothing of the reader runs here: the set stays unseen."""

from decimal import Decimal
from random import Random

import numpy as np
import pytest

from kiosk.pages.model import Kind, Problem
from tests.generator.checked import overlapping, unsaid
from tests.generator.papers import draw_paper
from tests.generator.scoring import OTHER, PAYSLIP
from tests.generator.seventh.recipe import SEVENTH


@pytest.mark.parametrize("family", SEVENTH.families)
@pytest.mark.parametrize("seed", range(3))
def test_a_payslip_prints_its_truth_and_nothing_over_it(family: str, seed: int) -> None:
    random = Random(seed)
    drawn = SEVENTH.families[family](random, random.choice(SEVENTH.faces))
    for page, truth in enumerate(drawn.truth):
        assert set(truth) <= set(PAYSLIP)
        assert not unsaid(drawn, page)
        assert not overlapping(drawn, page)
        if {"gross", "net_paid"} <= set(truth):
            assert Decimal(truth["net_paid"]) < Decimal(truth["gross"]) * 2


@pytest.mark.parametrize("spec", SEVENTH.papers, ids=lambda spec: spec.title[:24])
def test_another_paper_prints_its_truth_and_nothing_over_it(spec: object) -> None:
    assert spec in SEVENTH.papers
    random = Random(2)
    drawn = draw_paper(spec, random, SEVENTH.faces[3], SEVENTH.styles)  # type: ignore[arg-type]
    assert set(drawn.truth[0]) <= set(OTHER)
    assert not unsaid(drawn, 0)
    assert not overlapping(drawn, 0)


def test_every_kind_and_every_reason_is_there() -> None:
    assert {spec.kind for spec in SEVENTH.papers} == set(Kind) - {Kind.PAYSLIP}
    of_captures = set(Problem) - {Problem.DUPLICATE, Problem.MISSING_PAGE, Problem.UPSIDE_DOWN, Problem.SEAL_DIFFERS}
    assert set(SEVENTH.spoilt) == of_captures


def test_captures_follow_from_their_random_numbers() -> None:
    page = SEVENTH.families["harvest"](Random(1), SEVENTH.faces[0]).sheet.pages(100)[0]
    for capture in (SEVENTH.scans[0], SEVENTH.spoilt["cut_off"][1]):
        assert np.array_equal(capture(page, Random(4)), capture(page, Random(4)))
        assert not np.array_equal(capture(page, Random(4)), capture(page, Random(5)))
