"""Calls for a human, as they move."""

import dataclasses
import datetime as dt

from sqlalchemy import Connection, RowMapping, insert, select, update

from kiosk.journey.views import HelpState
from kiosk.mediation.help import OPEN_STATES, HelpRequest, Moved, MoveOutcome, move
from kiosk.storage.registry_base import Conflict, NotThere, Store
from kiosk.storage.tables import help_requests


class HelpRequests(Store):
    """The calls of this kiosk."""

    def open_help(self, help_id: str, visit_id: str | None, step: str, language: str, at: dt.datetime) -> HelpRequest:
        """Register a call; the same one again gives what is there. Raises `Conflict` if the name is another’s."""
        request = HelpRequest(help_id, visit_id, step, language, HelpState.SENT, at)
        with self._writing() as connection:
            there = _find(connection, help_id)
            if there is not None:
                if (there.visit_id, there.sent_at) != (visit_id, at):
                    raise Conflict(f"call {help_id} exists already")
                return there
            connection.execute(insert(help_requests).values(**_values(request)))
        return request

    def get_help(self, help_id: str) -> HelpRequest:
        """The call; raises `NotThere`."""
        with self._reading() as connection:
            return _there(connection, help_id)

    def move_help(
        self, help_id: str, state: HelpState | str, at: dt.datetime, mediator: str | None = None
    ) -> MoveOutcome:
        """Bring a call into `state` as `kiosk.mediation.help.move` allows; a refusal changes nothing.

        Raises `NotThere`.
        """
        with self._writing() as connection:
            there = _there(connection, help_id)
            outcome = move(there, HelpState(state), at, mediator)
            if isinstance(outcome, Moved) and outcome.request != there:
                connection.execute(
                    update(help_requests).where(help_requests.c.id == help_id).values(**_values(outcome.request))
                )
            return outcome

    def open_help_requests(self) -> tuple[HelpRequest, ...]:
        """The calls that are not over, the one that waits longest first."""
        states = [state.value for state in OPEN_STATES]
        query = (
            select(help_requests)
            .where(help_requests.c.state.in_(states))
            .order_by(help_requests.c.sent_at, help_requests.c.id)
        )
        with self._reading() as connection:
            return tuple(_request(row) for row in connection.execute(query).mappings())

    def help_history(self, limit: int = 100) -> tuple[HelpRequest, ...]:
        """The last calls, over or not, newest first."""
        query = select(help_requests).order_by(help_requests.c.sent_at.desc(), help_requests.c.id).limit(limit)
        with self._reading() as connection:
            return tuple(_request(row) for row in connection.execute(query).mappings())


def _find(connection: Connection, help_id: str) -> HelpRequest | None:
    row = connection.execute(select(help_requests).where(help_requests.c.id == help_id)).mappings().one_or_none()
    return None if row is None else _request(row)


def _there(connection: Connection, help_id: str) -> HelpRequest:
    found = _find(connection, help_id)
    if found is None:
        raise NotThere(f"call {help_id}")
    return found


def _values(request: HelpRequest) -> dict[str, object]:
    values = {item.name: getattr(request, item.name) for item in dataclasses.fields(request)}
    return {**values, "state": request.state.value}


def _request(row: RowMapping) -> HelpRequest:
    return HelpRequest(**{**row, "state": HelpState(row["state"])})
