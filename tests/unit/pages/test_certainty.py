"""The confidence of a payslip's field is the share of such values that are right; too unsure ones are left empty."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest

from kiosk.pages.layout import Layout, build
from kiosk.pages.model import Field
from kiosk.pages.payslip.certainty import GIVEN_FROM, LEAST_RIGHT, RIGHT, STEPS, WRONG_AT_MOST, certain, probability
from kiosk.pages.payslip.fields import read_fields
from kiosk.pages.text import Seen
from tests.generator.calibrate import Outcome, Page, curve, degraded, given_from, interval, outcomes
from tests.generator.families import FAMILIES
from tests.generator.fonts import HELVETICA
from tests.generator.misread import SURE, UNSURE, misread
from tests.generator.printed import printed_words
from tests.generator.scoring import PAYSLIP

LIMIT = 0.015
"""Most that the confidence may be off on average."""


def pages(seeds: Iterable[int]) -> list[Page]:
    found = []
    for family, draw in FAMILIES.items():
        for seed in seeds:
            drawn = draw(Random(f"certain {family} {seed}"), HELVETICA)
            found.append(Page(*printed_words(drawn.sheet, 0), drawn.truth[0], drawn.also))
    return found


def error(said: Iterable[tuple[float, bool]]) -> float:
    """The expected calibration error of (confidence, right) pairs, in tenths of the scale."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in said:
        bins.setdefault(min(int(confidence * 10), 9), []).append((confidence, right))
    every = sum(map(len, bins.values()))
    return sum(abs(sum(confidence - right for confidence, right in one)) for one in bins.values()) / every


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    """Values on pages that were drawn for this test alone, misread as an engine would."""
    return list(outcomes(degraded(pages(range(3)), 3)))


def test_the_confidence_means_what_it_says(found: list[Outcome]) -> None:
    calibrated = error((probability(one.field, one.score), one.right) for one in found)
    assert calibrated < LIMIT
    assert error((one.score, one.right) for one in found) > 3 * LIMIT, "the scores alone would do"


def test_of_the_values_given_at_most_one_in_fifty_is_wrong(found: list[Outcome]) -> None:
    given = [one for one in found if one.score >= GIVEN_FROM[one.field]]
    assert len(given) > 0.9 * len(found)
    assert sum(not one.right for one in given) <= WRONG_AT_MOST * len(given)


def test_what_is_too_unsure_is_left_empty() -> None:
    for name, shares in RIGHT.items():
        for step, share in zip(STEPS, shares, strict=True):
            given = certain({name: Field("1", step)})
            assert (name in given) == (step >= GIVEN_FROM[name])
            assert all(field.confidence == share >= LEAST_RIGHT for field in given.values())


@pytest.mark.parametrize("family", ["renovated", "hospital", "quadra"])
def test_a_net_that_the_sums_contradict_is_left_empty(family: str) -> None:
    page, place = next(found for seed in range(9) if (found := _net_printed_once(family, seed)))
    assert read_fields(_layout(page))["net_paid"].value == page.truth["net_paid"]
    net = page.words[place]
    words = [*page.words[:place], replace(net, text=net.text.translate(MISREAD)), *page.words[place + 1 :]]
    assert "net_paid" not in read_fields(_layout(replace(page, words=words)))


MISREAD = str.maketrans("0123456789", "0173268147")


def _net_printed_once(family: str, seed: int) -> tuple[Page, int] | None:
    """A page of `family` with the number of the word that ends its net, where no other sum ends alike."""
    drawn = FAMILIES[family](Random(f"net {family} {seed}"), HELVETICA)
    page = Page(*printed_words(drawn.sheet, 0), drawn.truth[0], drawn.also)
    ending = page.truth["net_paid"].replace(".", ",")[-6:]
    found = [place for place, word in enumerate(page.words) if word.text == ending]
    return (page, found[0]) if len(found) == 1 else None


def _layout(page: Page) -> Layout:
    return build(page.words, page.width, page.height)


def test_the_table_has_every_field_and_rises() -> None:
    assert set(RIGHT) == set(GIVEN_FROM) == set(PAYSLIP)
    assert set(GIVEN_FROM.values()) < set(STEPS)
    for shares in RIGHT.values():
        assert len(shares) == len(STEPS)
        assert list(shares) == sorted(shares)
        assert shares[0] > 0 and shares[-1] < 1


def test_a_field_is_given_while_one_in_fifty_of_all_is_wrong_and_each_step_mostly_right() -> None:
    poor, fair, good = (8, 10), (920, 1000), (9990, 10000)
    assert STEPS[given_from([poor] * 6 + [fair, good])] == 0.9
    assert STEPS[given_from([fair] * 7 + [good])] == 0.7
    assert given_from([poor] * 8) == len(STEPS)


def test_few_data_are_not_believed() -> None:
    nothing, some = (0, 0), (30, 30)
    assert max(curve([nothing] * 7 + [some])) < 1 - WRONG_AT_MOST
    assert curve([(5, 10), (3, 10), (99, 100)]) == [9 / 22, 9 / 22, 100 / 102]
    assert interval(0, 0) == (0.0, 1.0)
    assert interval(0, 80) == (pytest.approx(0, abs=1e-9), pytest.approx(0.0458, abs=1e-3))
    assert 0.02 < interval(1, 100)[1] < 0.06


def test_words_are_misread_rarely_and_without_confidence() -> None:
    words = [Seen("1358,62", 10 * place, 0, 9, 10, 0.95) for place in range(3000)]
    seen = misread(words, Random(1))
    wrong = [word for word in seen if word.text != "1358,62"]
    assert 25 < len(wrong) < 90
    assert {word.confidence for word in wrong} <= set(UNSURE)
    assert {word.confidence for word in seen if word.text == "1358,62"} <= {*SURE, *UNSURE}
