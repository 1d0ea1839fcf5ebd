"""The ninth and tenth held-out sets say what their truth says. Nothing of the reader runs here: they stay unseen."""

from decimal import Decimal
from random import Random

import pytest

from kiosk.pages.model import Kind
from tests.generator.checked import overlapping, unsaid
from tests.generator.eleventh.recipe import ELEVENTH
from tests.generator.ninth.recipe import NINTH
from tests.generator.papers import draw_paper
from tests.generator.payslip import NET_SOCIAL_SINCE
from tests.generator.scoring import OTHER, PAYSLIP
from tests.generator.sets import Recipe
from tests.generator.tenth.recipe import TENTH

SETS = {"ninth": NINTH, "tenth": TENTH}
FAMILIES = [(name, family) for name, recipe in SETS.items() for family in recipe.families]
PAPERS = [(name, number) for name, recipe in SETS.items() for number in range(len(recipe.papers))]


@pytest.mark.parametrize(("name", "family"), FAMILIES)
@pytest.mark.parametrize("seed", range(3))
def test_a_payslip_prints_its_truth_and_nothing_over_it(name: str, family: str, seed: int) -> None:
    random = Random(seed)
    drawn = SETS[name].families[family](random, random.choice(SETS[name].faces))
    for page, truth in enumerate(drawn.truth):
        assert set(truth) <= set(PAYSLIP)
        assert not unsaid(drawn, page)
        assert not overlapping(drawn, page)
        assert "net_social" not in truth or truth["period"] >= f"{NET_SOCIAL_SINCE:%Y-%m}"
        if {"gross", "net_paid"} <= set(truth):
            assert Decimal(truth["net_paid"]) < Decimal(truth["gross"]) * 2


@pytest.mark.parametrize(("name", "number"), PAPERS)
def test_another_paper_prints_its_truth_and_nothing_over_it(name: str, number: int) -> None:
    recipe = SETS[name]
    drawn = draw_paper(recipe.papers[number], Random(2), recipe.faces[3], recipe.styles)
    assert set(drawn.truth[0]) <= set(OTHER)
    assert not unsaid(drawn, 0)
    assert not overlapping(drawn, 0)


@pytest.mark.parametrize("recipe", [NINTH, TENTH, ELEVENTH], ids=["ninth", "tenth", "eleventh"])
def test_every_problem_is_there_in_ways_of_its_own(recipe: Recipe) -> None:
    codes = {"blurred", "dark", "glare", "cut_off", "folded", "blank", "low_resolution", "not_a_document"}
    assert set(recipe.spoilt) == codes
    assert min(len(ways) for ways in recipe.spoilt.values()) >= 2
    assert min(len(recipe.scans), len(recipe.photos)) >= 3


def test_the_ninth_has_every_kind() -> None:
    assert {spec.kind for spec in NINTH.papers} == {str(kind) for kind in Kind} - {"payslip"}
