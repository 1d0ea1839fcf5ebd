"""What a paper is called."""

from kiosk.cases.labels import kind_label
from kiosk.journey.visit_views import PageFacts
from kiosk.screens.words.dates import month
from kiosk.words import mark, say


def kind_name(language: str, kind: str | None) -> str:
    """The name of a kind of paper; « Papier » for one that is not known."""
    return kind_label(kind, language)


def page_name(language: str, page: PageFacts) -> str:
    """What a page is: « Bulletin de salaire\u00a0: juin 2026 »."""
    name = kind_name(language, page.kind)
    if page.period is None:
        return name
    return say(language, mark("{kind} : {month}"), kind=name, month=month(language, page.period))
