"""How a missing paper is named."""

from kiosk.screens.words.dates import month
from kiosk.screens.words.kinds import kind_name

MOST_SHOWN = 3


def missing_line(language: str, what: str, value: str) -> str:
    """A month of payslips (`what` is "calendar") as « Mars 2026 », a paper by the name of its kind."""
    if what == "calendar":
        name = month(language, value)
        return name[:1].upper() + name[1:]
    return kind_name(language, value)
