"""What every part of a guide shares: strictness, two languages, and facts that say whether they were verified."""

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from kiosk.words import say

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$", max_length=60)]


class Part(BaseModel):
    """A piece of a guide: immutable, and an unknown field is an error (a typing slip must not pass unseen)."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Part):
    """The same words in each language of the kiosk. French is the source."""

    fr: Sentence
    en: Sentence

    def within(self, language: str) -> str:
        """The words in `language`: the guide’s own, else those of the catalogues, else French."""
        return self.en if language == "en" else say(language, self.fr)


class Fact(Part):
    """Something that is true of the outside world, and may stop being so.

    `verified` is True only when it was seen in the source named; `checked_on` is the day it was last looked at.
    """

    verified: bool
    checked_on: dt.date
    source: Sentence | None = None


class Law(Fact):
    """A text of law, with its words where they matter."""

    ref: Sentence
    quote: Sentence | None = None


class Contact(Fact):
    """An address or a telephone number, as it is printed."""

    value: Sentence
