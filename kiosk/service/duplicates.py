"""The same sheet laid down twice. Two months of one form look alike; what is written on them does not."""

from collections.abc import Iterable

from kiosk.pages.likeness import same_page
from kiosk.pages.model import Kind
from kiosk.service.live import LivePage

_AMOUNTS = ("gross", "net_paid", "net_taxable", "net_social")


def already_there(page: LivePage, others: Iterable[LivePage]) -> bool:
    """Whether `page`, once read, is a sheet that is among `others` already."""
    return any(_same_sheet(page, other) for other in others if other.id != page.id)


def _same_sheet(page: LivePage, other: LivePage) -> bool:
    if page.digest == other.digest:
        return page.source_page == other.source_page
    if page.reading is None or other.reading is None or page.reading.kind != other.reading.kind:
        return False
    if not same_page(page.fingerprint, other.fingerprint):
        return False
    ours, theirs = page.reading, other.reading
    if any(ours.value(name) != theirs.value(name) for name in ours.fields.keys() & theirs.fields.keys()):
        return False
    if ours.kind != Kind.PAYSLIP:
        return True
    shared = [name for name in _AMOUNTS if ours.value(name) is not None and ours.value(name) == theirs.value(name)]
    return ours.value("period") is not None and ours.value("period") == theirs.value("period") and bool(shared)
