"""What the registry gives back: one frozen value for each row."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kiosk.cases.states import SubmissionState


class VisitOutcome(StrEnum):
    """How a visit ended."""

    FINISHED = "finished"
    ERASED = "erased"
    """The visitor asked for everything to be erased."""
    ABANDONED = "abandoned"
    """Nobody answered any more."""
    INTERRUPTED = "interrupted"
    """The machine stopped, and the visit was not taken up again."""


class ObligationKind(StrEnum):
    """What the kiosk owes once a submission is in the ledger."""

    PRINT_RECEIPT = "print_receipt"
    PRINT_TICKET = "print_ticket"
    PRINT_KEY = "print_key"
    DELIVER = "deliver"
    STAMP = "stamp"
    """The stamp of an outside authority on the receipt; not for the visitor, so it outlives the visit."""


class ObligationState(StrEnum):
    """How far an obligation is."""

    WAITING = "waiting"
    DONE = "done"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit. `recipient` is the public key its pages are sealed to.

    `keep_until` is the last day on which they are kept (None: as the settings say); `purged_at` when they were erased.
    """

    id: str
    opened_at: dt.datetime
    language: str
    guide_id: str
    recipient: str
    outcome: VisitOutcome | None
    finished_at: dt.datetime | None
    keep_until: dt.date | None = None
    purged_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class PageRow:
    """A sealed page. `leaf` is its salted commitment; `length` the bytes of the file as scanned."""

    id: str
    visit_id: str
    position: int
    accepted_at: dt.datetime
    media_type: str
    length: int
    leaf: bytes
    doubts: tuple[str, ...]
    source_page: int
    source_pages: int


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """A submission. `number`, `ledger_sequence` and `issued_at` are None while it is being prepared.

    `reference` is what the portal answered, `pages_counted` what the public body says it counted.
    """

    id: str
    visit_id: str
    guide_id: str
    body: str
    channel: str
    page_count: int
    level: str
    state: SubmissionState
    begun_at: dt.datetime
    number: str | None
    ledger_sequence: int | None
    issued_at: dt.datetime | None
    moved_at: dt.datetime
    reference: str | None
    pages_counted: int | None


@dataclass(frozen=True, slots=True)
class NewObligation:
    """Something owed. `kind` is an `ObligationKind`; `key` its idempotency key: the same one is never owed twice."""

    kind: ObligationKind | str
    key: str


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """Something owed and how far it is. `last_fault` is a code."""

    key: str
    submission_id: str
    kind: ObligationKind
    state: ObligationState
    attempts: int
    created_at: dt.datetime
    next_attempt_at: dt.datetime
    last_fault: str | None
    done_at: dt.datetime | None
