"""The margins that the worst pages are sorted by agree with the verdict."""

from collections.abc import Callable
from random import Random

import numpy as np
import pytest

from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image
from tests.benchmarks.contact import contact_sheet, thumbnail
from tests.benchmarks.margins import margins
from tests.benchmarks.worst import Seen, worst
from tests.generator import captures


@pytest.mark.parametrize(
    "spoil",
    [
        *(captures.blurred, captures.smudged, captures.dark, captures.glare, captures.cut_off, captures.cut_side),
        *(captures.folded, captures.blank, captures.message),
    ],
)
def test_what_a_page_is_refused_for_is_over_its_threshold(
    spoil: Callable[[Image, Random], Image], sheets: dict[str, Image]
) -> None:
    spoilt = spoil(sheets["light"], Random(3))
    problems = inspect(spoilt, None).problems
    assert problems
    assert all(margins(spoilt)[problem] >= 1 for problem in problems)


@pytest.mark.parametrize("capture", [captures.flatbed, captures.photo, captures.pale])
def test_a_readable_page_is_under_every_threshold(
    capture: Callable[[Image, Random], Image], sheets: dict[str, Image]
) -> None:
    page = capture(sheets["light"], Random(4))
    assert inspect(page, None).accepted
    assert max(margins(page).values()) < 1


def test_the_worst_are_kept_worst_first_and_all_are_counted() -> None:
    blank = np.zeros((1, 1, 3), np.uint8)
    pages = [("dark", Seen(str(one), blank, (one % 7,), "", ())) for one in range(20)]
    kept, count = worst(pages, 3)
    assert [page.badness for page in kept["dark"]] == [(6,), (6,), (5,)]
    assert count == {"dark": 20}


def test_a_sheet_of_thumbnails_keeps_to_its_weight() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (600, 400, 3)).astype(np.uint8)
    data = contact_sheet([thumbnail(noise)] * 10, ["un\ndeux"] * 10, 150_000)
    assert data[:2] == b"\xff\xd8"
    assert len(data) <= 150_000
