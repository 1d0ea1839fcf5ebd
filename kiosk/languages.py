"""The languages of the visitors: what each calls itself, how it is written, spoken and dated. The table is data."""

import tomllib
from dataclasses import dataclass

from kiosk.assets import asset

SOURCE_LANGUAGE = "fr"
STAFF_LANGUAGES = ("fr", "en")
"""What commands, the doctor and the pages of mediators are written in."""


@dataclass(frozen=True, slots=True)
class Language:
    """One row of assets/strings/languages.toml. Patterns are those of Unicode's CLDR."""

    code: str
    name: str
    voice: str = ""
    dates: str = ""
    right_to_left: bool = False
    day: str = "d MMMM y"
    weekday: str = "EEEE d MMMM"
    month: str = "LLLL y"
    hour: str = "HH:mm"

    @property
    def locale(self) -> str:
        """The locale of its dates and lists."""
        return self.dates or self.code


def _read() -> dict[str, Language]:
    """The table; French alone where the program is shipped without its words, as the stand-alone verifier is."""
    path = asset("strings", "languages.toml")
    if not path.is_file():
        return {SOURCE_LANGUAGE: Language(SOURCE_LANGUAGE, "Français")}
    rows = tomllib.loads(path.read_text("utf-8"))
    return {code: Language(code, **row) for code, row in rows.items()}


_TABLE = _read()
LANGUAGES = tuple(_TABLE)


def language_of(code: str) -> Language:
    """The language called `code`; one that we do not know is written as French is."""
    return _TABLE.get(code) or Language(code, code)
