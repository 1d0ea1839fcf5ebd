"""How a file can reach the public body, and what comes back."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from kiosk.guides.model import Fact, Part, Sentence, Text


class ChannelKind(StrEnum):
    """The way the papers take."""

    PORTAL = "portal"
    APP = "app"
    EMAIL = "email"
    POST = "post"
    DESK = "desk"
    PHONE = "phone"


NON_DIGITAL = frozenset({ChannelKind.POST, ChannelKind.DESK, ChannelKind.PHONE})
"""Open to someone without computer, telephone number or e-mail address (K-096)."""


class RegisteredMail(StrEnum):
    """Whether the letter should be registered."""

    NO = "no"
    ADVISED = "advised"
    REQUIRED = "required"


class ReceiptKind(StrEnum):
    """What the body gives back: its own acts, never ours."""

    ACKNOWLEDGEMENT = "are"
    """Accusé de réception électronique, CRPA L112-11."""
    REGISTRATION_NOTICE = "aee"
    """Accusé d’enregistrement électronique, when the acknowledgement is not instant."""
    STAMP = "stamp"
    POSTAL = "postal_ar"
    NONE = "none"


class BodyReceipt(Part):
    """The paper or message that the body gives, and how it is recognised."""

    kind: ReceiptKind
    look_for: Text | None = None
    number_pattern: str | None = None


class CountCheck(Part):
    """Where the body shows how much it took into account (K-065)."""

    where: Text
    expect: Annotated[str, Field(pattern="^(pages|files)$")]


class Prefill(Part):
    """A form of Démarche numérique that the kiosk may begin: its number there, and which fields may be filled.

    `fields` gives the form’s own names (champ_…, identite_…) to the words that a mediator sees beside the blank.
    """

    demarche: Annotated[int, Field(gt=0)]
    fields: dict[Annotated[str, Field(pattern=r"^(champ|identite)_[A-Za-z0-9=_-]{1,60}$")], Sentence]


class Channel(Fact):
    """One way to hand the file over. `draft_words` and `sent_words` are the portal’s own, in French (K-070).

    `reserved` marks a téléservice that alone validly seizes the body (CRPA L112-9): an e-mail is then worth nothing.
    """

    kind: ChannelKind
    label: Text
    url: Annotated[str, Field(pattern=r"^https://")] | None = None
    phone: Sentence | None = None
    address: Sentence | None = None
    reserved: bool = False
    prefill: Prefill | None = None
    registered_mail: RegisteredMail = RegisteredMail.NO
    expected_delay_days: tuple[int, int] | None = None
    receipt: BodyReceipt
    count_check: CountCheck | None = None
    draft_words: tuple[Sentence, ...] = ()
    sent_words: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _delay_in_order(self) -> "Channel":
        if self.expected_delay_days and self.expected_delay_days[0] > self.expected_delay_days[1]:
            raise ValueError("«\u00a0expected_delay_days\u00a0» va du plus court au plus long")
        return self

    @model_validator(mode="after")
    def _what_a_portal_alone_has(self) -> "Channel":
        if self.kind is not ChannelKind.PORTAL and (self.reserved or self.prefill is not None):
            raise ValueError(
                "«\u00a0reserved\u00a0» et «\u00a0prefill\u00a0» ne vont qu’avec «\u00a0kind: portal\u00a0»"
            )
        return self

    @property
    def digital(self) -> bool:
        """Whether it needs a computer, a telephone screen or an e-mail address."""
        return self.kind not in NON_DIGITAL
