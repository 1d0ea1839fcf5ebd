"""Dispatches: each attempt to bring a submission out of the site. One at a time, planned with its obligation."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, Select, insert, select, update

from kiosk.cases.states import SubmissionState
from kiosk.storage.registry_base import Conflict, NotThere, Store
from kiosk.storage.registry_obligations import owe
from kiosk.storage.registry_rows import OPEN_STEPS, DispatchRow, DispatchStep, NewObligation, ObligationKind
from kiosk.storage.tables import dispatches, submissions


class Dispatches(Store):
    """The ways out that were chosen."""

    def plan_dispatch(self, submission_id: str, channel: str, at: dt.datetime) -> DispatchRow:
        """Choose a way out; asked again for a way that is open, the same attempt. What came back is prepared again.

        Raises `Conflict` while another way is open, or once the submission left; `NotThere`.
        """
        with self._writing() as connection:
            before = _of(connection, submission_id)
            open_ones = [one for one in before if one.step in OPEN_STEPS]
            if open_ones and open_ones[-1].channel == channel:
                return open_ones[-1]
            state = connection.execute(
                select(submissions.c.state).where(submissions.c.id == submission_id)
            ).scalar_one_or_none()
            if state is None:
                raise NotThere(f"submission {submission_id}")
            if open_ones or state not in (SubmissionState.PREPARED, SubmissionState.FAILED):
                raise Conflict(f"submission {submission_id} is {state}, and {len(open_ones)} way is open")
            number = 1 + sum(one.channel == channel for one in before)
            row = DispatchRow(
                f"{submission_id}-{channel}-{number}", submission_id, channel, DispatchStep.WAITING, 0, 0, None, at, at
            )
            connection.execute(
                update(submissions)
                .where(submissions.c.id == submission_id)
                .values(state=SubmissionState.PREPARED.value, channel=channel)
            )
            owe(connection, submission_id, [NewObligation(ObligationKind.DELIVER, row.key)], at)
            connection.execute(insert(dispatches).values(**_values(row)))
            return row

    def find_dispatch(self, key: str) -> DispatchRow | None:
        """The attempt of that key, if there is one."""
        found = self._dispatches(select(dispatches).where(dispatches.c.key == key))
        return found[0] if found else None

    def dispatches_of(self, submission_id: str) -> tuple[DispatchRow, ...]:
        """All attempts for a submission, oldest first."""
        return self._dispatches(_query(submission_id))

    def open_dispatches(self) -> tuple[DispatchRow, ...]:
        """Those that are not over, oldest first."""
        steps = [step.value for step in OPEN_STEPS]
        return self._dispatches(
            select(dispatches).where(dispatches.c.step.in_(steps)).order_by(dispatches.c.planned_at, dispatches.c.key)
        )

    def dispatches_planned_since(self, since: dt.datetime) -> tuple[DispatchRow, ...]:
        """Those whose messages may still come back, newest first."""
        return self._dispatches(
            select(dispatches).where(dispatches.c.planned_at >= since).order_by(dispatches.c.planned_at.desc())
        )

    def move_dispatch(
        self,
        key: str,
        step: DispatchStep,
        at: dt.datetime,
        *,
        parts: int | None = None,
        passed: int | None = None,
        fault: str | None = None,
        only_from: Sequence[DispatchStep] = tuple(DispatchStep),
    ) -> DispatchRow:
        """Note how far it is. On return it is on the disk. Raises `NotThere`, and `Conflict` from another step.

        With `only_from`, of two who move it at the same time one finds that the other was first.
        """
        values: dict[str, object] = {"step": step.value, "moved_at": at, "fault": fault}
        values |= {name: value for name, value in (("parts", parts), ("passed", passed)) if value is not None}
        with self._writing() as connection:
            mine = (dispatches.c.key == key) & dispatches.c.step.in_([one.value for one in only_from])
            if not connection.execute(update(dispatches).where(mine).values(**values)).rowcount:
                there = connection.execute(
                    select(dispatches.c.step).where(dispatches.c.key == key)
                ).scalar_one_or_none()
                if there is None:
                    raise NotThere(f"dispatch {key}")
                raise Conflict(f"dispatch {key} is {there}")
            return _dispatch(connection.execute(select(dispatches).where(dispatches.c.key == key)).mappings().one())

    def settle_dispatches(self, submission_id: str, step: DispatchStep, at: dt.datetime) -> None:
        """What was noted of a submission ends its attempts: those open, or the last one where it came back."""
        with self._writing() as connection:
            for row in _of(connection, submission_id):
                came_back = step is DispatchStep.RETURNED and row.step is DispatchStep.SENT
                if row.step in OPEN_STEPS or came_back:
                    connection.execute(
                        update(dispatches).where(dispatches.c.key == row.key).values(step=step.value, moved_at=at)
                    )

    def _dispatches(self, query: Select[tuple[object, ...]]) -> tuple[DispatchRow, ...]:
        with self._reading() as connection:
            return tuple(_dispatch(row) for row in connection.execute(query).mappings())


def _query(submission_id: str) -> Select[tuple[object, ...]]:
    return (
        select(dispatches)
        .where(dispatches.c.submission_id == submission_id)
        .order_by(dispatches.c.planned_at, dispatches.c.key)
    )


def _of(connection: Connection, submission_id: str) -> list[DispatchRow]:
    return [_dispatch(row) for row in connection.execute(_query(submission_id)).mappings()]


def _values(row: DispatchRow) -> dict[str, object]:
    names = ("key", "submission_id", "channel", "parts", "passed", "fault", "planned_at", "moved_at")
    return {**{name: getattr(row, name) for name in names}, "step": row.step.value}


def _dispatch(row: RowMapping) -> DispatchRow:
    return DispatchRow(**{**row, "step": DispatchStep(row["step"])})
