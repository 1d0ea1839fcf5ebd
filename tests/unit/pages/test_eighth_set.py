"""The eighth held-out set says what its truth says. Nothing of the reader runs here: the set stays unseen."""

import datetime as dt
from decimal import Decimal
from random import Random

import pytest

from kiosk.pages.model import Kind
from tests.generator.checked import overlapping, unsaid
from tests.generator.eighth.kit import bare, spoken
from tests.generator.eighth.recipe import EIGHTH
from tests.generator.papers import Spec, draw_paper
from tests.generator.parts import Drawn
from tests.generator.payslip import NET_SOCIAL_SINCE
from tests.generator.printed import printed_words
from tests.generator.scoring import OTHER, PAYSLIP
from tests.generator.seventh.recipe import SEVENTH

DAYS = ("date", "pay_date", "period_start", "period_end")


def unsaid_days(drawn: Drawn, page: int) -> list[str]:
    """The days of the truth that `page` (from 0) writes in none of the set's ways."""
    words, _, _ = printed_words(drawn.sheet, page)
    text = f" {' '.join(word.text for word in words)} "
    missing = []
    for name in set(DAYS) & set(drawn.truth[page]):
        day = dt.date.fromisoformat(drawn.truth[page][name])
        if not any(f" {one} " in text for one in (f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", bare(day), spoken(day))):
            missing.append(name)
    return missing


@pytest.mark.parametrize("family", EIGHTH.families)
@pytest.mark.parametrize("seed", range(3))
def test_a_payslip_prints_its_truth_and_nothing_over_it(family: str, seed: int) -> None:
    random = Random(seed)
    drawn = EIGHTH.families[family](random, random.choice(EIGHTH.faces))
    for page, truth in enumerate(drawn.truth):
        assert set(truth) <= set(PAYSLIP)
        assert set(drawn.also) <= {"hours", "employee_name"}
        assert not unsaid(drawn, page)
        assert not unsaid_days(drawn, page)
        assert not overlapping(drawn, page)
        assert "net_social" not in truth or truth["period"] >= f"{NET_SOCIAL_SINCE:%Y-%m}"
        if {"gross", "net_paid"} <= set(truth):
            assert Decimal(truth["net_paid"]) < Decimal(truth["gross"]) * 2


@pytest.mark.parametrize("spec", EIGHTH.papers, ids=lambda spec: spec.title[:24])
def test_another_paper_prints_its_truth_and_nothing_over_it(spec: Spec) -> None:
    drawn = draw_paper(spec, Random(2), EIGHTH.faces[3], EIGHTH.styles)
    assert set(drawn.truth[0]) <= set(OTHER)
    assert not unsaid(drawn, 0)
    assert not unsaid_days(drawn, 0)
    assert not overlapping(drawn, 0)


def test_every_kind_is_there_and_the_captures_are_the_sevenths() -> None:
    assert {spec.kind for spec in EIGHTH.papers} == set(Kind) - {Kind.PAYSLIP}
    assert (EIGHTH.scans, EIGHTH.photos, EIGHTH.spoilt) == (SEVENTH.scans, SEVENTH.photos, SEVENTH.spoilt)
