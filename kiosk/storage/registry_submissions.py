"""Submissions: begun, completed together with what is then owed, and moved only along the allowed states."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, select, update

from kiosk.cases.states import SubmissionState, may_move
from kiosk.storage.registry_base import Conflict, NotThere, Store
from kiosk.storage.registry_obligations import owe
from kiosk.storage.registry_rows import NewObligation, SubmissionRow
from kiosk.storage.tables import submissions


class Submissions(Store):
    """The submissions of this kiosk, one at most for a visit."""

    def begin_submission(
        self,
        submission_id: str,
        visit_id: str,
        guide_id: str,
        body: str,
        channel: str,
        page_count: int,
        level: str,
        at: dt.datetime,
    ) -> SubmissionRow:
        """Say that a submission is being prepared; the same one again gives what is there.

        Raises `Conflict` when the visit has another one.
        """
        with self._writing() as connection:
            there = _one(connection, submissions.c.visit_id == visit_id)
            if there is not None:
                if there.id != submission_id:
                    raise Conflict(f"visit {visit_id} has the submission {there.id}")
                return there
            connection.execute(
                insert(submissions).values(
                    id=submission_id,
                    visit_id=visit_id,
                    guide_id=guide_id,
                    body=body,
                    channel=channel,
                    page_count=page_count,
                    level=level,
                    state=SubmissionState.PREPARING.value,
                    begun_at=at,
                    moved_at=at,
                )
            )
            return _there(connection, submission_id)

    def complete_submission(
        self,
        submission_id: str,
        number: str,
        ledger_sequence: int,
        issued_at: dt.datetime,
        obligations: Sequence[NewObligation],
    ) -> SubmissionRow:
        """The receipt is in the ledger: record its number and what is owed, in one transaction.

        Doing it again changes nothing; raises `Conflict` if it was completed under another number.
        """
        with self._writing() as connection:
            there = _there(connection, submission_id)
            if there.state is not SubmissionState.PREPARING:
                if (there.number, there.ledger_sequence) != (number, ledger_sequence):
                    raise Conflict(f"submission {submission_id} has the number {there.number}")
                return there
            connection.execute(
                update(submissions)
                .where(submissions.c.id == submission_id)
                .values(
                    state=SubmissionState.PREPARED.value,
                    number=number,
                    ledger_sequence=ledger_sequence,
                    issued_at=issued_at,
                    moved_at=issued_at,
                )
            )
            owe(connection, submission_id, obligations, issued_at)
            return _there(connection, submission_id)

    def drop_preparing(self, submission_id: str) -> None:
        """Forget a submission that never reached the ledger; raises `Conflict` if it did."""
        with self._writing() as connection:
            there = _one(connection, submissions.c.id == submission_id)
            if there is None:
                return
            if there.state is not SubmissionState.PREPARING:
                raise Conflict(f"submission {submission_id} is {there.state}")
            connection.execute(delete(submissions).where(submissions.c.id == submission_id))

    def preparing_submissions(self) -> tuple[SubmissionRow, ...]:
        """Those a stop of the machine left half-way."""
        return self.submissions(SubmissionState.PREPARING)

    def submissions(self, state: SubmissionState | str | None = None) -> tuple[SubmissionRow, ...]:
        """All, or those in `state`, oldest first."""
        query = select(submissions).order_by(submissions.c.begun_at, submissions.c.id)
        if state is not None:
            query = query.where(submissions.c.state == SubmissionState(state).value)
        with self._reading() as connection:
            return tuple(_submission(row) for row in connection.execute(query).mappings())

    def get_submission(self, submission_id: str) -> SubmissionRow:
        """The submission; raises `NotThere`."""
        with self._reading() as connection:
            return _there(connection, submission_id)

    def submission_by_number(self, number: str) -> SubmissionRow | None:
        """The submission of the receipt `number`, if there is one."""
        with self._reading() as connection:
            return _one(connection, submissions.c.number == number)

    def submission_of_visit(self, visit_id: str) -> SubmissionRow | None:
        """The submission of the visit, if there is one."""
        with self._reading() as connection:
            return _one(connection, submissions.c.visit_id == visit_id)

    def move_submission(
        self,
        submission_id: str,
        to_state: SubmissionState | str,
        at: dt.datetime,
        reference: str | None = None,
        pages_counted: int | None = None,
    ) -> SubmissionRow:
        """Bring a submission into `to_state`; raises `Conflict` where the table of states does not allow it."""
        after = SubmissionState(to_state)
        with self._writing() as connection:
            there = _there(connection, submission_id)
            if not may_move(there.state, after) or there.number is None:
                raise Conflict(f"submission {submission_id} cannot go from {there.state} to {after}")
            connection.execute(
                update(submissions)
                .where(submissions.c.id == submission_id)
                .values(
                    state=after.value,
                    moved_at=at,
                    reference=there.reference if reference is None else reference,
                    pages_counted=there.pages_counted if pages_counted is None else pages_counted,
                )
            )
            return _there(connection, submission_id)


def _one(connection: Connection, condition: ColumnElement[bool]) -> SubmissionRow | None:
    row = connection.execute(select(submissions).where(condition)).mappings().one_or_none()
    return None if row is None else _submission(row)


def _there(connection: Connection, submission_id: str) -> SubmissionRow:
    row = _one(connection, submissions.c.id == submission_id)
    if row is None:
        raise NotThere(f"submission {submission_id}")
    return row


def _submission(row: RowMapping) -> SubmissionRow:
    return SubmissionRow(**{**row, "state": SubmissionState(row["state"])})
