"""Obligations: what the kiosk owes once a submission is in the ledger. This is the durable outbox."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, Select, insert, select, update

from kiosk.storage.registry_base import Conflict, NotThere, Store
from kiosk.storage.registry_rows import NewObligation, ObligationKind, ObligationRow, ObligationState
from kiosk.storage.tables import obligations


def owe(connection: Connection, submission_id: str, new: Sequence[NewObligation], at: dt.datetime) -> None:
    """Add what is owed, within the transaction of `connection`; a key that is there stays as it is.

    Raises `Conflict` when the key is another submission’s.
    """
    for obligation in new:
        owner = connection.execute(
            select(obligations.c.submission_id).where(obligations.c.key == obligation.key)
        ).scalar_one_or_none()
        if owner == submission_id:
            continue
        if owner is not None:
            raise Conflict(f"obligation {obligation.key} is owed for another submission")
        connection.execute(
            insert(obligations).values(
                key=obligation.key,
                submission_id=submission_id,
                kind=ObligationKind(obligation.kind).value,
                state=ObligationState.WAITING.value,
                attempts=0,
                created_at=at,
                next_attempt_at=at,
            )
        )


class Obligations(Store):
    """What this kiosk owes."""

    def add_obligations(self, submission_id: str, new: Sequence[NewObligation], at: dt.datetime) -> None:
        """Owe more for a submission, e.g. a duplicate of its receipt."""
        with self._writing() as connection:
            owe(connection, submission_id, new, at)

    def due_obligations(self, now: dt.datetime) -> tuple[ObligationRow, ...]:
        """Those waiting whose time has come, in the order they were owed."""
        return self._read(
            select(obligations)
            .where(obligations.c.state == ObligationState.WAITING.value, obligations.c.next_attempt_at <= now)
            .order_by(obligations.c.id)
        )

    def next_obligation_at(self) -> dt.datetime | None:
        """When the next waiting one is due; None when nothing waits."""
        query = (
            select(obligations.c.next_attempt_at)
            .where(obligations.c.state == ObligationState.WAITING.value)
            .order_by(obligations.c.next_attempt_at)
            .limit(1)
        )
        with self._reading() as connection:
            return connection.execute(query).scalar_one_or_none()

    def obligations_of(self, submission_id: str) -> tuple[ObligationRow, ...]:
        """All that is or was owed for a submission, in order."""
        return self._read(
            select(obligations).where(obligations.c.submission_id == submission_id).order_by(obligations.c.id)
        )

    def obligation_done(self, key: str, at: dt.datetime) -> ObligationRow:
        """It is met. Saying it again changes nothing. Raises `NotThere`."""
        with self._writing() as connection:
            there = _there(connection, key)
            if there.state is not ObligationState.DONE:
                _change(
                    connection,
                    key,
                    state=ObligationState.DONE.value,
                    attempts=there.attempts + 1,
                    done_at=at,
                )
            return _there(connection, key)

    def obligation_failed(self, key: str, fault: str, next_attempt_at: dt.datetime | None) -> ObligationRow:
        """An attempt failed with the code `fault`; it is given up when there is no next one.

        What is done stays done: a late failure of a lost worker does not make it owed again. Raises `NotThere`.
        """
        with self._writing() as connection:
            there = _there(connection, key)
            if there.state is ObligationState.WAITING:
                given_up = next_attempt_at is None
                _change(
                    connection,
                    key,
                    state=(ObligationState.GIVEN_UP if given_up else ObligationState.WAITING).value,
                    attempts=there.attempts + 1,
                    next_attempt_at=there.next_attempt_at if given_up else next_attempt_at,
                    last_fault=fault,
                )
            return _there(connection, key)

    def obligation_again(self, key: str, at: dt.datetime) -> ObligationRow:
        """A person asks to try again what was given up, or what waits for later. Raises `NotThere`."""
        with self._writing() as connection:
            if _there(connection, key).state is not ObligationState.DONE:
                _change(connection, key, state=ObligationState.WAITING.value, next_attempt_at=at)
            return _there(connection, key)

    def _read(self, query: Select[tuple[object, ...]]) -> tuple[ObligationRow, ...]:
        with self._reading() as connection:
            return tuple(_obligation(row) for row in connection.execute(query).mappings())


def _change(connection: Connection, key: str, **values: object) -> None:
    connection.execute(update(obligations).where(obligations.c.key == key).values(**values))


def _there(connection: Connection, key: str) -> ObligationRow:
    row = connection.execute(select(obligations).where(obligations.c.key == key)).mappings().one_or_none()
    if row is None:
        raise NotThere(f"obligation {key}")
    return _obligation(row)


def _obligation(row: RowMapping) -> ObligationRow:
    values = {name: value for name, value in row.items() if name != "id"}
    return ObligationRow(**{**values, "kind": ObligationKind(row["kind"]), "state": ObligationState(row["state"])})
