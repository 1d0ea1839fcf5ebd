"""The words people see, in their language. French is the source; the catalogues are in assets/strings."""

import functools
import gettext
import re
from pathlib import Path

from kiosk.assets import asset
from kiosk.languages import LANGUAGES, SOURCE_LANGUAGE, STAFF_LANGUAGES, language_of

__all__ = ["LANGUAGES", "SOURCE_LANGUAGE", "STAFF_LANGUAGES", "in_french", "isolated", "mark", "say", "say_many"]

DOMAINS = ("visitor", "kiosk")
"""What visitors see, hear and take home, in every language; the rest, in those of the staff."""
LEFT_TO_RIGHT, END_ISOLATE = "\u2066", "\u2069"
_FIGURES = re.compile(r"[\d\s.,:/+()\u00a0\u202f-]+")
_RIGHT_TO_LEFT_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def mark(message: str) -> str:
    """Mark a French sentence for translation where it is written; it is translated where it is shown."""
    return message


def in_french(message: str) -> str:
    """Words of a paper that stay French, whatever the visitor speaks: they are for who receives it in France."""
    return message


@functools.cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogues of `language`, one behind the other; the French source itself where there is none."""
    chain = gettext.NullTranslations()
    if language == SOURCE_LANGUAGE:
        return chain
    for domain in DOMAINS:
        found = gettext.translation(domain, localedir=Path(asset("strings")), languages=[language], fallback=True)
        chain.add_fallback(found)
    return chain


def say(language: str, message: str, **values: object) -> str:
    """`message` (French) in `language`, its {placeholders} filled with `values`."""
    sentence = translations(language).gettext(message) if message else ""
    return sentence.format(**_filling(language, values)) if values else sentence


def say_many(language: str, one: str, many: str, count: int, **values: object) -> str:
    """The form of a sentence that fits `count`, which fills {count}."""
    sentence = translations(language).ngettext(one, many, count)
    return sentence.format(count=count, **_filling(language, values))


def isolated(value: str) -> str:
    """`value` as one piece in a sentence written from the right: a date or a phone number keeps its own order."""
    if _RIGHT_TO_LEFT_LETTER.search(value) or not value:
        return value
    whole = value.replace(" ", "\u00a0") if _FIGURES.fullmatch(value) else value
    return f"{LEFT_TO_RIGHT}{whole}{END_ISOLATE}"


def _filling(language: str, values: dict[str, object]) -> dict[str, object]:
    if not language_of(language).right_to_left:
        return values
    return {name: isolated(value) if isinstance(value, str) else value for name, value in values.items()}
