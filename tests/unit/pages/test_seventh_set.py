"""The seventh held-out set says what its truth says. Nothing of the reader runs here: the set stays unseen."""

import re
from collections.abc import Mapping
from decimal import Decimal
from random import Random

import numpy as np
import pytest

from kiosk.pages.model import Kind, Problem
from tests.generator.papers import draw_paper
from tests.generator.parts import Drawn
from tests.generator.printed import printed_words
from tests.generator.scoring import OTHER, PAYSLIP, normal
from tests.generator.seventh.recipe import SEVENTH

AMOUNTS = ("gross", "net_paid", "net_social", "net_taxable", "hours")
NAMES = ("employer_name", "employee_name", "sender")


def unsaid(drawn: Drawn, page: int) -> list[str]:
    """The fields of the truth whose value is not printed on `page` (from 0)."""
    words, _, _ = printed_words(drawn.sheet, page)
    text = " ".join(word.text for word in words)
    close = re.sub(r"\W", "", text).upper()
    truth: Mapping[str, str] = drawn.truth[page]
    missing = [name for name in AMOUNTS if name in truth and re.sub(r"\D", "", truth[name]) not in close]
    missing += [name for name in ("employer_siret", "reference") if name in truth and truth[name] not in close]
    printed = normal("sender", text)
    assert isinstance(printed, frozenset)
    for name in NAMES:
        wanted = normal(name, truth.get(name, ""))
        assert isinstance(wanted, frozenset)
        if not wanted <= printed:
            missing.append(name)
    return missing


def overlapping(drawn: Drawn, page: int) -> list[tuple[str, str]]:
    """Words that are printed over each other or off the sheet."""
    words, width, height = printed_words(drawn.sheet, page)
    found = [
        (one.text, "edge")
        for one in words
        if min(one.x, one.y) < 5 or one.x + one.width > width - 5 or one.y + one.height > height - 5
    ]
    for place, one in enumerate(words):
        for other in words[place + 1 :]:
            across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
            if across > 2 and down > 2:
                found.append((one.text, other.text))
    return found


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
