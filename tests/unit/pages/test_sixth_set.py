"""The sixth held-out set draws: its papers say what their truth says, its captures are pictures. Nothing is read."""

from collections.abc import Iterator
from random import Random

import numpy as np
import pypdfium2
import pytest

from kiosk.pages.model import Image, Kind, Problem
from tests.generator.fonts import HELVETICA
from tests.generator.papers import draw_paper
from tests.generator.parts import Drawn
from tests.generator.scoring import OTHER, PAYSLIP
from tests.generator.sets import Capture
from tests.generator.sixth import camera
from tests.generator.sixth.recipe import SIXTH

AMOUNTS = ("gross", "net_social", "net_taxable", "net_paid")
CAPTURES = [*SIXTH.scans, *SIXTH.photos, *(way for ways in SIXTH.spoilt.values() for way in ways)]


def every_paper(seed: int) -> Iterator[Drawn]:
    for draw in SIXTH.families.values():
        yield draw(Random(seed), HELVETICA)
    for spec in SIXTH.papers:
        yield draw_paper(spec, Random(seed), HELVETICA, SIXTH.styles)


def text_of(drawn: Drawn, page: int) -> str:
    document = pypdfium2.PdfDocument(bytes(drawn.sheet.pdf.output()))
    try:
        assert len(document) == len(drawn.truth)
        return document[page].get_textpage().get_text_range()
    finally:
        document.close()


@pytest.mark.parametrize("seed", range(3))
def test_what_is_true_of_a_page_is_printed_on_it(seed: int) -> None:
    for drawn in every_paper(seed):
        for page, truth in enumerate(drawn.truth):
            text = text_of(drawn, page)
            digits = "".join(character for character in text if character.isdigit())
            assert set(truth) <= set(PAYSLIP if drawn.kind == "payslip" else OTHER)
            for name in (*AMOUNTS, "employer_siret"):
                assert "".join(filter(str.isdigit, truth.get(name, ""))) in digits
            for name in ("employer_name", "employee_name", "sender"):
                assert all(word.upper() in text.upper() for word in truth.get(name, "").split())


def test_two_payslips_have_two_pages_and_twelve_kinds_of_papers_are_there() -> None:
    drawn = list(every_paper(0))
    assert sum(len(one.truth) == 2 for one in drawn) == 2
    assert {one.kind for one in drawn} == set(map(str, Kind))


@pytest.fixture(scope="module")
def page() -> Image:
    return SIXTH.families["elements"](Random(4), HELVETICA).sheet.pages(40)[0]


@pytest.mark.parametrize("capture", CAPTURES, ids=lambda capture: capture.__name__)
def test_a_capture_is_a_picture_that_its_seed_repeats(
    capture: Capture, page: Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera, "SIZE", (378, 504))
    taken = capture(page, Random(9))
    assert taken.dtype == np.uint8
    assert taken.ndim == 3
    assert taken.shape[2] == 3
    assert np.array_equal(taken, capture(page, Random(9)))


def test_every_verdict_of_a_capture_can_be_spoilt_in_two_ways() -> None:
    pages_together = {Problem.DUPLICATE, Problem.MISSING_PAGE, Problem.UPSIDE_DOWN, Problem.SEAL_DIFFERS}
    assert set(SIXTH.spoilt) == {str(one) for one in Problem if one not in pages_together}
    assert all(len(set(ways)) >= 2 for ways in SIXTH.spoilt.values())
