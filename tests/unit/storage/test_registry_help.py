"""Calls for a human, counters, and what the registry must never hold."""

import datetime as dt

import pytest

from kiosk.journey.views import HelpState
from kiosk.mediation.help import Moved, Refused
from kiosk.storage.registry import Conflict, NotThere, Registry
from kiosk.storage.tables import metadata

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def test_a_call_is_kept_as_it_moves(registry: Registry) -> None:
    opened = registry.open_help("h1", None, "standby", "en", NOON)
    assert registry.open_help("h1", None, "standby", "en", NOON) == opened
    assert registry.get_help("h1") == opened
    outcome = registry.move_help("h1", "coming", NOON + MINUTE, "Sofia")
    assert isinstance(outcome, Moved)
    assert registry.get_help("h1") == outcome.request
    assert (outcome.request.state, outcome.request.mediator) == (HelpState.COMING, "Sofia")


def test_a_refused_move_changes_nothing(registry: Registry) -> None:
    registry.open_help("h1", None, "standby", "en", NOON)
    registry.move_help("h1", HelpState.COMING, NOON + MINUTE, "Sofia")
    before = registry.get_help("h1")
    assert isinstance(registry.move_help("h1", "coming", NOON + 2 * MINUTE, "Karim"), Refused)
    assert registry.get_help("h1") == before


def test_the_mediators_name_is_forgotten_when_the_call_is_over(registry: Registry) -> None:
    registry.open_help("h1", None, "standby", "en", NOON)
    registry.move_help("h1", "here", NOON + MINUTE, "Sofia")
    registry.move_help("h1", "closed", NOON + 2 * MINUTE)
    assert registry.get_help("h1").mediator is None


def test_open_calls_come_in_the_order_they_were_made_and_history_newest_first(registry: Registry) -> None:
    for place, name in enumerate("abc"):
        registry.open_help(name, None, "review", "fr", NOON + place * MINUTE)
    registry.move_help("b", "cancelled", NOON + 5 * MINUTE)
    assert [call.id for call in registry.open_help_requests()] == ["a", "c"]
    assert [call.id for call in registry.help_history(2)] == ["c", "b"]


def test_unknown_and_taken_names(registry: Registry) -> None:
    with pytest.raises(NotThere):
        registry.get_help("h1")
    with pytest.raises(NotThere):
        registry.move_help("h1", "seen", NOON)
    registry.open_help("h1", None, "standby", "en", NOON)
    with pytest.raises(Conflict):
        registry.open_help("h1", None, "standby", "en", NOON + MINUTE)


def test_counters_add_up_over_days(registry: Registry) -> None:
    day = NOON.date()
    assert registry.count("refused.blurred", day) == 1
    assert registry.count("refused.blurred", day, 2) == 3
    registry.count("refused.blurred", day + dt.timedelta(days=1))
    registry.count("abandoned.review", day)
    assert registry.counts(day, day) == {"abandoned.review": 1, "refused.blurred": 3}
    assert registry.counts(day, day + dt.timedelta(days=1))["refused.blurred"] == 4


def test_no_table_has_a_place_for_something_personal() -> None:
    columns = {f"{table.name}.{column.name}" for table in metadata.tables.values() for column in table.columns}
    for word in ("employee", "employer", "period", "month", "amount", "nir", "file", "title", "text", "birth"):
        assert not {column for column in columns if word in column.split(".")[1].split("_")}
