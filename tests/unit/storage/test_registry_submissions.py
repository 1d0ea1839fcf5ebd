"""Submissions and what is owed for them."""

import datetime as dt

import pytest

from kiosk.cases.states import SubmissionState
from kiosk.storage.registry import (
    Conflict,
    NewObligation,
    NotThere,
    ObligationKind,
    ObligationState,
    Registry,
    SubmissionRow,
)

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
OWED = (
    NewObligation(ObligationKind.PRINT_RECEIPT, "s1-receipt"),
    NewObligation(ObligationKind.PRINT_TICKET, "s1-ticket"),
    NewObligation("deliver", "s1-deliver"),
)


@pytest.fixture
def begun(registry: Registry) -> SubmissionRow:
    registry.open_visit("v1", NOON, "fr", "caf.dtr", "age1xyz")
    return registry.begin_submission("s1", "v1", "caf.dtr", "CAF", "desk", 3, "N1", NOON)


def complete(registry: Registry) -> SubmissionRow:
    return registry.complete_submission("s1", "A-000007", 7, NOON + HOUR, OWED)


def test_a_submission_begins_without_a_number(registry: Registry, begun: SubmissionRow) -> None:
    assert (begun.state, begun.number, begun.issued_at) == (SubmissionState.PREPARING, None, None)
    assert registry.preparing_submissions() == (begun,)
    assert registry.begin_submission("s1", "v1", "caf.dtr", "CAF", "desk", 3, "N1", NOON + HOUR) == begun


def test_a_visit_has_one_submission(registry: Registry, begun: SubmissionRow) -> None:
    with pytest.raises(Conflict):
        registry.begin_submission("s2", "v1", "caf.dtr", "CAF", "desk", 3, "N1", NOON)
    assert registry.submission_of_visit("v1") == begun
    assert registry.submission_of_visit("v2") is None


def test_completing_records_the_number_and_what_is_owed_at_once(registry: Registry, begun: SubmissionRow) -> None:
    done = complete(registry)
    assert (done.state, done.number, done.ledger_sequence) == (SubmissionState.PREPARED, "A-000007", 7)
    assert registry.preparing_submissions() == ()
    assert registry.submission_by_number("A-000007") == done
    assert registry.submission_by_number("A-000008") is None
    assert registry.submissions("prepared") == registry.submissions() == (done,)
    assert [owed.key for owed in registry.obligations_of("s1")] == ["s1-receipt", "s1-ticket", "s1-deliver"]


def test_completing_again_changes_nothing(registry: Registry, begun: SubmissionRow) -> None:
    done = complete(registry)
    registry.obligation_done("s1-receipt", NOON + HOUR)
    assert complete(registry) == done
    assert [owed.state for owed in registry.obligations_of("s1")] == ["done", "waiting", "waiting"]
    with pytest.raises(Conflict):
        registry.complete_submission("s1", "A-000008", 8, NOON, ())


def test_what_cannot_be_owed_undoes_the_whole_completion(registry: Registry, begun: SubmissionRow) -> None:
    with pytest.raises(ValueError, match="fax"):
        registry.complete_submission("s1", "A-000007", 7, NOON, [*OWED, NewObligation("fax", "s1-fax")])
    assert registry.get_submission("s1") == begun
    assert registry.obligations_of("s1") == ()


def test_a_submission_that_never_reached_the_ledger_is_dropped(registry: Registry, begun: SubmissionRow) -> None:
    registry.drop_preparing("s1")
    registry.drop_preparing("s1")
    assert registry.submissions() == ()
    registry.begin_submission("s2", "v1", "caf.dtr", "CAF", "desk", 3, "N1", NOON)
    assert [row.id for row in registry.preparing_submissions()] == ["s2"]


def test_a_submission_of_the_ledger_is_never_dropped(registry: Registry, begun: SubmissionRow) -> None:
    complete(registry)
    with pytest.raises(Conflict):
        registry.drop_preparing("s1")


def test_it_moves_only_along_the_table_of_states(registry: Registry, begun: SubmissionRow) -> None:
    with pytest.raises(Conflict):
        registry.move_submission("s1", "prepared", NOON)
    complete(registry)
    with pytest.raises(Conflict):
        registry.move_submission("s1", "counted", NOON)
    sent = registry.move_submission("s1", "sent", NOON + 2 * HOUR, reference="R-7")
    counted = registry.move_submission("s1", SubmissionState.COUNTED, NOON + 3 * HOUR, pages_counted=3)
    assert (sent.reference, sent.pages_counted, sent.moved_at) == ("R-7", None, NOON + 2 * HOUR)
    assert (counted.reference, counted.pages_counted) == ("R-7", 3)
    with pytest.raises(Conflict):
        registry.move_submission("s1", "sent", NOON)
    with pytest.raises(NotThere):
        registry.move_submission("s9", "sent", NOON)


def test_what_is_owed_is_due_until_it_is_done(registry: Registry, begun: SubmissionRow) -> None:
    complete(registry)
    assert registry.due_obligations(NOON) == ()
    assert [owed.kind for owed in registry.due_obligations(NOON + HOUR)] == ["print_receipt", "print_ticket", "deliver"]
    done = registry.obligation_done("s1-receipt", NOON + HOUR)
    assert registry.obligation_done("s1-receipt", NOON + 5 * HOUR) == done
    assert (done.state, done.attempts, done.done_at) == (ObligationState.DONE, 1, NOON + HOUR)
    assert [owed.key for owed in registry.due_obligations(NOON + HOUR)] == ["s1-ticket", "s1-deliver"]


def test_a_failure_is_tried_again_later_then_given_up(registry: Registry, begun: SubmissionRow) -> None:
    complete(registry)
    failed = registry.obligation_failed("s1-ticket", "paper_out", NOON + 2 * HOUR)
    assert (failed.state, failed.attempts, failed.last_fault) == ("waiting", 1, "paper_out")
    assert [owed.key for owed in registry.due_obligations(NOON + HOUR)] == ["s1-receipt", "s1-deliver"]
    assert registry.next_obligation_at() == NOON + HOUR
    assert "s1-ticket" in [owed.key for owed in registry.due_obligations(NOON + 2 * HOUR)]
    given_up = registry.obligation_failed("s1-ticket", "jammed", None)
    assert (given_up.state, given_up.attempts, given_up.last_fault) == ("given_up", 2, "jammed")
    assert "s1-ticket" not in [owed.key for owed in registry.due_obligations(NOON + 9 * HOUR)]
    assert registry.obligation_again("s1-ticket", NOON + 9 * HOUR).state == "waiting"
    assert "s1-ticket" in [owed.key for owed in registry.due_obligations(NOON + 9 * HOUR)]


def test_a_late_failure_does_not_undo_what_is_done(registry: Registry, begun: SubmissionRow) -> None:
    complete(registry)
    done = registry.obligation_done("s1-receipt", NOON + HOUR)
    assert registry.obligation_failed("s1-receipt", "timed_out", NOON + 2 * HOUR) == done
    assert registry.obligation_again("s1-receipt", NOON + 2 * HOUR) == done


def test_a_duplicate_may_be_owed_later_and_a_key_belongs_to_one_submission(
    registry: Registry, begun: SubmissionRow
) -> None:
    complete(registry)
    more = NewObligation("print_receipt", "s1-receipt-2")
    registry.add_obligations("s1", [more], NOON + 2 * HOUR)
    registry.add_obligations("s1", [more], NOON + 3 * HOUR)
    assert len(registry.obligations_of("s1")) == 4
    registry.open_visit("v2", NOON, "fr", "caf.dtr", "age1xyz")
    registry.begin_submission("s2", "v2", "caf.dtr", "CAF", "desk", 1, "N1", NOON)
    with pytest.raises(Conflict):
        registry.add_obligations("s2", [more], NOON)
    with pytest.raises(NotThere):
        registry.obligation_done("nothing", NOON)
