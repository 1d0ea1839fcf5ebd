"""What a receipt says: the values that cross the rooms."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class ProofLevel(StrEnum):
    """How much is proved; never conflated. Printed in clear on every receipt."""

    SCANNED = "N1"
    """The kiosk scanned these pages and keeps them sealed."""
    SENT = "N2"
    """They left the site, with evidence of the transport."""
    ACKNOWLEDGED = "N3"
    """The public body's own acknowledgement was captured."""
    COUNTED = "N4"
    """The public body confirmed the number of pages."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page of a submission.

    `digest` is the SHA-256 of the file as scanned, `salt` 32 random bytes; `source_page` of `source_pages` places
    the page in a file of several pages. `label` is what the page was read as ("Bulletin de salaire · janvier 2026");
    `doubts` are problem codes that the visitor chose to keep.
    """

    number: int
    digest: bytes
    salt: bytes
    media_type: str
    length: int
    label: str
    doubts: tuple[str, ...] = ()
    source_page: int = 1
    source_pages: int = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a receipt attests. No name, no NIR; `missing` are months or papers asked for and not given."""

    kiosk: str
    site: str
    submission_id: str
    guide_id: str
    guide_version: str
    guide_title: str
    body: str
    channel: str
    language: str
    issued_at: dt.datetime
    clock_source: str
    level: ProofLevel
    pages: tuple[PageEntry, ...]
    missing: tuple[str, ...] = ()
    deadline_notes: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    keep_until: dt.date | None = None
    site_phone: str = ""


@dataclass(frozen=True, slots=True)
class LedgerPosition:
    """Where the ledger stood when the receipt was issued: the row and the head it chains to."""

    sequence: int
    head: bytes


class Verdict(StrEnum):
    """What verification ends on."""

    GENUINE = "genuine"
    ALTERED = "altered"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked. `sentence` is French, for people; `passed` None where it could not be judged."""

    name: str
    passed: bool | None
    sentence: str


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """The verdict and everything it rests on, in the order it was checked."""

    verdict: Verdict
    checks: tuple[Check, ...]
    sentence: str
    since: dt.datetime | None = None
    """A trusted authority says that the receipt was made after this."""
    until: dt.datetime | None = None
    """A trusted authority says that the receipt was there by then."""
