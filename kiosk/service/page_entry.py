"""A page of the visit as its receipt lists it."""

from kiosk.cases.labels import page_label
from kiosk.proof.model import PageEntry
from kiosk.service.live import LivePage


def page_entry(number: int, page: LivePage) -> PageEntry:
    """Page `number` (from 1), named in French by what was read on it."""
    reading = page.reading
    label = (
        page_label(reading.kind, reading.value("period"), reading.value("employer_name"), "fr")
        if reading is not None
        else page_label(None, None, None, "fr")
    )
    return PageEntry(
        number,
        page.digest,
        page.salt,
        page.media_type,
        page.length,
        label,
        page.doubts,
        page.source_page,
        page.source_pages,
    )
