"""Bundles cut to what a body accepts: every page once, in order, under both limits."""

import datetime as dt
import io
from random import Random

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.delivery.names import bundle_name
from kiosk.delivery.parts import part_template, parts_of


def bundle(weights: list[int]) -> bytes:
    """A PDF whose pages weigh about so many bytes and are `10 + number` points wide."""
    document = pikepdf.new()
    for number, weight in enumerate(weights):
        document.add_blank_page(page_size=(10 + number, 100))
        content = document.make_stream(b"% " + Random(number).randbytes(weight).hex().encode()[:weight])
        document.pages[-1].Contents = content
    target = io.BytesIO()
    document.save(target, deterministic_id=True, compress_streams=False)
    return target.getvalue()


def widths(part: bytes) -> list[int]:
    with pikepdf.open(io.BytesIO(part)) as document:
        return [int(page.mediabox[2]) for page in document.pages]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 30_000), min_size=1, max_size=12), st.sampled_from([0.01, 0.02, 0.05, None]),
       st.sampled_from([1, 3, 20, None]))  # fmt: skip
def test_every_page_once_in_order_and_within_the_limits(
    weights: list[int], megabytes: float | None, pages: int | None
) -> None:
    whole = bundle(weights)
    parts = parts_of(whole, megabytes, pages)
    assert [width for part in parts for width in widths(part)] == [10 + number for number in range(len(weights))]
    for part in parts:
        count = len(widths(part))
        assert pages is None or count <= pages
        assert megabytes is None or len(part) <= megabytes * 1_000_000 or count == 1
    assert parts == parts_of(whole, megabytes, pages)


def test_a_bundle_that_fits_is_not_touched() -> None:
    whole = bundle([100, 100])
    assert parts_of(whole, 2, 20) == [whole]


def test_what_is_not_a_pdf_is_left_whole() -> None:
    assert parts_of(b"damaged", 0.000001, 20) == [b"damaged"]


def test_names_say_which_part_it_is() -> None:
    def name(template: str) -> str:
        return bundle_name(template, number="B-12", guide_id="caf.dtr", body="caf", date=dt.date(2026, 1, 2))

    assert name(part_template("papiers_{number}.pdf", 2, 3)) == "papiers_B-12_2-sur-3.pdf"
    assert part_template("papiers_{number}.pdf", 1, 1) == "papiers_{number}.pdf"
