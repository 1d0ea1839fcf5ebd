"""The held-out sets say what their truth says. Nothing of the reader runs here: they stay unseen."""

import datetime as dt
from decimal import Decimal
from random import Random

import numpy as np
import pytest

from kiosk.pages.model import Kind, Problem
from tests.generator.checked import overlapping, unsaid
from tests.generator.eighth.kit import bare, spoken
from tests.generator.eighth.recipe import EIGHTH
from tests.generator.eleventh.recipe import ELEVENTH
from tests.generator.fifteenth.recipe import FIFTEENTH
from tests.generator.fourteenth.recipe import FOURTEENTH
from tests.generator.ninth.recipe import NINTH
from tests.generator.papers import draw_paper
from tests.generator.parts import Drawn
from tests.generator.payslip import NET_SOCIAL_SINCE
from tests.generator.printed import printed_words
from tests.generator.scoring import OTHER, PAYSLIP
from tests.generator.sets import Recipe
from tests.generator.seventh.recipe import SEVENTH
from tests.generator.sixth.recipe import SIXTH
from tests.generator.tenth.recipe import TENTH
from tests.generator.thirteenth.recipe import THIRTEENTH
from tests.generator.twelfth.recipe import TWELFTH

PAPERS = {
    "sixth": SIXTH,
    "seventh": SEVENTH,
    "eighth": EIGHTH,
    "ninth": NINTH,
    "tenth": TENTH,
    "thirteenth": THIRTEENTH,
    "fourteenth": FOURTEENTH,
    "fifteenth": FIFTEENTH,
}
"""Sets with papers of their own."""
CAPTURES = {
    "sixth": SIXTH,
    "seventh": SEVENTH,
    "ninth": NINTH,
    "tenth": TENTH,
    "eleventh": ELEVENTH,
    "twelfth": TWELFTH,
    "thirteenth": THIRTEENTH,
    "fourteenth": FOURTEENTH,
    "fifteenth": FIFTEENTH,
}
"""Sets with captures of their own."""
SEEDS = range(1)
PAGES_TOGETHER = {Problem.DUPLICATE, Problem.MISSING_PAGE, Problem.UPSIDE_DOWN, Problem.SEAL_DIFFERS}
DAYS = ("date", "pay_date", "period_start", "period_end")


def unsaid_days(drawn: Drawn, page: int) -> list[str]:
    """The days of the truth that `page` (from 0) writes in none of the eighth set's ways."""
    words, _, _ = printed_words(drawn.sheet, page)
    text = f" {' '.join(word.text for word in words)} "
    missing = []
    for name in set(DAYS) & set(drawn.truth[page]):
        day = dt.date.fromisoformat(drawn.truth[page][name])
        if not any(f" {one} " in text for one in (f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", bare(day), spoken(day))):
            missing.append(name)
    return missing


@pytest.mark.parametrize(
    ("name", "family"), [(name, family) for name, one in PAPERS.items() for family in one.families]
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_payslip_prints_its_truth_and_nothing_over_it(name: str, family: str, seed: int) -> None:
    random = Random(seed)
    drawn = PAPERS[name].families[family](random, random.choice(PAPERS[name].faces))
    for page, truth in enumerate(drawn.truth):
        assert set(truth) <= set(PAYSLIP)
        assert not unsaid(drawn, page)
        assert not overlapping(drawn, page)
        assert "net_social" not in truth or truth["period"] >= f"{NET_SOCIAL_SINCE:%Y-%m}"
        if {"gross", "net_paid"} <= set(truth):
            assert Decimal(0) < Decimal(truth["net_paid"]) < Decimal(truth["gross"]) * 2
        if name == "eighth":
            assert not unsaid_days(drawn, page)


@pytest.mark.parametrize(
    ("name", "number"), [(name, number) for name, one in PAPERS.items() for number in range(len(one.papers))]
)
def test_another_paper_prints_its_truth_and_nothing_over_it(name: str, number: int) -> None:
    recipe = PAPERS[name]
    drawn = draw_paper(recipe.papers[number], Random(2), recipe.faces[3], recipe.styles)
    assert set(drawn.truth[0]) <= set(OTHER)
    assert not unsaid(drawn, 0)
    assert not overlapping(drawn, 0)
    if name == "eighth":
        assert not unsaid_days(drawn, 0)


@pytest.mark.parametrize("name", ["seventh", "eighth", "ninth", "thirteenth"])
def test_every_kind_is_there(name: str) -> None:
    assert {spec.kind for spec in PAPERS[name].papers} == {str(kind) for kind in Kind} - {"payslip"}


@pytest.mark.parametrize("recipe", CAPTURES.values(), ids=CAPTURES)
def test_every_problem_of_a_capture_is_there_in_ways_of_its_own(recipe: Recipe) -> None:
    assert set(recipe.spoilt) == {str(one) for one in Problem if one not in PAGES_TOGETHER}
    assert min(len(set(ways)) for ways in recipe.spoilt.values()) >= 2
    assert min(len(set(recipe.scans)), len(set(recipe.photos))) >= 3


@pytest.mark.parametrize("recipe", CAPTURES.values(), ids=CAPTURES)
def test_captures_follow_from_their_random_numbers(recipe: Recipe) -> None:
    draw = next(iter(recipe.families.values()))
    page = draw(Random(1), recipe.faces[0]).sheet.pages(100)[0]
    for capture in (recipe.scans[0], recipe.spoilt["cut_off"][1]):
        first = capture(page.copy(), Random(4))
        assert first.dtype == np.uint8
        assert first.ndim == 3
        assert np.array_equal(first, capture(page.copy(), Random(4)))
        assert not np.array_equal(first, capture(page.copy(), Random(5)))


@pytest.mark.parametrize("recipe", [TWELFTH, THIRTEENTH, FOURTEENTH], ids=["twelfth", "thirteenth", "fourteenth"])
def test_a_photograph_has_the_pixels_of_a_camera(recipe: Recipe) -> None:
    page = next(iter(recipe.families.values()))(Random(1), recipe.faces[0]).sheet.pages(300)[0]
    height, width = recipe.photos[0](page, Random(2)).shape[:2]
    assert 7_500_000 < height * width < 12_500_000
