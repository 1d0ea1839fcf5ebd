"""The words people see, in their language. French is the source; the catalogues are in assets/strings."""

import functools
import gettext
from pathlib import Path

from kiosk.assets import asset

LANGUAGES = ("fr", "en")
SOURCE_LANGUAGE = "fr"


def mark(message: str) -> str:
    """Mark a French sentence for translation where it is written; it is translated where it is shown."""
    return message


@functools.cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of `language`; the French source itself where there is none."""
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    return gettext.translation("kiosk", localedir=Path(asset("strings")), languages=[language], fallback=True)


def say(language: str, message: str, **values: object) -> str:
    """`message` (French) in `language`, its {placeholders} filled with `values`."""
    sentence = translations(language).gettext(message) if message else ""
    return sentence.format(**values) if values else sentence


def say_many(language: str, one: str, many: str, count: int, **values: object) -> str:
    """The form of a sentence that fits `count`, which fills {count}."""
    return translations(language).ngettext(one, many, count).format(count=count, **values)
