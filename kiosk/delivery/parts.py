"""A bundle larger than a body accepts, cut into files between its pages."""

import io
from collections.abc import Sequence

import pikepdf

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
