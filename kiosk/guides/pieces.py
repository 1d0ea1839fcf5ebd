"""What a démarche asks for: which papers, of which months, how many."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, field_validator, model_validator

from kiosk.guides.model import Code, Part, Text
from kiosk.guides.months import parse_rule


class Required(StrEnum):
    """Whether the absence of the paper is told to the visitor."""

    ALWAYS = "always"
    IF = "if"
    """Only in the case told by `when`: the kiosk cannot know, so it never says that it is missing."""
    OPTIONAL = "optional"


class Per(StrEnum):
    """What the paper is asked for once per."""

    ONCE = "once"
    MONTH = "month"
    EMPLOYER = "employer"


class Persons(StrEnum):
    """Whose papers are expected together."""

    ONE = "one"
    HOUSEHOLD = "household"
    """The papers of a couple belong together (resources of a household): another name is a question, not a fault."""


class Check(StrEnum):
    """What a reviewer looks at on the paper."""

    LEGIBLE = "legible"
    COMPLETE_PAGES = "complete_pages"
    NAME_MATCH = "name_match"
    PERIOD_MATCH = "period_match"
    EMPLOYER_SIRET = "employer_siret"
    NET_SOCIAL_PRESENT = "net_social_present"


class Count(Part):
    """How many, and of which months.

    `months` is "M-4..M-2" (counted back from the present month), "last:3" (the last finished months) or nothing.
    With `continuity`, a hole between the first and the last month of one employer is a missing month.
    """

    per: Per = Per.ONCE
    months: str | None = None
    continuity: bool = False
    min: Annotated[int, Field(ge=0, le=50)] = 1

    @field_validator("months")
    @classmethod
    def _readable_rule(cls, value: str | None) -> str | None:
        if value is not None:
            parse_rule(value)
        return value


class Piece(Part):
    """A supporting document. Any of `kinds` (codes of `kiosk.pages.model.Kind`) will do; none means any paper."""

    id: Code
    kinds: tuple[Code, ...] = ()
    label: Text
    required: Required
    when: Text | None = None
    count: Count = Count()
    persons: Persons = Persons.ONE
    sides: Annotated[int, Field(ge=1, le=2)] = 1
    checks: tuple[Check, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> "Piece":
        if (self.required is Required.IF) != (self.when is not None):
            raise ValueError("«\u00a0when\u00a0» va avec «\u00a0required: if\u00a0», et seulement avec lui")
        if self.required is Required.ALWAYS and not self.kinds:
            raise ValueError("un papier toujours demandé doit dire ses «\u00a0kinds\u00a0»")
        return self

    @property
    def asks_for_months(self) -> bool:
        """Whether months are counted on this paper."""
        return self.count.months is not None or self.count.continuity
