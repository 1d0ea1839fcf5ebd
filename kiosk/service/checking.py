"""What the guide asks for and the pages of a visit do not give."""

import datetime as dt

from kiosk.cases.checklist import PaperFacts, checklist
from kiosk.guides.schema import Guide
from kiosk.journey.model import Missing
from kiosk.service.live import LivePage, LiveVisit


def what_is_missing(guide: Guide, visit: LiveVisit, today: dt.date) -> Missing:
    """The months and papers, each once, in the order of the guide."""
    found = checklist(guide, [_facts(page) for page in visit.pages], today)
    months = tuple(dict.fromkeys(missing.month for missing in found.months_missing))
    return Missing(months, tuple(found.papers_missing), found.certain)


def _facts(page: LivePage) -> PaperFacts:
    sheet = page.reading
    if sheet is None:
        return PaperFacts(page.id, doubts=page.doubts)
    marks = tuple(value for name in ("period_start", "gross") if (value := sheet.value(name)) is not None)
    return PaperFacts(
        page.id,
        sheet.kind,
        sheet.value("period"),
        sheet.value("employer_name"),
        sheet.value("employer_siret"),
        sheet.value("employee_name"),
        _number(sheet.value("page")),
        _number(sheet.value("pages")),
        page.doubts,
        marks,
    )


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() else None
