"""How far a submission has come. Prepared, sent, received, counted and decided are never one another (K-066)."""

from enum import StrEnum


class SubmissionState(StrEnum):
    """Where the papers are."""

    PREPARING = "preparing"
    """Begun, its receipt not yet in the ledger: after a crash it is completed or dropped."""
    PREPARED = "prepared"
    """In the ledger, sealed, waiting to leave the site."""
    UNSURE = "unsure"
    """Perhaps sent: the channel took it and its answer was lost. Never sent again without a person looking."""
    SENT = "sent"
    """It left the site through its channel."""
    RECEIVED = "received"
    """The public body acknowledged it."""
    COUNTED = "counted"
    """The public body said how many pages it took into account."""
    DECIDED = "decided"
    FAILED = "failed"
    """The channel gave it back. It may be prepared again, never silently."""


_ALLOWED: dict[SubmissionState, frozenset[SubmissionState]] = {
    SubmissionState.PREPARING: frozenset({SubmissionState.PREPARED}),
    SubmissionState.PREPARED: frozenset({SubmissionState.SENT, SubmissionState.UNSURE, SubmissionState.FAILED}),
    SubmissionState.UNSURE: frozenset({SubmissionState.SENT, SubmissionState.FAILED}),
    SubmissionState.SENT: frozenset(
        {SubmissionState.RECEIVED, SubmissionState.COUNTED, SubmissionState.DECIDED, SubmissionState.FAILED}
    ),
    SubmissionState.RECEIVED: frozenset({SubmissionState.COUNTED, SubmissionState.DECIDED}),
    SubmissionState.COUNTED: frozenset({SubmissionState.DECIDED}),
    SubmissionState.DECIDED: frozenset(),
    SubmissionState.FAILED: frozenset({SubmissionState.PREPARED}),
}


def may_move(before: SubmissionState, after: SubmissionState) -> bool:
    """Whether a submission in `before` may go to `after`. Staying where it is is not a move."""
    return after in _ALLOWED[before]


def followers(state: SubmissionState) -> frozenset[SubmissionState]:
    """Where a submission in `state` may go."""
    return _ALLOWED[state]
