"""All the fields of a payslip's page."""

import re

from kiosk.pages.layout import Layout
from kiosk.pages.model import Field
from kiosk.pages.payslip.amounts import read_amounts
from kiosk.pages.payslip.certainty import certain
from kiosk.pages.payslip.hours import read_hours
from kiosk.pages.payslip.parties import read_parties
from kiosk.pages.payslip.periods import read_periods

_PAGE = re.compile(r"(?:\bpage|\bpg|\bfeuillet|\bp)\.?\s*(?:n°\s*)?(\d{1,2})\s?(?:/|sur|de)\s?(\d{1,2})\b")
MOST_PAGES = 9
"""More pages of a payslip are a figure read twice."""
_BARE = re.compile(r"(\d{1,2})\s?/\s?(\d{1,2})")


def read_fields(layout: Layout) -> dict[str, Field]:
    """The fields that are sure enough, each with the probability that it is right."""
    return certain(score_fields(layout))


def score_fields(layout: Layout) -> dict[str, Field]:
    """Every field found, with its score: from 0 to 1 and rising with certainty, but no probability."""
    fields = {**read_periods(layout), **read_parties(layout), **read_amounts(layout), **read_hours(layout)}
    pages = page_count(layout)
    if pages is not None:
        fields["pages"] = pages
    return fields


def page_count(layout: Layout) -> Field | None:
    """How many pages the document says it has: "Page 1/2", or "1/2" alone near an edge."""
    for row in layout.rows:
        match = _PAGE.search(row.folded)
        if match and 1 <= int(match[1]) <= int(match[2]) <= 30:
            return Field(str(int(match[2])), 0.95 if int(match[2]) <= MOST_PAGES else 0.5)
    for cell in layout.cells:
        edge = cell.middle < 0.08 * layout.height or cell.middle > 0.92 * layout.height
        match = _BARE.fullmatch(cell.folded)
        if edge and match and 1 <= int(match[1]) <= int(match[2]) <= 12:
            return Field(str(int(match[2])), 0.8)
    return None
