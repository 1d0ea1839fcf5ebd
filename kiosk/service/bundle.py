"""What the mediator hands over: the pages of a visit in one PDF."""

import io
from collections.abc import Sequence

import pikepdf


def merge_pages(pages: Sequence[bytes]) -> bytes:
    """One PDF of all pages, in order."""
    merged = pikepdf.new()
    for page in pages:
        with pikepdf.open(io.BytesIO(page)) as one:
            merged.pages.extend(one.pages)
    out = io.BytesIO()
    merged.save(out, deterministic_id=True)
    return out.getvalue()
