"""All the fields of a paper other than a payslip: sender, date, reference, deadline."""

from kiosk.pages.layout import Layout
from kiosk.pages.model import Field, Kind
from kiosk.pages.paper.deadline import read_deadline
from kiosk.pages.paper.reference import read_reference
from kiosk.pages.paper.sender import read_sender
from kiosk.pages.paper.written import read_date


def read_paper(layout: Layout, kind: Kind) -> dict[str, Field]:
    """What was found, by name: `sender`, `date` (ISO), `reference` (IBAN for bank details), `deadline_days`."""
    found = {
        "date": read_date(layout) if kind is not Kind.IDENTITY else None,
        "sender": read_sender(layout, kind),
        "reference": read_reference(layout, kind),
        "deadline_days": read_deadline(layout, kind),
    }
    return {name: field for name, field in found.items() if field is not None}
