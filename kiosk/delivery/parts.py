"""A bundle larger than a body accepts, cut into files between its pages, each with its name."""

import datetime as dt
import io
from collections.abc import Sequence

import pikepdf

from kiosk.delivery.names import bundle_name
from kiosk.guides.schema import Guide

MEGABYTE = 1_000_000


def parts_of(bundle: bytes, max_megabytes: float | None, max_pages: int | None) -> list[bytes]:
    """`bundle` as the fewest PDFs, in its order, that keep both limits; itself where it does.

    A single page over the limit of size stays a file of its own, and what is no PDF is left whole: a person decides
    what to do with it. The same bundle gives the same bytes.
    """
    largest = None if max_megabytes is None else int(max_megabytes * MEGABYTE)
    try:
        document = pikepdf.open(io.BytesIO(bundle))
    except pikepdf.PdfError:
        return [bundle]
    with document:
        count = len(document.pages)
        if _fits(bundle, count, largest, max_pages):
            return [bundle]
        parts: list[bytes] = []
        first = 0
        while first < count:
            part, taken = _longest(document, first, largest, max_pages)
            parts.append(part)
            first += taken
    return parts


def named_parts(bundle: bytes, guide: Guide, number: str, date: dt.date) -> list[tuple[str, bytes]]:
    """The files that the body of `guide` accepts, under the names that the guide gives them."""
    parts = parts_of(bundle, guide.output.max_file_mb, guide.output.max_pages)
    return [
        (
            bundle_name(
                part_template(guide.output.name, place, len(parts)),
                number=number,
                guide_id=guide.id,
                body=guide.body.code,
                date=date,
            ),
            part,
        )
        for place, part in enumerate(parts, 1)
    ]


def part_template(template: str, number: int, of: int) -> str:
    """The rule of a bundle's name for one of its parts: "bulletins_{number}_1-sur-2.pdf"."""
    return template if of == 1 else f"{template.removesuffix('.pdf')}_{number}-sur-{of}.pdf"


def _longest(document: pikepdf.Pdf, first: int, largest: int | None, most: int | None) -> tuple[bytes, int]:
    """The PDF of as many pages from `first` on as fit, at least one, and how many they are."""
    low, high = 1, min(len(document.pages) - first, most or len(document.pages))
    best = _pages(document, range(first, first + 1))
    while low < high:
        middle = (low + high + 1) // 2
        part = _pages(document, range(first, first + middle))
        if _fits(part, middle, largest, most):
            low, best = middle, part
        else:
            high = middle - 1
    return best, low


def _pages(document: pikepdf.Pdf, numbers: Sequence[int]) -> bytes:
    part = pikepdf.new()
    part.pages.extend([document.pages[number] for number in numbers])
    target = io.BytesIO()
    part.save(target, deterministic_id=True)
    return target.getvalue()


def _fits(pdf: bytes, pages: int, largest: int | None, most: int | None) -> bool:
    return (largest is None or len(pdf) <= largest) and (most is None or pages <= most)
