"""The form of a guide file. Words of the fields: docs and `kiosk guides check` name them as they stand here."""

import datetime as dt
import re
import string
from collections import Counter
from enum import StrEnum
from typing import Annotated

from pydantic import Field, field_validator, model_validator

from kiosk.guides.channels import NON_DIGITAL, Channel, ChannelKind
from kiosk.guides.model import Code, Contact, Fact, Law, Part, Sentence, Text
from kiosk.guides.pieces import Piece

BUNDLE_NAME_FIELDS = frozenset({"number", "guide", "body", "date"})
"""What may stand in the name of a bundle: nothing that says something of a person."""

_VERSION = re.compile(r"\d{4}\.\d{1,2}\.\d{1,3}")


class Status(StrEnum):
    """How far the guide was checked by people of the trade."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    WITHDRAWN = "withdrawn"


class Unit(StrEnum):
    """How days are counted."""

    CALENDAR = "calendar"
    WORKING6 = "working6"
    """Jours ouvrables: Monday to Saturday, public holidays left out."""
    WORKING5 = "working5"
    """Jours ouvrés: Monday to Friday, public holidays left out."""
    MONTH = "month"


class CountsFrom(StrEnum):
    """The day the delay starts from (that day itself never counts)."""

    RECEIPT = "receipt"
    LETTER = "letter"
    EVENT = "event"
    MONTH_END = "month_end"


class Severity(StrEnum):
    """What a missed deadline costs (K-050)."""

    DELAY = "delay"
    SUSPENSION = "suspension"
    LOSS = "loss"


class Deadline(Fact):
    """A delay set by a text. `rolls_forward` only where a text says that a day off moves the end (CPC art. 642)."""

    id: Code
    label: Text
    note: Text
    count: Annotated[int, Field(ge=1, le=400)]
    unit: Unit
    counts_from: Annotated[CountsFrom, Field(alias="from")]
    postmark_counts: bool
    rolls_forward: bool = False
    severity: Severity
    law: Law | None = None


class Body(Part):
    """The public body. `advice` says where its address stands when no verified one can be printed."""

    code: Code
    directory_pivot: Code
    name: Sentence
    address: Contact | None = None
    phone: Contact | None = None
    advice: Text


class Themes(Part):
    """Where other tools of the mediators file the same subject."""

    aidants_connect: Code
    fs_operator: Code


class NirNeeded(StrEnum):
    """Which social security number the démarche asks for."""

    NONE = "none"
    ANY = "any"
    FINAL = "final"


class Needs(Part):
    """What the visitor must have to use the digital channels."""

    mobile: bool
    email: bool
    franceconnect: bool
    nir: NirNeeded


class Output(Fact):
    """The file that the body accepts. Sizes in megabytes (10⁶ bytes). `mask_nir`: the body must not get the NIR."""

    profile: Code
    max_file_mb: Annotated[float, Field(gt=0)] | None = None
    max_pages: Annotated[int, Field(gt=0)] | None = None
    mask_nir: bool = False
    name: str

    @field_validator("name")
    @classmethod
    def _only_known_fields(cls, value: str) -> str:
        fields = {name for _, name, _, _ in string.Formatter().parse(value) if name is not None}
        if unknown := fields - BUNDLE_NAME_FIELDS:
            raise ValueError(f"«\u00a0{min(unknown)}\u00a0» ne peut pas entrer dans le nom du fichier")
        if "number" not in fields or not value.endswith(".pdf"):
            raise ValueError("le nom du fichier contient {number} et finit par .pdf")
        return value


class Remedy(Fact):
    """What the visitor can do if it goes wrong: one line of the receipt."""

    text: Text


class Source(Fact):
    """Where the guide was read. `dated` is the day of the copy that was read."""

    name: Sentence
    dated: dt.date | None = None


class EverydayWords(Part):
    """Words people say for it, to be found without jargon (K-034)."""

    fr: tuple[Sentence, ...]
    en: tuple[Sentence, ...]


class Guide(Part):
    """A démarche, whole."""

    id: Code
    version: str
    status: Status
    rank: Annotated[int, Field(ge=0)] = 100
    checked_on: dt.date
    valid_until: dt.date
    pictogram: Code
    body: Body
    title: Text
    summary: Text
    everyday_words: EverydayWords
    themes: Themes
    needs: Needs
    digital_only: bool
    legal_remedy: Text | None = None
    deadlines: tuple[Deadline, ...] = ()
    legal_basis: tuple[Law, ...] = ()
    pieces: Annotated[tuple[Piece, ...], Field(min_length=1)]
    output: Output
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]
    remedies: Annotated[tuple[Remedy, ...], Field(min_length=1)]
    sources: tuple[Source, ...] = ()

    @field_validator("version")
    @classmethod
    def _dated_version(cls, value: str) -> str:
        if not _VERSION.fullmatch(value):
            raise ValueError("une version s’écrit comme 2026.11.1")
        return value

    @model_validator(mode="after")
    def _never_digital_alone(self) -> "Guide":
        """K-096: someone without a computer must have a way, or be told the remedy the law gives."""
        offline = any(channel.kind in NON_DIGITAL for channel in self.channels)
        if not offline and self.legal_remedy is None:
            raise ValueError(
                "«\u00a0channels\u00a0» n’a aucune voie sans numérique, et «\u00a0legal_remedy\u00a0» manque (K-096)"
            )
        if offline and self.digital_only:
            raise ValueError("«\u00a0digital_only\u00a0» est faux\u00a0: une voie sans numérique existe")
        return self

    @model_validator(mode="after")
    def _no_message_beside_a_reserved_portal(self) -> "Guide":
        """CRPA L112-9: where a téléservice is reserved, an e-mail seizes nobody."""
        reserved = any(channel.reserved for channel in self.channels)
        if reserved and any(channel.kind is ChannelKind.EMAIL for channel in self.channels):
            raise ValueError("«\u00a0email\u00a0» à côté d’un téléservice réservé ne vaut rien (CRPA L112-9)")
        return self

    @model_validator(mode="after")
    def _coherent(self) -> "Guide":
        for name, ids in (
            ("pieces", [piece.id for piece in self.pieces]),
            ("deadlines", [deadline.id for deadline in self.deadlines]),
        ):
            twice = [one for one, times in Counter(ids).items() if times > 1]
            if twice:
                raise ValueError(f"«\u00a0{name}\u00a0» contient deux fois «\u00a0{twice[0]}\u00a0»")
        if self.valid_until <= self.checked_on:
            raise ValueError("«\u00a0valid_until\u00a0» doit venir après «\u00a0checked_on\u00a0»")
        return self

    def expired(self, today: dt.date) -> bool:
        """Whether the guide must be checked again before it may be trusted."""
        return today > self.valid_until

    @property
    def offered(self) -> bool:
        """Whether visitors may choose it."""
        return self.status is not Status.WITHDRAWN
