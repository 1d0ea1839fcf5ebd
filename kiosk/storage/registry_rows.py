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
    PRINT_PACK = "print_pack"
    PRINT_LINK = "print_link"
    DELIVER = "deliver"
    WATCH = "watch"
    """To look from time to time at what became of it on the other side."""
    STAMP = "stamp"
    """The stamp of an outside authority on the receipt; not for the visitor, so it outlives the visit."""


class DispatchStep(StrEnum):
    """How far one attempt to bring a submission out of the site is."""

    WAITING = "waiting"
    IN_HAND = "in_hand"
    """The last byte is being given over: after a crash nobody knows whether it passed."""
    OUTSIDE = "outside"
    """All that the kiosk can do is done; a person finishes it (a letter to post, a form to validate)."""
    SENT = "sent"
    UNSURE = "unsure"
    RETURNED = "returned"
    GIVEN_UP = "given_up"
    """It did not leave; a person must look at it."""
    CALLED_BACK = "called_back"
    """A person chose another way before it left."""


OPEN_STEPS = (DispatchStep.WAITING, DispatchStep.IN_HAND, DispatchStep.OUTSIDE, DispatchStep.UNSURE)
"""While one attempt is in one of these, no other way is begun: this is what keeps a submission from leaving twice."""


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


@dataclass(frozen=True, slots=True)
class DispatchRow:
    """One attempt through one channel. `parts` messages make it up (0: not known yet), `passed` of them left.

    `key` is also the key of its obligation, and the idempotency key that the channel is given. `fault` is a code.
    """

    key: str
    submission_id: str
    channel: str
    step: DispatchStep
    parts: int
    passed: int
    fault: str | None
    planned_at: dt.datetime
    moved_at: dt.datetime

    @property
    def number(self) -> int:
        """Which attempt of its channel it is, from 1."""
        return int(self.key.rpartition("-")[2])
